package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.s32;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;
import static org.netlink4j.core.schema.StructSpec.field;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.TcRate;

/** Attributes of the action police: {@code TCA_POLICE_*} of {@code linux/pkt_cls.h}. */
public final class TcaPolice {
    /** {@code struct tc_police}: what all actions have, rates, burst and the largest packet. */
    public static final int TCA_POLICE_TBF = 1;

    /** 1024 bytes, only in requests: 256 times of a u32 that packets of growing length take at the rate. */
    public static final int TCA_POLICE_RATE = 2;

    /** 1024 bytes, only in requests: the same at the peak rate. */
    public static final int TCA_POLICE_PEAKRATE = 3;

    /** u32: bytes a second; the average rate that the estimator may measure. */
    public static final int TCA_POLICE_AVRATE = 4;

    /** s32: what to do to packets that keep to the rate; {@link ControlAction}. */
    public static final int TCA_POLICE_RESULT = 5;

    /** {@code struct tcf_t}, only in answers: when it was made and used. */
    public static final int TCA_POLICE_TM = 6;

    /** Padding before a u64. */
    public static final int TCA_POLICE_PAD = 7;

    /** u64: the rate in bytes a second, if it has more than 32 bits. */
    public static final int TCA_POLICE_RATE64 = 8;

    /** u64: the peak rate in bytes a second, if it has more than 32 bits. */
    public static final int TCA_POLICE_PEAKRATE64 = 9;

    /** u64: packets a second, instead of bytes. */
    public static final int TCA_POLICE_PKTRATE64 = 10;

    /** u64: ticks of 64 ns that the burst takes at {@link #TCA_POLICE_PKTRATE64}. */
    public static final int TCA_POLICE_PKTBURST64 = 11;

    private static final StructSpec PARAMETERS = new StructSpec("tc_police", 56, List.of(
            field("index", 0, AttributeType.U32),
            field("action", 4, AttributeType.S32),
            field("limit", 8, AttributeType.U32),
            field("burst", 12, AttributeType.U32),
            field("mtu", 16, AttributeType.U32),
            field("rate.cell_log", 20, AttributeType.U8),
            field("rate.linklayer", 21, AttributeType.U8),
            field("rate.overhead", 22, AttributeType.U16),
            field("rate.cell_align", 24, AttributeType.S16),
            field("rate.mpu", 26, AttributeType.U16),
            field("rate.rate", 28, AttributeType.U32),
            field("peakrate.cell_log", 32, AttributeType.U8),
            field("peakrate.linklayer", 33, AttributeType.U8),
            field("peakrate.overhead", 34, AttributeType.U16),
            field("peakrate.cell_align", 36, AttributeType.S16),
            field("peakrate.mpu", 38, AttributeType.U16),
            field("peakrate.rate", 40, AttributeType.U32),
            field("refcnt", 44, AttributeType.S32),
            field("bindcnt", 48, AttributeType.S32),
            field("capab", 52, AttributeType.U32)));

    private static final Map<Long, String> LINK_LAYERS =
            Map.of(0L, "unspec", (long) TcRate.TC_LINKLAYER_ETHERNET, "ethernet", (long) TcRate.TC_LINKLAYER_ATM, "atm");

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_POLICE",
            TcGen.parameters(TCA_POLICE_TBF, "TCA_POLICE_TBF", PARAMETERS, TcaPolice::members),
            binary(TCA_POLICE_RATE, "TCA_POLICE_RATE").atMost(1024),
            binary(TCA_POLICE_PEAKRATE, "TCA_POLICE_PEAKRATE").atMost(1024),
            u32(TCA_POLICE_AVRATE, "TCA_POLICE_AVRATE").key("avrate"),
            s32(TCA_POLICE_RESULT, "TCA_POLICE_RESULT").key("conform_action").shown(TcaPolice::result),
            TcGen.times(TCA_POLICE_TM, "TCA_POLICE_TM"),
            binary(TCA_POLICE_PAD, "TCA_POLICE_PAD"),
            u64(TCA_POLICE_RATE64, "TCA_POLICE_RATE64"),
            u64(TCA_POLICE_PEAKRATE64, "TCA_POLICE_PEAKRATE64"),
            u64(TCA_POLICE_PKTRATE64, "TCA_POLICE_PKTRATE64").key("pkts_rate"),
            u64(TCA_POLICE_PKTBURST64, "TCA_POLICE_PKTBURST64").key("pkts_burst").shown(TcaPolice::packetBurst));

    private TcaPolice() {}

    private static Map<String, Object> members(Attributes data) {
        Police police = new Police(data);
        Map<String, Object> members = new LinkedHashMap<>();
        if (police.rate() != 0) {
            members.put("rate", unsigned(police.rate()));
            members.put("burst", unsigned(police.burst()));
        }
        if (police.largest() != 0) {
            members.put("mtu", police.largest());
        }
        if (police.peak() != 0) {
            members.put("peakrate", unsigned(police.peak()));
        }
        data.field(TCA_POLICE_TBF, "rate.overhead").ifPresent(bytes -> members.put("overhead", bytes));
        members.putAll(TcGen.word("linklayer", data, TCA_POLICE_TBF, "rate.linklayer", LINK_LAYERS));
        return members;
    }

    private static Optional<Long> packetBurst(Attributes data, int number) {
        return new Police(data).packetBurst().stream().boxed().findFirst();
    }

    private static Number unsigned(long bits) {
        return new BigInteger(Long.toUnsignedString(bits));
    }

    private static Optional<Map<String, Object>> result(Attributes data, int number) {
        return data.integer(number).stream().mapToObj(control -> new ControlAction(control).members()).findFirst();
    }
}
