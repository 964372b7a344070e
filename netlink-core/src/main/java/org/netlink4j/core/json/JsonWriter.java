package org.netlink4j.core.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/**
 * Writes JSON (RFC 8259) on one line. Text from outside may hold anything: control characters, quotes and unpaired surrogates
 * are escaped. What would not be JSON, for example a second value at the top, is an {@link IllegalStateException}; so the result
 * is always valid. For one thread.
 */
public final class JsonWriter {
    private final StringBuilder out = new StringBuilder();
    private final Deque<Character> closers = new ArrayDeque<>();
    private boolean first = true;
    private boolean afterName;

    /** A writer that has written nothing yet. */
    public JsonWriter() {}

    private void value() {
        boolean nameless = !closers.isEmpty() && closers.peek() == '}' && !afterName;
        if (nameless || closers.isEmpty() && !first) {
            throw new IllegalStateException("no place for a value: " + out);
        }
        separate();
    }

    private void separate() {
        if (!first && !afterName) {
            out.append(',');
        }
        first = false;
        afterName = false;
    }

    private JsonWriter open(char opener, char closer) {
        value();
        out.append(opener);
        closers.push(closer);
        first = true;
        return this;
    }

    private JsonWriter close(char closer) {
        if (closers.isEmpty() || closers.peek() != closer || afterName) {
            throw new IllegalStateException("'" + closer + "' closes nothing here: " + out);
        }
        out.append(closers.pop().charValue());
        first = false;
        return this;
    }

    /** {@return this, an object begun} */
    public JsonWriter beginObject() {
        return open('{', '}');
    }

    /** {@return this, the object ended} */
    public JsonWriter endObject() {
        return close('}');
    }

    /** {@return this, an array begun} */
    public JsonWriter beginArray() {
        return open('[', ']');
    }

    /** {@return this, the array ended} */
    public JsonWriter endArray() {
        return close(']');
    }

    /**
     * Writes the name of the next member of an object.
     *
     * @param name the name
     * @return this
     */
    public JsonWriter name(String name) {
        if (closers.isEmpty() || closers.peek() != '}' || afterName) {
            throw new IllegalStateException("no place for a name: " + out);
        }
        separate();
        quote(name);
        out.append(':');
        afterName = true;
        return this;
    }

    /**
     * Writes a text.
     *
     * @param value the text
     * @return this
     */
    public JsonWriter value(String value) {
        value();
        quote(value);
        return this;
    }

    /**
     * Writes a signed number.
     *
     * @param value the number
     * @return this
     */
    public JsonWriter value(long value) {
        return literal(Long.toString(value));
    }

    /**
     * Writes a truth value.
     *
     * @param value the value
     * @return this
     */
    public JsonWriter value(boolean value) {
        return literal(Boolean.toString(value));
    }

    /** {@return this, a null written} */
    public JsonWriter nullValue() {
        return literal("null");
    }

    /**
     * Writes an unsigned 64-bit number.
     *
     * @param bits its bits
     * @return this
     */
    public JsonWriter unsigned(long bits) {
        return literal(Long.toUnsignedString(bits));
    }

    /**
     * Writes a number in a notation of the caller's, for example a decimal fraction.
     *
     * @param number a JSON number
     * @return this
     */
    public JsonWriter literal(String number) {
        value();
        out.append(number);
        return this;
    }

    /**
     * Writes a tree of values.
     *
     * @param tree a string, number or truth value, an empty {@code Optional} for null, or a list or a map of such
     * @return this
     */
    public JsonWriter tree(Object tree) {
        switch (tree) {
            case Map<?, ?> members -> {
                beginObject();
                members.forEach((name, value) -> name(name.toString()).tree(value));
                endObject();
            }
            case Iterable<?> elements -> {
                beginArray();
                elements.forEach(this::tree);
                endArray();
            }
            case Optional<?> value -> value.ifPresentOrElse(this::tree, this::nullValue);
            case Boolean value -> value(value.booleanValue());
            case Number value -> literal(value.toString());
            default -> value(tree.toString());
        }
        return this;
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    if (!Printable.isPrintable(codePoint(text, i))) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** The character, or the one that both halves of a surrogate pair make. */
    private static int codePoint(String text, int at) {
        boolean second = at > 0 && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
        return text.codePointAt(second ? at - 1 : at);
    }

    /** {@return the JSON text} */
    @Override
    public String toString() {
        if (!closers.isEmpty() || first) {
            throw new IllegalStateException(first ? "nothing was written" : "not closed: " + closers);
        }
        return out.toString();
    }
}
