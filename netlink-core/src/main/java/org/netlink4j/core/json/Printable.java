package org.netlink4j.core.json;

import java.util.stream.Collectors;

/**
 * Makes text safe to print. Names of devices, aliases, or what a neighbour calls itself may hold any bytes: those that move a terminal's
 * cursor or change its colours, turn the direction of writing round, or look like the end of a line.
 */
public final class Printable {
    private static final String UNPRINTABLE = "?";

    private Printable() {}

    /**
     * Text on one line.
     *
     * @param text any text
     * @return the same with a question mark in place of each control character, line or paragraph separator, invisible formatting
     *     character (such as U+202E, right-to-left override) and half of a surrogate pair
     */
    public static String line(String text) {
        return text.codePoints()
                .mapToObj(c -> isPrintable(c) ? Character.toString(c) : UNPRINTABLE)
                .collect(Collectors.joining());
    }

    /**
     * Whether a character shows, or makes room, and does nothing else.
     *
     * @param c a code point
     * @return whether it stays in {@link #line}
     */
    public static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> false;
            default -> true;
        };
    }
}
