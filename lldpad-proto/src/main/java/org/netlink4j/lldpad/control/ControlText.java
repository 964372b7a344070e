package org.netlink4j.lldpad.control;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.netlink4j.core.MalformedMessageException;

/** Reads a message of the control socket: ASCII, numbers as a fixed count of hexadecimal digits, texts behind their length. */
final class ControlText {
    private static final int KEY_LENGTH = 2;
    private static final int VALUE_LENGTH = 4;

    private final String text;
    private int at;

    ControlText(String text) {
        this.text = text;
    }

    static ControlText of(byte[] bytes) {
        return new ControlText(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    /** Skips a text if it follows. */
    boolean skip(String prefix) {
        boolean follows = text.startsWith(prefix, at);
        at += follows ? prefix.length() : 0;
        return follows;
    }

    private MalformedMessageException malformed(String what) {
        return new MalformedMessageException("want " + what + " at character " + at + " of lldpad's \"" + text + "\"");
    }

    String take(int length) throws MalformedMessageException {
        if (length > text.length() - at) {
            throw malformed(length + " characters");
        }
        String part = text.substring(at, at + length);
        at += length;
        return part;
    }

    String rest() {
        String part = text.substring(at);
        at = text.length();
        return part;
    }

    /** At most seven digits, so the number is not negative. */
    int hex(int digits) throws MalformedMessageException {
        int value = 0;
        for (char c : take(digits).toCharArray()) {
            int digit = Character.digit(c, 16);
            if (digit < 0 || c > 'f') {
                throw malformed("hexadecimal digits before what is");
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** A key and its value. */
    record Pair(String key, String value) {
        String encoded() {
            return length(KEY_LENGTH, key) + key + length(VALUE_LENGTH, value) + value;
        }
    }

    Pair pair() throws MalformedMessageException {
        String key = take(hex(KEY_LENGTH));
        return new Pair(key, take(hex(VALUE_LENGTH)));
    }

    /** Keys and values up to the end; the last of a key counts. */
    Map<String, String> pairs() throws MalformedMessageException {
        Map<String, String> all = new LinkedHashMap<>();
        while (!isAtEnd()) {
            Pair pair = pair();
            all.put(pair.key(), pair.value());
        }
        return all;
    }

    static String hex(int digits, int value) {
        return ("%0" + digits + "x").formatted(value);
    }

    private static String length(int digits, String text) {
        if (!text.chars().allMatch(c -> c >= ' ' && c <= '~') || text.length() >>> 4 * digits != 0) {
            throw new IllegalArgumentException("not a text for lldpad: " + text);
        }
        return hex(digits, text.length());
    }

    /** A text behind its length of two digits. */
    static String named(String text) {
        return length(KEY_LENGTH, text) + text;
    }
}
