package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaCodel.TCA_CODEL_CE_THRESHOLD;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaCodel.TCA_CODEL_ECN;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaCodel.TCA_CODEL_INTERVAL;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaCodel.TCA_CODEL_LIMIT;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaCodel.TCA_CODEL_TARGET;

import java.util.Optional;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * Controlled delay: drops packets when they have waited too long for some time.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaCodel}
 */
public record Codel(Attributes data) implements TypedQdiscKind<Codel> {
    static final String KIND = "codel";

    /** Checks the table. */
    public Codel {
        TcaCodel.QDISC.require(data);
    }

    /** One with the defaults of the kernel. */
    public Codel() {
        this(Attributes.none(TcaCodel.QDISC.data()));
    }

    /** {@return the delay that is acceptable, in microseconds, u32; the kernel rounds it down to its clock; {@code TCA_CODEL_TARGET}} */
    public OptionalLong target() {
        return data.number(TCA_CODEL_TARGET);
    }

    /**
     * Sets the delay that is acceptable, in microseconds.
     *
     * @param microseconds u32; the kernel rounds it down to its clock
     * @return the kind with it
     */
    public Codel target(long microseconds) {
        return with(TCA_CODEL_TARGET, microseconds);
    }

    /** {@return how many packets may wait, u32; {@code TCA_CODEL_LIMIT}} */
    public OptionalLong limit() {
        return data.number(TCA_CODEL_LIMIT);
    }

    /**
     * Sets how many packets may wait.
     *
     * @param packets u32
     * @return the kind with it
     */
    public Codel limit(long packets) {
        return with(TCA_CODEL_LIMIT, packets);
    }

    /**
     * {@return how long the delay may be above the target before packets are dropped, in microseconds, u32; {@code TCA_CODEL_INTERVAL}}
     */
    public OptionalLong interval() {
        return data.number(TCA_CODEL_INTERVAL);
    }

    /**
     * Sets how long the delay may be above the target before packets are dropped, in microseconds.
     *
     * @param microseconds u32
     * @return the kind with it
     */
    public Codel interval(long microseconds) {
        return with(TCA_CODEL_INTERVAL, microseconds);
    }

    /** {@return whether packets are marked instead of dropped, if they can be; {@code TCA_CODEL_ECN}} */
    public Optional<Boolean> ecn() {
        return truth(TCA_CODEL_ECN);
    }

    /**
     * Sets whether packets are marked instead of dropped, if they can be.
     *
     * @param mark the answer
     * @return the kind with it
     */
    public Codel ecn(boolean mark) {
        return with(TCA_CODEL_ECN, mark);
    }

    /** {@return the delay in microseconds from which on every packet is marked, u32; {@code TCA_CODEL_CE_THRESHOLD}} */
    public OptionalLong ceThreshold() {
        return data.number(TCA_CODEL_CE_THRESHOLD);
    }

    /**
     * Sets the delay in microseconds from which on every packet is marked.
     *
     * @param microseconds u32
     * @return the kind with it
     */
    public Codel ceThreshold(long microseconds) {
        return with(TCA_CODEL_CE_THRESHOLD, microseconds);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Codel over(Attributes data) {
        return new Codel(data);
    }
}
