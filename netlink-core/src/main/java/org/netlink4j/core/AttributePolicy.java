package org.netlink4j.core;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the kernel allows in one attribute: {@code enum netlink_policy_type_attr} of {@code linux/netlink.h}. It comes with a
 * refusal ({@code NLMSGERR_ATTR_POLICY}, Linux 5.10) or as an answer to a question of generic netlink.
 *
 * @param type {@code NL_ATTR_TYPE_*}, u32; a newer kernel may have more than {@link #typeName} knows
 * @param minimum the smallest value of a number, as the bits of an unsigned one unless {@link #isSigned};
 *     {@code NL_POLICY_TYPE_ATTR_MIN_VALUE_S} or {@code _U}
 * @param maximum the largest value of a number, like {@code minimum}; {@code NL_POLICY_TYPE_ATTR_MAX_VALUE_S} or {@code _U}
 * @param mask the bits that may be set; {@code NL_POLICY_TYPE_ATTR_MASK} or {@code _BITFIELD32_MASK}
 * @param minimumLength the shortest payload in bytes; {@code NL_POLICY_TYPE_ATTR_MIN_LENGTH}
 * @param maximumLength the longest payload in bytes, the NUL of a {@code NUL_STRING} not counted;
 *     {@code NL_POLICY_TYPE_ATTR_MAX_LENGTH}
 * @param nested the index of the policy of what is in a nest, where a family tells all its policies;
 *     {@code NL_POLICY_TYPE_ATTR_POLICY_IDX}
 * @param nestedMaximum the largest attribute number in a nest; {@code NL_POLICY_TYPE_ATTR_POLICY_MAXTYPE}
 */
public record AttributePolicy(
        int type,
        OptionalLong minimum,
        OptionalLong maximum,
        OptionalLong mask,
        OptionalInt minimumLength,
        OptionalInt maximumLength,
        OptionalInt nested,
        OptionalInt nestedMaximum) {
    /** {@code enum netlink_attribute_type} in words, from {@code NL_ATTR_TYPE_INVALID} on. */
    private static final List<String> TYPES = List.of(
        "nothing", "flag", "u8", "u16", "u32", "u64", "s8", "s16", "s32", "s64", "binary", "string", "NUL-terminated string", "nest",
        "array of nests", "bitfield32", "sint", "uint");

    private static final int FIRST_UNSIGNED = 2;
    private static final int FIRST_SIGNED = 6;
    private static final int LAST_SIGNED = 9;
    private static final int SINT = 16;

    /** Refuses nulls. */
    public AttributePolicy {
        Objects.requireNonNull(minimum);
        Objects.requireNonNull(maximum);
        Objects.requireNonNull(mask);
        Objects.requireNonNull(minimumLength);
        Objects.requireNonNull(maximumLength);
        Objects.requireNonNull(nested);
        Objects.requireNonNull(nestedMaximum);
    }

    /** {@return the names of the types that are known here, from {@code NL_ATTR_TYPE_INVALID} on} */
    public static List<String> typeNames() {
        return TYPES;
    }

    /** {@return the type in words, for example {@code "u32"}; {@code "type 99"} if it is not known here} */
    public String typeName() {
        return type >= 0 && type < TYPES.size() ? TYPES.get(type) : "type " + Integer.toUnsignedString(type);
    }

    /** {@return whether {@link #minimum} and {@link #maximum} are signed} */
    public boolean isSigned() {
        return type >= FIRST_SIGNED && type <= LAST_SIGNED || type == SINT;
    }

    /** {@return what is allowed in words, for example {@code "1..16"}, {@code "at most 15 bytes"} or {@code "any u32"}} */
    public String inWords() {
        return limits().orElse("any " + typeName());
    }

    /** {@return type and limits in words, for example {@code "u32: 1..16"}} */
    @Override
    public String toString() {
        return typeName() + limits().map(limits -> ": " + limits).orElse("");
    }

    private Optional<String> limits() {
        if (mask.isPresent()) {
            return Optional.of("the bits 0x" + Long.toHexString(mask.getAsLong()));
        }
        if ((minimum.isPresent() || maximum.isPresent()) && !isWholeRange()) {
            return Optional.of(bound(minimum) + ".." + bound(maximum));
        }
        if (minimumLength.isPresent() || maximumLength.isPresent()) {
            return Optional.of(lengths());
        }
        return nested.isPresent()
                ? Optional.of("policy " + Integer.toUnsignedString(nested.getAsInt()))
                : Optional.empty();
    }

    private String bound(OptionalLong value) {
        if (value.isEmpty()) {
            return "";
        }
        return isSigned() ? Long.toString(value.getAsLong()) : Long.toUnsignedString(value.getAsLong());
    }

    /** The kernel tells the bounds of every number, even if they are those of its type. */
    private boolean isWholeRange() {
        if (type < FIRST_UNSIGNED || type > LAST_SIGNED || minimum.isEmpty() || maximum.isEmpty()) {
            return false;
        }
        int bits = 8 << (type - (isSigned() ? FIRST_SIGNED : FIRST_UNSIGNED));
        long largest = -1L >>> Long.SIZE - bits + (isSigned() ? 1 : 0);
        long smallest = isSigned() ? ~largest : 0;
        return minimum.getAsLong() == smallest && maximum.getAsLong() == largest;
    }

    private String lengths() {
        if (minimumLength.equals(maximumLength)) {
            return "exactly " + bytes(minimumLength);
        }
        if (minimumLength.isPresent() && maximumLength.isPresent()) {
            return Integer.toUnsignedString(minimumLength.getAsInt()) + " to " + bytes(maximumLength);
        }
        return minimumLength.isPresent() ? "at least " + bytes(minimumLength) : "at most " + bytes(maximumLength);
    }

    private static String bytes(OptionalInt length) {
        return Integer.toUnsignedString(length.getAsInt()) + (length.getAsInt() == 1 ? " byte" : " bytes");
    }
}
