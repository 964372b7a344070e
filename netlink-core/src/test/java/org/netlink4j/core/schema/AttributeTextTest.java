package org.netlink4j.core.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netlink4j.core.json.JsonWriter;

class AttributeTextTest {
    private static final Attributes NONE = Attributes.none(RichTable.SET);

    private static String json(Attributes attributes) {
        return new JsonWriter().tree(AttributeValues.all(attributes)).toString();
    }

    @Test
    void showsNumbersWithTheirWords() {
        assertEquals("{RICH_U32 4 (four)}", NONE.with(RichTable.U32, 4).toString());
        assertEquals("{RICH_U32 4294967295 (all)}", NONE.with(RichTable.U32, 0xffff_ffffL).toString());
        assertEquals("{RICH_S32 -1 (none)}", NONE.with(RichTable.S32, -1).toString());
        assertEquals("{RICH_U64 18446744073709551615}", NONE.with(RichTable.U64, -1).toString());
        assertEquals("{RICH_UINT 18446744073709551615}", NONE.with(RichTable.UINT, -1).toString());
        assertEquals("{RICH_SINT -1}", NONE.with(RichTable.SINT, -1).toString());
        assertEquals("{RICH_U16BE 258}", NONE.with(RichTable.U16BE, 258).toString());
    }

    @Test
    void showsEverythingElse() {
        assertEquals("{RICH_FLAG}", NONE.withFlag(RichTable.FLAG).toString());
        assertEquals("{RICH_BITFIELD32 0x3/0xf}", NONE.with(RichTable.BITFIELD32, 0xf_0000_0003L).toString());
        assertEquals("{RICH_STRING \"a\\n\\\"\"}", NONE.with(RichTable.STRING, "a\n\"").toString());
        assertEquals("{RICH_LLADDR 01:02:03:04:05:06}", NONE.with(RichTable.LLADDR, new byte[] {1, 2, 3, 4, 5, 6}).toString());
        assertEquals("{RICH(99) 0102}", NONE.plusUnknown(99, new byte[] {1, 2}).toString());
        assertEquals("{RICH_SELF {RICH_FLAG}}", NONE.with(RichTable.SELF, NONE.withFlag(RichTable.FLAG)).toString());
        assertEquals("{}", NONE.toString());
    }

    @Test
    void namesTheElementsOfAnArrayByTheirIndex() throws Exception {
        Attributes array = Attributes.decode(RichTable.SET, HexFormat.of().parseHex("0c0015000800030007000000"));
        assertEquals("{RICH_NUMBERS {RICH_NUMBERS(3) 7}}", array.toString());
    }

    @Test
    void indentsNests() {
        StringBuilder out = new StringBuilder();
        AttributeText.lines(NONE.with(RichTable.SELF, NONE.with(RichTable.U8, 1)).withFlag(RichTable.FLAG), "  ", out);
        assertEquals("  RICH_SELF\n    RICH_U8 1\n  RICH_FLAG\n", out.toString());
    }

    @Test
    void writesTextOnceQuotedIntoJson() {
        assertEquals("{\"RICH_STRING\":\"eth\\\"0\"}", json(NONE.with(RichTable.STRING, "eth\"0")));
    }

    @Test
    void writesNumbersAndNestsIntoJson() {
        assertEquals("{\"RICH_UINT\":18446744073709551615}", json(NONE.with(RichTable.UINT, -1)));
        assertEquals("{\"RICH_U64\":18446744073709551615}", json(NONE.with(RichTable.U64, -1)));
        assertEquals("{\"RICH_SINT\":-1,\"RICH_FLAG\":true}", json(NONE.with(RichTable.SINT, -1).withFlag(RichTable.FLAG)));
        assertEquals("{\"RICH_SELF\":{\"RICH_BINARY\":\"0102\"}}",
                json(NONE.with(RichTable.SELF, NONE.with(RichTable.BINARY, new byte[] {1, 2}))));
    }

    @Test
    void namesKnownValuesAndListsRepeatedOnesInJson() throws Exception {
        assertEquals("{\"RICH_U32\":\"four\"}", json(NONE.with(RichTable.U32, 4)));
        assertEquals("{\"RICH_STRING\":\"a\",\"RICH_BINARY\":[\"01\",\"02\"],\"RICH(99)\":\"03\"}",
                json(NONE.with(RichTable.STRING, "a")
                        .plus(RichTable.BINARY, new byte[] {1})
                        .plusUnknown(99, new byte[] {3})
                        .plus(RichTable.BINARY, new byte[] {2})));
        Attributes array = Attributes.decode(RichTable.SET, HexFormat.of().parseHex("14001500" + "0800030007000000" + "0800030008000000"));
        assertEquals("{\"RICH_NUMBERS\":[7,8]}", json(array));
        Attributes unknown = Attributes.decode(RichTable.SET, HexFormat.of().parseHex("0c001b00" + "0800030007000000"));
        assertEquals("{\"RICH_ANYTHING\":\"0800030007000000\"}", json(unknown));
    }

    @Test
    void showsTheFixedHeaderOfANest() {
        Attributes headed = NONE.with(RichTable.HEADED, new byte[8], Attributes.none(RichTable.TAP).with(RichTable.MODE, 2));
        assertEquals("{RICH_HEADED x 0 z 0 y 0 {TAP_MODE 2 (vepa)}}", headed.toString());
        StringBuilder out = new StringBuilder();
        AttributeText.lines(headed, "", out);
        assertEquals("RICH_HEADED x 0 z 0 y 0\n  TAP_MODE 2 (vepa)\n", out.toString());
        assertEquals("{\"RICH_HEADED\":{\"x\":0,\"z\":0,\"y\":0,\"TAP_MODE\":\"vepa\"}}", json(headed));
    }

    @Test
    void keepsWhatIsBehindAKnownStructure() {
        Attributes longer = NONE.with(RichTable.STRUCT, new byte[] {1, 0, 0, 0, 2, 0, 0, 0, 9, 8});
        assertEquals("{RICH_STRUCT x 1 z 0 y 2 and 0908}", longer.toString());
        assertEquals("{\"RICH_STRUCT\":{\"x\":1,\"z\":0,\"y\":2,\"more\":\"0908\"}}", json(longer));
        assertEquals("{\"RICH_STRUCT\":{\"x\":1,\"z\":0}}", json(NONE.with(RichTable.STRUCT, new byte[] {1, 0, 0, 0})));
    }

    @ParameterizedTest
    @CsvSource({
        "0a000001, 10.0.0.1", "00000000000000000000000000000000, ::", "00000000000000000000000000000001, ::1",
        "fe800000000000000000000000000000, fe80::", "20010db8000000010001000100010001, 2001:db8:0:1:1:1:1:1",
        "20010db8000000000001000000000001, 2001:db8::1:0:0:1", "20010000000000010000000000000001, 2001:0:0:1::1",
        "00000000000000000000ffff0a000001, ::ffff:10.0.0.1", "0a, 0a", "'', ''"
    })
    void showsAddresses(String octets, String text) {
        assertEquals(text, AttributeText.address(HexFormat.of().parseHex(octets)));
        String shown = ("RICH_ADDRESS " + text).stripTrailing();
        assertEquals("{" + shown + "}", NONE.with(RichTable.ADDRESS, HexFormat.of().parseHex(octets)).toString());
    }
}
