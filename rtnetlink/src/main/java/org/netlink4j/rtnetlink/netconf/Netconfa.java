package org.netlink4j.rtnetlink.netconf;

import static org.netlink4j.core.schema.AttributeSpec.s32;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.List;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;

/**
 * Messages about the settings of devices: {@code struct netconfmsg} and the attributes {@code NETCONFA_*} of {@code
 * linux/netconf.h}, as of Linux 7.3.
 */
public final class Netconfa {
    /** s32: index of the device, or {@link #NETCONFA_IFINDEX_ALL} or {@link #NETCONFA_IFINDEX_DEFAULT}. */
    public static final int NETCONFA_IFINDEX = 1;

    /** s32: whether packets are forwarded. */
    public static final int NETCONFA_FORWARDING = 2;

    /** s32: how source addresses are checked: 0 not at all, 1 strictly, 2 loosely. */
    public static final int NETCONFA_RP_FILTER = 3;

    /** s32: whether multicast is forwarded. */
    public static final int NETCONFA_MC_FORWARDING = 4;

    /** s32: whether this host answers for others. */
    public static final int NETCONFA_PROXY_NEIGH = 5;

    /** s32: whether routes over a device without carrier are ignored. */
    public static final int NETCONFA_IGNORE_ROUTES_WITH_LINKDOWN = 6;

    /** s32: whether packets of MPLS are taken. */
    public static final int NETCONFA_INPUT = 7;

    /** s32: whether directed broadcasts are forwarded; since Linux 4.19. */
    public static final int NETCONFA_BC_FORWARDING = 8;

    /** s32: whether IPv6 is forwarded whatever other settings say; since Linux 6.17. */
    public static final int NETCONFA_FORCE_FORWARDING = 9;

    /** In place of an index: the settings for all devices. */
    public static final int NETCONFA_IFINDEX_ALL = -1;

    /** In place of an index: the settings that new devices begin with. */
    public static final int NETCONFA_IFINDEX_DEFAULT = -2;

    /** The fixed header, after which three bytes of padding follow. */
    public static final StructSpec NETCONFMSG = new StructSpec("netconfmsg", 1, List.of(
            field("ncm_family", 0, AttributeType.U8)));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "NETCONFA",
            s32(NETCONFA_IFINDEX, "NETCONFA_IFINDEX"),
            s32(NETCONFA_FORWARDING, "NETCONFA_FORWARDING"),
            s32(NETCONFA_RP_FILTER, "NETCONFA_RP_FILTER"),
            s32(NETCONFA_MC_FORWARDING, "NETCONFA_MC_FORWARDING"),
            s32(NETCONFA_PROXY_NEIGH, "NETCONFA_PROXY_NEIGH"),
            s32(NETCONFA_IGNORE_ROUTES_WITH_LINKDOWN, "NETCONFA_IGNORE_ROUTES_WITH_LINKDOWN"),
            s32(NETCONFA_INPUT, "NETCONFA_INPUT"),
            s32(NETCONFA_BC_FORWARDING, "NETCONFA_BC_FORWARDING"),
            s32(NETCONFA_FORCE_FORWARDING, "NETCONFA_FORCE_FORWARDING"));

    private Netconfa() {}
}
