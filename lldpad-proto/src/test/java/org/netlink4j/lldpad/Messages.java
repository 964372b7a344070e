package org.netlink4j.lldpad;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;

/** What the tests of messages share. */
final class Messages {
    static final UUID INSTANCE = UUID.fromString("09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f");
    static final QbgProfile PROFILE = new QbgProfile(11, 1193047, 2, INSTANCE);
    static final MacAddress MACHINE = MacAddress.parse("52:54:00:c7:3e:ce");

    private Messages() {}

    static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
    }

    static void needLittleEndian() {
        Assumptions.assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "the bytes are those of a little-endian host");
    }

    /** The message, written into a buffer that was full of something else. */
    static byte[] message(int type, int flags, int sequence, int port, MessageBody body) {
        byte[] buffer = new byte[4096];
        Arrays.fill(buffer, (byte) 0xa5);
        MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(buffer), 0, buffer.length);
        out.begin(type, flags, sequence, port);
        body.write(out);
        return Arrays.copyOf(buffer, (int) out.end());
    }

    static MessageReader reader(byte[] message) throws MalformedMessageException {
        MessageReader reader = new MessageReader().over(MemorySegment.ofArray(message), 0, message.length);
        if (!reader.next()) {
            throw new AssertionError("no message");
        }
        return reader;
    }
}
