package org.netlink4j.rtnetlink;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.MessageReader;

/** Messages that a real kernel sent: hexadecimal files with the command that made them. */
public final class Captures {
    private Captures() {}

    /** The bytes of a capture of Linux 6.18. */
    public static byte[] bytes(String name) {
        try (InputStream in = Captures.class.getResourceAsStream("/captures/6.18/" + name + ".hex")) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return HexFormat.of().parseHex(text.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A reader at the one message of a capture. */
    public static MessageReader message(byte[] bytes) throws MalformedMessageException {
        MessageReader message = new MessageReader().over(MemorySegment.ofArray(bytes), 0, bytes.length);
        if (!message.next()) {
            throw new AssertionError("no message");
        }
        return message;
    }
}
