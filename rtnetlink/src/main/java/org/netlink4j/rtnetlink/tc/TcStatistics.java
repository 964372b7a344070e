package org.netlink4j.rtnetlink.tc;

import static org.netlink4j.rtnetlink.tc.Tca.TCA_STATS_BASIC;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_STATS_BASIC_HW;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_STATS_PKT64;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_STATS_QUEUE;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_STATS_RATE_EST;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_STATS_RATE_EST64;

import java.util.Objects;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * The counters of an object of traffic control: {@code TCA_STATS2}, and those of an action, which are built alike. A counter that
 * the kernel did not send is empty.
 *
 * @param attributes {@code TCA_STATS_*} of {@link Tca}
 */
public record TcStatistics(Attributes attributes) {
    /** Refuses nulls. */
    public TcStatistics {
        Objects.requireNonNull(attributes);
    }

    private OptionalLong first(int wide, int narrow, String field) {
        OptionalLong value = attributes.field(wide, field);
        return value.isPresent() ? value : attributes.field(narrow, field);
    }

    /** {@return bytes, u64} */
    public OptionalLong bytes() {
        return attributes.field(TCA_STATS_BASIC, "bytes");
    }

    /** {@return packets, u64; u32 if this kernel has no more bits for them} */
    public OptionalLong packets() {
        OptionalLong wide = attributes.number(TCA_STATS_PKT64);
        return wide.isPresent() ? wide : attributes.field(TCA_STATS_BASIC, "packets");
    }

    /** {@return bytes that the hardware counted, u64} */
    public OptionalLong hardwareBytes() {
        return attributes.field(TCA_STATS_BASIC_HW, "bytes");
    }

    /** {@return packets that the hardware counted, u32} */
    public OptionalLong hardwarePackets() {
        return attributes.field(TCA_STATS_BASIC_HW, "packets");
    }

    /** {@return estimated bytes per second, u64; only with an estimator} */
    public OptionalLong byteRate() {
        return first(TCA_STATS_RATE_EST64, TCA_STATS_RATE_EST, "bps");
    }

    /** {@return estimated packets per second, u64; only with an estimator} */
    public OptionalLong packetRate() {
        return first(TCA_STATS_RATE_EST64, TCA_STATS_RATE_EST, "pps");
    }

    /** {@return packets that wait, u32} */
    public OptionalLong queueLength() {
        return attributes.field(TCA_STATS_QUEUE, "qlen");
    }

    /** {@return bytes that wait, u32} */
    public OptionalLong backlog() {
        return attributes.field(TCA_STATS_QUEUE, "backlog");
    }

    /** {@return packets dropped, u32} */
    public OptionalLong drops() {
        return attributes.field(TCA_STATS_QUEUE, "drops");
    }

    /** {@return packets put back, u32} */
    public OptionalLong requeues() {
        return attributes.field(TCA_STATS_QUEUE, "requeues");
    }

    /** {@return times that a limit was reached, u32} */
    public OptionalLong overlimits() {
        return attributes.field(TCA_STATS_QUEUE, "overlimits");
    }
}
