package org.netlink4j.core.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttributePathTest {
    private static final NetlinkProtocol PROTOCOL =
            NetlinkProtocol.of(31, "NETLINK_RICH", new MessageSpec(16, "RICH_NEW", RichTable.POINT, RichTable.SET));

    /** Offsets: 24 u8, 32 self { 36 data { 40 mode } 48 kind }, 56 data without kind { 60 number 1 }, 68 unknown. */
    private static final byte[] REQUEST = request("10");

    private static byte[] request(String type) {
        return HexFormat.of().parseHex(("48000000" + type + "00 0000 00000000 00000000" + "0000000000000000"
                + "0500 0200 01000000"
                + "1800 1380 0c00 1780 0800 0100 02000000 0800 1600 74617000"
                + "0c00 1780 0800 0100 02000000"
                + "0400 6300").replace(" ", ""));
    }

    private static Optional<String> at(int offset) {
        return AttributePath.at(PROTOCOL, REQUEST, offset);
    }

    @Test
    void namesTheAttributeAtAnOffset() {
        assertEquals(Optional.of("RICH_U8"), at(24));
        assertEquals(Optional.of("RICH_SELF"), at(32));
        assertEquals(Optional.of("RICH(99)"), at(68));
    }

    @Test
    void namesTheAttributeThatAnOffsetLiesIn() {
        assertEquals(Optional.of("RICH_U8"), at(28));
        assertEquals(Optional.of("RICH_SELF/RICH_DATA/TAP_MODE"), at(44));
    }

    @Test
    void goesDownIntoNestsThatALaterSiblingSelects() {
        assertEquals(Optional.of("RICH_SELF/RICH_DATA"), at(36));
        assertEquals(Optional.of("RICH_SELF/RICH_DATA/TAP_MODE"), at(40));
        assertEquals(Optional.of("RICH_SELF/RICH_KIND"), at(48));
    }

    @Test
    void numbersWhatNoTableKnows() {
        assertEquals(Optional.of("RICH_DATA/?(1)"), at(60)); // no kind beside it
    }

    @Test
    void findsNothingWhereNoAttributeIs() {
        for (int offset : new int[] {0, 16, 23, 29, 72, 1000, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertEquals(Optional.empty(), at(offset), () -> "offset " + offset);
        }
    }

    @Test
    void namesAMissingAttribute() {
        assertEquals("RICH_U32", AttributePath.missing(PROTOCOL, REQUEST, 0, RichTable.U32));
        assertEquals("RICH(99)", AttributePath.missing(PROTOCOL, REQUEST, 0, 99));
        assertEquals("RICH_SELF/RICH_U32", AttributePath.missing(PROTOCOL, REQUEST, 32, RichTable.U32));
        assertEquals("RICH_SELF/RICH_DATA/TAP_NAME", AttributePath.missing(PROTOCOL, REQUEST, 36, 2));
        assertEquals("RICH_DATA/?(2)", AttributePath.missing(PROTOCOL, REQUEST, 56, 2));
    }

    @Test
    void claimsNoNameWhereTheNestIsNotFound() {
        assertEquals("attribute 4", AttributePath.missing(PROTOCOL, REQUEST, 1000, RichTable.U32));
    }

    @Test
    void knowsNothingOfOtherMessages() {
        assertEquals(Optional.empty(), AttributePath.at(PROTOCOL, request("11"), 24));
        assertEquals("attribute 4", AttributePath.missing(PROTOCOL, request("11"), 0, 4));
        assertEquals(Optional.empty(), AttributePath.at(PROTOCOL, new byte[0], 0));
        assertEquals("attribute 4", AttributePath.missing(PROTOCOL, new byte[3], 0, 4));
    }

    @Test
    void aNestThatCannotBeReadIsNamedItself() {
        byte[] request = HexFormat.of().parseHex(
                ("20000000 1000 0000 00000000 00000000" + "0000000000000000" + "0800 1b80 ffff 0100").replace(" ", ""));
        assertEquals(Optional.of("RICH_ANYTHING"), AttributePath.at(PROTOCOL, request, 28));
        assertEquals(Optional.of("RICH_ANYTHING"), AttributePath.at(PROTOCOL, request, 24));
    }
}
