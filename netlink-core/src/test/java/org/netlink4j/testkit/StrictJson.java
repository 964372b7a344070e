package org.netlink4j.testkit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A parser that accepts RFC 8259 and nothing else: objects become {@link Map}s (the last of equal names counts), arrays
 * {@link List}s, numbers {@link BigDecimal}s, null {@link #NULL}.
 */
public final class StrictJson {
    /** What a JSON null becomes. */
    public static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private static final Pattern SPACE = Pattern.compile("[ \\t\\n\\r]*");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\\\x00-\\x1f]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4})*+)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u....|.)");

    private final String text;
    private int at;

    private StrictJson(String text) {
        this.text = text;
    }

    /** Parses a text that is one JSON value. */
    public static Object parse(String text) {
        StrictJson json = new StrictJson(text);
        Object value = json.value();
        if (json.at != text.length()) {
            throw json.wrong("more after the value");
        }
        return value;
    }

    private AssertionError wrong(String what) {
        return new AssertionError("no JSON at " + at + ", " + what + ": " + text);
    }

    private Matcher match(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (matcher.lookingAt()) {
            at = matcher.end();
            return matcher;
        }
        throw wrong("want " + pattern);
    }

    private boolean skip(String token) {
        boolean there = text.startsWith(token, at);
        if (there) {
            at += token.length();
        }
        match(SPACE);
        return there;
    }

    private Object value() {
        match(SPACE);
        Object value;
        if (skip("{")) {
            value = members();
        } else if (skip("[")) {
            value = elements();
        } else if (skip("true")) {
            value = true;
        } else if (skip("false")) {
            value = false;
        } else if (skip("null")) {
            value = NULL;
        } else if (text.startsWith("\"", at)) {
            value = string();
        } else {
            value = new BigDecimal(match(NUMBER).group());
        }
        match(SPACE);
        return value;
    }

    private Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        if (skip("}")) {
            return members;
        }
        do {
            match(SPACE);
            String name = string();
            match(SPACE);
            if (!skip(":")) {
                throw wrong("want a colon");
            }
            members.put(name, value());
        } while (skip(","));
        if (!skip("}")) {
            throw wrong("want } or ,");
        }
        return members;
    }

    private List<Object> elements() {
        List<Object> elements = new ArrayList<>();
        if (skip("]")) {
            return elements;
        }
        do {
            elements.add(value());
        } while (skip(","));
        if (!skip("]")) {
            throw wrong("want ] or ,");
        }
        return elements;
    }

    private String string() {
        return ESCAPE.matcher(match(STRING).group(1)).replaceAll(escape -> Matcher.quoteReplacement(plain(escape.group(1))));
    }

    private static String plain(String escape) {
        return switch (escape.charAt(0)) {
            case 'u' -> String.valueOf((char) Integer.parseInt(escape.substring(1), 16));
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            default -> escape;
        };
    }
}
