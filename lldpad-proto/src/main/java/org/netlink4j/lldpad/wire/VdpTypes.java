package org.netlink4j.lldpad.wire;

import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.lldpad.PortRequest;

/** Which type of ratified VDP is which record. */
final class VdpTypes {
    private VdpTypes() {}

    static Tlv read(int type, OctetReader in) throws MalformedMessageException {
        return switch (type) {
            case VdpTlv.ManagerId.TYPE -> new VdpTlv.ManagerId(in.octets(VdpTlv.ManagerId.LENGTH));
            case VdpTlv.Organization.TYPE -> new VdpTlv.Organization(in.u24(), in.rest());
            default -> vsi(PortRequest.of(type - 1).orElseThrow(() -> LldpTypes.unknown(type)), in);
        };
    }

    private static Tlv vsi(PortRequest mode, OctetReader in) throws MalformedMessageException {
        return new VdpTlv.Vsi(
                mode,
                in.u8(),
                in.u24(),
                in.u8(),
                in.u8(),
                in.octets(VdpTlv.Vsi.INSTANCE_LENGTH),
                VsiFilters.read(in));
    }
}
