package org.netlink4j.core.schema;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.s64;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;

import java.util.OptionalLong;
import org.netlink4j.core.AttributePolicy;

/**
 * Attributes that say what is allowed in an attribute: {@code enum netlink_policy_type_attr} of {@code linux/netlink.h}. They
 * stand in {@link Nlmsgerr#NLMSGERR_ATTR_POLICY} and in the policy dump of generic netlink.
 */
public final class NlPolicy {
    /** u32: {@code NL_ATTR_TYPE_*}. */
    public static final int NL_POLICY_TYPE_ATTR_TYPE = 1;

    /** s64: the smallest value of a signed number. */
    public static final int NL_POLICY_TYPE_ATTR_MIN_VALUE_S = 2;

    /** s64: the largest value of a signed number. */
    public static final int NL_POLICY_TYPE_ATTR_MAX_VALUE_S = 3;

    /** u64: the smallest value of an unsigned number. */
    public static final int NL_POLICY_TYPE_ATTR_MIN_VALUE_U = 4;

    /** u64: the largest value of an unsigned number. */
    public static final int NL_POLICY_TYPE_ATTR_MAX_VALUE_U = 5;

    /** u32: the shortest payload in bytes. */
    public static final int NL_POLICY_TYPE_ATTR_MIN_LENGTH = 6;

    /** u32: the longest payload in bytes. */
    public static final int NL_POLICY_TYPE_ATTR_MAX_LENGTH = 7;

    /** u32: which policy of the dump is that of a nest. */
    public static final int NL_POLICY_TYPE_ATTR_POLICY_IDX = 8;

    /** u32: the largest attribute number in a nest. */
    public static final int NL_POLICY_TYPE_ATTR_POLICY_MAXTYPE = 9;

    /** u32: the bits of a bitfield32 that may be set. */
    public static final int NL_POLICY_TYPE_ATTR_BITFIELD32_MASK = 10;

    /** Padding before a u64. */
    public static final int NL_POLICY_TYPE_ATTR_PAD = 11;

    /** u64: the bits of an unsigned number that may be set. */
    public static final int NL_POLICY_TYPE_ATTR_MASK = 12;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "NL_POLICY_TYPE_ATTR",
            u32(NL_POLICY_TYPE_ATTR_TYPE, "NL_POLICY_TYPE_ATTR_TYPE"),
            s64(NL_POLICY_TYPE_ATTR_MIN_VALUE_S, "NL_POLICY_TYPE_ATTR_MIN_VALUE_S"),
            s64(NL_POLICY_TYPE_ATTR_MAX_VALUE_S, "NL_POLICY_TYPE_ATTR_MAX_VALUE_S"),
            u64(NL_POLICY_TYPE_ATTR_MIN_VALUE_U, "NL_POLICY_TYPE_ATTR_MIN_VALUE_U"),
            u64(NL_POLICY_TYPE_ATTR_MAX_VALUE_U, "NL_POLICY_TYPE_ATTR_MAX_VALUE_U"),
            u32(NL_POLICY_TYPE_ATTR_MIN_LENGTH, "NL_POLICY_TYPE_ATTR_MIN_LENGTH"),
            u32(NL_POLICY_TYPE_ATTR_MAX_LENGTH, "NL_POLICY_TYPE_ATTR_MAX_LENGTH"),
            u32(NL_POLICY_TYPE_ATTR_POLICY_IDX, "NL_POLICY_TYPE_ATTR_POLICY_IDX"),
            u32(NL_POLICY_TYPE_ATTR_POLICY_MAXTYPE, "NL_POLICY_TYPE_ATTR_POLICY_MAXTYPE"),
            u32(NL_POLICY_TYPE_ATTR_BITFIELD32_MASK, "NL_POLICY_TYPE_ATTR_BITFIELD32_MASK"),
            binary(NL_POLICY_TYPE_ATTR_PAD, "NL_POLICY_TYPE_ATTR_PAD"),
            u64(NL_POLICY_TYPE_ATTR_MASK, "NL_POLICY_TYPE_ATTR_MASK"));

    private NlPolicy() {}

    /**
     * The policy that these attributes describe.
     *
     * @param attributes attributes of {@link #ATTRIBUTES}
     * @return the policy; of type 0 if they name none
     */
    public static AttributePolicy policy(Attributes attributes) {
        return new AttributePolicy(
                attributes.integer(NL_POLICY_TYPE_ATTR_TYPE).orElse(0),
                either(attributes, NL_POLICY_TYPE_ATTR_MIN_VALUE_U, NL_POLICY_TYPE_ATTR_MIN_VALUE_S),
                either(attributes, NL_POLICY_TYPE_ATTR_MAX_VALUE_U, NL_POLICY_TYPE_ATTR_MAX_VALUE_S),
                either(attributes, NL_POLICY_TYPE_ATTR_MASK, NL_POLICY_TYPE_ATTR_BITFIELD32_MASK),
                attributes.integer(NL_POLICY_TYPE_ATTR_MIN_LENGTH),
                attributes.integer(NL_POLICY_TYPE_ATTR_MAX_LENGTH));
    }

    private static OptionalLong either(Attributes attributes, int one, int other) {
        return attributes.number(attributes.has(one) ? one : other);
    }
}
