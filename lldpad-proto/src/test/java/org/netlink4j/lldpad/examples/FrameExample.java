package org.netlink4j.lldpad.examples;

import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;
import org.netlink4j.lldpad.wire.EcpUnit;
import org.netlink4j.lldpad.wire.EthernetFrame;
import org.netlink4j.lldpad.wire.TlvSequence;
import org.netlink4j.lldpad.wire.VdpTlv;

public final class FrameExample {
    private FrameExample() {}

    public static String describe(Octets bytes) throws MalformedMessageException {
        // @start region="frame"
        EthernetFrame frame = EthernetFrame.decode(bytes);
        EcpUnit unit = EcpUnit.decode(frame.payload());
        TlvSequence tlvs = TlvSequence.decodeVdp(unit.body());
        VdpTlv.Vsi vsi = tlvs.find(VdpTlv.Vsi.class).orElseThrow();
        String text = vsi.mode().words() + ", sequence " + unit.sequence() + ", VLAN " + vsi.filters().getFirst().vlan();
        // @end
        return text;
    }
}
