package org.netlink4j.core;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IPv4 address in one {@code int}. Ordered as unsigned numbers.
 *
 * @param bits the address, first octet in bits 31 to 24
 */
public record Ipv4Address(int bits) implements IpAddress, Comparable<Ipv4Address> {
    /** The number of octets. */
    public static final int LENGTH = 4;

    /** {@code 0.0.0.0}. */
    public static final Ipv4Address ANY = new Ipv4Address(0);

    private static final int MULTICAST = 0b1110;

    /** Four numbers up to 255 without leading zeros, which some read as octal. */
    private static final Pattern DOTTED;

    static {
        String octet = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
        DOTTED = Pattern.compile(octet + "\\." + octet + "\\." + octet + "\\." + octet);
    }

    /**
     * Reads four octets.
     *
     * @param octets exactly four, in network order
     * @return the address
     */
    public static Ipv4Address of(byte[] octets) {
        if (octets.length != LENGTH) {
            throw new IllegalArgumentException("an IPv4 address has 4 octets, not " + octets.length);
        }
        int bits = 0;
        for (byte octet : octets) {
            bits = bits << 8 | octet & 0xff;
        }
        return new Ipv4Address(bits);
    }

    /**
     * Parses the usual notation.
     *
     * @param text four decimal numbers up to 255 between dots, without leading zeros
     * @return the address
     */
    public static Ipv4Address parse(String text) {
        Matcher dotted = DOTTED.matcher(text);
        if (!dotted.matches()) {
            throw new IllegalArgumentException("not an IPv4 address (want 192.0.2.1): " + text);
        }
        int bits = 0;
        for (int i = 1; i <= LENGTH; i++) {
            bits = bits << 8 | Integer.parseInt(dotted.group(i));
        }
        return new Ipv4Address(bits);
    }

    @Override
    public byte[] octets() {
        return new byte[] {(byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits};
    }

    @Override
    public boolean isUnspecified() {
        return bits == 0;
    }

    @Override
    public boolean isMulticast() {
        return bits >>> 28 == MULTICAST;
    }

    @Override
    public Inet4Address toInetAddress() {
        try {
            return (Inet4Address) InetAddress.getByAddress(octets());
        } catch (UnknownHostException e) {
            throw new AssertionError("four octets are always an address", e);
        }
    }

    @Override
    public int compareTo(Ipv4Address other) {
        return Integer.compareUnsigned(bits, other.bits);
    }

    /** {@return the usual notation, for example {@code "192.0.2.1"}} */
    @Override
    public String toString() {
        return (bits >>> 24) + "." + (bits >>> 16 & 0xff) + "." + (bits >>> 8 & 0xff) + "." + (bits & 0xff);
    }
}
