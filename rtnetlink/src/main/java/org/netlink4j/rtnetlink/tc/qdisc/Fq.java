package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaFq.TCA_FQ_BUCKETS_LOG;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFq.TCA_FQ_CE_THRESHOLD;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFq.TCA_FQ_FLOW_MAX_RATE;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFq.TCA_FQ_FLOW_PLIMIT;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFq.TCA_FQ_FLOW_REFILL_DELAY;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFq.TCA_FQ_HORIZON;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFq.TCA_FQ_HORIZON_DROP;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFq.TCA_FQ_INITIAL_QUANTUM;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFq.TCA_FQ_LOW_RATE_THRESHOLD;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFq.TCA_FQ_OFFLOAD_HORIZON;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFq.TCA_FQ_ORPHAN_MASK;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFq.TCA_FQ_PLIMIT;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFq.TCA_FQ_QUANTUM;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFq.TCA_FQ_RATE_ENABLE;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFq.TCA_FQ_TIMER_SLACK;

import java.util.Optional;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * Fair queueing with pacing: every socket has a queue of its own, and packets leave when their time has come.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaFq}
 */
public record Fq(Attributes data) implements TypedQdiscKind<Fq> {
    static final String KIND = "fq";

    /** Checks the table. */
    public Fq {
        TcaFq.QDISC.require(data);
    }

    /** One with the defaults of the kernel. */
    public Fq() {
        this(Attributes.none(TcaFq.QDISC.data()));
    }

    /** {@return how many packets may wait in all, u32; {@code TCA_FQ_PLIMIT}} */
    public OptionalLong limit() {
        return data.number(TCA_FQ_PLIMIT);
    }

    /**
     * Sets how many packets may wait in all.
     *
     * @param packets u32
     * @return the kind with it
     */
    public Fq limit(long packets) {
        return with(TCA_FQ_PLIMIT, packets);
    }

    /** {@return how many packets of a flow may wait, u32; {@code TCA_FQ_FLOW_PLIMIT}} */
    public OptionalLong flowLimit() {
        return data.number(TCA_FQ_FLOW_PLIMIT);
    }

    /**
     * Sets how many packets of a flow may wait.
     *
     * @param packets u32
     * @return the kind with it
     */
    public Fq flowLimit(long packets) {
        return with(TCA_FQ_FLOW_PLIMIT, packets);
    }

    /** {@return how many bytes a queue may send before it is another one's turn, u32; {@code TCA_FQ_QUANTUM}} */
    public OptionalLong quantum() {
        return data.number(TCA_FQ_QUANTUM);
    }

    /**
     * Sets how many bytes a queue may send before it is another one's turn.
     *
     * @param bytes u32
     * @return the kind with it
     */
    public Fq quantum(long bytes) {
        return with(TCA_FQ_QUANTUM, bytes);
    }

    /** {@return how many bytes a new queue may send at once, u32; {@code TCA_FQ_INITIAL_QUANTUM}} */
    public OptionalLong initialQuantum() {
        return data.number(TCA_FQ_INITIAL_QUANTUM);
    }

    /**
     * Sets how many bytes a new queue may send at once.
     *
     * @param bytes u32
     * @return the kind with it
     */
    public Fq initialQuantum(long bytes) {
        return with(TCA_FQ_INITIAL_QUANTUM, bytes);
    }

    /** {@return whether flows are paced; {@code TCA_FQ_RATE_ENABLE}} */
    public Optional<Boolean> pacing() {
        return truth(TCA_FQ_RATE_ENABLE);
    }

    /**
     * Sets whether flows are paced.
     *
     * @param pace the answer
     * @return the kind with it
     */
    public Fq pacing(boolean pace) {
        return with(TCA_FQ_RATE_ENABLE, pace);
    }

    /** {@return how many bytes per second a flow may send, u32; all ones for no limit; {@code TCA_FQ_FLOW_MAX_RATE}} */
    public OptionalLong maxRate() {
        return data.number(TCA_FQ_FLOW_MAX_RATE);
    }

    /**
     * Sets how many bytes per second a flow may send.
     *
     * @param bytesPerSecond u32; all ones for no limit
     * @return the kind with it
     */
    public Fq maxRate(long bytesPerSecond) {
        return with(TCA_FQ_FLOW_MAX_RATE, bytesPerSecond);
    }

    /** {@return the logarithm to the base 2 of how many hash buckets there are, 0 to 18; {@code TCA_FQ_BUCKETS_LOG}} */
    public OptionalLong bucketsLog() {
        return data.number(TCA_FQ_BUCKETS_LOG);
    }

    /**
     * Sets the logarithm to the base 2 of how many hash buckets there are.
     *
     * @param log 0 to 18
     * @return the kind with it
     */
    public Fq bucketsLog(long log) {
        return with(TCA_FQ_BUCKETS_LOG, log);
    }

    /** {@return how long a flow has to be idle to get its quantum anew, in microseconds, u32; {@code TCA_FQ_FLOW_REFILL_DELAY}} */
    public OptionalLong refillDelay() {
        return data.number(TCA_FQ_FLOW_REFILL_DELAY);
    }

    /**
     * Sets how long a flow has to be idle to get its quantum anew, in microseconds.
     *
     * @param microseconds u32
     * @return the kind with it
     */
    public Fq refillDelay(long microseconds) {
        return with(TCA_FQ_FLOW_REFILL_DELAY, microseconds);
    }

    /** {@return the mask of the hash of packets without a socket, u32; {@code TCA_FQ_ORPHAN_MASK}} */
    public OptionalLong orphanMask() {
        return data.number(TCA_FQ_ORPHAN_MASK);
    }

    /**
     * Sets the mask of the hash of packets without a socket.
     *
     * @param mask u32
     * @return the kind with it
     */
    public Fq orphanMask(long mask) {
        return with(TCA_FQ_ORPHAN_MASK, mask);
    }

    /** {@return the rate in bytes per second below which every packet is paced on its own, u32; {@code TCA_FQ_LOW_RATE_THRESHOLD}} */
    public OptionalLong lowRateThreshold() {
        return data.number(TCA_FQ_LOW_RATE_THRESHOLD);
    }

    /**
     * Sets the rate in bytes per second below which every packet is paced on its own.
     *
     * @param bytesPerSecond u32
     * @return the kind with it
     */
    public Fq lowRateThreshold(long bytesPerSecond) {
        return with(TCA_FQ_LOW_RATE_THRESHOLD, bytesPerSecond);
    }

    /** {@return the delay in microseconds from which on every packet is marked, u32; all ones for never; {@code TCA_FQ_CE_THRESHOLD}} */
    public OptionalLong ceThreshold() {
        return data.number(TCA_FQ_CE_THRESHOLD);
    }

    /**
     * Sets the delay in microseconds from which on every packet is marked.
     *
     * @param microseconds u32; all ones for never
     * @return the kind with it
     */
    public Fq ceThreshold(long microseconds) {
        return with(TCA_FQ_CE_THRESHOLD, microseconds);
    }

    /** {@return how late a timer may be, in nanoseconds, u32; {@code TCA_FQ_TIMER_SLACK}} */
    public OptionalLong timerSlack() {
        return data.number(TCA_FQ_TIMER_SLACK);
    }

    /**
     * Sets how late a timer may be, in nanoseconds.
     *
     * @param nanoseconds u32
     * @return the kind with it
     */
    public Fq timerSlack(long nanoseconds) {
        return with(TCA_FQ_TIMER_SLACK, nanoseconds);
    }

    /** {@return how far in the future the time of a packet may be, in microseconds, u32; {@code TCA_FQ_HORIZON}} */
    public OptionalLong horizon() {
        return data.number(TCA_FQ_HORIZON);
    }

    /**
     * Sets how far in the future the time of a packet may be, in microseconds.
     *
     * @param microseconds u32
     * @return the kind with it
     */
    public Fq horizon(long microseconds) {
        return with(TCA_FQ_HORIZON, microseconds);
    }

    /** {@return whether packets beyond the horizon are dropped; else their time is cut; {@code TCA_FQ_HORIZON_DROP}} */
    public Optional<Boolean> horizonDrop() {
        return truth(TCA_FQ_HORIZON_DROP);
    }

    /**
     * Sets whether packets beyond the horizon are dropped; else their time is cut.
     *
     * @param drop the answer
     * @return the kind with it
     */
    public Fq horizonDrop(boolean drop) {
        return with(TCA_FQ_HORIZON_DROP, drop);
    }

    /**
     * {@return how far in the future the device takes packets, in microseconds, u32; since Linux 6.13; {@code TCA_FQ_OFFLOAD_HORIZON}}
     */
    public OptionalLong offloadHorizon() {
        return data.number(TCA_FQ_OFFLOAD_HORIZON);
    }

    /**
     * Sets how far in the future the device takes packets, in microseconds.
     *
     * @param microseconds u32; since Linux 6.13
     * @return the kind with it
     */
    public Fq offloadHorizon(long microseconds) {
        return with(TCA_FQ_OFFLOAD_HORIZON, microseconds);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Fq over(Attributes data) {
        return new Fq(data);
    }
}
