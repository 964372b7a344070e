package org.netlink4j.rtnetlink;

import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.Ipv6Address;

/** Address families of objects that deal with IP: {@code AF_*} of {@code linux/socket.h}. */
public final class IpFamily {
    /** Any family. */
    public static final int AF_UNSPEC = 0;

    /** IPv4. */
    public static final int AF_INET = 2;

    /** IPv6. */
    public static final int AF_INET6 = 10;

    /** MPLS. */
    public static final int AF_MPLS = 28;

    /** Multicast routes of IPv4; {@code linux/rtnetlink.h}. */
    public static final int RTNL_FAMILY_IPMR = 128;

    /** Multicast routes of IPv6; {@code linux/rtnetlink.h}. */
    public static final int RTNL_FAMILY_IP6MR = 129;

    private IpFamily() {}

    /**
     * The family of an address.
     *
     * @param address the address
     * @return {@link #AF_INET} or {@link #AF_INET6}
     */
    public static int of(IpAddress address) {
        return switch (address) {
            case Ipv4Address _ -> AF_INET;
            case Ipv6Address _ -> AF_INET6;
        };
    }
}
