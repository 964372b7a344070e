package org.netlink4j.core.generic;

import static org.netlink4j.core.generic.Ctrl.CTRL_ATTR_OP_POLICY;
import static org.netlink4j.core.generic.Ctrl.CTRL_ATTR_POLICY;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.netlink4j.core.AttributePolicy;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.NlPolicyTypeAttr;

/**
 * What the kernel accepts of a family's requests. Policies refer to each other by index: an operation to the policy of its
 * attributes, a nest to the policy of what is in it.
 *
 * @param operations the policies of the operations, by command
 * @param policies the policies by index; each holds what is accepted, by attribute number
 */
public record FamilyPolicy(
        SortedMap<Integer, OperationPolicy> operations, SortedMap<Integer, SortedMap<Integer, AttributePolicy>> policies) {
    /**
     * The command under which Linux (6.18 at least) reports operations that can only be dumped, for it takes the number from the
     * half that is not there. If a family has several of them, the last one reported counts.
     */
    public static final int DUMP_ONLY = 0;

    /** Copies the maps. */
    public FamilyPolicy {
        operations = Collections.unmodifiableSortedMap(new TreeMap<>(operations));
        SortedMap<Integer, SortedMap<Integer, AttributePolicy>> copy = new TreeMap<>();
        policies.forEach((index, policy) -> copy.put(index, Collections.unmodifiableSortedMap(new TreeMap<>(policy))));
        policies = Collections.unmodifiableSortedMap(copy);
    }

    /** Puts together what the kernel spread over many messages: one an operation and one an attribute. */
    static FamilyPolicy merge(List<Attributes> messages) {
        SortedMap<Integer, OperationPolicy> operations = new TreeMap<>();
        SortedMap<Integer, SortedMap<Integer, AttributePolicy>> policies = new TreeMap<>();
        for (Attributes message : messages) {
            message.nest(CTRL_ATTR_OP_POLICY).ifPresent(nest -> nest.numbers().forEach(command ->
                    operations.put(command, new OperationPolicy(nest.nest(command).orElseThrow()))));
            message.nest(CTRL_ATTR_POLICY).ifPresent(nest -> nest.numbers().forEach(index -> {
                SortedMap<Integer, AttributePolicy> policy = policies.computeIfAbsent(index, _ -> new TreeMap<>());
                Attributes entries = nest.nest(index).orElseThrow();
                entries.numbers().forEach(number -> policy.put(number, NlPolicyTypeAttr.policy(entries.nest(number).orElseThrow())));
            }));
        }
        return new FamilyPolicy(operations, policies);
    }

    /**
     * What is accepted of a request without {@code NLM_F_DUMP}.
     *
     * @param command {@code genlmsghdr.cmd}
     * @return the policy by attribute number; empty if the kernel says none
     */
    public Map<Integer, AttributePolicy> ofDo(int command) {
        OperationPolicy operation = operations.get(command);
        return operation == null || operation.doIndex().isEmpty() ? Map.of() : at(operation.doIndex().getAsInt());
    }

    /**
     * What is accepted of a request with {@code NLM_F_DUMP}.
     *
     * @param command {@code genlmsghdr.cmd}, or {@link #DUMP_ONLY}
     * @return the policy by attribute number; empty if the kernel says none
     */
    public Map<Integer, AttributePolicy> ofDump(int command) {
        OperationPolicy operation = operations.get(command);
        return operation == null || operation.dumpIndex().isEmpty() ? Map.of() : at(operation.dumpIndex().getAsInt());
    }

    /**
     * What is accepted in a nest.
     *
     * @param nest the policy of the nest
     * @return the policy by attribute number; empty if the kernel says none
     */
    public Map<Integer, AttributePolicy> of(AttributePolicy nest) {
        return nest.nested().isPresent() ? at(nest.nested().getAsInt()) : Map.of();
    }

    private Map<Integer, AttributePolicy> at(int index) {
        return policies.getOrDefault(index, Collections.emptySortedMap());
    }
}
