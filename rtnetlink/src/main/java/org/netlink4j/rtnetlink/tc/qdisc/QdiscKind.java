package org.netlink4j.rtnetlink.tc.qdisc;

import org.netlink4j.core.schema.Attributes;

/**
 * What only one kind of queueing discipline has: {@code TCA_KIND} and {@code TCA_OPTIONS}. A kind is a value over its attributes; those
 * that its record does not name are kept.
 */
public sealed interface QdiscKind permits TypedQdiscKind, UnknownQdiscKind {
    /**
     * The kernel's word for the kind; {@code TCA_KIND}.
     *
     * @return for example {@code "fq_codel"}
     */
    String kind();

    /**
     * What the kind says of itself: the attributes in {@code TCA_OPTIONS}, or, of kinds whose options are or begin with a structure,
     * {@code TCA_OPTIONS} as the only attribute.
     *
     * @return the attributes; empty if it says nothing
     */
    Attributes data();
}
