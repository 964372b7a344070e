package org.netlink4j.rtnetlink.cli;

import java.util.Map;

/** Address families in the words of {@code ip}. */
final class Families {
    private static final Map<Integer, String> WORDS = Map.of(2, "inet", 7, "bridge", 10, "inet6", 17, "link", 28, "mpls");

    private Families() {}

    static String word(int family) {
        return WORDS.getOrDefault(family, "???");
    }
}
