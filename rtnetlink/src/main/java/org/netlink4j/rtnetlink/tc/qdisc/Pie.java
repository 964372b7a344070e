package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaPie.TCA_PIE_ALPHA;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaPie.TCA_PIE_BETA;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaPie.TCA_PIE_BYTEMODE;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaPie.TCA_PIE_DQ_RATE_ESTIMATOR;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaPie.TCA_PIE_ECN;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaPie.TCA_PIE_LIMIT;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaPie.TCA_PIE_TARGET;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaPie.TCA_PIE_TUPDATE;

import java.util.Optional;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * Proportional integral controller enhanced: drops packets with a probability that follows the delay; RFC 8033.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaPie}
 */
public record Pie(Attributes data) implements TypedQdiscKind<Pie> {
    static final String KIND = "pie";

    /** Checks the table. */
    public Pie {
        TcaPie.QDISC.require(data);
    }

    /** One with the defaults of the kernel. */
    public Pie() {
        this(Attributes.none(TcaPie.QDISC.data()));
    }

    /** {@return the delay that is acceptable, in microseconds, u32; {@code TCA_PIE_TARGET}} */
    public OptionalLong target() {
        return data.number(TCA_PIE_TARGET);
    }

    /**
     * Sets the delay that is acceptable, in microseconds.
     *
     * @param microseconds u32
     * @return the kind with it
     */
    public Pie target(long microseconds) {
        return with(TCA_PIE_TARGET, microseconds);
    }

    /** {@return how many packets may wait, u32; {@code TCA_PIE_LIMIT}} */
    public OptionalLong limit() {
        return data.number(TCA_PIE_LIMIT);
    }

    /**
     * Sets how many packets may wait.
     *
     * @param packets u32
     * @return the kind with it
     */
    public Pie limit(long packets) {
        return with(TCA_PIE_LIMIT, packets);
    }

    /** {@return how often the drop probability is reckoned anew, in microseconds, u32; {@code TCA_PIE_TUPDATE}} */
    public OptionalLong update() {
        return data.number(TCA_PIE_TUPDATE);
    }

    /**
     * Sets how often the drop probability is reckoned anew, in microseconds.
     *
     * @param microseconds u32
     * @return the kind with it
     */
    public Pie update(long microseconds) {
        return with(TCA_PIE_TUPDATE, microseconds);
    }

    /** {@return the weight of the delay in the probability, 0 to 32, in sixteenths; {@code TCA_PIE_ALPHA}} */
    public OptionalLong alpha() {
        return data.number(TCA_PIE_ALPHA);
    }

    /**
     * Sets the weight of the delay in the probability.
     *
     * @param alpha 0 to 32, in sixteenths
     * @return the kind with it
     */
    public Pie alpha(long alpha) {
        return with(TCA_PIE_ALPHA, alpha);
    }

    /** {@return the weight of the change of the delay, 0 to 32, in sixteenths; {@code TCA_PIE_BETA}} */
    public OptionalLong beta() {
        return data.number(TCA_PIE_BETA);
    }

    /**
     * Sets the weight of the change of the delay.
     *
     * @param beta 0 to 32, in sixteenths
     * @return the kind with it
     */
    public Pie beta(long beta) {
        return with(TCA_PIE_BETA, beta);
    }

    /** {@return whether packets are marked instead of dropped, if they can be; {@code TCA_PIE_ECN}} */
    public Optional<Boolean> ecn() {
        return truth(TCA_PIE_ECN);
    }

    /**
     * Sets whether packets are marked instead of dropped, if they can be.
     *
     * @param mark the answer
     * @return the kind with it
     */
    public Pie ecn(boolean mark) {
        return with(TCA_PIE_ECN, mark);
    }

    /** {@return whether long packets are dropped more often than short ones; {@code TCA_PIE_BYTEMODE}} */
    public Optional<Boolean> byteMode() {
        return truth(TCA_PIE_BYTEMODE);
    }

    /**
     * Sets whether long packets are dropped more often than short ones.
     *
     * @param on the answer
     * @return the kind with it
     */
    public Pie byteMode(boolean on) {
        return with(TCA_PIE_BYTEMODE, on);
    }

    /** {@return whether the delay is estimated out of the rate instead of measured; {@code TCA_PIE_DQ_RATE_ESTIMATOR}} */
    public Optional<Boolean> rateEstimator() {
        return truth(TCA_PIE_DQ_RATE_ESTIMATOR);
    }

    /**
     * Sets whether the delay is estimated out of the rate instead of measured.
     *
     * @param on the answer
     * @return the kind with it
     */
    public Pie rateEstimator(boolean on) {
        return with(TCA_PIE_DQ_RATE_ESTIMATOR, on);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Pie over(Attributes data) {
        return new Pie(data);
    }
}
