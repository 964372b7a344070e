package org.netlink4j.core.generic;

import static org.netlink4j.core.generic.Ctrl.CTRL_ATTR_POLICY_DO;
import static org.netlink4j.core.generic.Ctrl.CTRL_ATTR_POLICY_DUMP;

import java.util.OptionalInt;
import org.netlink4j.core.schema.Attributes;

/**
 * Which policies an operation has.
 *
 * @param attributes what the kernel sent, of {@link Ctrl#OPERATION_POLICY}
 */
public record OperationPolicy(Attributes attributes) {
    /** {@return the index of the policy without {@code NLM_F_DUMP}; empty if it cannot be requested so, or is not checked} */
    public OptionalInt doIndex() {
        return attributes.integer(CTRL_ATTR_POLICY_DO);
    }

    /** {@return the index of the policy with {@code NLM_F_DUMP}; empty if it cannot be requested so, or is not checked} */
    public OptionalInt dumpIndex() {
        return attributes.integer(CTRL_ATTR_POLICY_DUMP);
    }
}
