package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.lladdr;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.StructSpec.field;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;

/**
 * Attributes of the action ife, which carries metadata between machines: {@code TCA_IFE_*} of {@code linux/tc_act/tc_ife.h} and
 * {@code IFE_META_*} of {@code linux/ife.h}.
 */
public final class TcaIfe {
    /** {@code struct tc_ife}: what all actions have, and what is done. */
    public static final int TCA_IFE_PARMS = 1;

    /** {@code struct tcf_t}, only in answers: when it was made and used. */
    public static final int TCA_IFE_TM = 2;

    /** 6 octets: destination of the outer Ethernet header. */
    public static final int TCA_IFE_DMAC = 3;

    /** 6 octets: its source. */
    public static final int TCA_IFE_SMAC = 4;

    /** u16 in host byte order: its protocol. */
    public static final int TCA_IFE_TYPE = 5;

    /** Nest of {@code IFE_META_*}: what is carried along. */
    public static final int TCA_IFE_METALST = 6;

    /** Padding before a u64. */
    public static final int TCA_IFE_PAD = 7;

    /** u32: the mark to write; none to take the packet's. */
    public static final int IFE_META_SKBMARK = 1;

    /** u32: the hash to write; none to take the packet's. */
    public static final int IFE_META_HASHID = 2;

    /** u32: the priority to write; none to take the packet's. */
    public static final int IFE_META_PRIO = 3;

    /** u16: the queue to write; none to take the packet's. */
    public static final int IFE_META_QMAP = 4;

    /** u16: the traffic control index to write; none to take the packet's. */
    public static final int IFE_META_TCINDEX = 5;

    /** Bit 0 of {@code flags}: take the outer header off. */
    public static final int IFE_DECODE = 0;

    /** Bit 0 of {@code flags}: put the outer header on. */
    public static final int IFE_ENCODE = 1;

    private static final StructSpec PARAMETERS = TcGen.struct("tc_ife", 24, field("flags", 20, AttributeType.U16));

    /** The table of {@link #TCA_IFE_METALST}. */
    public static final AttributeSet METADATA = AttributeSet.of(
            "IFE_META",
            binary(IFE_META_SKBMARK, "IFE_META_SKBMARK").key("mark").shown(TcaIfe::metadata),
            binary(IFE_META_HASHID, "IFE_META_HASHID").key("hashid").shown(TcaIfe::metadata),
            binary(IFE_META_PRIO, "IFE_META_PRIO").key("prio").shown(TcaIfe::metadata),
            binary(IFE_META_QMAP, "IFE_META_QMAP").key("qmap").shown(TcaIfe::metadata),
            binary(IFE_META_TCINDEX, "IFE_META_TCINDEX").key("tcindex").shown(TcaIfe::metadata));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_IFE",
            TcGen.parameters(TCA_IFE_PARMS, "TCA_IFE_PARMS", PARAMETERS, TcaIfe::members),
            TcGen.times(TCA_IFE_TM, "TCA_IFE_TM"),
            lladdr(TCA_IFE_DMAC, "TCA_IFE_DMAC").atMost(6).key("dst"),
            lladdr(TCA_IFE_SMAC, "TCA_IFE_SMAC").atMost(6).key("src"),
            u16(TCA_IFE_TYPE, "TCA_IFE_TYPE").key("type").shown(TcaIfe::type),
            nest(TCA_IFE_METALST, "TCA_IFE_METALST", () -> METADATA).unmarked().key(""),
            binary(TCA_IFE_PAD, "TCA_IFE_PAD"));

    private TcaIfe() {}

    private static Map<String, Object> members(Attributes data) {
        long flags = data.field(TCA_IFE_PARMS, "flags").orElse(0);
        return Map.of("mode", (flags & IFE_ENCODE) != 0 ? "encode" : "decode");
    }

    private static Optional<String> type(Attributes data, int number) {
        return data.integer(number).stream().mapToObj(type -> type == 0 ? "0" : "0x" + Integer.toHexString(type)).findFirst();
    }

    /** Without a value what the packet has is written. */
    private static Optional<?> metadata(Attributes data, int number) {
        return data.payload(number).map(TcaIfe::metadata);
    }

    private static Object metadata(byte[] value) {
        ByteBuffer buffer = ByteBuffer.wrap(value).order(ByteOrder.nativeOrder());
        return switch (value.length) {
            case 0 -> "allow";
            case Short.BYTES -> Short.toUnsignedInt(buffer.getShort());
            case Integer.BYTES -> Integer.toUnsignedLong(buffer.getInt());
            default -> HexFormat.of().formatHex(value);
        };
    }
}
