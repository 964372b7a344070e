package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.TcRate;
import org.netlink4j.rtnetlink.tc.TcTables;

/** Attributes of tbf: {@code TCA_TBF_*} of {@code linux/pkt_sched.h}, as of Linux 6.18. */
public final class TcaTbf {
    /** {@code struct tc_tbf_qopt}. */
    public static final int TCA_TBF_PARMS = 1;

    /** 256 u32: time of each size at the rate; only in requests. */
    public static final int TCA_TBF_RTAB = 2;

    /** 256 u32: time of each size at the peak rate; only in requests. */
    public static final int TCA_TBF_PTAB = 3;

    /** u64: rate in bytes per second, if it has more than 32 bits. */
    public static final int TCA_TBF_RATE64 = 4;

    /** u64: peak rate in bytes per second, if it has more than 32 bits. */
    public static final int TCA_TBF_PRATE64 = 5;

    /** u32: bytes that may go at once; only in requests. */
    public static final int TCA_TBF_BURST = 6;

    /** u32: bytes that may go at once at the peak rate; only in requests. */
    public static final int TCA_TBF_PBURST = 7;

    /** Padding before a u64. */
    public static final int TCA_TBF_PAD = 8;

    private static final int AFTER_RATES = 2 * TcRate.SIZE;

    private static final StructSpec PARAMETERS = new StructSpec("tc_tbf_qopt", 36, Stream.of(
                    TcRate.fields("rate", 0),
                    TcRate.fields("peakrate", TcRate.SIZE),
                    List.of(
                            field("limit", AFTER_RATES, AttributeType.U32),
                            field("buffer", AFTER_RATES + 4, AttributeType.U32),
                            field("mtu", AFTER_RATES + 8, AttributeType.U32)))
            .flatMap(List::stream)
            .toList());

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_TBF",
            struct(TCA_TBF_PARMS, "TCA_TBF_PARMS", PARAMETERS).key("").shown((among, _) -> shown(among)),
            binary(TCA_TBF_RTAB, "TCA_TBF_RTAB"),
            binary(TCA_TBF_PTAB, "TCA_TBF_PTAB"),
            u64(TCA_TBF_RATE64, "TCA_TBF_RATE64"),
            u64(TCA_TBF_PRATE64, "TCA_TBF_PRATE64"),
            u32(TCA_TBF_BURST, "TCA_TBF_BURST"),
            u32(TCA_TBF_PBURST, "TCA_TBF_PBURST"),
            binary(TCA_TBF_PAD, "TCA_TBF_PAD"));

    /** {@code TCA_OPTIONS}. */
    static final TcTables QDISC = TcTables.of(Tbf.KIND, ATTRIBUTES);

    private TcaTbf() {}

    /** {@code tc} leaves the peak rate out and has the key "mpu" twice. */
    private static Optional<Map<String, Object>> shown(Attributes data) {
        Map<String, Object> members = new LinkedHashMap<>();
        Tbf tbf = new Tbf(data);
        tbf.rate().ifPresent(rate -> members.put("rate", rate));
        tbf.burst().ifPresent(burst -> members.put("burst", Rates.size(data, TCA_TBF_PARMS, "rate", burst)));
        Rates.put(members, data, TCA_TBF_PARMS, "rate");
        tbf.peakRate().ifPresent(peak -> members.put("peakrate", peak));
        tbf.peakBurst().ifPresent(mtu -> members.put("mtu", Rates.size(data, TCA_TBF_PARMS, "peakrate", mtu)));
        tbf.latency().ifPresentOrElse(
                latency -> members.put("lat", latency), () -> Shown.put(members, data, TCA_TBF_PARMS, "limit", "limit"));
        return Optional.of(members);
    }
}
