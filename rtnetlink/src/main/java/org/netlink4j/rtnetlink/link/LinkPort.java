package org.netlink4j.rtnetlink.link;

import org.netlink4j.core.schema.Attributes;

/**
 * What a device says of one of its ports: {@code IFLA_INFO_SLAVE_KIND} and {@code IFLA_INFO_SLAVE_DATA} of the port. A value over
 * its attributes; those that its record does not name are kept.
 */
public sealed interface LinkPort permits TypedLinkPort, UnknownLinkPort {
    /**
     * The kind of the device of which this is a port; {@code IFLA_INFO_SLAVE_KIND}.
     *
     * @return for example {@code "bridge"}
     */
    String kind();

    /**
     * What that device says of the port; {@code IFLA_INFO_SLAVE_DATA}.
     *
     * @return the attributes; empty if it says nothing
     */
    Attributes data();
}
