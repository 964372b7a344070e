package org.netlink4j.core.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.netlink4j.testkit.Tables;

/** AttributeSet with AttributeSpec, StructSpec and NetlinkProtocol: what tables are made of. */
class AttributeSetTest {
    private static void refused(Executable call, String says) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(says), message);
    }

    @Test
    void findsByNumberAndNamesTheUnknown() {
        assertEquals("RICH_U8", RichTable.SET.find(RichTable.U8).orElseThrow().name());
        assertEquals("RICH_U8", RichTable.SET.nameOf(RichTable.U8));
        assertEquals("RICH(99)", RichTable.SET.nameOf(99));
        for (int number : new int[] {0, 99, 0x3fff, 0x4000, -1, Integer.MIN_VALUE}) {
            assertEquals(Optional.empty(), RichTable.SET.find(number));
        }
        assertEquals("RICH", RichTable.SET.toString());
        assertEquals(Optional.empty(), AttributeSet.UNKNOWN.find(0));
    }

    @Test
    void anArrayGivesEveryNumberTheSameMeaning() {
        AttributeSet array = RichTable.SET.find(RichTable.NUMBERS).orElseThrow().nest();
        assertEquals(array.find(0), array.find(0x3fff));
        assertEquals(Optional.empty(), array.find(0x4000));
        assertEquals(Optional.empty(), array.find(-1));
        assertEquals("RICH_NUMBERS(7)", array.nameOf(7));
    }

    @Test
    void refusesANumberTwice() {
        refused(() -> AttributeSet.of("A", AttributeSpec.u8(1, "A_X"), AttributeSpec.u8(1, "A_Y")), "A: both A_X(1) U8 and A_Y(1) U8");
        refused(() -> NetlinkProtocol.of(0, "P", message(1, "M"), message(1, "N")), "both M and N");
    }

    @Test
    void refusesNumbersOfMoreThan14Bits() {
        refused(() -> AttributeSpec.u8(0x4000, "A_X"), "14 bits");
        refused(() -> AttributeSpec.u8(-1, "A_X"), "14 bits");
        assertEquals(0, AttributeSpec.u8(0, "A_X").number());
        assertEquals(0x3fff, AttributeSpec.u8(0x3fff, "A_X").number());
    }

    @Test
    void refusesAListWhoseElementsDoNotBeginWithTheirLength() {
        StructSpec.Field length = StructSpec.field("length", 0, AttributeType.U16);
        for (StructSpec element : List.of(
                new StructSpec("odd", 6, List.of(length)),
                new StructSpec("late", 4, List.of(StructSpec.field("length", 2, AttributeType.U16))),
                new StructSpec("wide", 4, List.of(StructSpec.field("length", 0, AttributeType.U32))),
                new StructSpec("swapped", 4, List.of(StructSpec.fieldBe("length", 0, AttributeType.U16))))) {
            refused(() -> AttributeSpec.list(1, "A_X", element, () -> AttributeSet.UNKNOWN), element.name() + " does not begin with a length");
        }
        StructSpec right = new StructSpec("right", 4, List.of(length));
        assertEquals(AttributeType.LIST, AttributeSpec.list(1, "A_X", right, () -> AttributeSet.UNKNOWN).type());
    }

    @Test
    void refusesASelectorThatIsNoStringAndNoNumberOfTheSet() {
        AttributeSpec selected = AttributeSpec.selected(2, "A_DATA", 1, _ -> Optional.empty());
        refused(() -> AttributeSet.of("A", selected), "no string or number has the number 1, which selects A_DATA");
        refused(() -> AttributeSet.of("A", selected, AttributeSpec.flag(1, "A_X")), "no string or number has the number 1");
        refused(() -> AttributeSpec.array(3, "A_LIST", selected), "no string or number has the number 1");
        assertEquals(2, AttributeSet.of("A", selected, AttributeSpec.string(1, "A_X")).specs().size());
        assertEquals(2, AttributeSet.of("A", selected, AttributeSpec.u32(1, "A_X")).specs().size());
    }

    @Test
    void aSpecIsNotChangedByItsVariants() {
        AttributeSpec plain = AttributeSpec.u32be(1, "A_X");
        AttributeSpec rich = plain.key("x").words(Map.of(1L, "one")).atMost(4);
        assertEquals("A_X", plain.key());
        assertEquals(Map.of(), plain.words());
        assertEquals(65531, plain.maxLength());
        assertEquals("x", rich.key());
        assertEquals(Map.of(1L, "one"), rich.words());
        assertEquals(4, rich.maxLength());
        assertTrue(rich.isNetworkOrder());
        AttributeSpec selected = RichTable.SET.find(RichTable.DATA).orElseThrow().key("data");
        assertEquals(RichTable.KIND, selected.selector());
        assertEquals(Optional.of(RichTable.TAP), selected.selection("tap").map(AttributeSpec::nest));
        AttributeSpec nest = RichTable.SET.find(RichTable.SELF).orElseThrow().key("self");
        assertSame(RichTable.SET, nest.nest());
        assertEquals(RichTable.POINT, RichTable.SET.find(RichTable.STRUCT).orElseThrow().key("s").struct().orElseThrow());
        assertSame(AttributeSet.UNKNOWN, plain.nest());
        assertEquals(Optional.empty(), plain.selection("tap"));
    }

    @Test
    void typesKnowWhatTheyAre() {
        for (AttributeType type : AttributeType.values()) {
            boolean number = type.name().matches("[US](8|16|32|64|INT)");
            assertEquals(number || type == AttributeType.UINT || type == AttributeType.SINT, type.isNumber(), type.name());
            assertEquals(List.of("NEST", "ARRAY", "LIST", "SELECTED").contains(type.name()), type.isNest(), type.name());
            assertEquals(type.name().matches("S(8|16|32|64|INT)"), type.isSigned(), type.name());
        }
        assertTrue(AttributeType.UINT.fits(4) && AttributeType.UINT.fits(8));
        assertFalse(AttributeType.UINT.fits(0) || AttributeType.SINT.fits(6) || AttributeType.U16.fits(4));
        assertTrue(AttributeType.STRING.fits(0));
    }

    @Test
    void structuresHoldTheirFields() {
        StructSpec.Field x = StructSpec.field("x", 4, AttributeType.U32);
        assertEquals(List.of(x), new StructSpec("point", 8, List.of(x)).fields());
        refused(() -> new StructSpec("point", 7, List.of(x)), "point.x lies outside of 7 bytes");
        refused(() -> new StructSpec("point", 8, List.of(StructSpec.field("x", -1, AttributeType.U8))), "lies outside");
        refused(() -> new StructSpec("point", 8, List.of(StructSpec.field("x", Integer.MAX_VALUE, AttributeType.U8))), "lies outside");
        refused(() -> StructSpec.field("x", 0, AttributeType.STRING), "not STRING");
        refused(() -> StructSpec.field("x", 0, AttributeType.UINT), "not UINT");
        assertEquals(0, StructSpec.EMPTY.size());
    }

    private static MessageSpec message(int type, String name) {
        return new MessageSpec(type, name, StructSpec.EMPTY, AttributeSet.UNKNOWN);
    }

    @Test
    void aProtocolKnowsItsMessages() {
        NetlinkProtocol protocol = NetlinkProtocol.of(31, "P", message(20, "M"), message(21, "N"));
        assertEquals("M", protocol.nameOf(20));
        assertEquals("P(22)", protocol.nameOf(22));
        assertEquals(Optional.empty(), protocol.message(22));
        assertEquals(2, protocol.messages().size());
        assertEquals(31, protocol.number());
        assertEquals("P", protocol.toString());
        assertThrows(NullPointerException.class, () -> message(1, null));
    }

    @Test
    void everyTableIsReachable() {
        assertEquals(2, Tables.reachable(RichTable.SET).stream().filter(set -> !set.specs().isEmpty()).count());
        assertTrue(Tables.reachable(RichTable.SET, RichTable.KINDS).contains(RichTable.VLAN));
    }
}
