package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaHhf.TCA_HHF_ADMIT_BYTES;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaHhf.TCA_HHF_BACKLOG_LIMIT;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaHhf.TCA_HHF_EVICT_TIMEOUT;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaHhf.TCA_HHF_HH_FLOWS_LIMIT;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaHhf.TCA_HHF_NON_HH_WEIGHT;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaHhf.TCA_HHF_QUANTUM;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaHhf.TCA_HHF_RESET_TIMEOUT;

import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * Heavy-hitter filter: flows that send much get a queue of their own and less bandwidth.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaHhf}
 */
public record Hhf(Attributes data) implements TypedQdiscKind<Hhf> {
    static final String KIND = "hhf";

    /** Checks the table. */
    public Hhf {
        TcaHhf.QDISC.require(data);
    }

    /** One with the defaults of the kernel. */
    public Hhf() {
        this(Attributes.none(TcaHhf.QDISC.data()));
    }

    /** {@return how many packets may wait, u32; {@code TCA_HHF_BACKLOG_LIMIT}} */
    public OptionalLong limit() {
        return data.number(TCA_HHF_BACKLOG_LIMIT);
    }

    /**
     * Sets how many packets may wait.
     *
     * @param packets u32
     * @return the kind with it
     */
    public Hhf limit(long packets) {
        return with(TCA_HHF_BACKLOG_LIMIT, packets);
    }

    /** {@return how many bytes a queue may send before it is another one's turn, u32; {@code TCA_HHF_QUANTUM}} */
    public OptionalLong quantum() {
        return data.number(TCA_HHF_QUANTUM);
    }

    /**
     * Sets how many bytes a queue may send before it is another one's turn.
     *
     * @param bytes u32
     * @return the kind with it
     */
    public Hhf quantum(long bytes) {
        return with(TCA_HHF_QUANTUM, bytes);
    }

    /** {@return how many heavy hitters there may be at a time, u32; {@code TCA_HHF_HH_FLOWS_LIMIT}} */
    public OptionalLong heavyLimit() {
        return data.number(TCA_HHF_HH_FLOWS_LIMIT);
    }

    /**
     * Sets how many heavy hitters there may be at a time.
     *
     * @param flows u32
     * @return the kind with it
     */
    public Hhf heavyLimit(long flows) {
        return with(TCA_HHF_HH_FLOWS_LIMIT, flows);
    }

    /** {@return how often the filter is emptied, in microseconds, u32; {@code TCA_HHF_RESET_TIMEOUT}} */
    public OptionalLong resetTimeout() {
        return data.number(TCA_HHF_RESET_TIMEOUT);
    }

    /**
     * Sets how often the filter is emptied, in microseconds.
     *
     * @param microseconds u32
     * @return the kind with it
     */
    public Hhf resetTimeout(long microseconds) {
        return with(TCA_HHF_RESET_TIMEOUT, microseconds);
    }

    /** {@return how many bytes make a flow a heavy hitter, u32; {@code TCA_HHF_ADMIT_BYTES}} */
    public OptionalLong admitBytes() {
        return data.number(TCA_HHF_ADMIT_BYTES);
    }

    /**
     * Sets how many bytes make a flow a heavy hitter.
     *
     * @param bytes u32
     * @return the kind with it
     */
    public Hhf admitBytes(long bytes) {
        return with(TCA_HHF_ADMIT_BYTES, bytes);
    }

    /** {@return how long a heavy hitter has to be idle to be none any more, in microseconds, u32; {@code TCA_HHF_EVICT_TIMEOUT}} */
    public OptionalLong evictTimeout() {
        return data.number(TCA_HHF_EVICT_TIMEOUT);
    }

    /**
     * Sets how long a heavy hitter has to be idle to be none any more, in microseconds.
     *
     * @param microseconds u32
     * @return the kind with it
     */
    public Hhf evictTimeout(long microseconds) {
        return with(TCA_HHF_EVICT_TIMEOUT, microseconds);
    }

    /** {@return how many times as much those may send that are no heavy hitters, u32; {@code TCA_HHF_NON_HH_WEIGHT}} */
    public OptionalLong otherWeight() {
        return data.number(TCA_HHF_NON_HH_WEIGHT);
    }

    /**
     * Sets how many times as much those may send that are no heavy hitters.
     *
     * @param weight u32
     * @return the kind with it
     */
    public Hhf otherWeight(long weight) {
        return with(TCA_HHF_NON_HH_WEIGHT, weight);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Hhf over(Attributes data) {
        return new Hhf(data);
    }
}
