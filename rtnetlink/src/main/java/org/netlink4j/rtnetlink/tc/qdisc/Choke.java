package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaChoke.TCA_CHOKE_MAX_P;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaChoke.TCA_CHOKE_PARMS;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaChoke.TCA_CHOKE_STAB;

import org.netlink4j.core.schema.Attributes;

/**
 * Random early detection that also drops a packet if one that waits is of the same flow, in packets. The kernel answers without the table
 * that {@link #of} made.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaChoke}
 */
public record Choke(Attributes data) implements EarlyDetection<Choke> {
    static final String KIND = "choke";

    /** Checks the table. */
    public Choke {
        TcaChoke.QDISC.require(data);
    }

    /**
     * Early detection.
     *
     * @param wanted lengths in packets
     * @param flags {@code TC_RED_ECN} of {@link TcaRed}, or 0
     * @return the kind
     */
    public static Choke of(RedParameters wanted, int flags) {
        int averageLog = wanted.averageLog(wanted.min());
        return new Choke(Attributes.none(TcaChoke.ATTRIBUTES)
                .withStruct(TCA_CHOKE_PARMS, wanted.fields(averageLog, (wanted.max() - wanted.min()) * wanted.averagePacket(), flags))
                .with(TCA_CHOKE_STAB, wanted.idleTable(averageLog))
                .with(TCA_CHOKE_MAX_P, wanted.fixedProbability()));
    }

    @Override
    public int parameters() {
        return TCA_CHOKE_PARMS;
    }

    @Override
    public int maxP() {
        return TCA_CHOKE_MAX_P;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Choke over(Attributes data) {
        return new Choke(data);
    }
}
