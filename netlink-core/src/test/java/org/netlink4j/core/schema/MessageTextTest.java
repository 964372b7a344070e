package org.netlink4j.core.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.wire.MessageReader;

class MessageTextTest {
    private static final NetlinkProtocol PROTOCOL =
            NetlinkProtocol.of(31, "NETLINK_RICH", new MessageSpec(16, "RICH_NEW", RichTable.POINT, RichTable.SET));

    private static String describe(String digits) {
        byte[] bytes = HexFormat.of().parseHex(digits.replace(" ", ""));
        return MessageText.describe(PROTOCOL, new MessageReader().over(MemorySegment.ofArray(bytes), 0, bytes.length));
    }

    @Test
    void describesAMessageAndItsAttributes() {
        assertEquals(
                """
                RICH_NEW length 40 flags 0x5 sequence 4294967295 port 4294967294
                  x -1 z 0 y 7
                  RICH_U8 1
                  RICH_SELF
                    RICH_FLAG
                """,
                describe("28000000 1000 0500 ffffffff feffffff ffff0000 07000000 0500 0200 01000000 0800 1380 0400 0100"));
    }

    @Test
    void describesAcknowledgementsAndErrors() {
        String tail = " 10000000 1000 0000 01000000 00000000";
        assertEquals("NLMSG_ERROR length 36 flags 0x0 sequence 1 port 0\n  acknowledged\n",
                describe("24000000 0200 0000 01000000 00000000 00000000" + tail));
        assertEquals("NLMSG_ERROR length 36 flags 0x0 sequence 1 port 0\n  EPERM (Operation not permitted)\n",
                describe("24000000 0200 0000 01000000 00000000 ffffffff" + tail));
    }

    @Test
    void describesTheOtherControlMessagesAndUnknownOnes() {
        assertEquals("NLMSG_DONE length 20 flags 0x2 sequence 1 port 0\n  00000000\n",
                describe("14000000 0300 0200 01000000 00000000 00000000"));
        assertEquals("NLMSG_NOOP length 16 flags 0x0 sequence 1 port 0\n", describe("10000000 0100 0000 01000000 00000000"));
        assertEquals("NLMSG_OVERRUN length 16 flags 0x0 sequence 1 port 0\n", describe("10000000 0400 0000 01000000 00000000"));
        assertEquals("NETLINK_RICH(17) length 18 flags 0x0 sequence 1 port 0\n  0102\n",
                describe("12000000 1100 0000 01000000 00000000 0102"));
    }

    @Test
    void showsInHexadecimalWhatDoesNotFollowTheFormat() {
        assertEquals("""
                RICH_NEW length 20 flags 0x0 sequence 1 port 0
                  malformed: a message of type 16 at offset 0 has a payload of 4 bytes and none at 0, 8 wide
                  01020304
                """, describe("14000000 1000 0000 01000000 00000000 01020304"));
        assertEquals("""
                RICH_NEW length 32 flags 0x0 sequence 1 port 0
                  malformed: nla_len 5 at offset 28, where 4 bytes are left
                  000000000000000004000100 05000200
                """.replace("0100 05", "010005"),
                describe("20000000 1000 0000 01000000 00000000 0000000000000000 04000100 05000200"));
        assertEquals("malformed: nlmsg_len 0 at offset 0, where 16 bytes are left\n",
                describe("00000000 1000 0000 01000000 00000000"));
        assertEquals("", describe(""));
    }
}
