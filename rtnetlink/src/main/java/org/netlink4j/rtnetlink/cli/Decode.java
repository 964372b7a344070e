package org.netlink4j.rtnetlink.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.capture.CapturedDatagram;
import org.netlink4j.core.capture.PcapReader;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.core.cli.Command;
import org.netlink4j.core.cli.Program;
import org.netlink4j.core.json.JsonWriter;
import org.netlink4j.core.schema.MessageText;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.rtnetlink.Rtnetlink;

/** {@code rtnl decode}. */
final class Decode implements Command {
    @Override
    public String help() {
        return """
                decode FILE.pcap|HEX [--json]

                  FILE.pcap    the messages of a capture of netlink; "./abc" if the name of the file is all hexadecimal
                  HEX          the messages of a datagram of NETLINK_ROUTE, from its nlmsghdr on
                  --json       all that is in them, by the kernel's names
                """;
    }

    @Override
    public int run(Arguments arguments, PrintStream out) throws IOException {
        String what = arguments.operand("FILE.pcap or HEX");
        boolean json = arguments.has(JSON);
        Optional<byte[]> bytes = hexadecimal(what);
        if (bytes.isEmpty()) {
            decodeFile(what, json, out);
        } else if (json) {
            out.println(MessageText.json(Rtnetlink.PROTOCOL, reader(bytes.get())));
        } else {
            out.print(MessageText.describe(Rtnetlink.PROTOCOL, reader(bytes.get())));
        }
        return Program.DONE;
    }

    /** Digits, with spaces or colons between them if that is how they were copied. */
    private static Optional<byte[]> hexadecimal(String what) {
        String digits = what.replaceAll("[\\s:]", "");
        boolean all = digits.length() % 2 == 0 && digits.matches("[0-9a-fA-F]+");
        return all ? Optional.of(HexFormat.of().parseHex(digits)) : Optional.empty();
    }

    private static MessageReader reader(byte[] bytes) {
        return new MessageReader().over(MemorySegment.ofArray(bytes), 0, bytes.length);
    }

    /** One datagram at a time, however large the file is. */
    private static void decodeFile(String what, boolean json, PrintStream out) throws IOException {
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
