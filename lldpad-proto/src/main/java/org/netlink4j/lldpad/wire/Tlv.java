package org.netlink4j.lldpad.wire;

import org.netlink4j.core.Octets;

/** A type, a length and a value: what LLDP and VDP are made of. The header is u16: 7 bits type, 9 bits length. */
public sealed interface Tlv
        permits StandardTlv, Ieee8021Tlv, Ieee8023Tlv, DcbxTlv, EvbTlv, EvbDraftTlv, VdpDraftTlv, VdpTlv, OtherTlv {
    /** {@return the type, 0 to 127} */
    int type();

    /** {@return the value as it is sent, at most 511 bytes} */
    Octets value();
}
