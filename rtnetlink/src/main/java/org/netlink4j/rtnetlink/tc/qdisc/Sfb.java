package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaSfb.TCA_SFB_PARMS;

import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * Stochastic fair blue: finds flows that do not slow down and limits them.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaSfb}
 */
public record Sfb(Attributes data) implements TypedQdiscKind<Sfb> {
    static final String KIND = "sfb";

    /** Checks the table. */
    public Sfb {
        TcaSfb.QDISC.require(data);
    }

    /** One with the defaults of the kernel. */
    public Sfb() {
        this(Attributes.none(TcaSfb.QDISC.data()));
    }

    /** {@return how often another hash function is taken, milliseconds, u32} */
    public OptionalLong rehashInterval() {
        return data.field(TCA_SFB_PARMS, "rehash_interval");
    }

    /**
     * Sets how often another hash function is taken.
     *
     * @param milliseconds milliseconds, u32
     * @return the kind with it
     */
    public Sfb rehashInterval(long milliseconds) {
        return withField(TCA_SFB_PARMS, "rehash_interval", milliseconds);
    }

    /** {@return how long before that it is warmed up, milliseconds, u32, less than the interval} */
    public OptionalLong warmup() {
        return data.field(TCA_SFB_PARMS, "warmup_time");
    }

    /**
     * Sets how long before that it is warmed up.
     *
     * @param milliseconds milliseconds, u32, less than the interval
     * @return the kind with it
     */
    public Sfb warmup(long milliseconds) {
        return withField(TCA_SFB_PARMS, "warmup_time", milliseconds);
    }

    /** {@return how long the queue of a flow that slows down may be, packets, u32} */
    public OptionalLong max() {
        return data.field(TCA_SFB_PARMS, "max");
    }

    /**
     * Sets how long the queue of a flow that slows down may be.
     *
     * @param packets packets, u32
     * @return the kind with it
     */
    public Sfb max(long packets) {
        return withField(TCA_SFB_PARMS, "max", packets);
    }

    /** {@return how long the queue of a flow should be, packets, u32} */
    public OptionalLong target() {
        return data.field(TCA_SFB_PARMS, "bin_size");
    }

    /**
     * Sets how long the queue of a flow should be.
     *
     * @param packets packets, u32
     * @return the kind with it
     */
    public Sfb target(long packets) {
        return withField(TCA_SFB_PARMS, "bin_size", packets);
    }

    /** {@return how much the drop probability grows a packet, 1/65535, u32} */
    public OptionalLong increment() {
        return data.field(TCA_SFB_PARMS, "increment");
    }

    /**
     * Sets how much the drop probability grows a packet.
     *
     * @param fraction 1/65535, u32
     * @return the kind with it
     */
    public Sfb increment(long fraction) {
        return withField(TCA_SFB_PARMS, "increment", fraction);
    }

    /** {@return how much the drop probability shrinks a packet, 1/65535, u32} */
    public OptionalLong decrement() {
        return data.field(TCA_SFB_PARMS, "decrement");
    }

    /**
     * Sets how much the drop probability shrinks a packet.
     *
     * @param fraction 1/65535, u32
     * @return the kind with it
     */
    public Sfb decrement(long fraction) {
        return withField(TCA_SFB_PARMS, "decrement", fraction);
    }

    /** {@return how many packets may wait, packets, u32} */
    public OptionalLong limit() {
        return data.field(TCA_SFB_PARMS, "limit");
    }

    /**
     * Sets how many packets may wait.
     *
     * @param packets packets, u32
     * @return the kind with it
     */
    public Sfb limit(long packets) {
        return withField(TCA_SFB_PARMS, "limit", packets);
    }

    /** {@return how many packets per second a flow may send that does not slow down, packets per second, u32} */
    public OptionalLong penaltyRate() {
        return data.field(TCA_SFB_PARMS, "penalty_rate");
    }

    /**
     * Sets how many packets per second a flow may send that does not slow down.
     *
     * @param packets packets per second, u32
     * @return the kind with it
     */
    public Sfb penaltyRate(long packets) {
        return withField(TCA_SFB_PARMS, "penalty_rate", packets);
    }

    /** {@return how many of them may come at once, packets, u32} */
    public OptionalLong penaltyBurst() {
        return data.field(TCA_SFB_PARMS, "penalty_burst");
    }

    /**
     * Sets how many of them may come at once.
     *
     * @param packets packets, u32
     * @return the kind with it
     */
    public Sfb penaltyBurst(long packets) {
        return withField(TCA_SFB_PARMS, "penalty_burst", packets);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Sfb over(Attributes data) {
        return new Sfb(data);
    }
}
