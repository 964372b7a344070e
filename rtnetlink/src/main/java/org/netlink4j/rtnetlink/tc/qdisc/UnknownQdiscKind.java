package org.netlink4j.rtnetlink.tc.qdisc;

import java.util.Objects;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/**
 * A kind of queueing discipline that this library has no type for. What it says of itself is here if it is attributes; whatever it is, it
 * is kept in {@link Qdisc#attributes}.
 *
 * @param kind {@code TCA_KIND}
 * @param data {@code TCA_OPTIONS}, with {@link AttributeSet#UNKNOWN} or a table of the caller's
 */
public record UnknownQdiscKind(String kind, Attributes data) implements QdiscKind {
    /** Refuses nulls. */
    public UnknownQdiscKind {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(data);
    }

    /**
     * A kind that says nothing of itself.
     *
     * @param kind {@code TCA_KIND}
     */
    public UnknownQdiscKind(String kind) {
        this(kind, Attributes.none(AttributeSet.UNKNOWN));
    }
}
