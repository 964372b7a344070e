package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.ipv4;
import static org.netlink4j.core.schema.AttributeSpec.ipv6;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/** Attributes of GTP devices: {@code IFLA_GTP_*} of {@code linux/if_link.h}. */
public final class IflaGtp {
    /** u32: only in requests: file descriptor of the socket for GTP version 0. */
    public static final int IFLA_GTP_FD0 = 1;

    /** u32: only in requests: file descriptor of the socket for GTP version 1. */
    public static final int IFLA_GTP_FD1 = 2;

    /** u32: size of the table of contexts. */
    public static final int IFLA_GTP_PDP_HASHSIZE = 3;

    /** u32: 0 GGSN, 1 SGSN. */
    public static final int IFLA_GTP_ROLE = 4;

    /** u8: only in requests: 1 if the kernel is to make the sockets; since Linux 5.18. */
    public static final int IFLA_GTP_CREATE_SOCKETS = 5;

    /** u8: restart counter; since Linux 5.18. */
    public static final int IFLA_GTP_RESTART_COUNT = 6;

    /** IPv4 address: local address; since Linux 6.11. */
    public static final int IFLA_GTP_LOCAL = 7;

    /** IPv6 address: local address; since Linux 6.11. */
    public static final int IFLA_GTP_LOCAL6 = 8;

    /** Role: gateway GPRS support node. */
    public static final int GTP_ROLE_GGSN = 0;

    /** Role: serving GPRS support node. */
    public static final int GTP_ROLE_SGSN = 1;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_GTP",
            u32(IFLA_GTP_FD0, "IFLA_GTP_FD0"),
            u32(IFLA_GTP_FD1, "IFLA_GTP_FD1"),
            u32(IFLA_GTP_PDP_HASHSIZE, "IFLA_GTP_PDP_HASHSIZE").key("hsize"),
            u32(IFLA_GTP_ROLE, "IFLA_GTP_ROLE").key("role").words(Renderings.words("ggsn", "sgsn")),
            u8(IFLA_GTP_CREATE_SOCKETS, "IFLA_GTP_CREATE_SOCKETS"),
            u8(IFLA_GTP_RESTART_COUNT, "IFLA_GTP_RESTART_COUNT").key("restart_count"),
            ipv4(IFLA_GTP_LOCAL, "IFLA_GTP_LOCAL"),
            ipv6(IFLA_GTP_LOCAL6, "IFLA_GTP_LOCAL6"));

    private IflaGtp() {}
}
