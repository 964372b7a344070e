package org.netlink4j.core;

import java.net.Inet6Address;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * An IPv6 address in two {@code long}s. It has no scope: netlink says the device in another attribute. Ordered as unsigned
 * numbers.
 *
 * @param high the first eight octets, the first of all in bits 63 to 56
 * @param low the last eight octets
 */
public record Ipv6Address(long high, long low) implements IpAddress, Comparable<Ipv6Address> {
    /** The number of octets. */
    public static final int LENGTH = 16;

    /** {@code ::}. */
    public static final Ipv6Address ANY = new Ipv6Address(0, 0);

    private static final int GROUPS = 8;
    private static final long MAPPED = 0xffffL;

    /**
     * Reads sixteen octets.
     *
     * @param octets exactly sixteen, in network order
     * @return the address
     */
    public static Ipv6Address of(byte[] octets) {
        if (octets.length != LENGTH) {
            throw new IllegalArgumentException("an IPv6 address has 16 octets, not " + octets.length);
        }
        return new Ipv6Address(eight(octets, 0), eight(octets, Long.BYTES));
    }

    private static long eight(byte[] octets, int from) {
        long value = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            value = value << 8 | octets[i] & 0xff;
        }
        return value;
    }

    /**
     * Parses a notation of RFC 4291, without scope.
     *
     * @param text for example {@code "2001:db8::1"} or {@code "::ffff:192.0.2.1"}
     * @return the address
     */
    public static Ipv6Address parse(String text) {
        try {
            int gap = text.indexOf("::");
            if (gap < 0) {
                return join(groups(text, true), List.of(), GROUPS);
            }
            return join(groups(text.substring(0, gap), false), groups(text.substring(gap + 2), true), GROUPS - 1);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not an IPv6 address (want 2001:db8::1): " + text, e);
        }
    }

    /** The 16-bit groups of one side of the gap; only the last group of all may be an IPv4 address. */
    private static List<Integer> groups(String side, boolean last) {
        List<Integer> groups = new ArrayList<>();
        String[] words = side.isEmpty() ? new String[0] : side.split(":", -1);
        for (int i = 0; i < words.length; i++) {
            if (last && i == words.length - 1 && words[i].indexOf('.') >= 0) {
                int bits = Ipv4Address.parse(words[i]).bits();
                groups.add(bits >>> 16);
                groups.add(bits & 0xffff);
            } else if (words[i].length() > 4) {
                throw new IllegalArgumentException("a group has at most four digits: " + words[i]);
            } else {
                groups.add(HexFormat.fromHexDigits(requireSome(words[i])));
            }
        }
        return groups;
    }

    private static String requireSome(String group) {
        if (group.isEmpty()) {
            throw new IllegalArgumentException("an empty group");
        }
        return group;
    }

    /** The groups before and after the gap, which stands for at least one group if there is something after it. */
    private static Ipv6Address join(List<Integer> before, List<Integer> after, int atMost) {
        int given = before.size() + after.size();
        if (given > atMost || atMost == GROUPS && given < GROUPS) {
            throw new IllegalArgumentException(given + " groups");
        }
        long[] halves = new long[2];
        for (int i = 0; i < GROUPS; i++) {
            int fromEnd = GROUPS - i;
            int group = i < before.size() ? before.get(i) : fromEnd <= after.size() ? after.get(after.size() - fromEnd) : 0;
            halves[i / 4] = halves[i / 4] << 16 | group;
        }
        return new Ipv6Address(halves[0], halves[1]);
    }

    @Override
    public byte[] octets() {
        byte[] octets = new byte[LENGTH];
        for (int i = 0; i < Long.BYTES; i++) {
            octets[i] = (byte) (high >>> 56 - 8 * i);
            octets[i + Long.BYTES] = (byte) (low >>> 56 - 8 * i);
        }
        return octets;
    }

    @Override
    public boolean isUnspecified() {
        return high == 0 && low == 0;
    }

    @Override
    public boolean isMulticast() {
        return high >>> 56 == 0xff;
    }

    @Override
    public Inet6Address toInetAddress() {
        try {
            return Inet6Address.getByAddress(null, octets(), -1); // InetAddress would turn ::ffff:192.0.2.1 into an IPv4 address
        } catch (UnknownHostException e) {
            throw new AssertionError("sixteen octets are always an address", e);
        }
    }

    @Override
    public int compareTo(Ipv6Address other) {
        int order = Long.compareUnsigned(high, other.high);
        return order != 0 ? order : Long.compareUnsigned(low, other.low);
    }

    private int group(int i) {
        return (int) ((i < 4 ? high : low) >>> 48 - 16 * (i % 4)) & 0xffff;
    }

    /**
     * Writes the address in lower case with the longest run of zeros shortened (RFC 5952). The last four octets are written as an
     * IPv4 address where the C library does so too: after {@code ::ffff:}, and where all before them is zero.
     *
     * @return for example {@code "2001:db8::1"}
     */
    @Override
    public String toString() {
        boolean compatible = low >>> 32 == 0 && (low & 0xffff_0000L) != 0;
        if (high == 0 && (compatible || low >>> 32 == MAPPED)) {
            return (compatible ? "::" : "::ffff:") + new Ipv4Address((int) low);
        }
        int gap = 0;
        int length = 1; // a single zero is not shortened
        for (int i = 0; i < GROUPS; i++) {
            int run = 0;
            while (i + run < GROUPS && group(i + run) == 0) {
                run++;
            }
            if (run > length) {
                gap = i;
                length = run;
            }
            i += run;
        }
        return length == 1 ? join(0, GROUPS) : join(0, gap) + "::" + join(gap + length, GROUPS);
    }

    private String join(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i > from ? ":" : "").append(Integer.toHexString(group(i)));
        }
        return text.toString();
    }
}
