package org.netlink4j.rtnetlink.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_ENTRY_INFO;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.Rtm;
import org.netlink4j.rtnetlink.link.Ifla;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.testkit.AttributeArbitraries;

class BridgeVlanTest {
    private static final int PORT = 7;

    private static BridgeVlan vlan(int first, int last, OptionalLong tunnel) {
        BridgeVlanSpec spec = BridgeVlanSpec.of(PORT, new VlanRange(first, last)).state(3);
        BridgeVlanSpec all = tunnel.isPresent() ? spec.tunnel(tunnel.getAsLong()) : spec;
        return new BridgeVlan(PORT, all.ids(), 0, all.attributes());
    }

    private static BridgeVlan vlan(int first, int last) {
        return vlan(first, last, OptionalLong.empty());
    }

    @Test
    void joinsWhatFollowsAndIsTheSame() {
        assertEquals(List.of(vlan(7, 9)), BridgeVlan.compress(List.of(vlan(7, 7), vlan(8, 9))));
        List<BridgeVlan> gap = List.of(vlan(7, 7), vlan(9, 9));
        assertEquals(gap, BridgeVlan.compress(gap));
        List<BridgeVlan> flags = List.of(vlan(7, 7), new BridgeVlan(PORT, VlanRange.of(8), 4, vlan(8, 8).attributes()));
        assertEquals(flags, BridgeVlan.compress(flags));
        List<BridgeVlan> devices = List.of(vlan(7, 7), new BridgeVlan(PORT + 1, VlanRange.of(8), 0, vlan(8, 8).attributes()));
        assertEquals(devices, BridgeVlan.compress(devices));
    }

    @Test
    void joinsTunnelsOnlyIfTheyFollow() {
        List<BridgeVlan> follow = List.of(vlan(7, 7, OptionalLong.of(100)), vlan(8, 8, OptionalLong.of(101)));
        assertEquals(List.of(vlan(7, 8, OptionalLong.of(100))), BridgeVlan.compress(follow));
        List<BridgeVlan> same = List.of(vlan(7, 7, OptionalLong.of(100)), vlan(8, 8, OptionalLong.of(100)));
        assertEquals(same, BridgeVlan.compress(same));
    }

    @Provide
    Arbitrary<List<BridgeVlan>> lists() {
        Arbitrary<BridgeVlan> any = Combinators.combine(
                        Arbitraries.integers().between(1, 3), Arbitraries.integers().between(0, 2), Arbitraries.longs().between(0, 3))
                .as((gap, more, tunnel) -> vlan(gap, gap + more, tunnel == 0 ? OptionalLong.empty() : OptionalLong.of(tunnel * 100)));
        return any.list().ofMaxSize(12).map(BridgeVlanTest::ascending);
    }

    /** Each begins some ids after the end of the one before it, or directly there. */
    private static List<BridgeVlan> ascending(List<BridgeVlan> steps) {
        List<BridgeVlan> list = new ArrayList<>();
        int end = 0;
        for (BridgeVlan step : steps) {
            VlanRange ids = new VlanRange(end + step.ids().first(), end + step.ids().last());
            list.add(new BridgeVlan(PORT, ids, 0, step.attributes()));
            end = ids.last();
        }
        return list;
    }

    @Property(tries = 300)
    void rangesAndSingleVlansSayTheSame(@ForAll("lists") List<BridgeVlan> vlans) {
        List<BridgeVlan> single = vlans.stream().flatMap(vlan -> vlan.expand().stream()).toList();
        List<BridgeVlan> ranges = BridgeVlan.compress(vlans);
        assertEquals(single, ranges.stream().flatMap(vlan -> vlan.expand().stream()).toList());
        assertEquals(ranges, BridgeVlan.compress(single));
        assertTrue(ranges.size() <= vlans.size());
        assertTrue(single.stream().allMatch(vlan -> vlan.ids().isSingle()));
    }

    @Provide
    Arbitrary<Attributes> vlandb() {
        return AttributeArbitraries.valid(BridgeVlandb.ATTRIBUTES);
    }

    @Property(tries = 300)
    void anyMessageAboutVlansIsReadAndWrittenAgain(@ForAll("vlandb") Attributes attributes) throws MalformedMessageException {
        BridgeVlanMessage message = new BridgeVlanMessage(PORT, attributes);
        byte[] buffer = new byte[1 << 18];
        MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(buffer), 0, buffer.length).begin(Rtm.RTM_NEWVLAN, 0, 0, 0);
        message.write(out);
        MessageReader in = new MessageReader().over(MemorySegment.ofArray(buffer), 0, out.end());
        assertTrue(in.next());
        BridgeVlanMessage again = BridgeVlanMessage.decode(in);
        assertEquals(message, again);
        assertEquals(message.vlans(), again.vlans());
        assertEquals(message.options(), again.options());
    }

    @Provide
    Arbitrary<Attributes> links() {
        return AttributeArbitraries.valid(Ifla.BRIDGE_ATTRIBUTES);
    }

    /** Whatever a bridge says of its ports, also ranges without a beginning. */
    @Property(tries = 300)
    void anyMessageAboutAPortIsRead(@ForAll("links") Attributes attributes) throws MalformedMessageException {
        byte[] buffer = new byte[1 << 18];
        MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(buffer), 0, buffer.length).begin(Rtm.RTM_NEWLINK, 0, 0, 0);
        new BridgeLinkSpec(PORT, attributes).write(out);
        MessageReader in = new MessageReader().over(MemorySegment.ofArray(buffer), 0, out.end());
        assertTrue(in.next());
        BridgeLink link = BridgeLink.decode(in);
        assertEquals(attributes, link.link().attributes());
        link.vlans().forEach(vlan -> assertTrue(vlan.ids().size() > 0));
        link.tunnels().forEach(tunnel -> assertEquals(tunnel.ids().size(), tunnel.last() - tunnel.first() + 1));
        link.spanningTrees();
        link.port();
    }

    /** What Linux 6.12 said of VLAN 7 of a bridge after {@code bridge vlan set dev v0 vid 7 mcast_router 2}, seen by strace. */
    @Test
    void readsOptionsOfTheWholeBridge() throws MalformedMessageException {
        byte[] options = HexFormat.of().parseHex("c4000280" + "06000100" + "07000000" + "0500030001000000" + "0500040002000000"
                + "0800060002000000" + "0800070002000000" + "05000f0000000000" + "0c0008006400000000000000" + "0c000a009065000000000000"
                + "0c000b009c63000000000000" + "0c000c00d430000000000000" + "0c000d00e803000000000000" + "0c000e00340c000000000000"
                + "38001080340002003000010" + "00c000000" + "0800010000000000" + "0500020001000000" + "0800030000000000"
                + "0800040000000000" + "0600050007000000" + "0500050001000000" + "0600120000000000");
        BridgeVlanMessage message = new BridgeVlanMessage(1010, Attributes.decode(BridgeVlandb.ATTRIBUTES, options));
        BridgeVlanOptions got = message.options().getFirst();
        assertEquals(VlanRange.of(7), got.ids());
        assertEquals(OptionalLong.of(12500), got.queryInterval());
        MdbRouter router = got.routers().getFirst();
        assertEquals(12, router.port());
        assertEquals(OptionalInt.of(7), router.vlan());
        assertEquals(OptionalInt.of(MdbRtrType.MDB_RTR_TYPE_TEMP_QUERY), router.type());
    }

    @Test
    void refusesLinksOfOtherFamilies() {
        assertThrows(IllegalArgumentException.class, () -> new BridgeLink(Link.decode(message(0))));
        assertThrows(MalformedMessageException.class, () -> BridgeLink.decode(message(0)));
    }

    private static MessageReader message(int family) throws MalformedMessageException {
        byte[] buffer = new byte[64];
        MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(buffer), 0, buffer.length).begin(Rtm.RTM_NEWLINK, 0, 0, 0);
        out.u8(family).zeros(15);
        MessageReader in = new MessageReader().over(MemorySegment.ofArray(buffer), 0, out.end());
        in.next();
        return in;
    }

    @Test
    void knowsRanges() {
        VlanRange range = new VlanRange(7, 9);
        assertEquals(3, range.size());
        assertEquals(List.of(7, 8, 9), range.ids().boxed().toList());
        assertTrue(range.contains(7) && range.contains(9));
        assertFalse(range.contains(6) || range.contains(10));
        assertEquals("7-9", range.toString());
        assertEquals("7", VlanRange.of(7).toString());
        IntStream.of(-1, 0x10000).forEach(id -> assertThrows(IllegalArgumentException.class, () -> VlanRange.of(id)));
        assertThrows(IllegalArgumentException.class, () -> new VlanRange(9, 7));
    }

    @Test
    void refusesOptionsThatSayWhichVlan() {
        Attributes info = Attributes.none(BridgeVlandb.ENTRY).withStruct(BRIDGE_VLANDB_ENTRY_INFO, 0, 7);
        assertThrows(IllegalArgumentException.class, () -> BridgeVlanSpec.of(PORT, VlanRange.of(7)).with(_ -> info));
        assertThrows(IllegalArgumentException.class, () -> new BridgeVlan(PORT, VlanRange.of(7), 1 << 16, vlan(7, 7).attributes()));
    }
}
