package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaGred.TCA_GRED_PARMS;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * A virtual queue of gred. What the kernel says of it is in three attributes of {@code linux/pkt_sched.h}.
 *
 * @param parameters its {@code struct tc_gred_qopt}: {@link TcaGred#TCA_GRED_PARMS} of {@link TcaGred#ATTRIBUTES}
 * @param probability at the upper length, 1/2<sup>32</sup>, u32, as the kernel said it; {@code TCA_GRED_MAX_P}
 * @param entry attributes of {@link TcaGred#QUEUE}; none before Linux 4.21
 */
public record GredQueue(Attributes parameters, OptionalLong probability, Attributes entry) {
    /** Key, counter of newer kernels, field of older ones. */
    private static final List<Counter> COUNTERS = List.of(
            new Counter("backlog", TcaGred.TCA_GRED_VQ_STAT_BACKLOG, "backlog"),
            new Counter("forced_drop", TcaGred.TCA_GRED_VQ_STAT_FORCED_DROP, "forced"),
            new Counter("prob_drop", TcaGred.TCA_GRED_VQ_STAT_PROB_DROP, "early"),
            new Counter("pdrop", TcaGred.TCA_GRED_VQ_STAT_PDROP, "pdrop"),
            new Counter("other", TcaGred.TCA_GRED_VQ_STAT_OTHER, "other"),
            new Counter("packets", TcaGred.TCA_GRED_VQ_STAT_PACKETS, "packets"),
            new Counter("bytes", TcaGred.TCA_GRED_VQ_STAT_BYTES, "bytesin"));

    private record Counter(String key, int number, String field) {
        OptionalLong of(GredQueue queue) {
            OptionalLong newer = queue.entry.number(number);
            return newer.isPresent() ? newer : queue.parameters.field(TCA_GRED_PARMS, field);
        }
    }

    /** Checks the tables. */
    public GredQueue {
        if (parameters.set() != TcaGred.ATTRIBUTES || !parameters.has(TCA_GRED_PARMS) || entry.set() != TcaGred.QUEUE) {
            throw new IllegalArgumentException("parameters and an entry of gred wanted");
        }
    }

    private long parameter(String field) {
        return parameters.field(TCA_GRED_PARMS, field).orElse(0);
    }

    private long counter(String key) {
        return COUNTERS.stream().filter(counter -> counter.key.equals(key)).findFirst().orElseThrow().of(this).orElse(0);
    }

    /** {@return which virtual queue, 0 to 15} */
    public int number() {
        return (int) parameter("DP");
    }

    /** {@return the priority, u8; lower ones go first if the qdisc was made with {@code grio}} */
    public int priority() {
        return (int) parameter("prio");
    }

    /** {@return how long it may be in bytes, u32} */
    public long limit() {
        return parameter("limit");
    }

    /** {@return the average length from which on packets may be marked or dropped, in bytes, u32} */
    public long min() {
        return parameter("qth_min");
    }

    /** {@return the average length from which on all are, in bytes, u32} */
    public long max() {
        return parameter("qth_max");
    }

    /** {@return the logarithm to the base 2 of the inverse weight of the new length in the average, u8} */
    public int averageLog() {
        return (int) parameter("Wlog");
    }

    /** {@return the average length in bytes, u32} */
    public long average() {
        return parameter("qave");
    }

    /** {@return {@code TC_RED_*} of {@link TcaRed}; empty before Linux 4.21; {@code TCA_GRED_VQ_FLAGS}, the bits of a u32} */
    public OptionalLong flags() {
        return entry.number(TcaGred.TCA_GRED_VQ_FLAGS);
    }

    /** {@return bytes that wait, u32} */
    public long backlog() {
        return counter("backlog");
    }

    /** {@return packets that came, u32} */
    public long packets() {
        return counter("packets");
    }

    /** {@return bytes that came, the bits of a u64; before Linux 4.21 modulo 2<sup>32</sup>} */
    public long bytes() {
        return counter("bytes");
    }

    /** {@return packets dropped by chance, u32} */
    public long chanceDrops() {
        return counter("prob_drop");
    }

    /** {@return packets dropped above the upper length, u32} */
    public long forcedDrops() {
        return counter("forced_drop");
    }

    /** {@return packets dropped because the queue was full, u32} */
    public long fullDrops() {
        return counter("pdrop");
    }

    /** {@return packets dropped for other reasons, u32} */
    public long otherDrops() {
        return counter("other");
    }

    /** {@return packets marked by chance, u32; empty before Linux 4.21; {@code TCA_GRED_VQ_STAT_PROB_MARK}} */
    public OptionalLong chanceMarks() {
        return entry.number(TcaGred.TCA_GRED_VQ_STAT_PROB_MARK);
    }

    /** {@return packets marked above the upper length, u32; empty before Linux 4.21; {@code TCA_GRED_VQ_STAT_FORCED_MARK}} */
    public OptionalLong forcedMarks() {
        return entry.number(TcaGred.TCA_GRED_VQ_STAT_FORCED_MARK);
    }

    /** As {@code tc} shows it. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        Shown.put(members, parameters, TCA_GRED_PARMS, "DP", "vq");
        members.putAll(Shown.members(parameters, TCA_GRED_PARMS, "prio", "limit", "Scell_log", "qave"));
        Shown.put(members, parameters, TCA_GRED_PARMS, "qth_min", "min");
        Shown.put(members, parameters, TCA_GRED_PARMS, "qth_max", "max");
        Shown.put(members, parameters, TCA_GRED_PARMS, "Wlog", "ewma");
        TcaRed.showProbability(members, probability.orElse(0), parameter("Plog"));
        COUNTERS.forEach(counter -> counter.of(this).ifPresent(value -> members.put(counter.key, value)));
        flags().ifPresent(flags -> TcaRed.showFlags(members, flags));
        forcedMarks().ifPresent(value -> members.put("forced_mark", value));
        chanceMarks().ifPresent(value -> members.put("prob_mark", value));
        return members;
    }
}
