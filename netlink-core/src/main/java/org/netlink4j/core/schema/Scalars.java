package org.netlink4j.core.schema;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.MacAddress;

/** Single values between their table entry, their payload and Java: the encode checks of the tables live here. */
final class Scalars {
    private static final boolean HOST_IS_BIG = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN;

    /** A u16 in host byte order inside a {@code byte[]}. */
    static final VarHandle U16 = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.nativeOrder());

    private static final VarHandle U32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());

    private static final VarHandle U16BE = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    private static final VarHandle U32BE = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final VarHandle U64BE = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Scalars() {}

    static Ipv4Address ipv4(byte[] bytes, int at) {
        return new Ipv4Address((int) U32BE.get(bytes, at));
    }

    static Ipv6Address ipv6(byte[] bytes, int at) {
        return new Ipv6Address((long) U64BE.get(bytes, at), (long) U64BE.get(bytes, at + 8));
    }

    static MacAddress mac(byte[] bytes, int at) {
        long first = Integer.toUnsignedLong((int) U32BE.get(bytes, at));
        return new MacAddress(first << 16 | Short.toUnsignedLong((short) U16BE.get(bytes, at + 4)));
    }

    static long get(AttributeSpec spec, byte[] bytes, int at, int length) {
        return get(spec.type(), spec.isNetworkOrder(), bytes, at, length);
    }

    /** A field of the structure that begins at a place. */
    static long get(StructSpec.Field field, byte[] bytes, int struct) {
        return get(field.type(), field.networkOrder(), bytes, struct + field.offset(), field.width());
    }

    /** A number of 1 to 8 bytes, with its sign if its type has one. */
    static long get(AttributeType type, boolean networkOrder, byte[] bytes, int at, int length) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            int index = networkOrder || HOST_IS_BIG ? i : length - 1 - i;
            value = value << 8 | bytes[at + index] & 0xff;
        }
        int unused = Long.SIZE - 8 * length;
        return type.isSigned() ? value << unused >> unused : value;
    }

    private static byte[] put(AttributeSpec spec, long value, int length) {
        byte[] payload = new byte[length];
        put(spec.isNetworkOrder(), value, payload, 0, length);
        return payload;
    }

    private static void put(boolean networkOrder, long value, byte[] bytes, int at, int length) {
        for (int i = 0; i < length; i++) {
            int index = networkOrder || HOST_IS_BIG ? length - 1 - i : i;
            bytes[at + index] = (byte) (value >>> 8 * i);
        }
    }

    /** Writes a field of the structure that begins with the bytes. */
    static void put(StructSpec.Field field, long value, byte[] struct) {
        put(field.networkOrder(), value, struct, field.offset(), field.width());
        if (field.width() < Long.BYTES && get(field, struct, 0) != value) {
            throw new IllegalArgumentException(field.name() + ": " + value + " does not fit into " + field.type());
        }
    }

    /** The value half in the low 32 bits, the selector half in the high ones. */
    static long bitfield32(byte[] bytes, int at) {
        return Integer.toUnsignedLong((int) U32.get(bytes, at)) | (long) (int) U32.get(bytes, at + 4) << 32;
    }

    static String text(byte[] bytes, int at, int length) {
        int size = 0;
        while (size < length && bytes[at + size] != 0) {
            size++;
        }
        return new String(bytes, at, size, StandardCharsets.UTF_8);
    }

    static byte[] encode(AttributeSpec spec, long value) {
        return switch (spec.type()) {
            case BITFIELD32 -> {
                byte[] payload = new byte[8];
                U32.set(payload, 0, (int) value);
                U32.set(payload, 4, (int) (value >>> 32));
                yield payload;
            }
            case UINT -> put(spec, value, value >>> 32 == 0 ? 4 : 8);
            case SINT -> put(spec, value, value == (int) value ? 4 : 8);
            default -> {
                if (!spec.type().isNumber()) {
                    throw new IllegalArgumentException(spec + " is not a number");
                }
                int bits = 8 * spec.type().width();
                byte[] payload = put(spec, value, spec.type().width());
                if (bits < Long.SIZE && get(spec, payload, 0, payload.length) != value) {
                    throw new IllegalArgumentException(spec.name() + ": " + value + " does not fit into " + spec.type());
                }
                yield payload;
            }
        };
    }

    static byte[] encode(AttributeSpec spec, String text) {
        if (spec.type() != AttributeType.STRING) {
            throw new IllegalArgumentException(spec + " is not text");
        }
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(spec.name() + ": a NUL inside the text");
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        return checked(spec, Arrays.copyOf(encoded, encoded.length + (spec.isTerminated() ? 1 : 0)));
    }

    /** Bytes, if the table allows their length. */
    static byte[] checked(AttributeSpec spec, byte[] payload) {
        if (spec.type().isNest()) {
            throw new IllegalArgumentException(spec + " is a nest, not bytes");
        }
        if (!spec.type().fits(payload.length)) {
            throw new IllegalArgumentException(spec.name() + ": " + payload.length + " bytes are no " + spec.type());
        }
        if (payload.length > spec.maxLength()) {
            throw new IllegalArgumentException(spec.name() + ": " + payload.length + " bytes; at most " + spec.maxLength());
        }
        return payload;
    }
}
