package org.netlink4j.rtnetlink.encap;

import static org.netlink4j.core.schema.AttributeSpec.ipv6;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;
import static org.netlink4j.core.schema.StructSpec.fieldBe;

import java.util.List;
import java.util.Map;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;

/** Attributes of an IOAM encapsulation: {@code IOAM6_IPTUNNEL_*} of {@code linux/ioam6_iptunnel.h}, as of Linux 6.18. */
public final class Ioam6Iptunnel {
    /** u8: {@code IOAM6_IPTUNNEL_MODE_*}. */
    public static final int IOAM6_IPTUNNEL_MODE = 1;

    /** IPv6 address: the other end of the tunnel. */
    public static final int IOAM6_IPTUNNEL_DST = 2;

    /** {@code struct ioam6_trace_hdr}: pre-allocated trace option. */
    public static final int IOAM6_IPTUNNEL_TRACE = 3;

    /** u32: so many packets are traced ... */
    public static final int IOAM6_IPTUNNEL_FREQ_K = 4;

    /** u32: ... of so many, at most 1,000,000. */
    public static final int IOAM6_IPTUNNEL_FREQ_N = 5;

    /** IPv6 address: this end of the tunnel; since Linux 6.13. */
    public static final int IOAM6_IPTUNNEL_SRC = 6;

    /** Mode: into the packet. */
    public static final int IOAM6_IPTUNNEL_MODE_INLINE = 1;

    /** Mode: into a tunnel. */
    public static final int IOAM6_IPTUNNEL_MODE_ENCAP = 2;

    /** Mode: into what this host sends; what it forwards goes into a tunnel. */
    public static final int IOAM6_IPTUNNEL_MODE_AUTO = 3;

    /** The trace option: its bit fields of 2 bytes are one field here. */
    static final StructSpec TRACE = new StructSpec("ioam6_trace_hdr", 8, List.of(
            fieldBe("namespace_id", 0, AttributeType.U16),
            fieldBe("lengths", 2, AttributeType.U16),
            fieldBe("type_be32", 4, AttributeType.U32)));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IOAM6_IPTUNNEL",
            u8(IOAM6_IPTUNNEL_MODE, "IOAM6_IPTUNNEL_MODE").key("mode").words(Map.of(1L, "inline", 2L, "encap", 3L, "auto")),
            ipv6(IOAM6_IPTUNNEL_DST, "IOAM6_IPTUNNEL_DST").key("tundst"),
            struct(IOAM6_IPTUNNEL_TRACE, "IOAM6_IPTUNNEL_TRACE", TRACE).key("").shown(Renderings::trace),
            u32(IOAM6_IPTUNNEL_FREQ_K, "IOAM6_IPTUNNEL_FREQ_K").key("freqk"),
            u32(IOAM6_IPTUNNEL_FREQ_N, "IOAM6_IPTUNNEL_FREQ_N").key("freqn"),
            ipv6(IOAM6_IPTUNNEL_SRC, "IOAM6_IPTUNNEL_SRC").key("tunsrc"));

    private Ioam6Iptunnel() {}
}
