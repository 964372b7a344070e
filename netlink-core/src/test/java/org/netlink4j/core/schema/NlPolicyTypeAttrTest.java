package org.netlink4j.core.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.netlink4j.core.schema.NlAttrType.NL_ATTR_TYPE_BINARY;
import static org.netlink4j.core.schema.NlAttrType.NL_ATTR_TYPE_BITFIELD32;
import static org.netlink4j.core.schema.NlAttrType.NL_ATTR_TYPE_FLAG;
import static org.netlink4j.core.schema.NlAttrType.NL_ATTR_TYPE_NESTED;
import static org.netlink4j.core.schema.NlAttrType.NL_ATTR_TYPE_NUL_STRING;
import static org.netlink4j.core.schema.NlAttrType.NL_ATTR_TYPE_S8;
import static org.netlink4j.core.schema.NlAttrType.NL_ATTR_TYPE_U32;
import static org.netlink4j.core.schema.NlAttrType.NL_ATTR_TYPE_U64;
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

import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.AttributePolicy;
import org.netlink4j.testkit.CodecProperties;
import org.netlink4j.testkit.HeaderConstants;
import org.netlink4j.testkit.Tables;

class NlPolicyTypeAttrTest {
    private static AttributePolicy policy(long type, long... numbersAndValues) {
        Attributes attributes = Attributes.none(NlPolicyTypeAttr.ATTRIBUTES).with(NL_POLICY_TYPE_ATTR_TYPE, type);
        for (int i = 0; i < numbersAndValues.length; i += 2) {
            attributes = attributes.with((int) numbersAndValues[i], numbersAndValues[i + 1]);
        }
        return NlPolicyTypeAttr.policy(attributes);
    }

    @Test
    void tellsARangeInWords() {
        AttributePolicy range =
                policy(NL_ATTR_TYPE_U32, NL_POLICY_TYPE_ATTR_MIN_VALUE_U, 1, NL_POLICY_TYPE_ATTR_MAX_VALUE_U, 16);
        assertEquals("u32: 1..16", range.toString());
        assertEquals(OptionalLong.of(1), range.minimum());
        assertEquals(OptionalLong.of(16), range.maximum());
        assertEquals("s8: -3..5",
                policy(NL_ATTR_TYPE_S8, NL_POLICY_TYPE_ATTR_MIN_VALUE_S, -3, NL_POLICY_TYPE_ATTR_MAX_VALUE_S, 5).toString());
        assertEquals("u64: 1..18446744073709551615",
                policy(NL_ATTR_TYPE_U64, NL_POLICY_TYPE_ATTR_MIN_VALUE_U, 1, NL_POLICY_TYPE_ATTR_MAX_VALUE_U, -1).toString());
        assertEquals("u32: 7..", policy(NL_ATTR_TYPE_U32, NL_POLICY_TYPE_ATTR_MIN_VALUE_U, 7).toString());
    }

    @Test
    void leavesOutARangeThatTheTypeHasAnyway() {
        assertEquals("u32", policy(
                NL_ATTR_TYPE_U32, NL_POLICY_TYPE_ATTR_MIN_VALUE_U, 0, NL_POLICY_TYPE_ATTR_MAX_VALUE_U, 0xffff_ffffL).toString());
        assertEquals("u64",
                policy(NL_ATTR_TYPE_U64, NL_POLICY_TYPE_ATTR_MIN_VALUE_U, 0, NL_POLICY_TYPE_ATTR_MAX_VALUE_U, -1).toString());
        assertEquals("s8",
                policy(NL_ATTR_TYPE_S8, NL_POLICY_TYPE_ATTR_MIN_VALUE_S, -128, NL_POLICY_TYPE_ATTR_MAX_VALUE_S, 127).toString());
        assertEquals("flag", policy(NL_ATTR_TYPE_FLAG).toString());
    }

    @Test
    void tellsMasksLengthsAndNests() {
        assertEquals("u32: the bits 0x7", policy(NL_ATTR_TYPE_U32, NL_POLICY_TYPE_ATTR_MASK, 7).toString());
        AttributePolicy bitfield = policy(NL_ATTR_TYPE_BITFIELD32, NL_POLICY_TYPE_ATTR_BITFIELD32_MASK, 0x8000_0001L);
        assertEquals("bitfield32: the bits 0x80000001", bitfield.toString());
        assertEquals(OptionalLong.of(0x8000_0001L), bitfield.mask());
        assertEquals("binary: exactly 6 bytes", policy(
                NL_ATTR_TYPE_BINARY, NL_POLICY_TYPE_ATTR_MIN_LENGTH, 6, NL_POLICY_TYPE_ATTR_MAX_LENGTH, 6).toString());
        assertEquals("binary: 1 to 6 bytes", policy(
                NL_ATTR_TYPE_BINARY, NL_POLICY_TYPE_ATTR_MIN_LENGTH, 1, NL_POLICY_TYPE_ATTR_MAX_LENGTH, 6).toString());
        assertEquals("binary: at least 2 bytes",
                policy(NL_ATTR_TYPE_BINARY, NL_POLICY_TYPE_ATTR_MIN_LENGTH, 2).toString());
        AttributePolicy name = policy(NL_ATTR_TYPE_NUL_STRING, NL_POLICY_TYPE_ATTR_MAX_LENGTH, 15);
        assertEquals("NUL-terminated string: at most 15 bytes", name.toString());
        assertEquals(OptionalInt.of(15), name.maximumLength());
        assertEquals(OptionalInt.empty(), name.minimumLength());
        AttributePolicy nest =
                policy(NL_ATTR_TYPE_NESTED, NL_POLICY_TYPE_ATTR_POLICY_IDX, 3, NL_POLICY_TYPE_ATTR_POLICY_MAXTYPE, 4);
        assertEquals("nest: policy 3", nest.toString());
        assertEquals(OptionalInt.of(3), nest.nested());
        assertEquals(OptionalInt.of(4), nest.nestedMaximum());
        assertEquals("type 99", policy(99).toString());
    }

    @Test
    void survivesAnyBytes() {
        CodecProperties.hold(Nlmsgerr.ATTRIBUTES); // which holds the policy's
    }

    @Test
    void numbersAreThoseOfTheHeaders() {
        HeaderConstants.assertHolder(NlAttrType.class, "linux/netlink.h");
        HeaderConstants.assertHolder(Nlmsgerr.class, "linux/netlink.h");
        assertEquals(Set.of(), HeaderConstants.assertHolder(NlPolicyTypeAttr.class, "linux/netlink.h"));
        assertEquals(Set.of(), HeaderConstants.assertTables(Tables.reachable(Nlmsgerr.ATTRIBUTES), "linux/netlink.h"));
    }

    @Test
    void withoutATypeNothingIsAccepted() {
        assertEquals(NlAttrType.NL_ATTR_TYPE_INVALID, NlPolicyTypeAttr.policy(Attributes.none(NlPolicyTypeAttr.ATTRIBUTES)).type());
    }

    @Test
    void showsTypesInWords() {
        Attributes attributes = Attributes.none(NlPolicyTypeAttr.ATTRIBUTES).with(NL_POLICY_TYPE_ATTR_TYPE, NL_ATTR_TYPE_U32);
        assertEquals(Map.of("type", "u32"), attributes.values());
    }
}
