package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaCbs.TCA_CBS_PARMS;

import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * Credit-based shaper of IEEE 802.1Q: what audio and video streams get is not more and not less than was reserved.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaCbs}
 */
public record Cbs(Attributes data) implements TypedQdiscKind<Cbs> {
    static final String KIND = "cbs";

    /** Checks the table. */
    public Cbs {
        TcaCbs.QDISC.require(data);
    }

    /** One with the defaults of the kernel. */
    public Cbs() {
        this(Attributes.none(TcaCbs.QDISC.data()));
    }

    /** {@return the most credit that may be gathered, bytes, s32} */
    public OptionalLong highCredit() {
        return data.field(TCA_CBS_PARMS, "hicredit");
    }

    /**
     * Sets the most credit that may be gathered.
     *
     * @param bytes bytes, s32
     * @return the kind with it
     */
    public Cbs highCredit(int bytes) {
        return withField(TCA_CBS_PARMS, "hicredit", bytes);
    }

    /** {@return the least credit, bytes, s32, negative} */
    public OptionalLong lowCredit() {
        return data.field(TCA_CBS_PARMS, "locredit");
    }

    /**
     * Sets the least credit.
     *
     * @param bytes bytes, s32, negative
     * @return the kind with it
     */
    public Cbs lowCredit(int bytes) {
        return withField(TCA_CBS_PARMS, "locredit", bytes);
    }

    /** {@return how fast credit is gathered, kbit/s, s32} */
    public OptionalLong idleSlope() {
        return data.field(TCA_CBS_PARMS, "idleslope");
    }

    /**
     * Sets how fast credit is gathered.
     *
     * @param kilobits kbit/s, s32
     * @return the kind with it
     */
    public Cbs idleSlope(int kilobits) {
        return withField(TCA_CBS_PARMS, "idleslope", kilobits);
    }

    /** {@return how fast credit is used up, kbit/s, s32, negative} */
    public OptionalLong sendSlope() {
        return data.field(TCA_CBS_PARMS, "sendslope");
    }

    /**
     * Sets how fast credit is used up.
     *
     * @param kilobits kbit/s, s32, negative
     * @return the kind with it
     */
    public Cbs sendSlope(int kilobits) {
        return withField(TCA_CBS_PARMS, "sendslope", kilobits);
    }

    /** {@return whether the hardware does it, 0 or 1} */
    public OptionalLong offload() {
        return data.field(TCA_CBS_PARMS, "offload");
    }

    /**
     * Sets whether the hardware does it.
     *
     * @param offload 0 or 1
     * @return the kind with it
     */
    public Cbs offload(int offload) {
        return withField(TCA_CBS_PARMS, "offload", offload);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Cbs over(Attributes data) {
        return new Cbs(data);
    }
}
