package org.netlink4j.lldpad;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** A parameter of a port profile, as a text names it and as it is checked. */
public enum PortParameter {
    /** Id of the VSI manager: 0 to 255. */
    MANAGER_ID("managerid", number(0xff)),
    /** Id of the VSI type: 0 to 0xffffff. */
    TYPE_ID("typeid", number(0xff_ffff)),
    /** Version of the VSI type: 0 to 255. */
    TYPE_ID_VERSION("typeidversion", number(0xff)),
    /** UUID of the VSI instance. */
    INSTANCE_ID("instanceid", PortParameter::uuid),
    /** UUID of the interface; neither 802.1Qbg nor 802.1Qbh knows it. */
    INTERFACE_ID("interfaceid", PortParameter::uuid),
    /** Name of the profile: 1 to 39 bytes of UTF-8. */
    PROFILE_ID("profileid", PortParameter::profileName);

    private static final int UUID_LENGTH = 36;
    private static final int LONGEST_PROFILE_NAME = 39;

    private final String word;
    private final Function<String, Object> parser;

    PortParameter(String word, Function<String, Object> parser) {
        this.word = word;
        this.parser = parser;
    }

    /** {@return the word for it in texts, for example {@code "typeid"}} */
    public String word() {
        return word;
    }

    /**
     * Finds a parameter.
     *
     * @param word the word for it
     * @return empty if there is none of that name
     */
    public static Optional<PortParameter> of(String word) {
        return Stream.of(values()).filter(parameter -> parameter.word.equals(word)).findFirst();
    }

    /**
     * The value that a text stands for: an {@link Integer}, a {@link UUID} or a {@link String}. Numbers are decimal, hexadecimal
     * after {@code 0x}, octal after {@code 0}.
     */
    Object parse(String text) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(word + ": " + e.getMessage(), e);
        }
    }

    private static Function<String, Object> number(int largest) {
        return text -> {
            int value = decode(text);
            if (value < 0 || value > largest) {
                throw new IllegalArgumentException("want 0 to " + largest + ", not " + text);
            }
            return value;
        };
    }

    private static int decode(String text) {
        if (text.startsWith("#")) { // which Java takes for hexadecimal
            throw new IllegalArgumentException("not a number: " + text);
        }
        try {
            return Integer.decode(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a number, or too large: " + text, e);
        }
    }

    private static UUID uuid(String text) {
        if (text.length() != UUID_LENGTH) { // Java also takes shortened ones
            throw new IllegalArgumentException("not a UUID: " + text);
        }
        return UUID.fromString(text);
    }

    private static String profileName(String text) {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        if (length == 0 || length > LONGEST_PROFILE_NAME || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("want 1 to " + LONGEST_PROFILE_NAME + " bytes without NUL: " + text);
        }
        return text;
    }
}
