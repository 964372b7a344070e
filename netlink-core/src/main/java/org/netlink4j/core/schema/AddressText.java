package org.netlink4j.core.schema;

import java.util.HexFormat;
import java.util.StringJoiner;

/** Network addresses in words: IPv4 with dots, IPv6 as RFC 5952 wants it, others in hexadecimal. */
final class AddressText {
    private static final int GROUPS = 8;

    private AddressText() {}

    static String of(byte[] octets) {
        return switch (octets.length) {
            case 4 -> ipv4(octets);
            case 2 * GROUPS -> ipv6(octets);
            default -> HexFormat.of().formatHex(octets);
        };
    }

    private static String ipv4(byte[] octets) {
        StringJoiner text = new StringJoiner(".");
        for (byte octet : octets) {
            text.add(Integer.toString(octet & 0xff));
        }
        return text.toString();
    }

    private static int group(byte[] octets, int index) {
        return (octets[2 * index] & 0xff) << 8 | octets[2 * index + 1] & 0xff;
    }

    /** The first of the longest runs of at least two zero groups is shortened to two colons. */
    private static String ipv6(byte[] octets) {
        int from = GROUPS;
        int longest = 1;
        for (int start = 0; start < GROUPS; start++) {
            int end = start;
            while (end < GROUPS && group(octets, end) == 0) {
                end++;
            }
            if (end - start > longest) {
                from = start;
                longest = end - start;
            }
        }
        return from == GROUPS
                ? groups(octets, 0, GROUPS)
                : groups(octets, 0, from) + "::" + groups(octets, from + longest, GROUPS);
    }

    private static String groups(byte[] octets, int from, int to) {
        StringJoiner text = new StringJoiner(":");
        for (int i = from; i < to; i++) {
            text.add(Integer.toHexString(group(octets, i)));
        }
        return text.toString();
    }
}
