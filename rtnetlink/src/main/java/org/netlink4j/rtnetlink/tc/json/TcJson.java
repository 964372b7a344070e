package org.netlink4j.rtnetlink.tc.json;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.Rendering;
import org.netlink4j.rtnetlink.EtherType;
import org.netlink4j.rtnetlink.tc.TcHandle;

/** Renderings that tables of several packages use: functions from attribute to JSON value. */
public final class TcJson {
    private static final int WIDTH_OF_MASK = 32;
    private static final int INSTRUCTION = 8;

    /** A number in hexadecimal. */
    public static final Rendering HEX = TcJson::digits;

    /** The same with the prefix of C, which 0 does not get. */
    public static final Rendering PREFIXED_HEX =
            (data, number) -> digits(data, number).map(digits -> digits.equals("0") ? digits : "0x" + digits);

    /** A u32 mask in hexadecimal, which is not shown if all bits count. */
    public static final Rendering MASK =
            (data, number) -> digits(data, number).filter(_ -> data.number(number).orElse(0) != (1L << WIDTH_OF_MASK) - 1);

    /** A class. */
    public static final Rendering HANDLE =
            (data, number) -> data.integer(number).stream().mapToObj(value -> new TcHandle(value).toString()).findFirst();

    /** A protocol of the Ethernet header. */
    public static final Rendering ETHER_TYPE =
            (data, number) -> data.integer(number).stream().mapToObj(type -> new EtherType(type).toString()).findFirst();

    /** Instructions of classic BPF; what is left over is not shown. */
    public static final Rendering BYTECODE = (data, number) -> data.payload(number).map(TcJson::instructions);

    private TcJson() {}

    private static Optional<String> digits(Attributes data, int number) {
        return data.number(number).stream().mapToObj(Long::toHexString).findFirst();
    }

    private static Map<String, Object> instructions(byte[] bytes) {
        List<Map<String, Object>> instructions = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        while (buffer.remaining() >= INSTRUCTION) {
            Map<String, Object> instruction = new LinkedHashMap<>();
            instruction.put("code", Short.toUnsignedInt(buffer.getShort()));
            instruction.put("jt", Byte.toUnsignedInt(buffer.get()));
            instruction.put("jf", Byte.toUnsignedInt(buffer.get()));
            instruction.put("k", Integer.toUnsignedLong(buffer.getInt()));
            instructions.add(instruction);
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("length", instructions.size());
        members.put("insns", instructions);
        return members;
    }

    /**
     * Bytes, and behind a slash their mask if not all bits count.
     *
     * @param data the attributes among which they are
     * @param value the number of the value
     * @param mask the number of the mask
     * @return both in hexadecimal; empty if the value is not there
     */
    public static Optional<String> maskedBytes(Attributes data, int value, int mask) {
        return data.payload(value).map(bytes -> HexFormat.of().formatHex(bytes)
                + data.payload(mask).map(bits -> HexFormat.of().formatHex(bits))
                        .filter(digits -> !digits.matches("f*")).map(digits -> "/" + digits).orElse(""));
    }

    /**
     * The name of the tunnel to which options belong: the last word of the kernel's name.
     *
     * @param kind what specifies the options
     * @return for example {@code "geneve"}
     */
    public static String tunnelName(AttributeSpec kind) {
        return kind.name().substring(kind.name().lastIndexOf('_') + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * Options of a tunnel. Options of geneve may all be in one nest, one after the other.
     *
     * @param nests one nest an option, or more
     * @return one object an option; numbers that are not there are 0, bytes are lists of numbers
     */
    public static List<Map<String, Object>> tunnelOptions(List<Attributes> nests) {
        List<Map<String, Object>> options = new ArrayList<>();
        for (Attributes nest : nests) {
            int count = nest.set().specs().stream().mapToInt(spec -> nest.payloads(spec.number()).size()).max().orElse(0);
            for (int i = 0; i < count; i++) {
                options.add(tunnelOption(nest, i));
            }
        }
        return options;
    }

    private static Map<String, Object> tunnelOption(Attributes nest, int index) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (AttributeSpec spec : nest.set().specs()) {
            List<byte[]> values = nest.payloads(spec.number());
            byte[] value = index < values.size() ? values.get(index) : new byte[0];
            if (spec.type() == AttributeType.BINARY) {
                List<Integer> bytes = new ArrayList<>();
                for (byte b : value) {
                    bytes.add(Byte.toUnsignedInt(b));
                }
                members.put(spec.key(), bytes);
            } else {
                Attributes alone = Attributes.none(nest.set());
                members.put(spec.key(), value.length == 0 ? 0 : alone.with(spec.number(), value).number(spec.number()).orElse(0));
            }
        }
        return members;
    }
}
