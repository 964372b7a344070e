package org.netlink4j.rtnetlink.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.Captures;

class LinkCaptureTest {
    private static Link link(String capture) throws MalformedMessageException {
        return Link.decode(Captures.message(Captures.bytes(capture)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "lo", "veth", "veth-alias-altname", "macvtap", "macvlan-source", "bridge", "bridge-port", "vxlan", "ifb"
    })
    void encodesWhatItDecodedByteForByte(String capture) throws MalformedMessageException {
        byte[] bytes = Captures.bytes(capture);
        MessageReader message = Captures.message(bytes);
        Link link = Link.decode(message);
        assertEquals(List.of(), link.attributes().unknown(), "the table knows all that Linux 6.18 sends");
        for (byte dirt : new byte[] {0, (byte) 0xa5}) {
            byte[] again = new byte[bytes.length];
            Arrays.fill(again, dirt);
            MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(again), 0, again.length);
            out.begin(message.type(), message.flags(), message.sequence(), message.portId());
            link.write(out);
            assertEquals(bytes.length, out.end());
            assertArrayEquals(bytes, again);
        }
    }

    @Test
    void readsALoopback() throws MalformedMessageException {
        Link link = link("lo");
        assertEquals(1, link.index());
        assertEquals("lo", link.name());
        assertEquals(OptionalInt.of(65536), link.mtu());
        assertEquals(Optional.of(OperState.UNKNOWN), link.operState());
        assertTrue(link.isUp());
        assertTrue(link.hasCarrier());
        assertEquals(Optional.empty(), link.kind());
        assertEquals(OptionalInt.empty(), link.lower());
        assertEquals(OptionalInt.empty(), link.master());
    }

    @Test
    void readsAMacvtap() throws MalformedMessageException {
        Link link = link("macvtap");
        assertEquals("m0", link.name());
        assertEquals(OptionalInt.of(3), link.lower());
        assertEquals(Optional.of(MacAddress.parse("02:00:00:00:00:03")), link.address());
        assertEquals(Optional.of(MacAddress.BROADCAST), link.broadcast());
        assertEquals(OptionalInt.of(500), link.txQueueLength());
        Macvtap macvtap = link.kind(Macvtap.class).orElseThrow();
        assertEquals("macvtap", macvtap.kind());
        assertEquals(Optional.of(MacvlanMode.VEPA), macvtap.mode());
        assertEquals(Optional.of(MacvlanFlags.NONE), macvtap.flags());
        assertEquals(OptionalInt.of(1000), macvtap.broadcastQueueLength());
        assertEquals(OptionalInt.empty(), macvtap.broadcastCutoff());
        assertEquals(OptionalInt.of(0), macvtap.sourceCount());
        assertEquals(Optional.empty(), link.kind(Macvlan.class));
    }

    @Test
    void readsTheSourceListOfAMacvlan() throws MalformedMessageException {
        Macvlan macvlan = link("macvlan-source").kind(Macvlan.class).orElseThrow();
        assertEquals(Optional.of(MacvlanMode.SOURCE), macvlan.mode());
        assertEquals(Optional.of(MacvlanFlags.NODST), macvlan.flags());
        assertEquals(OptionalInt.of(2), macvlan.sourceCount());
        assertEquals(
                List.of(MacAddress.parse("02:00:00:00:01:01"), MacAddress.parse("02:00:00:00:01:02")),
                macvlan.sources().stream().sorted().toList());
        assertEquals(OptionalInt.of(500), macvlan.broadcastQueueLength());
        assertEquals(OptionalInt.of(1000), macvlan.broadcastQueueLengthUsed());
    }

    @Test
    void readsABridgeAndItsPort() throws MalformedMessageException {
        Link bridge = link("bridge");
        Bridge settings = bridge.kind(Bridge.class).orElseThrow();
        assertEquals(OptionalInt.of(400), settings.forwardDelay());
        assertEquals(Optional.of(true), settings.spanningTree());
        assertEquals(Optional.of(false), settings.vlanFiltering());
        assertEquals(OptionalInt.of(32768), settings.priority());
        assertEquals(OptionalInt.of(30000), settings.ageingTime());

        Link port = link("bridge-port");
        assertEquals(OptionalInt.of(bridge.index()), port.master());
        assertEquals(Optional.of("bridge"), port.port().map(LinkPort::kind));
        assertEquals(OptionalInt.of(32), port.port(BridgePort.class).orElseThrow().priority());
        assertTrue(port.kind(Veth.class).isPresent());
    }

    @Test
    void readsAVxlan() throws MalformedMessageException {
        Vxlan vxlan = link("vxlan").kind(Vxlan.class).orElseThrow();
        assertEquals(OptionalInt.of(42), vxlan.id());
        assertEquals(Optional.of(IpAddress.parse("239.1.1.1")), vxlan.remote());
        assertEquals(Optional.empty(), vxlan.local());
        assertEquals(OptionalInt.of(3), vxlan.lower());
        assertEquals(OptionalInt.of(4789), vxlan.port());
        assertEquals(OptionalLong.of(0), vxlan.lowestSourcePort());
        assertEquals(Optional.of(true), vxlan.learning());
        assertEquals(Optional.of(true), vxlan.localBypass());
        assertEquals(OptionalInt.of(300), vxlan.ageing());
        assertEquals(false, vxlan.ttlInherited());
        assertEquals(true, new Vxlan().ttlInherit().ttlInherited());
        assertEquals(false, vxlan.groupPolicy());
        assertEquals(Optional.of(new Ifb()), link("ifb").kind());
    }

    @Test
    void keepsAKindThatItDoesNotKnow() throws MalformedMessageException {
        byte[] bytes = Captures.bytes("vxlan");
        byte[] kind = "vxlan".getBytes(StandardCharsets.US_ASCII);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("vxlan");
        System.arraycopy("novel".getBytes(StandardCharsets.US_ASCII), 0, bytes, at, kind.length);
        LinkKind novel = Link.decode(Captures.message(bytes)).kind().orElseThrow();
        assertTrue(novel instanceof UnknownLinkKind);
        assertEquals("novel", novel.kind());
        assertArrayEquals(new byte[] {42, 0, 0, 0}, novel.data().payload(1).orElseThrow(), "IFLA_VXLAN_ID, host order");
    }

    @Test
    void readsNamesAndCounters() throws MalformedMessageException {
        Link link = link("veth-alias-altname");
        assertEquals(Optional.of("a description"), link.alias());
        assertEquals(List.of("another-name"), link.alternativeNames());
        assertEquals(OptionalInt.of(42), link.group());
        assertTrue(link.counter("rx_packets").isPresent());
        assertEquals(OptionalLong.of(0), link.counter("rx_otherhost_dropped"));
        assertEquals(OptionalInt.empty(), link.lowerNamespaceId());
    }

    @Test
    void refusesATruncatedMessage() throws MalformedMessageException {
        byte[] bytes = Captures.bytes("macvtap");
        for (int length = 16; length < bytes.length; length++) {
            byte[] shorter = Arrays.copyOf(bytes, length);
            MemorySegment.ofArray(shorter).set(java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED, 0, length);
            try {
                Link.decode(Captures.message(shorter));
            } catch (MalformedMessageException _) {
                // or a link with fewer attributes
            }
        }
    }
}
