package org.netlink4j.core.schema;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.json.JsonWriter;
import org.netlink4j.testkit.CodecProperties;

/** What a table says about JSON, about nests with a fixed header and about how others write. */
class AttributeValuesTest {
    private static final int NUMBER = 1;
    private static final int TEXT = 2;
    private static final int SILENT = 3;
    private static final int INNER = 4;
    private static final int FLAT = 5;
    private static final int CHOSEN = 6;
    private static final int LIST = 7;
    private static final int BIG = 8;
    private static final int RENDERED = 9;
    private static final int HEADED = 10;
    private static final int STRUCT = 11;

    private static final StructSpec PAIR = new StructSpec("pair", 8, List.of(
            StructSpec.field("first", 0, AttributeType.U32), StructSpec.field("second", 4, AttributeType.S32)));

    private static final AttributeSet INSIDE = AttributeSet.of("INSIDE", AttributeSpec.u8(1, "INSIDE_ONE").key("one"));

    private static final AttributeSet SET = AttributeSet.of("T",
            AttributeSpec.u32(NUMBER, "T_NUMBER").key("number").words(Map.of(1L, "one")),
            AttributeSpec.string(TEXT, "T_TEXT").unterminated().key("text"),
            AttributeSpec.u32(SILENT, "T_SILENT"),
            AttributeSpec.nest(INNER, "T_INNER", () -> INSIDE).unmarked().key("inner"),
            AttributeSpec.nest(FLAT, "T_FLAT", () -> INSIDE).key(""),
            AttributeSpec.selected(CHOSEN, "T_CHOSEN", TEXT, text -> Optional.of(INSIDE).filter(_ -> text.equals("known")))
                    .key("chosen"),
            AttributeSpec.array(LIST, "T_LIST", AttributeSpec.lladdr(1, "T_ADDRESS")).key("list"),
            AttributeSpec.u64(BIG, "T_BIG").key("big"),
            AttributeSpec.u32(RENDERED, "T_RENDERED").key("rendered").shown((among, number) ->
                    among.number(number).getAsLong() == 0 ? Optional.empty() : Optional.of(among.has(SILENT))),
            AttributeSpec.nest(HEADED, "T_HEADED", PAIR, () -> INSIDE),
            AttributeSpec.struct(STRUCT, "T_STRUCT", PAIR).key("struct"));

    private static final Attributes NONE = Attributes.none(SET);
    private static final Attributes ONE = Attributes.none(INSIDE).with(1, 1);

    private static String json(Attributes attributes) {
        return new JsonWriter().tree(attributes.values()).toString();
    }

    @Test
    void wordsAndNumbersAndTexts() {
        assertEquals("{\"number\":\"one\",\"text\":\"a\"}", json(NONE.with(NUMBER, 1).with(TEXT, "a")));
        assertEquals("{\"number\":4294967295}", json(NONE.with(NUMBER, 0xffffffffL)));
        assertEquals("{\"big\":18446744073709551615}", json(NONE.with(BIG, -1L)));
        assertEquals("{\"struct\":{\"first\":4294967295,\"second\":-1}}",
                json(NONE.with(STRUCT, HexFormat.of().parseHex("ffffffffffffffff"))));
    }

    @Test
    void attributesWithoutAKeyAreLeftOut() {
        assertEquals("{}", json(NONE.with(SILENT, 7).plusUnknown(99, new byte[4])));
    }

    @Test
    void nestsAreObjectsOrStandInPlaceOfThemselves() {
        assertEquals("{\"inner\":{\"one\":1},\"one\":1}", json(NONE.with(INNER, ONE).with(FLAT, ONE)));
    }

    @Test
    void aKindThatTheTableDoesNotKnowIsShownInHexadecimal() {
        assertEquals("{\"text\":\"known\",\"chosen\":{\"one\":1}}", json(NONE.with(TEXT, "known").with(CHOSEN, ONE)));
        Attributes unknown = Attributes.none(AttributeSet.UNKNOWN).plusUnknown(1, new byte[] {1, 2, 3, 4});
        assertTrue(json(NONE.with(TEXT, "new").with(CHOSEN, unknown)).endsWith("\"chosen_hex\":\""
                + HexFormat.of().formatHex(unknown.encode()) + "\"}"));
    }

    @Test
    void arraysAreLists() {
        Attributes elements = Attributes.none(SET.require(LIST).nest()).plus(1, new byte[] {2, 0, 0, 0, 0, 1}).plus(1, new byte[] {1, 2});
        Attributes list = NONE.with(LIST, elements);
        assertEquals("{\"list\":[\"02:00:00:00:00:01\",\"01:02\"]}", json(list));
        assertEquals(List.of(MacAddress.parse("02:00:00:00:00:01")), list.macs(LIST), "the other is no Ethernet address");
        assertEquals(2, list.payloads(LIST).size());
    }

    @Test
    void renderingsSeeTheSiblingsAndMayHide() {
        assertEquals("{}", json(NONE.with(RENDERED, 0)));
        assertEquals("{\"rendered\":false}", json(NONE.with(RENDERED, 1)));
        assertEquals("{\"rendered\":true}", json(NONE.with(RENDERED, 1).with(SILENT, 1)));
    }

    @Test
    void ofEqualAttributesTheFirstCounts() {
        Attributes twice = NONE.with(NUMBER, 1).plus(NUMBER, new byte[] {2, 2, 2, 2});
        assertEquals("{\"number\":\"one\"}", json(twice));
        assertEquals(2, twice.payloads(NUMBER).size());
    }

    @Test
    void textsOfANumberComeInOrder() {
        assertEquals(List.of("a", "b"), NONE.with(TEXT, "a").plus(TEXT, new byte[] {'b', 0}).texts(TEXT));
        assertThrows(IllegalArgumentException.class, () -> NONE.texts(NUMBER));
    }

    @Test
    void optionalsAreNullInJson() {
        assertEquals("[null,1,true,\"x\"]", new JsonWriter().tree(List.of(Optional.empty(), Optional.of(1), true, "x")).toString());
    }

    @Test
    void tablesSayHowOthersWrite() {
        assertArrayEquals(new byte[] {'a'}, NONE.with(TEXT, "a").payload(TEXT).orElseThrow(), "without NUL");
        assertFalse(isMarked(NONE.with(INNER, ONE)));
        assertTrue(isMarked(NONE.with(FLAT, ONE)));
    }

    private static boolean isMarked(Attributes attributes) {
        try {
            var reader = attributes.reader();
            reader.next();
            return reader.isNested();
        } catch (MalformedMessageException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aNestMayFollowAFixedHeader() throws MalformedMessageException {
        byte[] header = {1, 2, 3, 4, 5, 6, 7, 8};
        Attributes headed = NONE.with(HEADED, header, ONE);
        assertArrayEquals(header, headed.header(HEADED).orElseThrow());
        assertEquals(Optional.of(ONE), headed.nest(HEADED));
        assertEquals(headed, Attributes.decode(SET, headed.encode()));
        assertThrows(IllegalArgumentException.class, () -> NONE.with(HEADED, ONE));
        assertThrows(IllegalArgumentException.class, () -> NONE.with(HEADED, new byte[4], ONE));
        assertThrows(MalformedMessageException.class, () -> Attributes.decode(SET, HexFormat.of().parseHex("08000a0001020304")));
    }

    @Test
    void allOfThisSurvivesAnyBytes() {
        CodecProperties.hold(SET, "known");
    }
}
