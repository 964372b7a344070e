package org.netlink4j.lldpad.wire;

import org.netlink4j.core.Octets;

/**
 * What a station or a switch offers for edge virtual bridging, draft 0.2: organizationally specific, 00-1B-3F, subtype 0.
 *
 * @param supportedMode u8 of modes that it can
 * @param supportedCapabilities u8 of capabilities that it can
 * @param configuredMode u8 of modes in force
 * @param configuredCapabilities u8 of capabilities in force
 * @param supportedVsis u16: how many VSIs it can
 * @param configuredVsis u16: how many VSIs there are
 * @param rte u8: exponent of the retransmission timer
 */
public record EvbDraftTlv(
        int supportedMode,
        int supportedCapabilities,
        int configuredMode,
        int configuredCapabilities,
        int supportedVsis,
        int configuredVsis,
        int rte)
        implements Tlv {
    /** Mode: frames go back where they came from (VEPA). */
    public static final int REFLECTIVE_RELAY = 0x40;

    /** Mode: an ordinary bridge. */
    public static final int STANDARD = 0x80;

    /** Capability: a retransmission timer exponent. */
    public static final int RTE = 4;

    /** Capability: ECP. */
    public static final int ECP = 2;

    /** Capability: VDP. */
    public static final int VDP = 1;

    static final int OUI = 0x00_1b_3f;
    static final int SUBTYPE = 0;

    @Override
    public int type() {
        return LldpTypes.ORGANIZATION;
    }

    @Override
    public Octets value() {
        return LldpTypes.organization(OUI, SUBTYPE)
                .u8(supportedMode)
                .u8(supportedCapabilities)
                .u8(configuredMode)
                .u8(configuredCapabilities)
                .u16(supportedVsis)
                .u16(configuredVsis)
                .u8(rte)
                .done();
    }
}
