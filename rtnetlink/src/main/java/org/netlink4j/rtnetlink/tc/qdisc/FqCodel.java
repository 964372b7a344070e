package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaFqCodel.TCA_FQ_CODEL_CE_THRESHOLD;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFqCodel.TCA_FQ_CODEL_CE_THRESHOLD_MASK;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFqCodel.TCA_FQ_CODEL_CE_THRESHOLD_SELECTOR;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFqCodel.TCA_FQ_CODEL_DROP_BATCH_SIZE;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFqCodel.TCA_FQ_CODEL_ECN;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFqCodel.TCA_FQ_CODEL_FLOWS;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFqCodel.TCA_FQ_CODEL_INTERVAL;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFqCodel.TCA_FQ_CODEL_LIMIT;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFqCodel.TCA_FQ_CODEL_MEMORY_LIMIT;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFqCodel.TCA_FQ_CODEL_QUANTUM;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFqCodel.TCA_FQ_CODEL_TARGET;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * Fair queueing with controlled delay: every flow has a queue of its own, and CoDel keeps each of them short.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaFqCodel}
 */
public record FqCodel(Attributes data) implements TypedQdiscKind<FqCodel> {
    static final String KIND = "fq_codel";

    /** Checks the table. */
    public FqCodel {
        TcaFqCodel.QDISC.require(data);
    }

    /** One with the defaults of the kernel. */
    public FqCodel() {
        this(Attributes.none(TcaFqCodel.QDISC.data()));
    }

    /**
     * {@return the delay that is acceptable, in microseconds, u32; the kernel rounds it down to its clock; {@code TCA_FQ_CODEL_TARGET}}
     */
    public OptionalLong target() {
        return data.number(TCA_FQ_CODEL_TARGET);
    }

    /**
     * Sets the delay that is acceptable, in microseconds.
     *
     * @param microseconds u32; the kernel rounds it down to its clock
     * @return the kind with it
     */
    public FqCodel target(long microseconds) {
        return with(TCA_FQ_CODEL_TARGET, microseconds);
    }

    /** {@return how many packets may wait in all, u32; {@code TCA_FQ_CODEL_LIMIT}} */
    public OptionalLong limit() {
        return data.number(TCA_FQ_CODEL_LIMIT);
    }

    /**
     * Sets how many packets may wait in all.
     *
     * @param packets u32
     * @return the kind with it
     */
    public FqCodel limit(long packets) {
        return with(TCA_FQ_CODEL_LIMIT, packets);
    }

    /**
     * {@return how long the delay may be above the target before packets are dropped, in microseconds, u32; {@code
     * TCA_FQ_CODEL_INTERVAL}}
     */
    public OptionalLong interval() {
        return data.number(TCA_FQ_CODEL_INTERVAL);
    }

    /**
     * Sets how long the delay may be above the target before packets are dropped, in microseconds.
     *
     * @param microseconds u32
     * @return the kind with it
     */
    public FqCodel interval(long microseconds) {
        return with(TCA_FQ_CODEL_INTERVAL, microseconds);
    }

    /** {@return whether packets are marked instead of dropped, if they can be; {@code TCA_FQ_CODEL_ECN}} */
    public Optional<Boolean> ecn() {
        return truth(TCA_FQ_CODEL_ECN);
    }

    /**
     * Sets whether packets are marked instead of dropped, if they can be.
     *
     * @param mark the answer
     * @return the kind with it
     */
    public FqCodel ecn(boolean mark) {
        return with(TCA_FQ_CODEL_ECN, mark);
    }

    /** {@return how many queues there are, 1 to 65536; cannot be changed later; {@code TCA_FQ_CODEL_FLOWS}} */
    public OptionalLong flows() {
        return data.number(TCA_FQ_CODEL_FLOWS);
    }

    /**
     * Sets how many queues there are.
     *
     * @param queues 1 to 65536; cannot be changed later
     * @return the kind with it
     */
    public FqCodel flows(long queues) {
        return with(TCA_FQ_CODEL_FLOWS, queues);
    }

    /** {@return how many bytes a queue may send before it is another one's turn, u32; {@code TCA_FQ_CODEL_QUANTUM}} */
    public OptionalLong quantum() {
        return data.number(TCA_FQ_CODEL_QUANTUM);
    }

    /**
     * Sets how many bytes a queue may send before it is another one's turn.
     *
     * @param bytes u32
     * @return the kind with it
     */
    public FqCodel quantum(long bytes) {
        return with(TCA_FQ_CODEL_QUANTUM, bytes);
    }

    /** {@return the delay in microseconds from which on every packet is marked, u32; {@code TCA_FQ_CODEL_CE_THRESHOLD}} */
    public OptionalLong ceThreshold() {
        return data.number(TCA_FQ_CODEL_CE_THRESHOLD);
    }

    /**
     * Sets the delay in microseconds from which on every packet is marked.
     *
     * @param microseconds u32
     * @return the kind with it
     */
    public FqCodel ceThreshold(long microseconds) {
        return with(TCA_FQ_CODEL_CE_THRESHOLD, microseconds);
    }

    /** {@return how many packets are dropped at once if too many wait, u32; {@code TCA_FQ_CODEL_DROP_BATCH_SIZE}} */
    public OptionalLong dropBatch() {
        return data.number(TCA_FQ_CODEL_DROP_BATCH_SIZE);
    }

    /**
     * Sets how many packets are dropped at once if too many wait.
     *
     * @param packets u32
     * @return the kind with it
     */
    public FqCodel dropBatch(long packets) {
        return with(TCA_FQ_CODEL_DROP_BATCH_SIZE, packets);
    }

    /** {@return how much memory waiting packets may take, in bytes, u32; {@code TCA_FQ_CODEL_MEMORY_LIMIT}} */
    public OptionalLong memoryLimit() {
        return data.number(TCA_FQ_CODEL_MEMORY_LIMIT);
    }

    /**
     * Sets how much memory waiting packets may take, in bytes.
     *
     * @param bytes u32
     * @return the kind with it
     */
    public FqCodel memoryLimit(long bytes) {
        return with(TCA_FQ_CODEL_MEMORY_LIMIT, bytes);
    }

    /**
     * {@return the value that the masked DS field has to have for the threshold to count, u8; since Linux 5.16; {@code
     * TCA_FQ_CODEL_CE_THRESHOLD_SELECTOR}}
     */
    public OptionalInt ceThresholdSelector() {
        return data.integer(TCA_FQ_CODEL_CE_THRESHOLD_SELECTOR);
    }

    /**
     * Sets the value that the masked DS field has to have for the threshold to count.
     *
     * @param value u8; since Linux 5.16
     * @return the kind with it
     */
    public FqCodel ceThresholdSelector(int value) {
        return with(TCA_FQ_CODEL_CE_THRESHOLD_SELECTOR, value);
    }

    /** {@return the mask of the DS field, u8; since Linux 5.16; {@code TCA_FQ_CODEL_CE_THRESHOLD_MASK}} */
    public OptionalInt ceThresholdMask() {
        return data.integer(TCA_FQ_CODEL_CE_THRESHOLD_MASK);
    }

    /**
     * Sets the mask of the DS field.
     *
     * @param mask u8; since Linux 5.16
     * @return the kind with it
     */
    public FqCodel ceThresholdMask(int mask) {
        return with(TCA_FQ_CODEL_CE_THRESHOLD_MASK, mask);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public FqCodel over(Attributes data) {
        return new FqCodel(data);
    }
}
