package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import java.util.Map;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/** Attributes of netkit devices: {@code IFLA_NETKIT_*} of {@code linux/if_link.h}. */
public final class IflaNetkit {
    /** Only in requests: {@code struct ifinfomsg} and {@code IFLA_*} attributes of the other end. */
    public static final int IFLA_NETKIT_PEER_INFO = 1;

    /** u8: only in answers: 1 for the end that was made, 0 for the other. */
    public static final int IFLA_NETKIT_PRIMARY = 2;

    /** u32: what happens without a program, {@code NETKIT_PASS} or {@code NETKIT_DROP}. */
    public static final int IFLA_NETKIT_POLICY = 3;

    /** u32: the same of the other end. */
    public static final int IFLA_NETKIT_PEER_POLICY = 4;

    /** u32: what it carries, {@code NETKIT_L2} or {@code NETKIT_L3}. */
    public static final int IFLA_NETKIT_MODE = 5;

    /** u32: what becomes of mark and priority, {@code NETKIT_SCRUB_*}; since Linux 6.13. */
    public static final int IFLA_NETKIT_SCRUB = 6;

    /** u32: the same of the other end; since Linux 6.13. */
    public static final int IFLA_NETKIT_PEER_SCRUB = 7;

    /** u16: bytes that programs want before a packet; since Linux 6.14. */
    public static final int IFLA_NETKIT_HEADROOM = 8;

    /** u16: bytes that programs want after a packet; since Linux 6.14. */
    public static final int IFLA_NETKIT_TAILROOM = 9;

    /** u32: 0 for two ends, 1 for one; newer than Linux 6.18. */
    public static final int IFLA_NETKIT_PAIRING = 10;

    /** Policy: pass packets. */
    public static final int NETKIT_PASS = 0;

    /** Policy: drop packets. */
    public static final int NETKIT_DROP = 2;

    /** Mode: Ethernet frames. */
    public static final int NETKIT_L2 = 0;

    /** Mode: IP packets, the default. */
    public static final int NETKIT_L3 = 1;

    /** Mark and priority are left to the program. */
    public static final int NETKIT_SCRUB_NONE = 0;

    /** Mark and priority are cleared between namespaces. */
    public static final int NETKIT_SCRUB_DEFAULT = 1;

    private static final Map<Long, String> POLICIES = Map.of(0L, "forward", 2L, "blackhole");
    private static final Map<Long, String> SCRUBS = Renderings.words("none", "default");

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_NETKIT",
            nest(IFLA_NETKIT_PEER_INFO, "IFLA_NETKIT_PEER_INFO", LinkHeader.IFINFOMSG, () -> Ifla.ATTRIBUTES).unmarked(),
            u8(IFLA_NETKIT_PRIMARY, "IFLA_NETKIT_PRIMARY").key("type").words(Renderings.words("peer", "primary")),
            u32(IFLA_NETKIT_POLICY, "IFLA_NETKIT_POLICY").key("policy").words(POLICIES),
            u32(IFLA_NETKIT_PEER_POLICY, "IFLA_NETKIT_PEER_POLICY").key("peer_policy").words(POLICIES),
            u32(IFLA_NETKIT_MODE, "IFLA_NETKIT_MODE").key("mode").words(Renderings.words("l2", "l3")),
            u32(IFLA_NETKIT_SCRUB, "IFLA_NETKIT_SCRUB").key("scrub").words(SCRUBS),
            u32(IFLA_NETKIT_PEER_SCRUB, "IFLA_NETKIT_PEER_SCRUB").key("peer_scrub").words(SCRUBS),
            u16(IFLA_NETKIT_HEADROOM, "IFLA_NETKIT_HEADROOM"),
            u16(IFLA_NETKIT_TAILROOM, "IFLA_NETKIT_TAILROOM"),
            u32(IFLA_NETKIT_PAIRING, "IFLA_NETKIT_PAIRING"));

    private IflaNetkit() {}
}
