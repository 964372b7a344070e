package org.netlink4j.rtnetlink.tc.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.Octets;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.socket.BpfInstruction;
import org.netlink4j.rtnetlink.EtherType;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.tc.TcHandle;
import org.netlink4j.rtnetlink.tc.action.Action;
import org.netlink4j.rtnetlink.tc.action.ControlAction;
import org.netlink4j.rtnetlink.tc.action.Gact;

class FilterValuesTest {
    @Test
    void infoHasThePriorityAboveTheProtocolInNetworkOrder() {
        FilterInfo info = new FilterInfo(7, EtherType.IPV4);
        assertEquals(info, FilterInfo.of(info.encode()));
        if (java.nio.ByteOrder.nativeOrder() == java.nio.ByteOrder.LITTLE_ENDIAN) {
            assertEquals(0x0007_0008, info.encode());
        }
        assertEquals(new FilterInfo(0xffff, new EtherType(0xffff)), FilterInfo.of(-1));
        assertThrows(IllegalArgumentException.class, () -> new FilterInfo(0x10000, EtherType.IPV4));
    }

    @Test
    void handlesOfU32AreWrittenAsTcDoes() {
        assertEquals("800:", U32Handle.table(0x800).toString());
        assertEquals("800::801", U32Handle.of(0x800, 0, 0x801).toString());
        assertEquals("7:3:5", U32Handle.of(7, 3, 5).toString());
        assertEquals("7:3:", U32Handle.of(7, 3, 0).toString());
        assertThrows(IllegalArgumentException.class, () -> U32Handle.of(0x1000, 0, 0));
    }

    @Test
    void aFilterThatGoesOnIsNotTerminal() {
        U32Key key = U32Key.at(8, 0x00060000, 0x00ff0000);
        assertEquals(1, new U32().keys(List.of(key)).data().field(TcaU32.TCA_U32_SEL, "flags").orElseThrow());
        U32 going = new U32().link(U32Handle.table(3)).keys(List.of(key, key)).skipHeader(0, 0xf00, 6).hashKey(0xff, 12);
        assertEquals(List.of(key, key), going.keys());
        assertEquals(0, going.data().field(TcaU32.TCA_U32_SEL, "flags").orElseThrow() & TcaU32.TC_U32_TERMINAL);
        assertEquals(Optional.of(U32Handle.table(3)), going.link());
    }

    @Test
    void flowerPairsValuesWithTheirMasks() {
        assertEquals(OptionalInt.of(TcaFlower.TCA_FLOWER_KEY_TCP_SRC_MASK), FlowerKeys.mask(TcaFlower.TCA_FLOWER_KEY_TCP_SRC));
        assertEquals(OptionalInt.empty(), FlowerKeys.mask(TcaFlower.TCA_FLOWER_KEY_VLAN_ID));
        assertEquals(41, TcaFlower.ATTRIBUTES.specs().stream().filter(spec -> FlowerKeys.mask(spec.number()).isPresent()).count());
        Flower flower = new Flower().ipProtocol(6).source(IpPrefix.parse("10.0.0.0/9")).sourcePort(80);
        assertEquals(Optional.of(Octets.parse("ff800000")), flower.mask(TcaFlower.TCA_FLOWER_KEY_IPV4_SRC));
        assertEquals(Optional.empty(), flower.mask(TcaFlower.TCA_FLOWER_KEY_IPV4_DST));
        assertThrows(IllegalArgumentException.class, () -> flower.mask(TcaFlower.TCA_FLOWER_KEY_VLAN_ID));
        assertThrows(IllegalArgumentException.class, () -> new Flower().sourcePort(80));
        assertThrows(IllegalArgumentException.class, () -> flower.match(TcaFlower.TCA_FLOWER_KEY_IPV4_DST, Octets.zeros(4), Octets.zeros(3)));
    }

    @Test
    void programsComeBackAsTheyWere() {
        List<BpfInstruction> program = List.of(new BpfInstruction(0x28, 0, 0, 12), new BpfInstruction(0x06, 1, 2, -1));
        Bpf bpf = Bpf.classic(program).directAction();
        assertEquals(program, bpf.program());
        assertTrue(bpf.isDirectAction());
        assertFalse(Bpf.loaded(7, "a").isDirectAction());
    }

    @Test
    void kindsShareClassActionsAndFlags() {
        Action drop = Action.of(new Gact(ControlAction.DROP));
        for (FilterKind<?> kind : List.of(new Matchall(), new Flower(), new U32(), new Basic(), Bpf.loaded(1, "a"))) {
            FilterKind<?> full = kind.classId(TcHandle.of(1, 2)).actions(drop, drop);
            assertEquals(Optional.of(TcHandle.of(1, 2)), full.classId());
            assertEquals(List.of(drop, drop), full.actions());
        }
        assertEquals(3, new Matchall().flags(1).flags(2).flags());
        OtherFilter unknown = new OtherFilter("tcindex");
        assertEquals(Optional.empty(), unknown.classId());
        assertEquals(List.of(), unknown.actions());
        assertThrows(IllegalArgumentException.class, () -> unknown.actions(drop));
        assertThrows(IllegalArgumentException.class, () -> new Basic().flags(1));
        assertThrows(IllegalArgumentException.class, () -> new Matchall(Attributes.none(AttributeSet.UNKNOWN)));
    }
}
