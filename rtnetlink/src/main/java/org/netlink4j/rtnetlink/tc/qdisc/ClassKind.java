package org.netlink4j.rtnetlink.tc.qdisc;

import org.netlink4j.core.schema.Attributes;

/**
 * What the classes of only one kind of queueing discipline have: {@code TCA_KIND} and {@code TCA_OPTIONS}. A kind is a value over its
 * attributes; those that its record does not name are kept.
 */
public sealed interface ClassKind permits TypedClassKind, UnknownClassKind {
    /**
     * The kernel's word for the kind of the queueing discipline; {@code TCA_KIND}.
     *
     * @return for example {@code "htb"}
     */
    String kind();

    /**
     * What the class says of itself: the attributes in {@code TCA_OPTIONS}.
     *
     * @return the attributes; empty if it says nothing
     */
    Attributes data();
}
