package org.netlink4j.rtnetlink.link;

import org.netlink4j.core.schema.Attributes;

/**
 * What only one kind of device has: {@code IFLA_INFO_KIND} and {@code IFLA_INFO_DATA}. A kind is a value over its attributes;
 * those that its record does not name are kept.
 */
public sealed interface LinkKind permits TypedLinkKind, UnknownLinkKind {
    /**
     * The kernel's word for the kind; {@code IFLA_INFO_KIND}.
     *
     * @return for example {@code "macvtap"}
     */
    String kind();

    /**
     * What the kind says of itself; {@code IFLA_INFO_DATA}.
     *
     * @return the attributes; empty if it says nothing
     */
    Attributes data();
}
