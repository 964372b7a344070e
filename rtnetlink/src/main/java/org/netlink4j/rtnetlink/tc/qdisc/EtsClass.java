package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaEts.TCA_ETS_QUANTA_BAND;

import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * A class of ets: a band.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaEts}
 */
public record EtsClass(Attributes data) implements TypedClassKind<EtsClass> {
    static final String KIND = "ets";

    /** Checks the table. */
    public EtsClass {
        TcaEts.CLASS.require(data);
    }

    /** A strict band. */
    public EtsClass() {
        this(Attributes.none(TcaEts.ATTRIBUTES));
    }

    /** {@return how many bytes it may send before it is another one's turn, u32; empty of a strict band} */
    public OptionalLong quantum() {
        return data.number(TCA_ETS_QUANTA_BAND);
    }

    /**
     * Sets how many bytes it may send before it is another one's turn.
     *
     * @param bytes u32; only of a band that is not strict
     * @return the kind with it
     */
    public EtsClass quantum(long bytes) {
        return with(TCA_ETS_QUANTA_BAND, bytes);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public EtsClass over(Attributes data) {
        return new EtsClass(data);
    }
}
