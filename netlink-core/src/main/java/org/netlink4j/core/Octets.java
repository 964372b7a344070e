package org.netlink4j.core;

import java.util.Arrays;
import java.util.HexFormat;

/** Bytes as a value: immutable, compared by content. */
public final class Octets {
    /** No bytes. */
    public static final Octets EMPTY = new Octets(new byte[0]);

    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Copies bytes.
     *
     * @param bytes the bytes
     * @return the copy
     */
    public static Octets of(byte... bytes) {
        return new Octets(bytes.clone());
    }

    /**
     * Reads hexadecimal digits.
     *
     * @param text an even number of digits
     * @return the bytes
     */
    public static Octets parse(String text) {
        return new Octets(HexFormat.of().parseHex(text));
    }

    /**
     * Bytes that are all zero.
     *
     * @param length how many
     * @return the bytes
     */
    public static Octets zeros(int length) {
        return new Octets(new byte[length]);
    }

    /** {@return how many bytes there are} */
    public int length() {
        return bytes.length;
    }

    /**
     * One byte.
     *
     * @param index which, from 0
     * @return 0 to 255
     */
    public int get(int index) {
        return bytes[index] & 0xff;
    }

    /**
     * A part.
     *
     * @param from the first byte
     * @param to after the last byte
     * @return a copy of the part
     */
    public Octets slice(int from, int to) {
        if (from < 0 || from > to || to > bytes.length) {
            throw new IndexOutOfBoundsException("[" + from + ", " + to + ") of " + bytes.length + " bytes");
        }
        return new Octets(Arrays.copyOfRange(bytes, from, to));
    }

    /** {@return a copy of the bytes} */
    public byte[] toArray() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** {@return the bytes in hexadecimal} */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
