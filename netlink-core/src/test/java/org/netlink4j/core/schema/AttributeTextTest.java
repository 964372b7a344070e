package org.netlink4j.core.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.json.JsonWriter;

class AttributeTextTest {
    private static final Attributes NONE = Attributes.none(RichTable.SET);

    private static String json(Attributes attributes) {
        JsonWriter out = new JsonWriter().beginObject();
        AttributeText.json(attributes, out);
        return out.endObject().toString();
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
}
