package org.netlink4j.rtnetlink.link;

import java.nio.charset.StandardCharsets;

/** What the kernel takes for a name of a device ({@code dev_valid_name}). */
final class LinkName {
    private static final int IFNAMSIZ = 16;

    private LinkName() {}

    /** The name, if it is one. */
    static String check(String name) {
        boolean bad = name.isEmpty()
                || name.equals(".")
                || name.equals("..")
                || name.getBytes(StandardCharsets.UTF_8).length >= IFNAMSIZ
                || name.chars().anyMatch(c -> c == '/' || c == ':' || c == 0 || c == ' ' || c >= '\t' && c <= '\r');
        if (bad) {
            throw new IllegalArgumentException(
                    "a name of a device has 1 to 15 bytes without slash, colon and white space: \"" + name + "\"");
        }
        return name;
    }
}
