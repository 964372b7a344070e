package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaTaprio.TCA_TAPRIO_SCHED_ENTRY_CMD;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaTaprio.TCA_TAPRIO_SCHED_ENTRY_GATE_MASK;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaTaprio.TCA_TAPRIO_SCHED_ENTRY_INTERVAL;

import org.netlink4j.core.schema.Attributes;

/**
 * An entry of a schedule of taprio.
 *
 * @param command {@code TC_TAPRIO_CMD_*} of {@link TcaTaprio}, u8
 * @param gates a bit for each traffic class that may send, u32
 * @param interval how long, in nanoseconds, u32
 */
public record GateEntry(int command, long gates, long interval) {
    static GateEntry of(Attributes entry) {
        return new GateEntry(
                entry.integer(TCA_TAPRIO_SCHED_ENTRY_CMD).orElse(0),
                entry.number(TCA_TAPRIO_SCHED_ENTRY_GATE_MASK).orElse(0),
                entry.number(TCA_TAPRIO_SCHED_ENTRY_INTERVAL).orElse(0));
    }

    Attributes attributes() {
        return Attributes.none(TcaTaprio.ENTRY)
                .with(TCA_TAPRIO_SCHED_ENTRY_CMD, command)
                .with(TCA_TAPRIO_SCHED_ENTRY_GATE_MASK, gates)
                .with(TCA_TAPRIO_SCHED_ENTRY_INTERVAL, interval);
    }
}
