package org.netlink4j.lldpad.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.VsiType;
import org.netlink4j.lldpad.examples.FrameExample;

/** Bytes that lldpad sent, field by field. */
class GoldenFramesTest {
    private static final MacAddress MACHINE = MacAddress.parse("52:54:00:c7:3e:ce");
    private static final Octets INSTANCE = Octets.parse("09b11c538b5c4eeb8f00d84eaa0aaa4f");

    static Octets octets(String text) {
        return Octets.parse(text.replaceAll("\\s", ""));
    }

    private static <T extends Tlv> T only(Class<T> type, TlvSequence tlvs) {
        assertEquals(1, tlvs.tlvs().size());
        return tlvs.find(type).orElseThrow();
    }

    /** Rows 30 and 64: the type id is big-endian here. */
    @Test
    void aDraftPreassociation() throws Exception {
        Octets bytes = octets("001b3f00 0000 00 0002"
                + "fe26 001b3f02 00 00 0b 123457 02 09b11c538b5c4eeb8f00d84eaa0aaa4f 02 0001 525400c73ece 0000 0000");
        EcpDraftUnit unit = EcpDraftUnit.decode(bytes);
        assertEquals(EcpDraftUnit.REQUEST, unit.operation());
        assertEquals(2, unit.sequence());
        VdpDraftTlv vsi = only(VdpDraftTlv.class, TlvSequence.decode(unit.body()));
        VdpDraftTlv expected = new VdpDraftTlv(
                PortRequest.PREASSOCIATE,
                0,
                new VsiType(11, 0x123457, 2),
                INSTANCE,
                List.of(new VsiFilter.MacVlan(MACHINE, 0)));
        assertEquals(expected, vsi);
        assertEquals(bytes, new EcpDraftUnit(EcpDraftUnit.REQUEST, 2, TlvSequence.ended(expected).encode()).encode());
    }

    /** Row 64: the frame with which a draft station begins. */
    @Test
    void anEmptyDraftRequestAndAnAcknowledgement() throws Exception {
        assertEquals(octets("001b3f00 0000 00 0001 0000"), new EcpDraftUnit(0, 1, TlvSequence.ended().encode()).encode());
        EcpDraftUnit acknowledgement = EcpDraftUnit.decode(octets("001b3f00 0000 01 0007"));
        assertEquals(new EcpDraftUnit(EcpDraftUnit.ACKNOWLEDGEMENT, 7, Octets.EMPTY), acknowledgement);
    }

    /** Rows 30 and 65. */
    @Test
    void aRatifiedPreassociationAndItsAnswer() throws Exception {
        String request = "1001 0001 0a10 0b000000000000000000000000000000"
                + "0221 00 123457 02 05 09b11c538b5c4eeb8f00d84eaa0aaa4f 02 0001 525400c73ece 0000";
        EcpUnit unit = EcpUnit.decode(octets(request));
        assertEquals(new EcpUnit(1, EcpUnit.REQUEST, EcpUnit.VDP, 1, unit.body()), unit);
        TlvSequence tlvs = TlvSequence.decodeVdp(unit.body());
        VdpTlv.Vsi vsi = new VdpTlv.Vsi(
                PortRequest.PREASSOCIATE,
                0,
                0x123457,
                2,
                VdpTlv.Vsi.UUID,
                INSTANCE,
                List.of(new VsiFilter.MacVlan(MACHINE, 0)));
        assertEquals(new TlvSequence(List.of(VdpTlv.ManagerId.of(11), vsi), Octets.EMPTY), tlvs);
        assertEquals(octets(request), new EcpUnit(EcpUnit.REQUEST, 1, tlvs.encode()).encode());

        VdpTlv.Vsi answer = vsi.with(PortRequest.PREASSOCIATE, VdpTlv.Vsi.ACKNOWLEDGEMENT | VdpTlv.Vsi.HARD | 2);
        assertTrue(answer.isAcknowledgement());
        assertFalse(vsi.isAcknowledgement());
        assertEquals(2, answer.code());
        assertEquals(vsi.value().toString().replaceFirst("^00", "52"), answer.value().toString());
    }

    /** Row 65. */
    @Test
    void theHeadersOfRatifiedUnits() throws Exception {
        assertEquals(octets("1001 0001"), new EcpUnit(EcpUnit.REQUEST, 1, Octets.EMPTY).encode());
        assertEquals(octets("1401 ffff"), new EcpUnit(EcpUnit.ACKNOWLEDGEMENT, 0xffff, Octets.EMPTY).encode());
        assertEquals(new EcpUnit(15, 3, 1023, 0, Octets.EMPTY), EcpUnit.decode(octets("ffff 0000")));
    }

    /** Row 66. */
    @Test
    void theDraftOffer() throws Exception {
        TlvSequence tlvs = TlvSequence.decode(octets("fe0d 001b3f00 40 07 40 07 0010 0000 0f"));
        int all = EvbDraftTlv.RTE | EvbDraftTlv.ECP | EvbDraftTlv.VDP;
        EvbDraftTlv expected =
                new EvbDraftTlv(EvbDraftTlv.REFLECTIVE_RELAY, all, EvbDraftTlv.REFLECTIVE_RELAY, all, 16, 0, 15);
        assertEquals(expected, only(EvbDraftTlv.class, tlvs));
    }

    /** Row 67. */
    @Test
    void theRatifiedOffer() throws Exception {
        EvbTlv offer = only(EvbTlv.class, TlvSequence.decode(octets("fe09 0080c20d 02 04 6e b4 34")));
        assertEquals(EvbTlv.REFLECTIVE_RELAY_CAPABLE, offer.bridgeStatus());
        assertEquals(EvbTlv.REFLECTIVE_RELAY_REQUESTED, offer.stationStatus());
        assertEquals(EvbTlv.STATION, offer.mode());
        assertEquals(new EvbTimers(3, 14, 20, 20), offer.timers());
        assertTrue(offer.isRemoteReinit());
        assertTrue(offer.isRemoteKeepAlive());
        assertEquals(offer, EvbTlv.of(2, 4, EvbTlv.STATION, new EvbTimers(3, 14, 20, 20), true, true));
    }

    @ParameterizedTest
    @CsvSource({"94 14, false, false", "b4 14, true, false", "94 34, false, true"})
    void theRatifiedOfferSaysWhoseTimesItTook(String bytes, boolean reinit, boolean keepAlive) throws Exception {
        EvbTlv offer = only(EvbTlv.class, TlvSequence.decode(octets("fe09 0080c20d 02 04 6e" + bytes)));
        assertEquals(reinit, offer.isRemoteReinit());
        assertEquals(keepAlive, offer.isRemoteKeepAlive());
        assertEquals(offer, EvbTlv.of(2, 4, EvbTlv.STATION, new EvbTimers(3, 14, 20, 20), reinit, keepAlive));
    }

    /** Row 68. */
    @Test
    void theTimesThatAreAgreed() {
        EvbTimers timers = new EvbTimers(3, 14, 1, 20).agree(new EvbTimers(1, 8, 20, 3));
        assertEquals(new EvbTimers(3, 14, 20, 20), timers);
        assertEquals(Duration.ofNanos(17_448_960_000L), timers.acknowledgement());
        assertEquals(Duration.ofNanos(10_485_760_000L), timers.keepAlive());
        assertEquals(Duration.ofNanos(163_840_000L), timers.retransmission());
        assertEquals(Duration.ofNanos(15_755_520_000L), EvbTimers.DEFAULT.acknowledgement());
        Duration longest = Duration.ofNanos((15L * (10_000L << 31) + (10_000L << 31)) / 2 * 3);
        assertEquals(longest, new EvbTimers(7, 31, 31, 31).acknowledgement());
        assertThrows(IllegalArgumentException.class, () -> new EvbTimers(8, 0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new EvbTimers(0, 0, 32, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "02 10 000000 02 05 09b11c538b5c4eeb8f00d84eaa0aaa4f 01 0002 0064 f065",
        "04 20 123457 02 03 0000000000000000000052540011223 3 02 0001 525400c73ece 1064",
        "01 00 123457 02 04 09b11c538b5c4eeb8f00d84eaa0aaa4f 03 0001 fffffffe 0064",
        "03 40 123457 02 01 09b11c538b5c4eeb8f00d84eaa0aaa4f 04 0002 00000001 525400c73ece 0064 00000002 525400c73ecf 0065"
    })
    void everyFilterFormat(String text) throws Exception {
        Octets typeAndValue = octets(text);
        Octets value = typeAndValue.slice(1, typeAndValue.length());
        Octets bytes = new OctetWriter().u16(typeAndValue.get(0) << 9 | value.length()).octets(value).done();
        VdpTlv.Vsi vsi = only(VdpTlv.Vsi.class, TlvSequence.decodeVdp(bytes));
        assertEquals(value, vsi.value());
        List<VsiFilter> moved = vsi.filters().stream().map(filter -> filter.withVlan(7)).toList();
        assertTrue(moved.stream().allMatch(filter -> filter.vlan() == 7));
        assertEquals(vsi.filters().getFirst().tag() & 0xf000 | 7, moved.getFirst().tag());
        assertEquals(value.length(), vsi.with(moved).value().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "0219 00 123457 02 05 09b11c538b5c4eeb8f00d84eaa0aaa4f 02 0000",
        "021b 00 123457 02 05 09b11c538b5c4eeb8f00d84eaa0aaa4f 05 0001 0000",
        "021b 00 123457 02 05 09b11c538b5c4eeb8f00d84eaa0aaa4f 01 0002 0000",
        "021c 00 123457 02 05 09b11c538b5c4eeb8f00d84eaa0aaa4f 01 0001 0000 00",
        "0a0f 0b0000000000000000000000000000", "0c00", "fe02 0000"
    })
    void keepsWhatDoesNotFit(String text) throws Exception {
        TlvSequence tlvs = TlvSequence.decodeVdp(octets(text));
        only(OtherTlv.class, tlvs);
        assertEquals(octets(text), tlvs.encode());
    }

    @Test
    void keepsWhatFollowsTheEnd() throws Exception {
        TlvSequence tlvs = TlvSequence.decode(octets("0602 0078 0000 dead"));
        assertEquals(List.of(new StandardTlv.TimeToLive(120)), tlvs.tlvs());
        assertEquals(octets("0000 dead"), tlvs.rest());
        assertEquals(octets("06"), TlvSequence.decode(octets("06")).rest());
    }

    @Test
    void refusesLengthsThatDoNotFit() {
        assertThrows(MalformedMessageException.class, () -> TlvSequence.decode(octets("0602 00")));
        assertThrows(MalformedMessageException.class, () -> EthernetFrame.decode(octets("0180c2000000 525400c73ece 88")));
        assertThrows(MalformedMessageException.class, () -> EcpUnit.decode(octets("1001 00")));
        assertThrows(MalformedMessageException.class, () -> EcpDraftUnit.decode(octets("001b3f00 0000 00 00")));
        assertThrows(MalformedMessageException.class, () -> EcpDraftUnit.decode(octets("001b21 00 0000 00 0000")));
    }

    @Test
    void padsToWhatEthernetWants() {
        EthernetFrame frame =
                new EthernetFrame(EthernetFrame.NEAREST_BRIDGE, MACHINE, EthernetFrame.ECP_DRAFT, octets("dead"));
        assertEquals(60, frame.padded().encode().length());
        assertEquals(octets("0180c200000e 525400c73ece 88b7 dead"), frame.encode());
        EthernetFrame full = new EthernetFrame(MACHINE, MACHINE, 0, Octets.zeros(100));
        assertEquals(full, full.padded());
    }

    @Test
    void theExampleOfThePackageWorks() throws Exception {
        assertEquals(
                "associate, sequence 1, VLAN 100",
                FrameExample.describe(octets("0180c2000000 525400c73ece 8940 1001 0001 0a10 0b000000000000000000000000000000"
                        + "0621 00 123456 02 05 09b11c538b5c4eeb8f00d84eaa0aaa4f 02 0001 525400c73ece 0064")));
    }
}
