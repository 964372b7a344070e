package org.netlink4j.core.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.wire.MessageReader;

class MessageTextTest {
    private static final NetlinkProtocol PROTOCOL =
            NetlinkProtocol.of(31, "NETLINK_RICH", new MessageSpec(16, "RICH_NEW", RichTable.POINT, RichTable.SET));

    private static MessageReader reader(String digits) {
        byte[] bytes = HexFormat.of().parseHex(digits.replace(" ", ""));
        return new MessageReader().over(MemorySegment.ofArray(bytes), 0, bytes.length);
    }

    private static String describe(String digits) {
        return MessageText.describe(PROTOCOL, reader(digits));
    }

    private static String json(String digits) {
        return MessageText.json(PROTOCOL, reader(digits));
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

    private static final String ECHOED = " 28000000 1000 0500 ffffffff feffffff";
    private static final String BODY = "ffff0000 07000000 0500 0200 01000000 0800 1380 0400 0100";

    /** What {@code NLMSGERR_ATTR_*} can say. */
    private static final String EXPLANATION = "0b00 0100 546f6f206c6f00 00 0800 0200 24000000 0800 0500 03000000 0800 0600 28000000"
            + "2400 0480 0800 0100 04000000 0c00 0400 0100000000000000 0c00 0500 1000000000000000";

    @Test
    void describesAcknowledgementsAndErrors() {
        assertEquals("""
                NLMSG_ERROR length 36 flags 0x100 sequence 1 port 0
                  no error
                  RICH_NEW length 40 flags 0x5 sequence 4294967295 port 4294967294
                """, describe("24000000 0200 0001 01000000 00000000 00000000" + ECHOED));
        assertEquals("""
                NLMSG_ERROR length 60 flags 0x0 sequence 1 port 0
                  EPERM (Operation not permitted)
                  RICH_NEW length 40 flags 0x5 sequence 4294967295 port 4294967294
                    x -1 z 0 y 7
                    RICH_U8 1
                    RICH_SELF
                      RICH_FLAG
                """, describe("3c000000 0200 0000 01000000 00000000 ffffffff" + ECHOED + BODY));
    }

    /** As much of the request as its own length says, not a byte more, and at least its header. */
    @Test
    void anErrorHoldsItsRequestOrIsMalformed() {
        String whole = "24000000 0200 0000 01000000 00000000 ffffffff";
        assertEquals("""
                NLMSG_ERROR length 36 flags 0x0 sequence 1 port 0
                  EPERM (Operation not permitted)
                  RICH_NEW length 16 flags 0x0 sequence 1 port 0
                    malformed: a message of type 16 at offset 0 has a payload of 0 bytes and none at 0, 8 wide
                """, describe(whole + "10000000 1000 0000 01000000 00000000"));
        for (int length : new int[] {0, 15, 17, Integer.MAX_VALUE, -1}) {
            String request = HexFormat.of().toHexDigits(Integer.reverseBytes(length)) + " 1000 0000 01000000 00000000";
            assertEquals("""
                    NLMSG_ERROR length 36 flags 0x0 sequence 1 port 0
                      malformed: a request of %d bytes in an error of 36
                      ffffffff%s
                    """.formatted(Integer.toUnsignedLong(length), request.replace(" ", "")), describe(whole + request));
            assertEquals("""
                    NLMSG_ERROR length 36 flags 0x0 sequence 1 port 0
                      no error
                      RICH_NEW length %d flags 0x0 sequence 1 port 0
                    """.formatted(Integer.toUnsignedLong(length)), describe(whole.replace("ffffffff", "00000000") + request));
        }
    }

    @Test
    void describesWhatTheKernelSaidOfAnError() {
        String explained = "6c000000 0200 0003 01000000 00000000 eaffffff" + ECHOED + EXPLANATION;
        assertEquals("""
                NLMSG_ERROR length 108 flags 0x300 sequence 1 port 0
                  EINVAL (Invalid argument)
                  RICH_NEW length 40 flags 0x5 sequence 4294967295 port 4294967294
                  NLMSGERR_ATTR_MSG "Too lo"
                  NLMSGERR_ATTR_OFFS 36
                  NLMSGERR_ATTR_MISS_TYPE 3
                  NLMSGERR_ATTR_MISS_NEST 40
                  NLMSGERR_ATTR_POLICY
                    NL_POLICY_TYPE_ATTR_TYPE 4 (u32)
                    NL_POLICY_TYPE_ATTR_MIN_VALUE_U 1
                    NL_POLICY_TYPE_ATTR_MAX_VALUE_U 16
                """, describe(explained));
        assertEquals("[{\"type\":\"NLMSG_ERROR\",\"length\":108,\"flags\":768,\"sequence\":1,\"port\":0,\"errno\":22,"
                        + "\"error\":\"EINVAL (Invalid argument)\",\"request\":{\"type\":\"RICH_NEW\",\"length\":40,\"flags\":5,"
                        + "\"sequence\":4294967295,\"port\":4294967294},\"attributes\":{\"NLMSGERR_ATTR_MSG\":\"Too lo\","
                        + "\"NLMSGERR_ATTR_OFFS\":36,\"NLMSGERR_ATTR_MISS_TYPE\":3,\"NLMSGERR_ATTR_MISS_NEST\":40,"
                        + "\"NLMSGERR_ATTR_POLICY\":{\"NL_POLICY_TYPE_ATTR_TYPE\":\"u32\",\"NL_POLICY_TYPE_ATTR_MIN_VALUE_U\":1,"
                        + "\"NL_POLICY_TYPE_ATTR_MAX_VALUE_U\":16}}}]",
                json(explained));
    }

    @Test
    void describesTheEndOfADump() {
        assertEquals("""
                NLMSG_DONE length 32 flags 0x202 sequence 1 port 0
                  ENODEV (No such device)
                  NLMSGERR_ATTR_MSG "Too lo"
                """, describe("20000000 0300 0202 01000000 00000000 edffffff 0b00 0100 546f6f206c6f00 00"));
    }

    @Test
    void anErrorInsideAnErrorIsNotOpened() {
        String inner = "14000000 0200 0000 01000000 00000000 ffffffff";
        assertEquals("""
                NLMSG_ERROR length 40 flags 0x0 sequence 1 port 0
                  EPERM (Operation not permitted)
                  NLMSG_ERROR length 20 flags 0x0 sequence 1 port 0
                    ffffffff
                """, describe("28000000 0200 0000 01000000 00000000 ffffffff" + inner));
    }

    @Test
    void writesMessagesAsJson() {
        assertEquals("[{\"type\":\"RICH_NEW\",\"length\":40,\"flags\":5,\"sequence\":4294967295,\"port\":4294967294,"
                        + "\"header\":{\"x\":-1,\"z\":0,\"y\":7},\"attributes\":{\"RICH_U8\":1,\"RICH_SELF\":{\"RICH_FLAG\":true}}}]",
                json("28000000 1000 0500 ffffffff feffffff" + BODY));
        assertEquals("[{\"type\":\"NETLINK_RICH(17)\",\"length\":18,\"flags\":0,\"sequence\":1,\"port\":0,\"payload\":\"0102\"},"
                        + "{\"malformed\":\"nlmsg_len 3 at offset 20, where 16 bytes are left\"}]",
                json("12000000 1100 0000 01000000 00000000 0102 0000 03000000 1100 0000 01000000 00000000"));
        assertEquals("[{\"type\":\"RICH_NEW\",\"length\":20,\"flags\":0,\"sequence\":1,\"port\":0,\"malformed\":"
                        + "\"a message of type 16 at offset 0 has a payload of 4 bytes and none at 0, 8 wide\",\"payload\":\"01020304\"}]",
                json("14000000 1000 0000 01000000 00000000 01020304"));
        assertEquals("[]", json(""));
    }

    @Test
    void describesTheOtherControlMessagesAndUnknownOnes() {
        assertEquals("NLMSG_DONE length 20 flags 0x2 sequence 1 port 0\n  no error\n",
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
