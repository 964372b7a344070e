package org.netlink4j.rtnetlink.tc.json;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** The same with the prefix of C. */
    public static final Rendering PREFIXED_HEX = (data, number) -> digits(data, number).map(digits -> "0x" + digits);

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
}
