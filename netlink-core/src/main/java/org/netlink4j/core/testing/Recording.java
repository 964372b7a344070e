package org.netlink4j.core.testing;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.MessageReader;

/**
 * What went over a transport, as text. One line each, fields separated by one blank, numbers decimal and unsigned, bytes in hex:
 *
 * <pre>
 * netlink4j-recording 1 PORT RECEIVE-BUFFER-SIZE
 * &gt; DESTINATION-PORT BYTES
 * &lt; SENDER-PORT GROUPS GROUP BYTES
 * ! overrun
 * ! truncated
 * </pre>
 *
 * {@code >} is a datagram that was sent, {@code <} one that was received, {@code !} a receive that failed. Empty lines and lines
 * that begin with {@code #} are comments.
 *
 * <p>It is not a pcap file, as {@link org.netlink4j.core.capture} writes them, because those have no place for what a replay needs:
 * losses, the port ids of senders, and multicast groups.
 */
record Recording(int portId, int receiveBufferSize, List<Entry> entries) {
    private static final String MAGIC = "netlink4j-recording 1 ";
    private static final HexFormat HEX = HexFormat.of();

    /** One line. */
    sealed interface Entry {
        /** {@return the line, without its end} */
        String line();
    }

    /** A datagram that was sent. */
    record Sent(int destination, byte[] bytes) implements Entry {
        @Override
        public String line() {
            return "> " + Integer.toUnsignedString(destination) + " " + HEX.formatHex(bytes);
        }
    }

    /** A datagram that was received. */
    record Received(int sender, int groups, int group, byte[] bytes) implements Entry {
        @Override
        public String line() {
            return "< " + Integer.toUnsignedString(sender) + " " + Integer.toUnsignedString(groups) + " "
                    + Integer.toUnsignedString(group) + " " + HEX.formatHex(bytes);
        }
    }

    /** A receive that failed. */
    enum Lost implements Entry {
        OVERRUN,
        TRUNCATED;

        @Override
        public String line() {
            return "! " + name().toLowerCase(Locale.ROOT);
        }
    }

    static String header(int portId, int receiveBufferSize) {
        return MAGIC + Integer.toUnsignedString(portId) + " " + receiveBufferSize;
    }

    static Recording read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file).stream().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
        try {
            if (lines.isEmpty() || !lines.getFirst().startsWith(MAGIC)) {
                throw new IllegalArgumentException("no line \"" + MAGIC + "...\" at its beginning");
            }
            String[] header = lines.getFirst().substring(MAGIC.length()).split(" ");
            List<Entry> entries = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                entries.add(entry(line));
            }
            return new Recording(Integer.parseUnsignedInt(header[0]), Integer.parseInt(header[1]), List.copyOf(entries));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException(file + " is no recording: " + e.getMessage(), e);
        }
    }

    private static Entry entry(String line) {
        String[] fields = line.split(" ", -1);
        return switch (fields[0]) {
            case ">" -> new Sent(Integer.parseUnsignedInt(fields[1]), HEX.parseHex(fields[2]));
            case "<" -> new Received(
                    Integer.parseUnsignedInt(fields[1]),
                    Integer.parseUnsignedInt(fields[2]),
                    Integer.parseUnsignedInt(fields[3]),
                    HEX.parseHex(fields[4]));
            case "!" -> Lost.valueOf(fields[1].toUpperCase(Locale.ROOT));
            default -> throw new IllegalArgumentException("a line that begins with " + fields[0]);
        };
    }

    /** Visits the messages of a datagram, as far as it is well-formed. */
    interface Visitor {
        void message(int offset, MessageReader message);
    }

    static void forEachMessage(byte[] datagram, Visitor visitor) {
        try {
            MessageReader reader = new MessageReader().over(MemorySegment.ofArray(datagram), 0, datagram.length);
            while (reader.next()) {
                visitor.message((int) reader.offset(), reader);
            }
        } catch (MalformedMessageException _) {
            // the rest is kept as it is
        }
    }
}
