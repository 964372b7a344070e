package org.netlink4j.core.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collection;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.AttributePolicy;
import org.netlink4j.testkit.CodecProperties;
import org.netlink4j.testkit.HeaderConstants;
import org.netlink4j.testkit.Tables;

class NlPolicyTest {
    private static final Attributes NONE = Attributes.none(NlPolicy.ATTRIBUTES);

    @Test
    void numbersAreThoseOfTheHeader() {
        HeaderConstants.assertHolder(Nlmsgerr.class, "linux/netlink.h");
        HeaderConstants.assertHolder(NlPolicy.class, "linux/netlink.h");
        Collection<AttributeSet> tables = Tables.reachable(Nlmsgerr.ATTRIBUTES);
        HeaderConstants.assertTables(tables, "linux/netlink.h");
    }

    @Test
    void typesAreThoseOfTheHeader() {
        Map<String, Long> types = new TreeMap<>();
        String[] names = {
            "INVALID", "FLAG", "U8", "U16", "U32", "U64", "S8", "S16", "S32", "S64", "BINARY", "STRING", "NUL_STRING", "NESTED",
            "NESTED_ARRAY", "BITFIELD32", "SINT", "UINT"
        };
        for (int i = 0; i < names.length; i++) {
            types.put("NL_ATTR_TYPE_" + names[i], (long) i);
        }
        HeaderConstants.assertAgree(types, "linux/netlink.h");
        assertEquals("u64", NlPolicy.policy(NONE.with(NlPolicy.NL_POLICY_TYPE_ATTR_TYPE, 5)).typeName());
        assertEquals("uint", NlPolicy.policy(NONE.with(NlPolicy.NL_POLICY_TYPE_ATTR_TYPE, 17)).typeName());
    }

    @Test
    void tablesSurviveAnyBytes() {
        CodecProperties.hold(Nlmsgerr.ATTRIBUTES);
    }

    @Test
    void readsEveryPolicy() {
        AttributePolicy unsigned = NlPolicy.policy(NONE.with(NlPolicy.NL_POLICY_TYPE_ATTR_TYPE, 4)
                .with(NlPolicy.NL_POLICY_TYPE_ATTR_MIN_VALUE_U, 1)
                .with(NlPolicy.NL_POLICY_TYPE_ATTR_MAX_VALUE_U, 16));
        assertEquals("1..16", unsigned.inWords());
        AttributePolicy signed = NlPolicy.policy(NONE.with(NlPolicy.NL_POLICY_TYPE_ATTR_TYPE, 8)
                .with(NlPolicy.NL_POLICY_TYPE_ATTR_MIN_VALUE_S, -3)
                .with(NlPolicy.NL_POLICY_TYPE_ATTR_MAX_VALUE_S, 3));
        assertEquals("-3..3", signed.inWords());
        AttributePolicy text = NlPolicy.policy(NONE.with(NlPolicy.NL_POLICY_TYPE_ATTR_TYPE, 11)
                .with(NlPolicy.NL_POLICY_TYPE_ATTR_MIN_LENGTH, 2)
                .with(NlPolicy.NL_POLICY_TYPE_ATTR_MAX_LENGTH, 15));
        assertEquals(OptionalInt.of(2), text.minimumLength());
        assertEquals(OptionalInt.of(15), text.maximumLength());
        assertEquals(OptionalLong.of(7), NlPolicy.policy(NONE.with(NlPolicy.NL_POLICY_TYPE_ATTR_MASK, 7)).mask());
        assertEquals(OptionalLong.of(9), NlPolicy.policy(NONE.with(NlPolicy.NL_POLICY_TYPE_ATTR_BITFIELD32_MASK, 9)).mask());
        assertEquals("any nothing", NlPolicy.policy(NONE).inWords());
    }
}
