package org.netlink4j.rtnetlink.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.netlink4j.rtnetlink.link.LinkGroup;

/** Names of groups of links, as {@code ip} finds them: lines of a number and a name. */
final class GroupNames {
    private static final Path FILE = Path.of("/etc/iproute2/group");

    private final Map<Long, String> names = new HashMap<>(Map.of(0L, "default"));

    private GroupNames(List<String> lines) {
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

    static GroupNames of(List<String> lines) {
        return new GroupNames(lines);
    }

    static GroupNames ofSystem() {
        try {
            return of(Files.readAllLines(FILE, StandardCharsets.ISO_8859_1));
        } catch (IOException _) {
            return of(List.of());
        }
    }

    /** The name of a group, or its number. */
    String name(LinkGroup group) {
        return names.getOrDefault(group.value(), group.toString());
    }
}
