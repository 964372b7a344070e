package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.s64;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;
import static org.netlink4j.core.schema.StructSpec.field;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_OPTIONS;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.Psched;
import org.netlink4j.rtnetlink.tc.TcTables;

/**
 * Attributes of netem: {@code TCA_NETEM_*} of {@code linux/pkt_sched.h}, as of Linux 6.18; they follow {@code struct tc_netem_qopt}. A
 * probability is a u32 in 1/(2<sup>32</sup>-1).
 */
public final class TcaNetem {
    /** {@code struct tc_netem_corr}: how much delay, loss and duplication depend on those before. */
    public static final int TCA_NETEM_CORR = 1;

    /** Array of s16: distribution of the delay; only in requests. */
    public static final int TCA_NETEM_DELAY_DIST = 2;

    /** {@code struct tc_netem_reorder}. */
    public static final int TCA_NETEM_REORDER = 3;

    /** {@code struct tc_netem_corrupt}. */
    public static final int TCA_NETEM_CORRUPT = 4;

    /** Nest of {@code NETEM_LOSS_*}: a model of losses. */
    public static final int TCA_NETEM_LOSS = 5;

    /** {@code struct tc_netem_rate}. */
    public static final int TCA_NETEM_RATE = 6;

    /** u32: whether to mark instead of dropping, 0 or 1. */
    public static final int TCA_NETEM_ECN = 7;

    /** u64: rate in bytes per second, if it has more than 32 bits. */
    public static final int TCA_NETEM_RATE64 = 8;

    /** Padding before a u64. */
    public static final int TCA_NETEM_PAD = 9;

    /** s64: delay in nanoseconds. */
    public static final int TCA_NETEM_LATENCY64 = 10;

    /** s64: how far the delay varies, in nanoseconds. */
    public static final int TCA_NETEM_JITTER64 = 11;

    /** {@code struct tc_netem_slot}. */
    public static final int TCA_NETEM_SLOT = 12;

    /** Array of s16: distribution of the slots; only in requests. */
    public static final int TCA_NETEM_SLOT_DIST = 13;

    /** u64: seed of the random numbers; since Linux 6.6. */
    public static final int TCA_NETEM_PRNG_SEED = 14;

    /** {@code struct tc_netem_gimodel}: four states. */
    public static final int NETEM_LOSS_GI = 1;

    /** {@code struct tc_netem_gemodel}: Gilbert-Elliott. */
    public static final int NETEM_LOSS_GE = 2;

    private static final StructSpec HEADER =
            Structs.u32("tc_netem_qopt", "latency", "limit", "loss", "gap", "duplicate", "jitter");

    private static final StructSpec CORRELATIONS = Structs.u32("tc_netem_corr", "delay_corr", "loss_corr", "dup_corr");

    private static final StructSpec RATE = new StructSpec("tc_netem_rate", 16, List.of(
            field("rate", 0, AttributeType.U32),
            field("packet_overhead", 4, AttributeType.S32),
            field("cell_size", 8, AttributeType.U32),
            field("cell_overhead", 12, AttributeType.S32)));

    private static final StructSpec SLOT = new StructSpec("tc_netem_slot", 40, List.of(
            field("min_delay", 0, AttributeType.S64),
            field("max_delay", 8, AttributeType.S64),
            field("max_packets", 16, AttributeType.S32),
            field("max_bytes", 20, AttributeType.S32),
            field("dist_delay", 24, AttributeType.S64),
            field("dist_jitter", 32, AttributeType.S64)));

    /** The table of {@link #TCA_NETEM_LOSS}. */
    public static final AttributeSet LOSS = AttributeSet.of(
            "NETEM_LOSS",
            struct(NETEM_LOSS_GI, "NETEM_LOSS_GI", Structs.u32("tc_netem_gimodel", "p13", "p31", "p32", "p14", "p23")),
            struct(NETEM_LOSS_GE, "NETEM_LOSS_GE", Structs.u32("tc_netem_gemodel", "p", "r", "h", "k1")));

    /** The table of what follows the structure. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_NETEM",
            struct(TCA_NETEM_CORR, "TCA_NETEM_CORR", CORRELATIONS),
            binary(TCA_NETEM_DELAY_DIST, "TCA_NETEM_DELAY_DIST"),
            struct(TCA_NETEM_REORDER, "TCA_NETEM_REORDER", chance("tc_netem_reorder")),
            struct(TCA_NETEM_CORRUPT, "TCA_NETEM_CORRUPT", chance("tc_netem_corrupt")),
            nest(TCA_NETEM_LOSS, "TCA_NETEM_LOSS", () -> LOSS),
            struct(TCA_NETEM_RATE, "TCA_NETEM_RATE", RATE),
            u32(TCA_NETEM_ECN, "TCA_NETEM_ECN"),
            u64(TCA_NETEM_RATE64, "TCA_NETEM_RATE64"),
            binary(TCA_NETEM_PAD, "TCA_NETEM_PAD"),
            s64(TCA_NETEM_LATENCY64, "TCA_NETEM_LATENCY64"),
            s64(TCA_NETEM_JITTER64, "TCA_NETEM_JITTER64"),
            struct(TCA_NETEM_SLOT, "TCA_NETEM_SLOT", SLOT),
            binary(TCA_NETEM_SLOT_DIST, "TCA_NETEM_SLOT_DIST"),
            u64(TCA_NETEM_PRNG_SEED, "TCA_NETEM_PRNG_SEED"));

    /** {@code TCA_OPTIONS}. */
    static final TcTables QDISC = TcTables.of(
            Netem.KIND,
            nest(TCA_OPTIONS, "TCA_OPTIONS", HEADER, () -> ATTRIBUTES).unmarked().shown((among, _) -> new View(among).members()));

    private TcaNetem() {}

    private static StructSpec chance(String name) {
        return Structs.u32(name, "probability", "correlation");
    }

    /** The options of a message as {@code tc} shows them. */
    private static final class View {
        private static final double NANOSECONDS = 1000;

        private final Attributes message;
        private final Attributes data;
        private final Map<String, Object> members = new LinkedHashMap<>();

        View(Attributes message) {
            this.message = message;
            data = message.nest(TCA_OPTIONS).orElse(Attributes.none(ATTRIBUTES));
        }

        private long header(String field) {
            return message.field(TCA_OPTIONS, field).orElse(0);
        }

        private long correlation(String field) {
            return data.field(TCA_NETEM_CORR, field).orElse(0);
        }

        Optional<Map<String, Object>> members() {
            members.put("limit", header("limit"));
            delay();
            chance("loss-random", "loss", header("loss"), correlation("loss_corr"));
            data.nest(TCA_NETEM_LOSS).ifPresent(this::loss);
            chance("duplicate", "duplicate", header("duplicate"), correlation("dup_corr"));
            chance("reorder", TCA_NETEM_REORDER);
            chance("corrupt", TCA_NETEM_CORRUPT);
            rate();
            slot();
            data.number(TCA_NETEM_PRNG_SEED).ifPresent(seed -> members.put("seed", new BigInteger(Long.toUnsignedString(seed))));
            members.put("ecn", data.integer(TCA_NETEM_ECN).orElse(0) != 0);
            members.put("gap", header("gap"));
            return Optional.of(members);
        }

        /** Microseconds, out of nanoseconds if this kernel has them. */
        private double time(int wide, String narrow) {
            return data.number(wide).stream().mapToDouble(value -> value / NANOSECONDS).findFirst()
                    .orElseGet(() -> Psched.KERNEL.microseconds(header(narrow)));
        }

        private void delay() {
            double delay = time(TCA_NETEM_LATENCY64, "latency");
            double jitter = time(TCA_NETEM_JITTER64, "jitter");
            if (delay != 0 || jitter != 0) {
                members.put("delay", Map.of("delay", Shown.seconds(delay), "jitter", Shown.seconds(jitter),
                        "correlation", Shown.probability(correlation("delay_corr"))));
            }
        }

        private void chance(String key, String name, long probability, long correlation) {
            if (probability != 0) {
                members.put(key, Map.of(name, Shown.probability(probability), "correlation", Shown.probability(correlation)));
            }
        }

        private void chance(String key, int number) {
            chance(key, key, data.field(number, "probability").orElse(0), data.field(number, "correlation").orElse(0));
        }

        private void loss(Attributes model) {
            if (model.has(NETEM_LOSS_GI)) {
                members.put("loss-state", probabilities(model, NETEM_LOSS_GI, "p13", "p31", "p32", "p23", "p14"));
            }
            if (model.has(NETEM_LOSS_GE)) {
                Map<String, Object> gemodel = probabilities(model, NETEM_LOSS_GE, "p", "r");
                model.field(NETEM_LOSS_GE, "h")
                        .ifPresent(value -> gemodel.put("1-h", Shown.probability((1L << Integer.SIZE) - 1 - value)));
                model.field(NETEM_LOSS_GE, "k1").ifPresent(value -> gemodel.put("1-k", Shown.probability(value)));
                members.put("loss-gemodel", gemodel);
            }
        }

        private static Map<String, Object> probabilities(Attributes model, int number, String... fields) {
            Map<String, Object> all = new LinkedHashMap<>();
            for (String field : fields) {
                model.field(number, field).ifPresent(value -> all.put(field, Shown.probability(value)));
            }
            return all;
        }

        private void rate() {
            long rate = data.number(TCA_NETEM_RATE64).orElseGet(() -> data.field(TCA_NETEM_RATE, "rate").orElse(0));
            if (rate != 0) {
                Map<String, Object> all = new LinkedHashMap<>();
                all.put("rate", rate);
                Shown.put(all, data, TCA_NETEM_RATE, "packet_overhead", "packetoverhead");
                Shown.put(all, data, TCA_NETEM_RATE, "cell_size", "cellsize");
                Shown.put(all, data, TCA_NETEM_RATE, "cell_overhead", "celloverhead");
                members.put("rate", all);
            }
        }

        private double slot(String field) {
            return data.field(TCA_NETEM_SLOT, field).orElse(0) / NANOSECONDS;
        }

        private void slot() {
            if (!data.has(TCA_NETEM_SLOT)) {
                return;
            }
            Map<String, Object> all = new LinkedHashMap<>();
            if (slot("dist_jitter") > 0) {
                all.put("distribution", Shown.seconds(slot("dist_delay")));
                all.put("jitter", Shown.seconds(slot("dist_jitter")));
            } else {
                all.put("min-delay", Shown.seconds(slot("min_delay")));
                all.put("max-delay", Shown.seconds(slot("max_delay")));
            }
            Shown.put(all, data, TCA_NETEM_SLOT, "max_packets", "packets");
            Shown.put(all, data, TCA_NETEM_SLOT, "max_bytes", "bytes");
            members.put("slot", all);
        }
    }
}
