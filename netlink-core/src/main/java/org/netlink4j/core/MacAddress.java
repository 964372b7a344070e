package org.netlink4j.core;

import java.util.HexFormat;

/**
 * A 48-bit IEEE 802 MAC address in one {@code long}, so that large dumps need no array for it.
 *
 * @param bits the address, first octet in bits 47 to 40; bits 63 to 48 are zero
 */
public record MacAddress(long bits) implements Comparable<MacAddress> {
    /** The number of octets. */
    public static final int LENGTH = 6;

    /** {@code ff:ff:ff:ff:ff:ff}. */
    public static final MacAddress BROADCAST = new MacAddress(0xffff_ffff_ffffL);

    private static final HexFormat COLONS = HexFormat.ofDelimiter(":");

    /** Refuses more than 48 bits. */
    public MacAddress {
        if (bits >>> 48 != 0) {
            throw new IllegalArgumentException("a MAC address has 48 bits: 0x" + Long.toHexString(bits));
        }
    }

    /**
     * Reads six octets.
     *
     * @param octets exactly six, in transmission order
     * @return the address
     */
    public static MacAddress of(byte[] octets) {
        if (octets.length != LENGTH) {
            throw new IllegalArgumentException("a MAC address has 6 octets, not " + octets.length);
        }
        long bits = 0;
        for (byte octet : octets) {
            bits = bits << 8 | octet & 0xff;
        }
        return new MacAddress(bits);
    }

    /**
     * Parses the usual notation.
     *
     * @param text six two-digit hexadecimal octets between colons, for example {@code "52:54:00:c7:3e:ce"}
     * @return the address
     */
    public static MacAddress parse(String text) {
        try {
            return of(COLONS.parseHex(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not a MAC address (want 52:54:00:c7:3e:ce): " + text, e);
        }
    }

    /** {@return the six octets in transmission order} */
    public byte[] octets() {
        byte[] octets = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            octets[i] = (byte) (bits >>> 8 * (LENGTH - 1 - i));
        }
        return octets;
    }

    /** {@return whether the group bit is set: multicast, or broadcast} */
    public boolean isMulticast() {
        return (bits >>> 40 & 1) != 0;
    }

    @Override
    public int compareTo(MacAddress other) {
        return Long.compare(bits, other.bits);
    }

    /** {@return the usual notation} */
    @Override
    public String toString() {
        return COLONS.formatHex(octets());
    }
}
