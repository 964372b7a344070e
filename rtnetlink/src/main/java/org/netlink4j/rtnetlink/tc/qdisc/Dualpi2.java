package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaDualpi2.TCA_DUALPI2_ALPHA;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaDualpi2.TCA_DUALPI2_BETA;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaDualpi2.TCA_DUALPI2_COUPLING;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaDualpi2.TCA_DUALPI2_C_PROTECTION;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaDualpi2.TCA_DUALPI2_DROP_EARLY;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaDualpi2.TCA_DUALPI2_DROP_OVERLOAD;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaDualpi2.TCA_DUALPI2_ECN_MASK;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaDualpi2.TCA_DUALPI2_LIMIT;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaDualpi2.TCA_DUALPI2_MEMORY_LIMIT;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaDualpi2.TCA_DUALPI2_MIN_QLEN_STEP;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaDualpi2.TCA_DUALPI2_SPLIT_GSO;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaDualpi2.TCA_DUALPI2_STEP_THRESH_PKTS;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaDualpi2.TCA_DUALPI2_STEP_THRESH_US;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaDualpi2.TCA_DUALPI2_TARGET;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaDualpi2.TCA_DUALPI2_TUPDATE;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * Dual-queue coupled PI2: a queue for scalable congestion control (L4S) beside one for the classic kind; RFC 9332; since Linux 6.17.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaDualpi2}
 */
public record Dualpi2(Attributes data) implements TypedQdiscKind<Dualpi2> {
    static final String KIND = "dualpi2";

    /** Checks the table. */
    public Dualpi2 {
        TcaDualpi2.QDISC.require(data);
    }

    /** One with the defaults of the kernel. */
    public Dualpi2() {
        this(Attributes.none(TcaDualpi2.QDISC.data()));
    }

    /** {@return how many packets may wait, u32, not 0; {@code TCA_DUALPI2_LIMIT}} */
    public OptionalLong limit() {
        return data.number(TCA_DUALPI2_LIMIT);
    }

    /**
     * Sets how many packets may wait.
     *
     * @param packets u32, not 0
     * @return the kind with it
     */
    public Dualpi2 limit(long packets) {
        return with(TCA_DUALPI2_LIMIT, packets);
    }

    /** {@return how much memory waiting packets may take, in bytes, u32, not 0; {@code TCA_DUALPI2_MEMORY_LIMIT}} */
    public OptionalLong memoryLimit() {
        return data.number(TCA_DUALPI2_MEMORY_LIMIT);
    }

    /**
     * Sets how much memory waiting packets may take, in bytes.
     *
     * @param bytes u32, not 0
     * @return the kind with it
     */
    public Dualpi2 memoryLimit(long bytes) {
        return with(TCA_DUALPI2_MEMORY_LIMIT, bytes);
    }

    /** {@return the delay that is acceptable, in microseconds, u32; {@code TCA_DUALPI2_TARGET}} */
    public OptionalLong target() {
        return data.number(TCA_DUALPI2_TARGET);
    }

    /**
     * Sets the delay that is acceptable, in microseconds.
     *
     * @param microseconds u32
     * @return the kind with it
     */
    public Dualpi2 target(long microseconds) {
        return with(TCA_DUALPI2_TARGET, microseconds);
    }

    /** {@return how often the drop probability is reckoned anew, in microseconds, u32, not 0; {@code TCA_DUALPI2_TUPDATE}} */
    public OptionalLong update() {
        return data.number(TCA_DUALPI2_TUPDATE);
    }

    /**
     * Sets how often the drop probability is reckoned anew, in microseconds.
     *
     * @param microseconds u32, not 0
     * @return the kind with it
     */
    public Dualpi2 update(long microseconds) {
        return with(TCA_DUALPI2_TUPDATE, microseconds);
    }

    /** {@return the weight of the delay in the probability, in 1/256 Hz, u32; {@code TCA_DUALPI2_ALPHA}} */
    public OptionalLong alpha() {
        return data.number(TCA_DUALPI2_ALPHA);
    }

    /**
     * Sets the weight of the delay in the probability.
     *
     * @param alpha in 1/256 Hz, u32
     * @return the kind with it
     */
    public Dualpi2 alpha(long alpha) {
        return with(TCA_DUALPI2_ALPHA, alpha);
    }

    /** {@return the weight of the change of the delay, in 1/256 Hz, u32; {@code TCA_DUALPI2_BETA}} */
    public OptionalLong beta() {
        return data.number(TCA_DUALPI2_BETA);
    }

    /**
     * Sets the weight of the change of the delay.
     *
     * @param beta in 1/256 Hz, u32
     * @return the kind with it
     */
    public Dualpi2 beta(long beta) {
        return with(TCA_DUALPI2_BETA, beta);
    }

    /** {@return how many packets may wait before all of L4S are marked, u32; {@code TCA_DUALPI2_STEP_THRESH_PKTS}} */
    public OptionalLong stepPackets() {
        return data.number(TCA_DUALPI2_STEP_THRESH_PKTS);
    }

    /**
     * Sets how many packets may wait before all of L4S are marked.
     *
     * @param packets u32
     * @return the kind with it
     */
    public Dualpi2 stepPackets(long packets) {
        return with(TCA_DUALPI2_STEP_THRESH_PKTS, packets);
    }

    /** {@return the delay in microseconds from which on all packets of L4S are marked, u32; {@code TCA_DUALPI2_STEP_THRESH_US}} */
    public OptionalLong stepDelay() {
        return data.number(TCA_DUALPI2_STEP_THRESH_US);
    }

    /**
     * Sets the delay in microseconds from which on all packets of L4S are marked.
     *
     * @param microseconds u32
     * @return the kind with it
     */
    public Dualpi2 stepDelay(long microseconds) {
        return with(TCA_DUALPI2_STEP_THRESH_US, microseconds);
    }

    /** {@return how many packets have to wait for the step to count, u32; {@code TCA_DUALPI2_MIN_QLEN_STEP}} */
    public OptionalLong minimumForStep() {
        return data.number(TCA_DUALPI2_MIN_QLEN_STEP);
    }

    /**
     * Sets how many packets have to wait for the step to count.
     *
     * @param packets u32
     * @return the kind with it
     */
    public Dualpi2 minimumForStep(long packets) {
        return with(TCA_DUALPI2_MIN_QLEN_STEP, packets);
    }

    /** {@return how many times as probable a mark of L4S is as the root of a classic drop, u8, not 0; {@code TCA_DUALPI2_COUPLING}} */
    public OptionalInt coupling() {
        return data.integer(TCA_DUALPI2_COUPLING);
    }

    /**
     * Sets how many times as probable a mark of L4S is as the root of a classic drop.
     *
     * @param factor u8, not 0
     * @return the kind with it
     */
    public Dualpi2 coupling(int factor) {
        return with(TCA_DUALPI2_COUPLING, factor);
    }

    /** {@return whether packets of L4S are dropped on overload; else the queue overflows; {@code TCA_DUALPI2_DROP_OVERLOAD}} */
    public Optional<Boolean> dropOnOverload() {
        return truth(TCA_DUALPI2_DROP_OVERLOAD);
    }

    /**
     * Sets whether packets of L4S are dropped on overload; else the queue overflows.
     *
     * @param drop the answer
     * @return the kind with it
     */
    public Dualpi2 dropOnOverload(boolean drop) {
        return with(TCA_DUALPI2_DROP_OVERLOAD, drop);
    }

    /** {@return whether packets are dropped as they come; else as they leave; {@code TCA_DUALPI2_DROP_EARLY}} */
    public Optional<Boolean> dropEarly() {
        return truth(TCA_DUALPI2_DROP_EARLY);
    }

    /**
     * Sets whether packets are dropped as they come; else as they leave.
     *
     * @param early the answer
     * @return the kind with it
     */
    public Dualpi2 dropEarly(boolean early) {
        return with(TCA_DUALPI2_DROP_EARLY, early);
    }

    /** {@return the percents that classic traffic gets at least, u8; {@code TCA_DUALPI2_C_PROTECTION}} */
    public OptionalInt classicProtection() {
        return data.integer(TCA_DUALPI2_C_PROTECTION);
    }

    /**
     * Sets the percents that classic traffic gets at least.
     *
     * @param percent u8
     * @return the kind with it
     */
    public Dualpi2 classicProtection(int percent) {
        return with(TCA_DUALPI2_C_PROTECTION, percent);
    }

    /** {@return which ECN codes are L4S, {@code TC_DUALPI2_ECN_MASK_*}: 1 for ECT(1), 3 for all; {@code TCA_DUALPI2_ECN_MASK}} */
    public OptionalInt ecnMask() {
        return data.integer(TCA_DUALPI2_ECN_MASK);
    }

    /**
     * Sets which ECN codes are L4S.
     *
     * @param mask {@code TC_DUALPI2_ECN_MASK_*}: 1 for ECT(1), 3 for all
     * @return the kind with it
     */
    public Dualpi2 ecnMask(int mask) {
        return with(TCA_DUALPI2_ECN_MASK, mask);
    }

    /** {@return whether packets are split that the device would have to split; {@code TCA_DUALPI2_SPLIT_GSO}} */
    public Optional<Boolean> splitGso() {
        return truth(TCA_DUALPI2_SPLIT_GSO);
    }

    /**
     * Sets whether packets are split that the device would have to split.
     *
     * @param split the answer
     * @return the kind with it
     */
    public Dualpi2 splitGso(boolean split) {
        return with(TCA_DUALPI2_SPLIT_GSO, split);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Dualpi2 over(Attributes data) {
        return new Dualpi2(data);
    }
}
