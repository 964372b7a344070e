package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaEtf.TCA_ETF_PARMS;

import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * Earliest transmit time first: packets leave at the time that their socket said.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaEtf}
 */
public record Etf(Attributes data) implements TypedQdiscKind<Etf> {
    static final String KIND = "etf";

    /** Checks the table. */
    public Etf {
        TcaEtf.QDISC.require(data);
    }

    /** One with the defaults of the kernel. */
    public Etf() {
        this(Attributes.none(TcaEtf.QDISC.data()));
    }

    /** {@return how early a packet is taken out of the queue, in nanoseconds, s32} */
    public OptionalLong delta() {
        return data.field(TCA_ETF_PARMS, "delta");
    }

    /**
     * Sets how early a packet is taken out of the queue.
     *
     * @param nanoseconds s32
     * @return the kind with it
     */
    public Etf delta(int nanoseconds) {
        return withField(TCA_ETF_PARMS, "delta", nanoseconds);
    }

    /** {@return the clock of the times, {@code CLOCK_*} of {@code time.h}, s32} */
    public OptionalLong clock() {
        return data.field(TCA_ETF_PARMS, "clockid");
    }

    /**
     * Sets the clock of the times.
     *
     * @param clock {@code CLOCK_*} of {@code time.h}; the kernel takes only {@code CLOCK_TAI}, 11
     * @return the kind with it
     */
    public Etf clock(int clock) {
        return withField(TCA_ETF_PARMS, "clockid", clock);
    }

    /** {@return {@code TC_ETF_*}, u32} */
    public OptionalLong flags() {
        return data.field(TCA_ETF_PARMS, "flags");
    }

    /**
     * Sets the flags.
     *
     * @param flags {@code TC_ETF_*}, u32
     * @return the kind with them
     */
    public Etf flags(long flags) {
        return withField(TCA_ETF_PARMS, "flags", flags);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Etf over(Attributes data) {
        return new Etf(data);
    }
}
