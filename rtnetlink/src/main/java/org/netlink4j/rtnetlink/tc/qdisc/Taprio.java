package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaTaprio.TCA_TAPRIO_ATTR_ADMIN_SCHED;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaTaprio.TCA_TAPRIO_ATTR_FLAGS;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaTaprio.TCA_TAPRIO_ATTR_PRIOMAP;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaTaprio.TCA_TAPRIO_ATTR_SCHED_BASE_TIME;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaTaprio.TCA_TAPRIO_ATTR_SCHED_CLOCKID;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaTaprio.TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaTaprio.TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME_EXTENSION;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaTaprio.TCA_TAPRIO_ATTR_SCHED_ENTRY_LIST;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaTaprio.TCA_TAPRIO_ATTR_TC_ENTRY;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaTaprio.TCA_TAPRIO_ATTR_TXTIME_DELAY;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * Time-aware priority shaper of IEEE 802.1Qbv: a schedule says which traffic classes may send when.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaTaprio}
 */
public record Taprio(Attributes data) implements TypedQdiscKind<Taprio> {
    static final String KIND = "taprio";

    /** Checks the table. */
    public Taprio {
        TcaTaprio.QDISC.require(data);
    }

    /** Nothing said. */
    public Taprio() {
        this(Attributes.none(TcaTaprio.ATTRIBUTES));
    }

    /**
     * Traffic classes and a schedule.
     *
     * @param priorityMap the traffic class of each priority of a socket, at most 16
     * @param queues the queues of each traffic class, at most 16
     * @param schedule the entries
     * @return the kind
     */
    public static Taprio of(List<Integer> priorityMap, List<QueueRange> queues, List<GateEntry> schedule) {
        Attributes list = Attributes.none(TcaTaprio.SCHEDULE);
        for (GateEntry entry : schedule) {
            list = list.plus(TcaTaprio.TCA_TAPRIO_SCHED_ENTRY, entry.attributes());
        }
        return new Taprio(Attributes.none(TcaTaprio.ATTRIBUTES)
                .withStruct(TCA_TAPRIO_ATTR_PRIOMAP, QueueRange.fields(priorityMap, queues, 0))
                .with(TCA_TAPRIO_ATTR_SCHED_ENTRY_LIST, list));
    }

    /** {@return how many traffic classes there are, u8} */
    public OptionalLong classes() {
        return data.field(TCA_TAPRIO_ATTR_PRIOMAP, "num_tc");
    }

    /** {@return the schedule that is in force} */
    public List<GateEntry> schedule() {
        return data.nest(TCA_TAPRIO_ATTR_SCHED_ENTRY_LIST).stream()
                .flatMap(list -> list.nests(TcaTaprio.TCA_TAPRIO_SCHED_ENTRY).stream())
                .map(GateEntry::of)
                .toList();
    }

    /** {@return the schedule that comes next; empty if none does} */
    public Optional<Taprio> next() {
        return data.nest(TCA_TAPRIO_ATTR_ADMIN_SCHED).map(Taprio::new);
    }

    /**
     * Limits the packets of a traffic class; since Linux 6.1.
     *
     * @param trafficClass its number, 0 to 15
     * @param bytes the longest packet, u32; 0 for no limit
     * @return the kind with it
     */
    public Taprio longestPacket(int trafficClass, long bytes) {
        return over(data.plus(TCA_TAPRIO_ATTR_TC_ENTRY, Attributes.none(TcaTaprio.CLASS)
                .with(TcaTaprio.TCA_TAPRIO_TC_ENTRY_INDEX, trafficClass)
                .with(TcaTaprio.TCA_TAPRIO_TC_ENTRY_MAX_SDU, bytes)));
    }

    /** {@return the clock of the times, {@code CLOCK_*} of {@code time.h}, s32; {@code TCA_TAPRIO_ATTR_SCHED_CLOCKID}} */
    public OptionalInt clock() {
        return data.integer(TCA_TAPRIO_ATTR_SCHED_CLOCKID);
    }

    /**
     * Sets the clock of the times, {@code CLOCK_*} of {@code time.h}.
     *
     * @param clock s32
     * @return the kind with it
     */
    public Taprio clock(int clock) {
        return with(TCA_TAPRIO_ATTR_SCHED_CLOCKID, clock);
    }

    /** {@return when the schedule begins, nanoseconds of the clock, s64; {@code TCA_TAPRIO_ATTR_SCHED_BASE_TIME}} */
    public OptionalLong baseTime() {
        return data.number(TCA_TAPRIO_ATTR_SCHED_BASE_TIME);
    }

    /**
     * Sets when the schedule begins.
     *
     * @param nanoseconds nanoseconds of the clock, s64
     * @return the kind with it
     */
    public Taprio baseTime(long nanoseconds) {
        return with(TCA_TAPRIO_ATTR_SCHED_BASE_TIME, nanoseconds);
    }

    /**
     * {@return how long a cycle is, nanoseconds, s64; the sum of the entries if it is not said; {@code
     * TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME}}
     */
    public OptionalLong cycleTime() {
        return data.number(TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME);
    }

    /**
     * Sets how long a cycle is.
     *
     * @param nanoseconds nanoseconds, s64; the sum of the entries if it is not said
     * @return the kind with it
     */
    public Taprio cycleTime(long nanoseconds) {
        return with(TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME, nanoseconds);
    }

    /**
     * {@return how much longer the last cycle of a schedule may be, nanoseconds, s64; {@code
     * TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME_EXTENSION}}
     */
    public OptionalLong cycleTimeExtension() {
        return data.number(TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME_EXTENSION);
    }

    /**
     * Sets how much longer the last cycle of a schedule may be.
     *
     * @param nanoseconds nanoseconds, s64
     * @return the kind with it
     */
    public Taprio cycleTimeExtension(long nanoseconds) {
        return with(TCA_TAPRIO_ATTR_SCHED_CYCLE_TIME_EXTENSION, nanoseconds);
    }

    /** {@return the flags, {@code TCA_TAPRIO_ATTR_FLAG_*} of {@link TcaTaprio}, u32; {@code TCA_TAPRIO_ATTR_FLAGS}} */
    public OptionalLong flags() {
        return data.number(TCA_TAPRIO_ATTR_FLAGS);
    }

    /**
     * Sets the flags.
     *
     * @param flags {@code TCA_TAPRIO_ATTR_FLAG_*} of {@link TcaTaprio}, u32
     * @return the kind with it
     */
    public Taprio flags(long flags) {
        return with(TCA_TAPRIO_ATTR_FLAGS, flags);
    }

    /** {@return how early a packet is handed to the device, nanoseconds, u32; {@code TCA_TAPRIO_ATTR_TXTIME_DELAY}} */
    public OptionalLong txTimeDelay() {
        return data.number(TCA_TAPRIO_ATTR_TXTIME_DELAY);
    }

    /**
     * Sets how early a packet is handed to the device.
     *
     * @param nanoseconds nanoseconds, u32
     * @return the kind with it
     */
    public Taprio txTimeDelay(long nanoseconds) {
        return with(TCA_TAPRIO_ATTR_TXTIME_DELAY, nanoseconds);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Taprio over(Attributes data) {
        return new Taprio(data);
    }
}
