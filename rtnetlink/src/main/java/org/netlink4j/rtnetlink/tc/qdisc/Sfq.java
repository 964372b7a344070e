package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.Tca.TCA_OPTIONS;

import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * Stochastic fair queueing: flows are hashed to queues that take turns. Counters of its RED are among its fields.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaSfq}
 */
public record Sfq(Attributes data) implements TypedQdiscKind<Sfq> {
    static final String KIND = "sfq";

    /** Checks the table. */
    public Sfq {
        TcaSfq.QDISC.require(data);
    }

    /** One with the defaults of the kernel. */
    public Sfq() {
        this(Attributes.none(TcaSfq.QDISC.data()));
    }

    /** {@return how many bytes a queue may send before it is another one's turn, u32} */
    public OptionalLong quantum() {
        return data.field(TCA_OPTIONS, "v0.quantum");
    }

    /**
     * Sets how many bytes a queue may send before it is another one's turn.
     *
     * @param bytes u32
     * @return the kind with it
     */
    public Sfq quantum(long bytes) {
        return withField(TCA_OPTIONS, "v0.quantum", bytes);
    }

    /** {@return how often flows are hashed anew, seconds, s32; 0 for never} */
    public OptionalLong perturb() {
        return data.field(TCA_OPTIONS, "v0.perturb_period");
    }

    /**
     * Sets how often flows are hashed anew.
     *
     * @param seconds seconds, s32; 0 for never
     * @return the kind with it
     */
    public Sfq perturb(int seconds) {
        return withField(TCA_OPTIONS, "v0.perturb_period", seconds);
    }

    /** {@return how many packets may wait in all, u32} */
    public OptionalLong limit() {
        return data.field(TCA_OPTIONS, "v0.limit");
    }

    /**
     * Sets how many packets may wait in all.
     *
     * @param packets u32
     * @return the kind with it
     */
    public Sfq limit(long packets) {
        return withField(TCA_OPTIONS, "v0.limit", packets);
    }

    /** {@return how many hash buckets there are, a power of 2, u32, at most 65536} */
    public OptionalLong divisor() {
        return data.field(TCA_OPTIONS, "v0.divisor");
    }

    /**
     * Sets how many hash buckets there are.
     *
     * @param buckets a power of 2, u32, at most 65536
     * @return the kind with it
     */
    public Sfq divisor(long buckets) {
        return withField(TCA_OPTIONS, "v0.divisor", buckets);
    }

    /** {@return how many queues there are, u32} */
    public OptionalLong flows() {
        return data.field(TCA_OPTIONS, "v0.flows");
    }

    /**
     * Sets how many queues there are.
     *
     * @param queues u32
     * @return the kind with it
     */
    public Sfq flows(long queues) {
        return withField(TCA_OPTIONS, "v0.flows", queues);
    }

    /** {@return how many packets of a flow may wait, u32} */
    public OptionalLong depth() {
        return data.field(TCA_OPTIONS, "depth");
    }

    /**
     * Sets how many packets of a flow may wait.
     *
     * @param packets u32
     * @return the kind with it
     */
    public Sfq depth(long packets) {
        return withField(TCA_OPTIONS, "depth", packets);
    }

    /** {@return the average length of a queue from which on packets may be marked or dropped, u32; 0 for no RED} */
    public OptionalLong min() {
        return data.field(TCA_OPTIONS, "qth_min");
    }

    /**
     * Sets the average length of a queue from which on packets may be marked or dropped.
     *
     * @param bytes u32; 0 for no RED
     * @return the kind with it
     */
    public Sfq min(long bytes) {
        return withField(TCA_OPTIONS, "qth_min", bytes);
    }

    /** {@return the average length of a queue from which on all are, u32} */
    public OptionalLong max() {
        return data.field(TCA_OPTIONS, "qth_max");
    }

    /**
     * Sets the average length of a queue from which on all are.
     *
     * @param bytes u32
     * @return the kind with it
     */
    public Sfq max(long bytes) {
        return withField(TCA_OPTIONS, "qth_max", bytes);
    }

    /** {@return how long the queue of a flow may be, u32} */
    public OptionalLong redFlowLimit() {
        return data.field(TCA_OPTIONS, "limit");
    }

    /**
     * Sets how long the queue of a flow may be.
     *
     * @param bytes u32
     * @return the kind with it
     */
    public Sfq redFlowLimit(long bytes) {
        return withField(TCA_OPTIONS, "limit", bytes);
    }

    /** {@return the weight of the new length in the average, the logarithm to the base 2 of its inverse, u8} */
    public OptionalLong averageLog() {
        return data.field(TCA_OPTIONS, "Wlog");
    }

    /**
     * Sets the weight of the new length in the average.
     *
     * @param log the logarithm to the base 2 of its inverse, u8
     * @return the kind with it
     */
    public Sfq averageLog(int log) {
        return withField(TCA_OPTIONS, "Wlog", log);
    }

    /** {@return the probability at the upper length, 1/2<sup>32</sup>, u32} */
    public OptionalLong probability() {
        return data.field(TCA_OPTIONS, "max_P");
    }

    /**
     * Sets the probability at the upper length.
     *
     * @param fraction 1/2<sup>32</sup>, u32
     * @return the kind with it
     */
    public Sfq probability(long fraction) {
        return withField(TCA_OPTIONS, "max_P", fraction);
    }

    /** {@return the flags of RED, {@code TC_RED_*} of {@link TcaRed}, u8} */
    public OptionalLong flags() {
        return data.field(TCA_OPTIONS, "flags");
    }

    /**
     * Sets the flags of RED.
     *
     * @param flags {@code TC_RED_*} of {@link TcaRed}, u8
     * @return the kind with it
     */
    public Sfq flags(int flags) {
        return withField(TCA_OPTIONS, "flags", flags);
    }

    /** {@return whether the oldest packet of a flow is dropped, else the newest} */
    public boolean headDrop() {
        return data.field(TCA_OPTIONS, "headdrop").orElse(0) != 0;
    }

    /**
     * Sets whether the oldest packet of a flow is dropped.
     *
     * @param headDrop whether it is, else the newest
     * @return the kind with it
     */
    public Sfq headDrop(boolean headDrop) {
        return withField(TCA_OPTIONS, "headdrop", headDrop ? 1 : 0);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Sfq over(Attributes data) {
        return new Sfq(data);
    }
}
