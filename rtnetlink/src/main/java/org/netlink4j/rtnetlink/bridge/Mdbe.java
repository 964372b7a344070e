package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.core.schema.AttributeSpec.address;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import org.netlink4j.core.schema.AttributeSet;

/** Attributes of requests about multicast groups: {@code MDBE_*} of {@code linux/if_bridge.h}, as of Linux 6.18. */
public final class Mdbe {
    /** IP address of the only source. */
    public static final int MDBE_ATTR_SOURCE = 1;

    /** Nest of {@link #MDBE_SRC_LIST_ENTRY}: the sources; since Linux 6.3. */
    public static final int MDBE_ATTR_SRC_LIST = 2;

    /** u8: {@code MCAST_EXCLUDE} or {@code MCAST_INCLUDE}: what the list of sources means; since Linux 6.3. */
    public static final int MDBE_ATTR_GROUP_MODE = 3;

    /** u8: who makes it, {@code RTPROT_*}; since Linux 6.3. */
    public static final int MDBE_ATTR_RTPROT = 4;

    /** IP address of the remote end of a VXLAN; since Linux 6.4. */
    public static final int MDBE_ATTR_DST = 5;

    /** u16: UDP port of the remote end. */
    public static final int MDBE_ATTR_DST_PORT = 6;

    /** u32: VXLAN network identifier towards the remote end. */
    public static final int MDBE_ATTR_VNI = 7;

    /** u32: index of the device on which the remote end is reached. */
    public static final int MDBE_ATTR_IFINDEX = 8;

    /** u32: VXLAN network identifier of the group. */
    public static final int MDBE_ATTR_SRC_VNI = 9;

    /** u8: which states a bulk deletion means; since Linux 6.8. */
    public static final int MDBE_ATTR_STATE_MASK = 10;

    /** Nest of {@link #MDBE_SRCATTR_ADDRESS}, may occur more than once: a source. */
    public static final int MDBE_SRC_LIST_ENTRY = 1;

    /** IP address of the source. */
    public static final int MDBE_SRCATTR_ADDRESS = 1;

    /** The table of a source. */
    static final AttributeSet SOURCE = AttributeSet.of("MDBE_SRCATTR",
            address(MDBE_SRCATTR_ADDRESS, "MDBE_SRCATTR_ADDRESS"));

    /** The table of the sources. */
    static final AttributeSet SOURCES = AttributeSet.of("MDBE_SRC_LIST",
            nest(MDBE_SRC_LIST_ENTRY, "MDBE_SRC_LIST_ENTRY", () -> SOURCE));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("MDBE_ATTR",
            address(MDBE_ATTR_SOURCE, "MDBE_ATTR_SOURCE"),
            nest(MDBE_ATTR_SRC_LIST, "MDBE_ATTR_SRC_LIST", () -> SOURCES),
            u8(MDBE_ATTR_GROUP_MODE, "MDBE_ATTR_GROUP_MODE"),
            u8(MDBE_ATTR_RTPROT, "MDBE_ATTR_RTPROT"),
            address(MDBE_ATTR_DST, "MDBE_ATTR_DST"),
            u16(MDBE_ATTR_DST_PORT, "MDBE_ATTR_DST_PORT"),
            u32(MDBE_ATTR_VNI, "MDBE_ATTR_VNI"),
            u32(MDBE_ATTR_IFINDEX, "MDBE_ATTR_IFINDEX"),
            u32(MDBE_ATTR_SRC_VNI, "MDBE_ATTR_SRC_VNI"),
            u8(MDBE_ATTR_STATE_MASK, "MDBE_ATTR_STATE_MASK"));

    private Mdbe() {}
}
