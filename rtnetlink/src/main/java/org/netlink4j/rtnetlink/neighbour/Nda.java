package org.netlink4j.rtnetlink.neighbour;

import static org.netlink4j.core.schema.AttributeSpec.address;
import static org.netlink4j.core.schema.AttributeSpec.flag;
import static org.netlink4j.core.schema.AttributeSpec.lladdr;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.s32;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u16be;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.List;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;

/**
 * Messages about neighbours and forwarding entries: {@code struct ndmsg} and the attributes {@code NDA_*} of {@code
 * linux/neighbour.h}, as of Linux 6.18.
 */
public final class Nda {
    /** Network address of the neighbour. */
    public static final int NDA_DST = 1;

    /** Link-layer address of the neighbour. */
    public static final int NDA_LLADDR = 2;

    /** {@code struct nda_cacheinfo}, only in answers. */
    public static final int NDA_CACHEINFO = 3;

    /** u32: how often it was asked, only in answers. */
    public static final int NDA_PROBES = 4;

    /** u16: VLAN of a forwarding entry. */
    public static final int NDA_VLAN = 5;

    /** u16 in network byte order: UDP port of the remote VXLAN end. */
    public static final int NDA_PORT = 6;

    /** u32: VXLAN network identifier. */
    public static final int NDA_VNI = 7;

    /** u32: index of the device to send on. */
    public static final int NDA_IFINDEX = 8;

    /** u32: index of the bridge. */
    public static final int NDA_MASTER = 9;

    /** s32: id of the namespace of the lower device. */
    public static final int NDA_LINK_NETNSID = 10;

    /** u32: VXLAN network identifier of the source. */
    public static final int NDA_SRC_VNI = 11;

    /** u8: who made the entry. */
    public static final int NDA_PROTOCOL = 12;

    /** u32: next hop object to use. */
    public static final int NDA_NH_ID = 13;

    /** Nest of {@code NFEA_*}. */
    public static final int NDA_FDB_EXT_ATTRS = 14;

    /** u32: {@code NTF_EXT_*}. */
    public static final int NDA_FLAGS_EXT = 15;

    /** u16: which states a bulk deletion means. */
    public static final int NDA_NDM_STATE_MASK = 16;

    /** u8: which flags a bulk deletion means. */
    public static final int NDA_NDM_FLAGS_MASK = 17;

    /** u8: whether changes of activity are announced. */
    public static final int NFEA_ACTIVITY_NOTIFY = 1;

    /** Flag: leave the age as it is. */
    public static final int NFEA_DONT_REFRESH = 2;

    /** The fixed header. */
    public static final StructSpec NDMSG = new StructSpec("ndmsg", 12, List.of(
            field("ndm_family", 0, AttributeType.U8),
            field("ndm_ifindex", 4, AttributeType.S32),
            field("ndm_state", 8, AttributeType.U16),
            field("ndm_flags", 10, AttributeType.U8),
            field("ndm_type", 11, AttributeType.U8)));

    /** Ages in hundredths of a second, and a count. */
    private static final StructSpec CACHEINFO = new StructSpec("nda_cacheinfo", 16, List.of(
            field("ndm_confirmed", 0, AttributeType.U32),
            field("ndm_used", 4, AttributeType.U32),
            field("ndm_updated", 8, AttributeType.U32),
            field("ndm_refcnt", 12, AttributeType.U32)));

    /** The table of {@link #NDA_FDB_EXT_ATTRS}. */
    public static final AttributeSet FDB_ATTRIBUTES = AttributeSet.of(
            "NFEA",
            u8(NFEA_ACTIVITY_NOTIFY, "NFEA_ACTIVITY_NOTIFY"),
            flag(NFEA_DONT_REFRESH, "NFEA_DONT_REFRESH"));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "NDA",
            address(NDA_DST, "NDA_DST").key("dst"),
            lladdr(NDA_LLADDR, "NDA_LLADDR").key("lladdr"),
            struct(NDA_CACHEINFO, "NDA_CACHEINFO", CACHEINFO),
            u32(NDA_PROBES, "NDA_PROBES"),
            u16(NDA_VLAN, "NDA_VLAN"),
            u16be(NDA_PORT, "NDA_PORT"),
            u32(NDA_VNI, "NDA_VNI"),
            u32(NDA_IFINDEX, "NDA_IFINDEX"),
            u32(NDA_MASTER, "NDA_MASTER"),
            s32(NDA_LINK_NETNSID, "NDA_LINK_NETNSID"),
            u32(NDA_SRC_VNI, "NDA_SRC_VNI"),
            u8(NDA_PROTOCOL, "NDA_PROTOCOL"),
            u32(NDA_NH_ID, "NDA_NH_ID"),
            nest(NDA_FDB_EXT_ATTRS, "NDA_FDB_EXT_ATTRS", () -> FDB_ATTRIBUTES),
            u32(NDA_FLAGS_EXT, "NDA_FLAGS_EXT"),
            u16(NDA_NDM_STATE_MASK, "NDA_NDM_STATE_MASK"),
            u8(NDA_NDM_FLAGS_MASK, "NDA_NDM_FLAGS_MASK"));

    private Nda() {}
}
