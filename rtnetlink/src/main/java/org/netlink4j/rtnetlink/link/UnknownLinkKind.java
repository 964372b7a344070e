package org.netlink4j.rtnetlink.link;

import java.util.Objects;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/**
 * A kind of device that this library has no type for; what it says of itself is kept as it is.
 *
 * @param kind {@code IFLA_INFO_KIND}
 * @param data {@code IFLA_INFO_DATA}, with {@link AttributeSet#UNKNOWN} or a table of the caller's
 */
public record UnknownLinkKind(String kind, Attributes data) implements LinkKind {
    /** Refuses nulls. */
    public UnknownLinkKind {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(data);
    }

    /**
     * A kind that says nothing of itself.
     *
     * @param kind {@code IFLA_INFO_KIND}
     */
    public UnknownLinkKind(String kind) {
        this(kind, Attributes.none(AttributeSet.UNKNOWN));
    }
}
