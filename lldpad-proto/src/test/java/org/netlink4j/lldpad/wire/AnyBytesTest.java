package org.netlink4j.lldpad.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.VsiType;

/** Any bytes end in a value that is encoded again as it was, or are malformed. */
class AnyBytesTest {
    private static void survives(Octets frame) {
        try {
            CaptureTest.roundTrip(frame);
        } catch (MalformedMessageException _) {
            return; // as it should be
        }
    }

    @Provide
    Arbitrary<Octets> frames() {
        Arbitrary<Integer> types = Arbitraries.of(EthernetFrame.LLDP, EthernetFrame.ECP, EthernetFrame.ECP_DRAFT);
        Arbitrary<byte[]> payloads = Arbitraries.bytes().array(byte[].class).ofMaxSize(120);
        return Combinators.combine(types, payloads, Arbitraries.of(true, false)).as((type, payload, draft) -> {
            OctetWriter out = new OctetWriter().octets(Octets.zeros(2 * MacAddress.LENGTH)).u16(type);
            if (draft) {
                out.u24(EvbDraftTlv.OUI);
            }
            return out.octets(Octets.of(payload)).done();
        });
    }

    @Property
    void randomFrames(@ForAll("frames") Octets frame) {
        survives(frame);
    }

    @Provide
    Arbitrary<Octets> damaged() {
        List<Octets> captured = new ArrayList<>();
        for (String file : CapturedFrames.FILES) {
            try {
                captured.addAll(Pcap.frames(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Combinators.combine(
                        Arbitraries.of(captured), Arbitraries.integers().between(14, 90), Arbitraries.bytes(), Arbitraries.integers().between(14, 90))
                .as((frame, at, value, length) -> {
                    byte[] bytes = frame.toArray();
                    bytes[at % bytes.length] = value;
                    return Octets.of(bytes).slice(0, Math.min(length + 14, bytes.length));
                })
                .filter(frame -> List.of(EthernetFrame.LLDP, EthernetFrame.ECP, EthernetFrame.ECP_DRAFT)
                        .contains(frame.get(12) << 8 | frame.get(13)));
    }

    @Property
    void damagedFrames(@ForAll("damaged") Octets frame) {
        survives(frame);
    }

    // ---- every record comes back as it was

    private static Arbitrary<Integer> u8() {
        return Arbitraries.integers().between(0, 0xff);
    }

    private static Arbitrary<Integer> u16() {
        return Arbitraries.integers().between(0, 0xffff);
    }

    private static Arbitrary<Long> u32() {
        return Arbitraries.longs().between(0, 0xffff_ffffL);
    }

    private static Arbitrary<Octets> octets(int shortest, int longest) {
        return Arbitraries.bytes().array(byte[].class).ofMinSize(shortest).ofMaxSize(longest).map(Octets::of);
    }

    private static Arbitrary<String> text(int longest) {
        return Arbitraries.strings().ofMaxLength(longest).withCharRange('!', '\u0250');
    }

    @Provide
    static Arbitrary<Tlv> lldp() {
        Arbitrary<MacAddress> macs = Arbitraries.longs().between(0, 0xffff_ffff_ffffL).map(MacAddress::new);
        Arbitrary<VsiFilter.MacVlan> filters = Combinators.combine(macs, u16()).as(VsiFilter.MacVlan::new);
        Arbitrary<VsiType> types =
                Combinators.combine(u8(), Arbitraries.integers().between(0, 0xff_ffff), u8()).as(VsiType::new);
        Arbitrary<List<DcbxTlv.Application>> applications =
                Combinators.combine(u8(), u16()).as(DcbxTlv.Application::new).list().ofMaxSize(20);
        List<Arbitrary<? extends Tlv>> all = List.of(
                Combinators.combine(u8(), octets(0, 255)).as(StandardTlv.ChassisId::new),
                Combinators.combine(u8(), octets(0, 255)).as(StandardTlv.PortId::new),
                u16().map(StandardTlv.TimeToLive::new),
                text(200).map(StandardTlv.PortDescription::new),
                text(200).map(StandardTlv.SystemName::new),
                text(200).map(StandardTlv.SystemDescription::new),
                Combinators.combine(u16(), u16()).as(StandardTlv.SystemCapabilities::new),
                Combinators.combine(u8(), octets(0, 31), u8(), u32(), octets(0, 128)).as(StandardTlv.ManagementAddress::new),
                u16().map(Ieee8021Tlv.PortVlan::new),
                Combinators.combine(u8(), u16()).as(Ieee8021Tlv.PortProtocolVlan::new),
                Combinators.combine(u16(), text(32)).as(Ieee8021Tlv.VlanName::new),
                octets(0, 255).map(Ieee8021Tlv.ProtocolIdentity::new),
                u32().map(Ieee8021Tlv.VlanUsageDigest::new),
                u16().map(Ieee8021Tlv.ManagementVlan::new),
                Combinators.combine(u8(), u32()).as(Ieee8021Tlv.LinkAggregation::new),
                Combinators.combine(u8(), u8()).as(Ieee8021Tlv.CongestionNotification::new),
                Combinators.combine(u8(), u16(), u16()).as(Ieee8023Tlv.MacPhy::new),
                Combinators.combine(u8(), u8(), u8(), octets(0, 20)).as(Ieee8023Tlv.Power::new),
                Combinators.combine(u8(), u32()).as(Ieee8023Tlv.LinkAggregation::new),
                u16().map(Ieee8023Tlv.MaximumFrameSize::new),
                Combinators.combine(u16(), u16(), u16(), u16(), u16()).as(Ieee8023Tlv.EnergyEfficientEthernet::new),
                Combinators.combine(u8(), u32(), octets(8, 8), octets(8, 8)).as(DcbxTlv.EtsConfiguration::new),
                Combinators.combine(u8(), u32(), octets(8, 8), octets(8, 8)).as(DcbxTlv.EtsRecommendation::new),
                Combinators.combine(u8(), u8()).as(DcbxTlv.PriorityFlowControl::new),
                Combinators.combine(u8(), applications).as(DcbxTlv.ApplicationPriorities::new),
                Combinators.combine(u8(), u8(), u8(), u8(), u8()).as(EvbTlv::new),
                Combinators.combine(u8(), u8(), u8(), u8(), u16(), u16(), u8()).as(EvbDraftTlv::new),
                Combinators.combine(
                                Arbitraries.of(PortRequest.class),
                                u8(),
                                types,
                                octets(16, 16),
                                filters.list().ofMinSize(1).ofMaxSize(20))
                        .as(VdpDraftTlv::new));
        return Arbitraries.of(all).flatMap(one -> one.map(Tlv.class::cast));
    }

    @Provide
    static Arbitrary<Tlv> vdp() {
        Arbitrary<MacAddress> macs = Arbitraries.longs().between(0, 0xffff_ffff_ffffL).map(MacAddress::new);
        List<Arbitrary<? extends VsiFilter>> formats = List.of(
                u16().map(VsiFilter.Vlan::new),
                Combinators.combine(macs, u16()).as(VsiFilter.MacVlan::new),
                Combinators.combine(u32(), u16()).as(VsiFilter.GroupVlan::new),
                Combinators.combine(u32(), macs, u16()).as(VsiFilter.GroupMacVlan::new));
        Arbitrary<List<VsiFilter>> filters = Arbitraries.of(formats)
                .flatMap(format -> format.map(VsiFilter.class::cast).list().ofMinSize(1).ofMaxSize(20));
        List<Arbitrary<? extends Tlv>> all = List.of(
                octets(16, 16).map(VdpTlv.ManagerId::new),
                Combinators.combine(Arbitraries.integers().between(0, 0xff_ffff), octets(0, 255)).as(VdpTlv.Organization::new),
                Combinators.combine(
                                Arbitraries.of(PortRequest.class),
                                u8(),
                                Arbitraries.integers().between(0, 0xff_ffff),
                                u8(),
                                u8(),
                                octets(16, 16),
                                filters)
                        .as(VdpTlv.Vsi::new));
        return Arbitraries.of(all).flatMap(one -> one.map(Tlv.class::cast));
    }

    @Property
    void everyRecordOfLldp(@ForAll("lldp") Tlv tlv) throws Exception {
        TlvSequence tlvs = TlvSequence.ended(tlv);
        assertEquals(tlvs, TlvSequence.decode(tlvs.encode()));
    }

    @Property
    void everyRecordOfVdp(@ForAll("vdp") Tlv tlv) throws Exception {
        TlvSequence tlvs = TlvSequence.ended(tlv);
        assertEquals(tlvs, TlvSequence.decodeVdp(tlvs.encode()));
    }

    @Provide
    static Arbitrary<EcpUnit> units() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 15),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 1023),
                        u16(),
                        octets(0, 60))
                .as(EcpUnit::new);
    }

    @Property
    void everyUnitOfEcp(@ForAll("units") EcpUnit unit) throws Exception {
        assertEquals(unit, EcpUnit.decode(unit.encode()));
    }

    @Provide
    static Arbitrary<EcpDraftUnit> draftUnits() {
        return Combinators.combine(u8(), u16(), u8(), u16(), octets(0, 60)).as(EcpDraftUnit::new);
    }

    @Property
    void everyUnitOfTheDraft(@ForAll("draftUnits") EcpDraftUnit unit) throws Exception {
        assertEquals(unit, EcpDraftUnit.decode(unit.encode()));
    }

    @Provide
    static Arbitrary<EthernetFrame> ethernet() {
        Arbitrary<MacAddress> macs = Arbitraries.longs().between(0, 0xffff_ffff_ffffL).map(MacAddress::new);
        return Combinators.combine(macs, macs, u16(), octets(0, 60)).as(EthernetFrame::new);
    }

    @Property
    void everyFrame(@ForAll("ethernet") EthernetFrame frame) throws Exception {
        assertEquals(frame, EthernetFrame.decode(frame.encode()));
        assertEquals(Math.max(60, frame.encode().length()), frame.padded().encode().length());
    }
}
