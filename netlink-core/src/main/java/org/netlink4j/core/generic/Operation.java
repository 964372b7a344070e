package org.netlink4j.core.generic;

import static org.netlink4j.core.generic.Ctrl.CTRL_ATTR_OP_FLAGS;
import static org.netlink4j.core.generic.Ctrl.CTRL_ATTR_OP_ID;

import org.netlink4j.core.schema.Attributes;

/**
 * An operation of a family: what may be requested.
 *
 * @param attributes what the kernel sent, of {@link Ctrl#OPERATION}
 */
public record Operation(Attributes attributes) {
    /** {@return the command, {@code genlmsghdr.cmd}} */
    public int command() {
        return attributes.integer(CTRL_ATTR_OP_ID).orElse(0);
    }

    /** {@return bits; {@code GENL_CMD_CAP_*} and {@code GENL_*_PERM} of {@link Genl}} */
    public int flags() {
        return attributes.integer(CTRL_ATTR_OP_FLAGS).orElse(0);
    }

    private boolean has(int flag) {
        return (flags() & flag) != 0;
    }

    /** {@return whether it may be requested without {@code NLM_F_DUMP}} */
    public boolean canDo() {
        return has(Genl.GENL_CMD_CAP_DO);
    }

    /** {@return whether it may be requested with {@code NLM_F_DUMP}} */
    public boolean canDump() {
        return has(Genl.GENL_CMD_CAP_DUMP);
    }

    /** {@return whether the kernel checks the attributes against a policy} */
    public boolean hasPolicy() {
        return has(Genl.GENL_CMD_CAP_HASPOL);
    }

    /** {@return whether it needs {@code CAP_NET_ADMIN} in the initial user namespace} */
    public boolean needsAdmin() {
        return has(Genl.GENL_ADMIN_PERM);
    }

    /** {@return whether it needs {@code CAP_NET_ADMIN} in the user namespace of the network namespace} */
    public boolean needsNamespaceAdmin() {
        return has(Genl.GENL_UNS_ADMIN_PERM);
    }
}
