package org.netlink4j.rtnetlink.tc.qdisc;

import java.util.Objects;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/**
 * A class of a kind that this library has no type for, or whose classes say nothing of themselves: they are there because the queueing
 * discipline has them.
 *
 * @param kind {@code TCA_KIND}
 * @param data {@code TCA_OPTIONS}, with {@link AttributeSet#UNKNOWN} or a table of the caller's
 */
public record UnknownClassKind(String kind, Attributes data) implements ClassKind {
    /** Refuses nulls. */
    public UnknownClassKind {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(data);
    }

    /**
     * A kind that says nothing of itself.
     *
     * @param kind {@code TCA_KIND}
     */
    public UnknownClassKind(String kind) {
        this(kind, Attributes.none(AttributeSet.UNKNOWN));
    }
}
