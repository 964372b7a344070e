package org.netlink4j.rtnetlink.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of numbers, as {@code ip} finds them: lines of a number and a name. */
final class Names {
    private static final Path DIRECTORY = Path.of("/etc/iproute2");

    private final Map<Long, String> names;

    private Names(List<String> lines, Map<Long, String> defaults) {
        names = new HashMap<>(defaults);
        for (String line : lines) {
            String[] words = line.strip().split("\\s+");
            if (words.length >= 2 && !words[0].startsWith("#")) {
                try {
                    names.put(Long.decode(words[0]), words[1]);
                } catch (NumberFormatException _) {
                    // ip, too, goes on with the next line
                }
            }
        }
    }

    static Names of(List<String> lines, Map<Long, String> defaults) {
        return new Names(lines, defaults);
    }

    /** Those of a file that the administrator may change. */
    static Names ofFile(String file, Map<Long, String> defaults) {
        try {
            return of(Files.readAllLines(DIRECTORY.resolve(file), StandardCharsets.ISO_8859_1), defaults);
        } catch (IOException _) {
            return of(List.of(), defaults);
        }
    }

    /** Scopes of addresses and routes. */
    static Names scopes() {
        return ofFile("rt_scopes", Map.of(0L, "global", 255L, "nowhere", 254L, "host", 253L, "link", 200L, "site"));
    }

    /** Who made routes, rules and neighbours. */
    static Names protocols() {
        return ofFile("rt_protos", Map.ofEntries(
                Map.entry(0L, "unspec"), Map.entry(1L, "redirect"), Map.entry(2L, "kernel"), Map.entry(3L, "boot"),
                Map.entry(4L, "static"), Map.entry(8L, "gated"), Map.entry(9L, "ra"), Map.entry(10L, "mrt"), Map.entry(11L, "zebra"),
                Map.entry(12L, "bird"), Map.entry(13L, "dnrouted"), Map.entry(14L, "xorp"), Map.entry(15L, "ntk"),
                Map.entry(16L, "dhcp"), Map.entry(18L, "keepalived"), Map.entry(42L, "babel"), Map.entry(99L, "openr"),
                Map.entry(186L, "bgp"), Map.entry(187L, "isis"), Map.entry(188L, "ospf"), Map.entry(189L, "rip"),
                Map.entry(192L, "eigrp")));
    }

    /** Tables of routes. */
    static Names tables() {
        return ofFile("rt_tables", Map.of(253L, "default", 254L, "main", 255L, "local"));
    }

    /** Types of service. */
    static Names services() {
        return ofFile("rt_dsfield", Map.of(0L, "default"));
    }

    /** Realms of routes. */
    static Names realms() {
        return ofFile("rt_realms", Map.of(0L, "unknown"));
    }

    /** The name of a number, or else the number. */
    String name(long number) {
        return name(number, Long.toString(number));
    }

    /** The name of a number, or else what stands for it. */
    String name(long number, String otherwise) {
        return names.getOrDefault(number, otherwise);
    }

    /** The number of a name, or the number itself. */
    long number(String text, String what) {
        for (Map.Entry<Long, String> entry : names.entrySet()) {
            if (entry.getValue().equals(text)) {
                return entry.getKey();
            }
        }
        try {
            long number = Long.decode(text);
            if (number >>> Integer.SIZE == 0) {
                return number;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new IllegalArgumentException("no " + what + ": " + text);
    }
}
