package org.netlink4j.core.schema;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.MalformedMessageException;

/** Structures with attributes behind each, as in {@code RTA_MULTIPATH}. */
class ListElementTest {
    private static final Attributes NONE = Attributes.none(RichTable.SET);
    private static final ListElement FIRST = ListElement.of(RichTable.ITEM, NONE.with(RichTable.U8, 7), 3, -2);
    private static final ListElement SECOND = ListElement.of(RichTable.ITEM, NONE, 255, 9);
    private static final Attributes LIST = NONE.with(RichTable.LIST, List.of(FIRST, SECOND));

    @Test
    void isWrittenAsTheKernelReadsIt() {
        byte[] expected = ByteBuffer.allocate(28).order(ByteOrder.nativeOrder())
                .putShort((short) 28).putShort((short) RichTable.LIST)
                .putShort((short) 16).put((byte) 3).put((byte) 0).putInt(-2)
                .putShort((short) 5).putShort((short) RichTable.U8).put((byte) 7).put(new byte[3])
                .putShort((short) 8).put((byte) 255).put((byte) 0).putInt(9)
                .array();
        assertArrayEquals(expected, LIST.encode());
    }

    @Test
    void isReadAgain() throws MalformedMessageException {
        Attributes read = Attributes.decode(RichTable.SET, LIST.encode());
        assertEquals(LIST, read);
        assertEquals(List.of(FIRST, SECOND), read.elements(RichTable.LIST));
        assertEquals(List.of(FIRST.attributes(), NONE), read.nests(RichTable.LIST));
        assertEquals(-2, read.elements(RichTable.LIST).getFirst().field("index"));
        assertEquals(16, read.elements(RichTable.LIST).getFirst().field("length"));
        assertEquals(List.of(), NONE.elements(RichTable.LIST));
    }

    @Test
    void isDescribed() {
        assertEquals("{RICH_LIST [length 16 weight 3 index -2 {RICH_U8 7}, length 8 weight 255 index 9 {}]}", LIST.toString());
        StringBuilder lines = new StringBuilder();
        AttributeText.lines(LIST, "", lines);
        assertEquals("""
                RICH_LIST
                  item length 16 weight 3 index -2
                    RICH_U8 7
                  item length 8 weight 255 index 9
                """, lines.toString());
    }

    @Test
    void isAListOfObjectsInJson() {
        Map<String, Object> second = Map.of("length", 8L, "weight", 255L, "index", 9L);
        assertEquals(
                Map.of("RICH_LIST", List.of(Map.of("length", 16L, "weight", 3L, "index", -2L, "RICH_U8", 7L), second)),
                AttributeValues.all(LIST));
        ListElement keyed = ListElement.of(RichTable.ITEM, NONE.with(RichTable.U32, 4), 0, 0);
        assertEquals(
                Map.of("list", List.of(Map.of("length", 16L, "weight", 0L, "index", 0L, "four", "four"), second)),
                NONE.with(RichTable.LIST, List.of(keyed, SECOND)).values());
    }

    @Test
    void anExtendedAcknowledgementPointsIntoIt() {
        NetlinkProtocol protocol = NetlinkProtocol.of(31, "RICH", new MessageSpec(16, "RICH_NEW", StructSpec.EMPTY, RichTable.SET));
        ListElement deep = ListElement.of(RichTable.ITEM, NONE.with(RichTable.SELF, NONE.with(RichTable.U8, 7)), 0, 0);
        byte[] attributes = NONE.with(RichTable.U16, 1).with(RichTable.LIST, List.of(SECOND, deep)).encode();
        byte[] request = ByteBuffer.allocate(16 + attributes.length).order(ByteOrder.nativeOrder())
                .putInt(16 + attributes.length).putShort((short) 16).putShort((short) 0).putLong(0).put(attributes).array();
        Map<Integer, String> places = Map.of(
                24, "RICH_LIST",
                28, "RICH_LIST/item(0)",
                36, "RICH_LIST/item(1)",
                44, "RICH_LIST/item(1)/RICH_SELF",
                48, "RICH_LIST/item(1)/RICH_SELF/RICH_U8");
        places.forEach((offset, path) -> assertEquals(Optional.of(path), AttributePath.at(protocol, request, offset)));
        assertEquals("RICH_LIST/item(1)/RICH_S8", AttributePath.missing(protocol, request, 36, RichTable.S8));
        request[36] = 7; // which is less than the structure
        assertEquals(Optional.of("RICH_LIST"), AttributePath.at(protocol, request, 48));
    }

    @Test
    void anElementIsNoShorterThanItsStructure() {
        for (String elements : List.of("07000000 00000000", "03000000 00000000", "0c000000 00000000", "08000000 000000", "08000000 00000000 04000000")) {
            byte[] payload = HexFormat.of().parseHex(elements.replace(" ", ""));
            byte[] attribute = ByteBuffer.allocate(4 + payload.length).order(ByteOrder.LITTLE_ENDIAN)
                    .putShort((short) (4 + payload.length)).putShort((short) RichTable.LIST).put(payload).array();
            assertThrows(MalformedMessageException.class, () -> Attributes.decode(RichTable.SET, attribute), elements);
        }
    }

    @Test
    void theAttributesBehindAStructureAreChecked() {
        byte[] attribute = LIST.encode();
        attribute[12] = 6; // a u8 of two bytes
        assertTrue(assertThrows(MalformedMessageException.class, () -> Attributes.decode(RichTable.SET, attribute))
                .getMessage().startsWith("RICH_U8 at offset 12 has 2 bytes"));
    }

    @Test
    void isNeitherBytesNorANest() {
        assertThrows(IllegalArgumentException.class, () -> NONE.with(RichTable.LIST, new byte[8]));
        assertThrows(IllegalArgumentException.class, () -> NONE.with(RichTable.LIST, NONE));
        assertThrows(IllegalArgumentException.class, () -> NONE.nest(RichTable.LIST));
        assertThrows(IllegalArgumentException.class, () -> NONE.elements(RichTable.SELF));
        assertThrows(IllegalArgumentException.class, () -> NONE.with(RichTable.SELF, List.of(FIRST)));
    }

    @Test
    void holdsOnlyWhatTheTableSays() {
        assertThrows(IllegalArgumentException.class, () -> NONE.with(
                RichTable.LIST, List.of(ListElement.of(RichTable.ITEM, Attributes.none(RichTable.TAP), 0, 0))));
        StructSpec other = new StructSpec("other", 8, RichTable.ITEM.fields());
        assertThrows(IllegalArgumentException.class, () -> NONE.with(RichTable.LIST, List.of(ListElement.of(other, NONE, 0, 0))));
        assertThrows(IllegalArgumentException.class, () -> ListElement.of(RichTable.ITEM, NONE, 256, 0));
        assertThrows(IllegalArgumentException.class, () -> AttributeSpec.list(1, "L", RichTable.POINT, () -> RichTable.SET));
        Attributes deep = NONE;
        for (int i = 0; i < 8; i++) {
            deep = NONE.with(RichTable.LIST, List.of(ListElement.of(RichTable.ITEM, deep, 0, 0)));
        }
        ListElement tooDeep = ListElement.of(RichTable.ITEM, deep, 0, 0);
        assertThrows(IllegalArgumentException.class, () -> NONE.with(RichTable.LIST, List.of(tooDeep)));
    }
}
