package org.netlink4j.rtnetlink.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.capture.CapturedDatagram;
import org.netlink4j.core.capture.PcapReader;
import org.netlink4j.core.json.JsonWriter;
import org.netlink4j.core.schema.MessageText;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.rtnetlink.Rtnetlink;

/**
 * {@code rtnl decode}.
 *
 * @param what a datagram of NETLINK_ROUTE in hexadecimal, or else the name of a capture
 * @param json whether JSON is wanted
 */
record DecodeCommand(String what, boolean json) {
    private static final String JSON = "--json";

    /** Whether the first word that is no option is ours. */
    static boolean isMeant(List<String> arguments) {
        return arguments.stream().filter(word -> !word.startsWith("-")).findFirst().filter("decode"::equals).isPresent();
    }

    /** Reads a command line, or refuses it. */
    static DecodeCommand parse(List<String> arguments) {
        List<String> words = new ArrayList<>(arguments);
        boolean json = words.remove(JSON);
        if (words.size() != 2 || words.getLast().startsWith("-")) {
            throw new IllegalArgumentException("want \"decode FILE.pcap\" or \"decode HEX\", not \"" + String.join(" ", words) + "\"");
        }
        return new DecodeCommand(words.getLast(), json);
    }

    void run(PrintStream out) throws IOException {
        Optional<byte[]> bytes = hexadecimal();
        if (bytes.isEmpty()) {
            decodeFile(out);
        } else if (json) {
            out.println(MessageText.json(Rtnetlink.PROTOCOL, reader(bytes.get())));
        } else {
            out.print(MessageText.describe(Rtnetlink.PROTOCOL, reader(bytes.get())));
        }
    }

    /** Digits, with spaces or colons between them if that is how they were copied. */
    private Optional<byte[]> hexadecimal() {
        String digits = what.replaceAll("[\\s:]", "");
        boolean all = digits.length() % 2 == 0 && digits.matches("[0-9a-fA-F]+");
        return all ? Optional.of(HexFormat.of().parseHex(digits)) : Optional.empty();
    }

    private static MessageReader reader(byte[] bytes) {
        return new MessageReader().over(MemorySegment.ofArray(bytes), 0, bytes.length);
    }

    /** One datagram at a time, however large the file is. */
    private void decodeFile(PrintStream out) throws IOException {
        try (PcapReader capture = PcapReader.open(Path.of(what))) {
            if (capture.byteOrder() != ByteOrder.nativeOrder()) {
                throw new MalformedMessageException(what + " was captured on a machine of the other byte order");
            }
            String separator = "[";
            for (Optional<CapturedDatagram> next = capture.next(); next.isPresent(); next = capture.next()) {
                if (json) {
                    out.print(separator + new JsonWriter().tree(values(next.get())));
                    separator = ",\n";
                } else {
                    print(next.get(), out);
                }
            }
            if (json) {
                out.println(separator.equals("[") ? "[]" : "]");
            }
        }
    }

    private static NetlinkProtocol protocol(CapturedDatagram datagram) {
        int number = datagram.protocol();
        return number == Rtnetlink.PROTOCOL.number() ? Rtnetlink.PROTOCOL : NetlinkProtocol.of(number, "NETLINK(" + number + ")");
    }

    private static void print(CapturedDatagram datagram, PrintStream out) {
        NetlinkProtocol protocol = protocol(datagram);
        long lost = datagram.length() - datagram.bytes().length;
        out.println(datagram.time() + " " + protocol + direction(datagram)
                + (lost == 0 ? "" : ", " + lost + " bytes were not captured"));
        MessageText.describe(protocol, datagram.messages()).lines().forEach(line -> out.println("  " + line));
    }

    private static String direction(CapturedDatagram datagram) {
        return switch (datagram.direction()) {
            case TO_KERNEL -> " to the kernel";
            case TO_USER -> " to a process";
            case UNKNOWN -> "";
        };
    }

    private static Map<String, Object> values(CapturedDatagram datagram) {
        NetlinkProtocol protocol = protocol(datagram);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("time", datagram.time());
        values.put("direction", datagram.direction());
        values.put("protocol", protocol.name());
        values.put("length", datagram.length());
        values.put("messages", MessageText.values(protocol, datagram.messages()));
        return values;
    }
}
