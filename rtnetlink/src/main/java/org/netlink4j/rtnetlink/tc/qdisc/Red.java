package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaRed.TCA_RED_FLAGS;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaRed.TCA_RED_MAX_P;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaRed.TCA_RED_PARMS;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaRed.TCA_RED_STAB;

import org.netlink4j.core.schema.Attributes;

/**
 * Random early detection, in bytes. The kernel answers without the table that {@link #of} made.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaRed}
 */
public record Red(Attributes data) implements EarlyDetection<Red> {
    static final String KIND = "red";

    /** Those that have a place in the attribute. */
    private static final long KNOWN =
            TcaRed.TC_RED_ECN | TcaRed.TC_RED_HARDDROP | TcaRed.TC_RED_ADAPTATIVE | TcaRed.TC_RED_NODROP;

    /** Checks the table. */
    public Red {
        TcaRed.QDISC.require(data);
    }

    /**
     * Early detection. The flags go into {@code TCA_RED_FLAGS}, which kernels before 5.7 do not read.
     *
     * @param wanted lengths in bytes
     * @param flags {@code TC_RED_*} of {@link TcaRed}
     * @return the kind
     */
    public static Red of(RedParameters wanted, int flags) {
        int averageLog = wanted.averageLog((double) wanted.min() / wanted.averagePacket());
        return new Red(Attributes.none(TcaRed.ATTRIBUTES)
                .withStruct(TCA_RED_PARMS, wanted.fields(averageLog, wanted.max() - wanted.min(), 0))
                .with(TCA_RED_STAB, wanted.idleTable(averageLog))
                .with(TCA_RED_MAX_P, wanted.fixedProbability())
                .with(TCA_RED_FLAGS, KNOWN << Integer.SIZE | flags));
    }

    @Override
    public int parameters() {
        return TCA_RED_PARMS;
    }

    @Override
    public int maxP() {
        return TCA_RED_MAX_P;
    }

    /** {@return {@code TC_RED_*}: those of {@code TCA_RED_FLAGS} if this kernel knows it} */
    @Override
    public int flags() {
        return (int) data.bitfield32(TCA_RED_FLAGS).orElseGet(() -> EarlyDetection.super.flags());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Red over(Attributes data) {
        return new Red(data);
    }
}
