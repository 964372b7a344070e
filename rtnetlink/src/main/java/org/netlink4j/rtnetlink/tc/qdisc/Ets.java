package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaEts.TCA_ETS_NBANDS;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaEts.TCA_ETS_NSTRICT;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaEts.TCA_ETS_PRIOMAP;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaEts.TCA_ETS_PRIOMAP_BAND;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaEts.TCA_ETS_QUANTA;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaEts.TCA_ETS_QUANTA_BAND;

import java.util.List;
import java.util.OptionalInt;
import org.netlink4j.core.schema.Attributes;

/**
 * Enhanced transmission selection of IEEE 802.1Qaz in software: strict bands, then bands that share by their quantum. Since Linux 5.6.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaEts}
 */
public record Ets(Attributes data) implements TypedQdiscKind<Ets> {
    static final String KIND = "ets";

    /** Checks the table. */
    public Ets {
        TcaEts.QDISC.require(data);
    }

    /** One with the defaults of the kernel. */
    public Ets() {
        this(Attributes.none(TcaEts.QDISC.data()));
    }

    /** {@return how many bands there are, 1 to 16; {@code TCA_ETS_NBANDS}} */
    public OptionalInt bands() {
        return data.integer(TCA_ETS_NBANDS);
    }

    /**
     * Sets how many bands there are.
     *
     * @param bands 1 to 16
     * @return the kind with it
     */
    public Ets bands(int bands) {
        return with(TCA_ETS_NBANDS, bands);
    }

    /** {@return how many of them are strict, those before the others; {@code TCA_ETS_NSTRICT}} */
    public OptionalInt strict() {
        return data.integer(TCA_ETS_NSTRICT);
    }

    /**
     * Sets how many of them are strict, those before the others.
     *
     * @param bands the value
     * @return the kind with it
     */
    public Ets strict(int bands) {
        return with(TCA_ETS_NSTRICT, bands);
    }

    /** {@return how many bytes each band that is not strict may send before it is another one's turn, u32 each} */
    public List<Long> quanta() {
        return Shown.list(data, TCA_ETS_QUANTA, TCA_ETS_QUANTA_BAND);
    }

    /**
     * Sets how many bytes each band that is not strict may send before it is another one's turn.
     *
     * @param bytes u32 each
     * @return the kind with them
     */
    public Ets quanta(List<Long> bytes) {
        return over(data.with(TCA_ETS_QUANTA, Shown.nest(TcaEts.ATTRIBUTES, TCA_ETS_QUANTA_BAND, bytes)));
    }

    /** {@return the band of each priority of a socket} */
    public List<Long> priorityMap() {
        return Shown.list(data, TCA_ETS_PRIOMAP, TCA_ETS_PRIOMAP_BAND);
    }

    /**
     * Sets the band of each priority of a socket.
     *
     * @param bands the bands, at most 16; later priorities go to the last band
     * @return the kind with it
     */
    public Ets priorityMap(List<Long> bands) {
        return over(data.with(TCA_ETS_PRIOMAP, Shown.nest(TcaEts.ATTRIBUTES, TCA_ETS_PRIOMAP_BAND, bands)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Ets over(Attributes data) {
        return new Ets(data);
    }
}
