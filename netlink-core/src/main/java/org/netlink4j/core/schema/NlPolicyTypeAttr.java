package org.netlink4j.core.schema;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.s64;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.netlink4j.core.AttributePolicy;

/** What the kernel says of the attribute that it allows: {@code NL_POLICY_TYPE_ATTR_*} of {@code linux/netlink.h}. */
public final class NlPolicyTypeAttr {
    /** u32: the type; see {@link NlAttrType}. */
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

    /** u32: the index of the policy of what is in a nest. */
    public static final int NL_POLICY_TYPE_ATTR_POLICY_IDX = 8;

    /** u32: the largest attribute number in a nest. */
    public static final int NL_POLICY_TYPE_ATTR_POLICY_MAXTYPE = 9;

    /** u32: the bits that a bitfield32 may select. */
    public static final int NL_POLICY_TYPE_ATTR_BITFIELD32_MASK = 10;

    /** Nothing: it aligns what follows. */
    public static final int NL_POLICY_TYPE_ATTR_PAD = 11;

    /** u64: the bits that an unsigned number may have. */
    public static final int NL_POLICY_TYPE_ATTR_MASK = 12;

    /** The table. */
    public static final AttributeSet ATTRIBUTES =
            AttributeSet.of(
                    "NL_POLICY_TYPE_ATTR",
                    u32(NL_POLICY_TYPE_ATTR_TYPE, "NL_POLICY_TYPE_ATTR_TYPE").key("type").words(words()),
                    s64(NL_POLICY_TYPE_ATTR_MIN_VALUE_S, "NL_POLICY_TYPE_ATTR_MIN_VALUE_S").key("min"),
                    s64(NL_POLICY_TYPE_ATTR_MAX_VALUE_S, "NL_POLICY_TYPE_ATTR_MAX_VALUE_S").key("max"),
                    u64(NL_POLICY_TYPE_ATTR_MIN_VALUE_U, "NL_POLICY_TYPE_ATTR_MIN_VALUE_U").key("min"),
                    u64(NL_POLICY_TYPE_ATTR_MAX_VALUE_U, "NL_POLICY_TYPE_ATTR_MAX_VALUE_U").key("max"),
                    u32(NL_POLICY_TYPE_ATTR_MIN_LENGTH, "NL_POLICY_TYPE_ATTR_MIN_LENGTH").key("min_length"),
                    u32(NL_POLICY_TYPE_ATTR_MAX_LENGTH, "NL_POLICY_TYPE_ATTR_MAX_LENGTH").key("max_length"),
                    u32(NL_POLICY_TYPE_ATTR_POLICY_IDX, "NL_POLICY_TYPE_ATTR_POLICY_IDX").key("policy"),
                    u32(NL_POLICY_TYPE_ATTR_POLICY_MAXTYPE, "NL_POLICY_TYPE_ATTR_POLICY_MAXTYPE").key("policy_max"),
                    u32(NL_POLICY_TYPE_ATTR_BITFIELD32_MASK, "NL_POLICY_TYPE_ATTR_BITFIELD32_MASK").key("mask"),
                    binary(NL_POLICY_TYPE_ATTR_PAD, "NL_POLICY_TYPE_ATTR_PAD"),
                    u64(NL_POLICY_TYPE_ATTR_MASK, "NL_POLICY_TYPE_ATTR_MASK").key("mask"));

    private NlPolicyTypeAttr() {}

    private static Map<Long, String> words() {
        Map<Long, String> words = new HashMap<>();
        AttributePolicy.typeNames().forEach(name -> words.put((long) words.size(), name));
        return words;
    }

    /**
     * The policy that these attributes describe.
     *
     * @param attributes attributes of {@link #ATTRIBUTES}
     * @return the policy; of type {@link NlAttrType#NL_ATTR_TYPE_INVALID} if they name none
     */
    public static AttributePolicy policy(Attributes attributes) {
        return new AttributePolicy(
                attributes.integer(NL_POLICY_TYPE_ATTR_TYPE).orElse(NlAttrType.NL_ATTR_TYPE_INVALID),
                either(attributes, NL_POLICY_TYPE_ATTR_MIN_VALUE_U, NL_POLICY_TYPE_ATTR_MIN_VALUE_S),
                either(attributes, NL_POLICY_TYPE_ATTR_MAX_VALUE_U, NL_POLICY_TYPE_ATTR_MAX_VALUE_S),
                either(attributes, NL_POLICY_TYPE_ATTR_MASK, NL_POLICY_TYPE_ATTR_BITFIELD32_MASK),
                attributes.integer(NL_POLICY_TYPE_ATTR_MIN_LENGTH),
                attributes.integer(NL_POLICY_TYPE_ATTR_MAX_LENGTH),
                attributes.integer(NL_POLICY_TYPE_ATTR_POLICY_IDX),
                attributes.integer(NL_POLICY_TYPE_ATTR_POLICY_MAXTYPE));
    }

    private static OptionalLong either(Attributes attributes, int one, int other) {
        return attributes.number(attributes.has(one) ? one : other);
    }
}
