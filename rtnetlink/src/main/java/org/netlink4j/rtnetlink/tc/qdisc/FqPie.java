package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaFqPie.TCA_FQ_PIE_ALPHA;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFqPie.TCA_FQ_PIE_BETA;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFqPie.TCA_FQ_PIE_BYTEMODE;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFqPie.TCA_FQ_PIE_DQ_RATE_ESTIMATOR;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFqPie.TCA_FQ_PIE_ECN;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFqPie.TCA_FQ_PIE_ECN_PROB;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFqPie.TCA_FQ_PIE_FLOWS;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFqPie.TCA_FQ_PIE_LIMIT;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFqPie.TCA_FQ_PIE_MEMORY_LIMIT;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFqPie.TCA_FQ_PIE_QUANTUM;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFqPie.TCA_FQ_PIE_TARGET;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaFqPie.TCA_FQ_PIE_TUPDATE;

import java.util.Optional;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * Fair queueing with PIE: every flow has a queue of its own, and PIE keeps each of them short; since Linux 5.6.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaFqPie}
 */
public record FqPie(Attributes data) implements TypedQdiscKind<FqPie> {
    static final String KIND = "fq_pie";

    /** Checks the table. */
    public FqPie {
        TcaFqPie.QDISC.require(data);
    }

    /** One with the defaults of the kernel. */
    public FqPie() {
        this(Attributes.none(TcaFqPie.QDISC.data()));
    }

    /** {@return how many packets may wait, u32; {@code TCA_FQ_PIE_LIMIT}} */
    public OptionalLong limit() {
        return data.number(TCA_FQ_PIE_LIMIT);
    }

    /**
     * Sets how many packets may wait.
     *
     * @param packets u32
     * @return the kind with it
     */
    public FqPie limit(long packets) {
        return with(TCA_FQ_PIE_LIMIT, packets);
    }

    /** {@return how many queues there are, 1 to 65536; cannot be changed later; {@code TCA_FQ_PIE_FLOWS}} */
    public OptionalLong flows() {
        return data.number(TCA_FQ_PIE_FLOWS);
    }

    /**
     * Sets how many queues there are.
     *
     * @param queues 1 to 65536; cannot be changed later
     * @return the kind with it
     */
    public FqPie flows(long queues) {
        return with(TCA_FQ_PIE_FLOWS, queues);
    }

    /** {@return the delay that is acceptable, in microseconds, u32; {@code TCA_FQ_PIE_TARGET}} */
    public OptionalLong target() {
        return data.number(TCA_FQ_PIE_TARGET);
    }

    /**
     * Sets the delay that is acceptable, in microseconds.
     *
     * @param microseconds u32
     * @return the kind with it
     */
    public FqPie target(long microseconds) {
        return with(TCA_FQ_PIE_TARGET, microseconds);
    }

    /** {@return how often the drop probability is reckoned anew, in microseconds, u32; {@code TCA_FQ_PIE_TUPDATE}} */
    public OptionalLong update() {
        return data.number(TCA_FQ_PIE_TUPDATE);
    }

    /**
     * Sets how often the drop probability is reckoned anew, in microseconds.
     *
     * @param microseconds u32
     * @return the kind with it
     */
    public FqPie update(long microseconds) {
        return with(TCA_FQ_PIE_TUPDATE, microseconds);
    }

    /** {@return the weight of the delay in the probability, 0 to 32, in sixteenths; {@code TCA_FQ_PIE_ALPHA}} */
    public OptionalLong alpha() {
        return data.number(TCA_FQ_PIE_ALPHA);
    }

    /**
     * Sets the weight of the delay in the probability.
     *
     * @param alpha 0 to 32, in sixteenths
     * @return the kind with it
     */
    public FqPie alpha(long alpha) {
        return with(TCA_FQ_PIE_ALPHA, alpha);
    }

    /** {@return the weight of the change of the delay, 0 to 32, in sixteenths; {@code TCA_FQ_PIE_BETA}} */
    public OptionalLong beta() {
        return data.number(TCA_FQ_PIE_BETA);
    }

    /**
     * Sets the weight of the change of the delay.
     *
     * @param beta 0 to 32, in sixteenths
     * @return the kind with it
     */
    public FqPie beta(long beta) {
        return with(TCA_FQ_PIE_BETA, beta);
    }

    /** {@return how many bytes a queue may send before it is another one's turn, u32; {@code TCA_FQ_PIE_QUANTUM}} */
    public OptionalLong quantum() {
        return data.number(TCA_FQ_PIE_QUANTUM);
    }

    /**
     * Sets how many bytes a queue may send before it is another one's turn.
     *
     * @param bytes u32
     * @return the kind with it
     */
    public FqPie quantum(long bytes) {
        return with(TCA_FQ_PIE_QUANTUM, bytes);
    }

    /** {@return how much memory waiting packets may take, in bytes, u32; {@code TCA_FQ_PIE_MEMORY_LIMIT}} */
    public OptionalLong memoryLimit() {
        return data.number(TCA_FQ_PIE_MEMORY_LIMIT);
    }

    /**
     * Sets how much memory waiting packets may take, in bytes.
     *
     * @param bytes u32
     * @return the kind with it
     */
    public FqPie memoryLimit(long bytes) {
        return with(TCA_FQ_PIE_MEMORY_LIMIT, bytes);
    }

    /** {@return the drop probability in percent up to which packets are marked instead, 0 to 100; {@code TCA_FQ_PIE_ECN_PROB}} */
    public OptionalLong ecnProbability() {
        return data.number(TCA_FQ_PIE_ECN_PROB);
    }

    /**
     * Sets the drop probability in percent up to which packets are marked instead.
     *
     * @param percent 0 to 100
     * @return the kind with it
     */
    public FqPie ecnProbability(long percent) {
        return with(TCA_FQ_PIE_ECN_PROB, percent);
    }

    /** {@return whether packets are marked instead of dropped, if they can be; {@code TCA_FQ_PIE_ECN}} */
    public Optional<Boolean> ecn() {
        return truth(TCA_FQ_PIE_ECN);
    }

    /**
     * Sets whether packets are marked instead of dropped, if they can be.
     *
     * @param mark the answer
     * @return the kind with it
     */
    public FqPie ecn(boolean mark) {
        return with(TCA_FQ_PIE_ECN, mark);
    }

    /** {@return whether long packets are dropped more often than short ones; {@code TCA_FQ_PIE_BYTEMODE}} */
    public Optional<Boolean> byteMode() {
        return truth(TCA_FQ_PIE_BYTEMODE);
    }

    /**
     * Sets whether long packets are dropped more often than short ones.
     *
     * @param on the answer
     * @return the kind with it
     */
    public FqPie byteMode(boolean on) {
        return with(TCA_FQ_PIE_BYTEMODE, on);
    }

    /** {@return whether the delay is estimated out of the rate instead of measured; {@code TCA_FQ_PIE_DQ_RATE_ESTIMATOR}} */
    public Optional<Boolean> rateEstimator() {
        return truth(TCA_FQ_PIE_DQ_RATE_ESTIMATOR);
    }

    /**
     * Sets whether the delay is estimated out of the rate instead of measured.
     *
     * @param on the answer
     * @return the kind with it
     */
    public FqPie rateEstimator(boolean on) {
        return with(TCA_FQ_PIE_DQ_RATE_ESTIMATOR, on);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public FqPie over(Attributes data) {
        return new FqPie(data);
    }
}
