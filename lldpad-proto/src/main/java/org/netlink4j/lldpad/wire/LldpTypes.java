package org.netlink4j.lldpad.wire;

import java.util.ArrayList;
import java.util.List;
import org.netlink4j.core.MalformedMessageException;

/** Which type of LLDP is which record. */
final class LldpTypes {
    /** Organizationally specific: u24 OUI, u8 subtype, and what the organization says. */
    static final int ORGANIZATION = 127;

    private static final int CLASSES = 8;

    private LldpTypes() {}

    /** Begins the value of an organization's TLV. */
    static OctetWriter organization(int oui, int subtype) {
        return new OctetWriter().u24(oui).u8(subtype);
    }

    static Tlv read(int type, OctetReader in) throws MalformedMessageException {
        return switch (type) {
            case StandardTlv.ChassisId.TYPE -> new StandardTlv.ChassisId(in.u8(), in.rest());
            case StandardTlv.PortId.TYPE -> new StandardTlv.PortId(in.u8(), in.rest());
            case StandardTlv.TimeToLive.TYPE -> new StandardTlv.TimeToLive(in.u16());
            case StandardTlv.PortDescription.TYPE -> new StandardTlv.PortDescription(in.text());
            case StandardTlv.SystemName.TYPE -> new StandardTlv.SystemName(in.text());
            case StandardTlv.SystemDescription.TYPE -> new StandardTlv.SystemDescription(in.text());
            case StandardTlv.SystemCapabilities.TYPE -> new StandardTlv.SystemCapabilities(in.u16(), in.u16());
            case StandardTlv.ManagementAddress.TYPE -> StandardTlv.ManagementAddress.read(in);
            case ORGANIZATION -> switch (in.u24()) {
                case Ieee8021Tlv.OUI -> ieee8021(in.u8(), in);
                case Ieee8023Tlv.OUI -> ieee8023(in.u8(), in);
                case EvbDraftTlv.OUI -> draft(in.u8(), in);
                default -> throw unknown(type);
            };
            default -> throw unknown(type);
        };
    }

    private static Tlv ieee8021(int subtype, OctetReader in) throws MalformedMessageException {
        return switch (subtype) {
            case Ieee8021Tlv.PortVlan.SUBTYPE -> new Ieee8021Tlv.PortVlan(in.u16());
            case Ieee8021Tlv.PortProtocolVlan.SUBTYPE -> new Ieee8021Tlv.PortProtocolVlan(in.u8(), in.u16());
            case Ieee8021Tlv.VlanName.SUBTYPE -> new Ieee8021Tlv.VlanName(in.u16(), in.countedText());
            case Ieee8021Tlv.ProtocolIdentity.SUBTYPE -> new Ieee8021Tlv.ProtocolIdentity(in.counted());
            case Ieee8021Tlv.VlanUsageDigest.SUBTYPE -> new Ieee8021Tlv.VlanUsageDigest(in.u32());
            case Ieee8021Tlv.ManagementVlan.SUBTYPE -> new Ieee8021Tlv.ManagementVlan(in.u16());
            case Ieee8021Tlv.LinkAggregation.SUBTYPE -> new Ieee8021Tlv.LinkAggregation(in.u8(), in.u32());
            case Ieee8021Tlv.CongestionNotification.SUBTYPE -> new Ieee8021Tlv.CongestionNotification(in.u8(), in.u8());
            case DcbxTlv.EtsConfiguration.SUBTYPE ->
                new DcbxTlv.EtsConfiguration(in.u8(), in.u32(), in.octets(CLASSES), in.octets(CLASSES));
            case DcbxTlv.EtsRecommendation.SUBTYPE ->
                new DcbxTlv.EtsRecommendation(in.u8(), in.u32(), in.octets(CLASSES), in.octets(CLASSES));
            case DcbxTlv.PriorityFlowControl.SUBTYPE -> new DcbxTlv.PriorityFlowControl(in.u8(), in.u8());
            case DcbxTlv.ApplicationPriorities.SUBTYPE -> new DcbxTlv.ApplicationPriorities(in.u8(), applications(in));
            case EvbTlv.SUBTYPE -> new EvbTlv(in.u8(), in.u8(), in.u8(), in.u8(), in.u8());
            default -> throw unknown(subtype);
        };
    }

    private static List<DcbxTlv.Application> applications(OctetReader in) throws MalformedMessageException {
        List<DcbxTlv.Application> applications = new ArrayList<>();
        while (in.left() > 0) {
            applications.add(new DcbxTlv.Application(in.u8(), in.u16()));
        }
        return applications;
    }

    private static Tlv ieee8023(int subtype, OctetReader in) throws MalformedMessageException {
        return switch (subtype) {
            case Ieee8023Tlv.MacPhy.SUBTYPE -> new Ieee8023Tlv.MacPhy(in.u8(), in.u16(), in.u16());
            case Ieee8023Tlv.Power.SUBTYPE -> new Ieee8023Tlv.Power(in.u8(), in.u8(), in.u8(), in.rest());
            case Ieee8023Tlv.LinkAggregation.SUBTYPE -> new Ieee8023Tlv.LinkAggregation(in.u8(), in.u32());
            case Ieee8023Tlv.MaximumFrameSize.SUBTYPE -> new Ieee8023Tlv.MaximumFrameSize(in.u16());
            case Ieee8023Tlv.EnergyEfficientEthernet.SUBTYPE ->
                new Ieee8023Tlv.EnergyEfficientEthernet(in.u16(), in.u16(), in.u16(), in.u16(), in.u16());
            default -> throw unknown(subtype);
        };
    }

    private static Tlv draft(int subtype, OctetReader in) throws MalformedMessageException {
        return switch (subtype) {
            case EvbDraftTlv.SUBTYPE -> new EvbDraftTlv(in.u8(), in.u8(), in.u8(), in.u8(), in.u16(), in.u16(), in.u8());
            case VdpDraftTlv.SUBTYPE -> VdpDraftTlv.read(in);
            default -> throw unknown(subtype);
        };
    }

    /** Caught where the TLV is then kept as it is. */
    static MalformedMessageException unknown(int type) {
        return new MalformedMessageException("no record for type " + type);
    }
}
