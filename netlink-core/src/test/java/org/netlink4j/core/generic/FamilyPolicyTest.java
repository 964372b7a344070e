package org.netlink4j.core.generic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.netlink4j.core.generic.Ctrl.CTRL_ATTR_OP_POLICY;
import static org.netlink4j.core.generic.Ctrl.CTRL_ATTR_POLICY;
import static org.netlink4j.core.generic.Ctrl.CTRL_ATTR_POLICY_DO;
import static org.netlink4j.core.generic.Ctrl.CTRL_ATTR_POLICY_DUMP;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.AttributePolicy;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.NlAttrType;
import org.netlink4j.core.schema.NlPolicyTypeAttr;

/** The messages of a policy dump, put together: one an operation, one an attribute. */
class FamilyPolicyTest {
    private static final Attributes NONE = Attributes.none(Ctrl.ATTRIBUTES);
    private static final AttributeSet BY_COMMAND = Ctrl.ATTRIBUTES.find(CTRL_ATTR_OP_POLICY).orElseThrow().nest();
    private static final AttributeSet BY_INDEX = Ctrl.ATTRIBUTES.find(CTRL_ATTR_POLICY).orElseThrow().nest();
    private static final AttributeSet BY_NUMBER = BY_INDEX.find(0).orElseThrow().nest();

    private static Attributes operation(int command, Map<Integer, Integer> indexes) {
        Attributes operation = Attributes.none(Ctrl.OPERATION_POLICY);
        for (Map.Entry<Integer, Integer> index : new TreeMap<>(indexes).entrySet()) {
            operation = operation.with(index.getKey(), index.getValue());
        }
        return NONE.with(CTRL_ATTR_OP_POLICY, Attributes.none(BY_COMMAND).with(command, operation));
    }

    private static Attributes attribute(int index, int number, int type, int nested) {
        Attributes entry = Attributes.none(NlPolicyTypeAttr.ATTRIBUTES).with(NlPolicyTypeAttr.NL_POLICY_TYPE_ATTR_TYPE, type);
        if (nested > 0) {
            entry = entry.with(NlPolicyTypeAttr.NL_POLICY_TYPE_ATTR_POLICY_IDX, nested);
        }
        return NONE.with(CTRL_ATTR_POLICY, Attributes.none(BY_INDEX).with(index, Attributes.none(BY_NUMBER).with(number, entry)));
    }

    private static final FamilyPolicy POLICY = FamilyPolicy.merge(List.of(
            operation(1, Map.of(CTRL_ATTR_POLICY_DO, 0, CTRL_ATTR_POLICY_DUMP, 1)),
            operation(2, Map.of(CTRL_ATTR_POLICY_DO, 1)),
            operation(3, Map.of(CTRL_ATTR_POLICY_DUMP, 0)),
            operation(4, Map.of(CTRL_ATTR_POLICY_DO, 9)),
            attribute(0, 1, NlAttrType.NL_ATTR_TYPE_U8, 0),
            attribute(0, 2, NlAttrType.NL_ATTR_TYPE_NESTED, 2),
            attribute(1, 1, NlAttrType.NL_ATTR_TYPE_U16, 0),
            attribute(2, 7, NlAttrType.NL_ATTR_TYPE_U32, 0)));

    private static Map<Integer, Integer> types(Map<Integer, AttributePolicy> policy) {
        Map<Integer, Integer> types = new HashMap<>();
        policy.forEach((number, entry) -> types.put(number, entry.type()));
        return types;
    }

    private static final Map<Integer, Integer> FIRST =
            Map.of(1, NlAttrType.NL_ATTR_TYPE_U8, 2, NlAttrType.NL_ATTR_TYPE_NESTED);
    private static final Map<Integer, Integer> SECOND = Map.of(1, NlAttrType.NL_ATTR_TYPE_U16);

    @Test
    void anOperationIsFollowedToWhatItAccepts() {
        assertEquals(FIRST, types(POLICY.ofDo(1)));
        assertEquals(SECOND, types(POLICY.ofDump(1)));
        assertEquals(SECOND, types(POLICY.ofDo(2)));
        assertEquals(FIRST, types(POLICY.ofDump(3)));
    }

    @Test
    void aNestIsFollowedToWhatMayBeInIt() {
        Map<Integer, AttributePolicy> first = POLICY.ofDo(1);
        assertEquals(Map.of(7, NlAttrType.NL_ATTR_TYPE_U32), types(POLICY.of(first.get(2))));
        assertEquals(Map.of(), POLICY.of(first.get(1)));
    }

    @Test
    void whatTheKernelDoesNotSayIsEmpty() {
        assertEquals(Map.of(), POLICY.ofDump(2));
        assertEquals(Map.of(), POLICY.ofDo(3));
        assertEquals(Map.of(), POLICY.ofDo(4));
        assertEquals(Map.of(), POLICY.ofDo(5));
        assertEquals(Map.of(), POLICY.ofDump(5));
        assertEquals(OptionalInt.empty(), POLICY.operations().get(3).doIndex());
    }

    @Test
    void theLastOfSeveralDumpOnlyOperationsCounts() {
        FamilyPolicy policy = FamilyPolicy.merge(List.of(
                operation(FamilyPolicy.DUMP_ONLY, Map.of(CTRL_ATTR_POLICY_DUMP, 3)),
                operation(FamilyPolicy.DUMP_ONLY, Map.of(CTRL_ATTR_POLICY_DUMP, 4))));
        assertEquals(OptionalInt.of(4), policy.operations().get(FamilyPolicy.DUMP_ONLY).dumpIndex());
    }

    @Test
    void itCannotBeChanged() {
        TreeMap<Integer, OperationPolicy> operations = new TreeMap<>(POLICY.operations());
        FamilyPolicy copy = new FamilyPolicy(operations, POLICY.policies());
        operations.clear();
        assertEquals(POLICY, copy);
        assertThrows(UnsupportedOperationException.class, () -> copy.operations().clear());
        assertThrows(UnsupportedOperationException.class, () -> copy.policies().clear());
        assertThrows(UnsupportedOperationException.class, () -> copy.policies().get(0).clear());
    }
}
