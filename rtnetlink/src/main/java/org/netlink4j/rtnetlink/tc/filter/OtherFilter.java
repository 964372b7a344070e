package org.netlink4j.rtnetlink.tc.filter;

import java.util.Objects;
import org.netlink4j.core.schema.Attributes;

/**
 * A kind of filter that has no type of its own; what it says of itself is kept as it is. For cgroup, flow, fw and route there is a
 * table.
 *
 * @param kind {@code TCA_KIND}
 * @param data {@code TCA_OPTIONS}
 */
public record OtherFilter(String kind, Attributes data) implements FilterKind<OtherFilter> {
    /** Refuses nulls. */
    public OtherFilter {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(data);
    }

    /**
     * A filter that says nothing of itself yet.
     *
     * @param kind {@code TCA_KIND}, for example {@code "fw"}
     */
    public OtherFilter(String kind) {
        this(kind, Attributes.none(FilterKindType.table(kind)));
    }

    @Override
    public OtherFilter over(Attributes data) {
        return new OtherFilter(kind, data);
    }
}
