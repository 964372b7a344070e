package org.netlink4j.lldpad.wire;

import org.netlink4j.core.Octets;

/**
 * What a station or a switch offers for edge virtual bridging, ratified: organizationally specific, 00-80-C2, subtype 13.
 *
 * @param bridgeStatus u8 of bits: what the bridge can and does
 * @param stationStatus u8 of bits: what the station wants and sees
 * @param retransmission u8: high 3 bits retries of ECP, low 5 bits exponent of its timer
 * @param modeAndReinit u8: high 2 bits who sends, 0x20 the next is the other side's, low 5 bits exponent of the time that a
 *     resource may take
 * @param keepAlive u8: 0x20 the next is the other side's, low 5 bits exponent of the keep-alive timer
 */
public record EvbTlv(int bridgeStatus, int stationStatus, int retransmission, int modeAndReinit, int keepAlive)
        implements Tlv {
    /** Bridge status: group ids can be used. */
    public static final int BRIDGE_GROUP_IDS = 4;

    /** Bridge status: reflective relay is possible. */
    public static final int REFLECTIVE_RELAY_CAPABLE = 2;

    /** Bridge status: reflective relay is in force. */
    public static final int REFLECTIVE_RELAY = 1;

    /** Station status: group ids are wanted. */
    public static final int STATION_GROUP_IDS = 8;

    /** Station status: reflective relay is wanted. */
    public static final int REFLECTIVE_RELAY_REQUESTED = 4;

    /** The value of {@link #mode}: a bridge sends. */
    public static final int BRIDGE = 1;

    /** The value of {@link #mode}: a station sends. */
    public static final int STATION = 2;

    static final int SUBTYPE = 13;
    private static final int EXPONENT = 0x1f;
    private static final int REMOTE = 0x20;
    private static final int RETRY_SHIFT = 5;
    private static final int MODE_SHIFT = 6;

    /**
     * Puts the fields together.
     *
     * @param bridgeStatus u8 of bits
     * @param stationStatus u8 of bits
     * @param mode {@link #BRIDGE} or {@link #STATION}
     * @param timers retries and exponents
     * @param remoteReinit whether the exponent {@code rwd} is the other side's
     * @param remoteKeepAlive whether the exponent {@code rka} is the other side's
     * @return the TLV
     */
    public static EvbTlv of(
            int bridgeStatus, int stationStatus, int mode, EvbTimers timers, boolean remoteReinit, boolean remoteKeepAlive) {
        return new EvbTlv(
                bridgeStatus,
                stationStatus,
                timers.retries() << RETRY_SHIFT | timers.rte(),
                mode << MODE_SHIFT | (remoteReinit ? REMOTE : 0) | timers.rwd(),
                (remoteKeepAlive ? REMOTE : 0) | timers.rka());
    }

    @Override
    public int type() {
        return LldpTypes.ORGANIZATION;
    }

    @Override
    public Octets value() {
        return LldpTypes.organization(Ieee8021Tlv.OUI, SUBTYPE)
                .u8(bridgeStatus)
                .u8(stationStatus)
                .u8(retransmission)
                .u8(modeAndReinit)
                .u8(keepAlive)
                .done();
    }

    /** {@return who sends: {@link #BRIDGE}, {@link #STATION}, or another value} */
    public int mode() {
        return modeAndReinit >>> MODE_SHIFT;
    }

    /** {@return retries and exponents} */
    public EvbTimers timers() {
        return new EvbTimers(
                retransmission >>> RETRY_SHIFT, retransmission & EXPONENT, modeAndReinit & EXPONENT, keepAlive & EXPONENT);
    }

    /** {@return whether the exponent {@code rwd} is the other side's} */
    public boolean isRemoteReinit() {
        return (modeAndReinit & REMOTE) != 0;
    }

    /** {@return whether the exponent {@code rka} is the other side's} */
    public boolean isRemoteKeepAlive() {
        return (keepAlive & REMOTE) != 0;
    }
}
