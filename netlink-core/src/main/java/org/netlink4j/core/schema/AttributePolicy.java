package org.netlink4j.core.schema;

import static org.netlink4j.core.schema.NlPolicyTypeAttr.NL_POLICY_TYPE_ATTR_BITFIELD32_MASK;
import static org.netlink4j.core.schema.NlPolicyTypeAttr.NL_POLICY_TYPE_ATTR_MASK;
import static org.netlink4j.core.schema.NlPolicyTypeAttr.NL_POLICY_TYPE_ATTR_MAX_LENGTH;
import static org.netlink4j.core.schema.NlPolicyTypeAttr.NL_POLICY_TYPE_ATTR_MAX_VALUE_S;
import static org.netlink4j.core.schema.NlPolicyTypeAttr.NL_POLICY_TYPE_ATTR_MAX_VALUE_U;
import static org.netlink4j.core.schema.NlPolicyTypeAttr.NL_POLICY_TYPE_ATTR_MIN_LENGTH;
import static org.netlink4j.core.schema.NlPolicyTypeAttr.NL_POLICY_TYPE_ATTR_MIN_VALUE_S;
import static org.netlink4j.core.schema.NlPolicyTypeAttr.NL_POLICY_TYPE_ATTR_MIN_VALUE_U;
import static org.netlink4j.core.schema.NlPolicyTypeAttr.NL_POLICY_TYPE_ATTR_POLICY_IDX;
import static org.netlink4j.core.schema.NlPolicyTypeAttr.NL_POLICY_TYPE_ATTR_POLICY_MAXTYPE;
import static org.netlink4j.core.schema.NlPolicyTypeAttr.NL_POLICY_TYPE_ATTR_TYPE;

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.StringJoiner;

/**
 * What the kernel accepts as an attribute, in its own words: one entry of a policy.
 *
 * @param attributes what the kernel sent, of {@link NlPolicyTypeAttr#ATTRIBUTES}
 */
public record AttributePolicy(Attributes attributes) {
    /** Refuses attributes of another set. */
    public AttributePolicy {
        if (attributes.set() != NlPolicyTypeAttr.ATTRIBUTES) {
            throw new IllegalArgumentException(attributes.set() + " is no policy");
        }
    }

    /** {@return the type, see {@link NlAttrType}; {@link NlAttrType#NL_ATTR_TYPE_INVALID} if the kernel said none} */
    public int type() {
        return attributes.integer(NL_POLICY_TYPE_ATTR_TYPE).orElse(NlAttrType.NL_ATTR_TYPE_INVALID);
    }

    private boolean isSigned() {
        return attributes.has(NL_POLICY_TYPE_ATTR_MIN_VALUE_S) || attributes.has(NL_POLICY_TYPE_ATTR_MAX_VALUE_S);
    }

    /** {@return the smallest value of a number, the bits of an unsigned one; empty if the kernel says none} */
    public OptionalLong minimum() {
        return attributes.number(isSigned() ? NL_POLICY_TYPE_ATTR_MIN_VALUE_S : NL_POLICY_TYPE_ATTR_MIN_VALUE_U);
    }

    /** {@return the largest value of a number, the bits of an unsigned one; empty if the kernel says none} */
    public OptionalLong maximum() {
        return attributes.number(isSigned() ? NL_POLICY_TYPE_ATTR_MAX_VALUE_S : NL_POLICY_TYPE_ATTR_MAX_VALUE_U);
    }

    /** {@return the bits that a number may have, or a bitfield32 may select; empty if the kernel says none} */
    public OptionalLong mask() {
        OptionalInt bitfield = attributes.integer(NL_POLICY_TYPE_ATTR_BITFIELD32_MASK);
        return bitfield.isPresent()
                ? OptionalLong.of(Integer.toUnsignedLong(bitfield.getAsInt()))
                : attributes.number(NL_POLICY_TYPE_ATTR_MASK);
    }

    /** {@return the shortest payload in bytes; empty if the kernel says none} */
    public OptionalInt minimumLength() {
        return attributes.integer(NL_POLICY_TYPE_ATTR_MIN_LENGTH);
    }

    /** {@return the longest payload in bytes, a string's NUL not counted; empty if the kernel says none} */
    public OptionalInt maximumLength() {
        return attributes.integer(NL_POLICY_TYPE_ATTR_MAX_LENGTH);
    }

    /** {@return the index of the policy of what is in a nest; empty if it is none, or anything is allowed} */
    public OptionalInt nested() {
        return attributes.integer(NL_POLICY_TYPE_ATTR_POLICY_IDX);
    }

    /** {@return the largest attribute number in a nest; empty if it is none, or anything is allowed} */
    public OptionalInt nestedMaximum() {
        return attributes.integer(NL_POLICY_TYPE_ATTR_POLICY_MAXTYPE);
    }

    /** {@return the policy in words, for example {@code "u32 1..16"}; a limit that the type has anyway is left out} */
    @Override
    public String toString() {
        String word = NlPolicyTypeAttr.ATTRIBUTES.require(NL_POLICY_TYPE_ATTR_TYPE).words().get((long) type());
        return (word == null ? "type " + Integer.toUnsignedString(type()) : word) + range() + maskInWords() + length() + inside();
    }

    private String range() {
        OptionalLong from = minimum();
        OptionalLong to = maximum();
        if (from.isEmpty() && to.isEmpty() || isWholeRange(from, to)) {
            return "";
        }
        return " " + (from.isPresent() ? digits(from.getAsLong()) : "") + ".." + (to.isPresent() ? digits(to.getAsLong()) : "");
    }

    private String digits(long value) {
        return isSigned() ? Long.toString(value) : Long.toUnsignedString(value);
    }

    private boolean isWholeRange(OptionalLong from, OptionalLong to) {
        int bits =
                switch (type()) {
                    case NlAttrType.NL_ATTR_TYPE_U8, NlAttrType.NL_ATTR_TYPE_S8 -> 8;
                    case NlAttrType.NL_ATTR_TYPE_U16, NlAttrType.NL_ATTR_TYPE_S16 -> 16;
                    case NlAttrType.NL_ATTR_TYPE_U32, NlAttrType.NL_ATTR_TYPE_S32 -> 32;
                    default -> 64;
                };
        long largest = isSigned() ? Long.MAX_VALUE >> Long.SIZE - bits : -1L >>> Long.SIZE - bits;
        long smallest = isSigned() ? -largest - 1 : 0;
        return from.orElse(smallest) == smallest && to.orElse(largest) == largest;
    }

    private String maskInWords() {
        return mask().isPresent() ? " with bits of 0x" + Long.toHexString(mask().getAsLong()) : "";
    }

    private String length() {
        OptionalInt from = minimumLength();
        OptionalInt to = maximumLength();
        if (from.isEmpty() && to.isEmpty()) {
            return "";
        }
        if (from.equals(to)) {
            return " of " + Integer.toUnsignedString(to.getAsInt()) + " bytes";
        }
        StringJoiner limits = new StringJoiner(" and ", " of ", " bytes");
        from.ifPresent(bytes -> limits.add("at least " + Integer.toUnsignedString(bytes)));
        to.ifPresent(bytes -> limits.add("at most " + Integer.toUnsignedString(bytes)));
        return limits.toString();
    }

    private String inside() {
        return nested().isPresent() ? " of policy " + Integer.toUnsignedString(nested().getAsInt()) : "";
    }
}
