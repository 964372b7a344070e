package org.netlink4j.core.generic;

import static org.netlink4j.core.generic.CommandSpec.command;
import static org.netlink4j.core.schema.AttributeSpec.array;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u32;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.NlPolicyTypeAttr;

/** The controller, the family that tells of all others: {@code CTRL_*} of {@code linux/genetlink.h}. */
public final class Ctrl {
    /** Announces a family, and answers {@link #CTRL_CMD_GETFAMILY}. */
    public static final int CTRL_CMD_NEWFAMILY = 1;

    /** Announces that a family is gone. */
    public static final int CTRL_CMD_DELFAMILY = 2;

    /** Asks for a family by name or id, or for all. */
    public static final int CTRL_CMD_GETFAMILY = 3;

    /** Not used by Linux. */
    public static final int CTRL_CMD_NEWOPS = 4;

    /** Not used by Linux. */
    public static final int CTRL_CMD_DELOPS = 5;

    /** Not used by Linux. */
    public static final int CTRL_CMD_GETOPS = 6;

    /** Announces a multicast group. */
    public static final int CTRL_CMD_NEWMCAST_GRP = 7;

    /** Announces that a multicast group is gone. */
    public static final int CTRL_CMD_DELMCAST_GRP = 8;

    /** Not used by Linux. */
    public static final int CTRL_CMD_GETMCAST_GRP = 9;

    /** Asks for the policy of a family, since Linux 5.7; and answers that. */
    public static final int CTRL_CMD_GETPOLICY = 10;

    /** u16: the {@code nlmsg_type} of the family. */
    public static final int CTRL_ATTR_FAMILY_ID = 1;

    /** Text of at most 15 bytes: the name of the family. */
    public static final int CTRL_ATTR_FAMILY_NAME = 2;

    /** u32: the version of the family. */
    public static final int CTRL_ATTR_VERSION = 3;

    /** u32: the size in bytes of the family's own header after {@code genlmsghdr}. */
    public static final int CTRL_ATTR_HDRSIZE = 4;

    /** u32: the largest number of an attribute; 0 if that differs from operation to operation. */
    public static final int CTRL_ATTR_MAXATTR = 5;

    /** Array of nests of {@code CTRL_ATTR_OP_*}: the operations. */
    public static final int CTRL_ATTR_OPS = 6;

    /** Array of nests of {@code CTRL_ATTR_MCAST_GRP_*}: the multicast groups. */
    public static final int CTRL_ATTR_MCAST_GROUPS = 7;

    /** Nest by policy index of nests by attribute number: what the kernel accepts. */
    public static final int CTRL_ATTR_POLICY = 8;

    /** Nest by command of nests of {@code CTRL_ATTR_POLICY_DO} and {@code _DUMP}: which operation has which policy. */
    public static final int CTRL_ATTR_OP_POLICY = 9;

    /** u32, only in requests: the command whose policy is asked for. */
    public static final int CTRL_ATTR_OP = 10;

    /** u32: the command. */
    public static final int CTRL_ATTR_OP_ID = 1;

    /** u32: bits; {@code GENL_CMD_CAP_*} and {@code GENL_*_PERM} of {@link Genl}. */
    public static final int CTRL_ATTR_OP_FLAGS = 2;

    /** Text: the name of the group. */
    public static final int CTRL_ATTR_MCAST_GRP_NAME = 1;

    /** u32: the number to join. */
    public static final int CTRL_ATTR_MCAST_GRP_ID = 2;

    /** u32: the index of the policy of an operation without {@code NLM_F_DUMP}. */
    public static final int CTRL_ATTR_POLICY_DO = 1;

    /** u32: the index of the policy of an operation with {@code NLM_F_DUMP}. */
    public static final int CTRL_ATTR_POLICY_DUMP = 2;

    /** The table of {@code CTRL_ATTR_OP_*}. */
    public static final AttributeSet OPERATION =
            AttributeSet.of(
                    "CTRL_ATTR_OP",
                    u32(CTRL_ATTR_OP_ID, "CTRL_ATTR_OP_ID").key("id"),
                    u32(CTRL_ATTR_OP_FLAGS, "CTRL_ATTR_OP_FLAGS").key("flags"));

    /** The table of {@code CTRL_ATTR_MCAST_GRP_*}. */
    public static final AttributeSet GROUP =
            AttributeSet.of(
                    "CTRL_ATTR_MCAST_GRP",
                    string(CTRL_ATTR_MCAST_GRP_NAME, "CTRL_ATTR_MCAST_GRP_NAME").key("name"),
                    u32(CTRL_ATTR_MCAST_GRP_ID, "CTRL_ATTR_MCAST_GRP_ID").key("id"));

    /** The table of {@code CTRL_ATTR_POLICY_*}. */
    public static final AttributeSet OPERATION_POLICY =
            AttributeSet.of(
                    "CTRL_ATTR_POLICY",
                    u32(CTRL_ATTR_POLICY_DO, "CTRL_ATTR_POLICY_DO").key("do"),
                    u32(CTRL_ATTR_POLICY_DUMP, "CTRL_ATTR_POLICY_DUMP").key("dump"));

    /** The table of {@code CTRL_ATTR_*}. */
    public static final AttributeSet ATTRIBUTES =
            AttributeSet.of(
                    "CTRL_ATTR",
                    u16(CTRL_ATTR_FAMILY_ID, "CTRL_ATTR_FAMILY_ID").key("id"),
                    string(CTRL_ATTR_FAMILY_NAME, "CTRL_ATTR_FAMILY_NAME").atMost(Genl.GENL_NAMSIZ).key("name"),
                    u32(CTRL_ATTR_VERSION, "CTRL_ATTR_VERSION").key("version"),
                    u32(CTRL_ATTR_HDRSIZE, "CTRL_ATTR_HDRSIZE").key("header_size"),
                    u32(CTRL_ATTR_MAXATTR, "CTRL_ATTR_MAXATTR").key("max_attribute"),
                    array(CTRL_ATTR_OPS, "CTRL_ATTR_OPS", nest(0, "operation", () -> OPERATION)).key("operations"),
                    array(CTRL_ATTR_MCAST_GROUPS, "CTRL_ATTR_MCAST_GROUPS", nest(0, "group", () -> GROUP)).key("groups"),
                    array(
                            CTRL_ATTR_POLICY,
                            "CTRL_ATTR_POLICY",
                            array(0, "policy", nest(0, "attribute", () -> NlPolicyTypeAttr.ATTRIBUTES))),
                    array(CTRL_ATTR_OP_POLICY, "CTRL_ATTR_OP_POLICY", nest(0, "operation", () -> OPERATION_POLICY)),
                    u32(CTRL_ATTR_OP, "CTRL_ATTR_OP"));

    /** The family: name, version and commands. */
    public static final FamilySpec FAMILY =
            FamilySpec.of(
                    "nlctrl",
                    2,
                    command(CTRL_CMD_NEWFAMILY, "CTRL_CMD_NEWFAMILY", ATTRIBUTES),
                    command(CTRL_CMD_DELFAMILY, "CTRL_CMD_DELFAMILY", ATTRIBUTES),
                    command(CTRL_CMD_GETFAMILY, "CTRL_CMD_GETFAMILY", ATTRIBUTES),
                    command(CTRL_CMD_NEWOPS, "CTRL_CMD_NEWOPS", ATTRIBUTES),
                    command(CTRL_CMD_DELOPS, "CTRL_CMD_DELOPS", ATTRIBUTES),
                    command(CTRL_CMD_GETOPS, "CTRL_CMD_GETOPS", ATTRIBUTES),
                    command(CTRL_CMD_NEWMCAST_GRP, "CTRL_CMD_NEWMCAST_GRP", ATTRIBUTES),
                    command(CTRL_CMD_DELMCAST_GRP, "CTRL_CMD_DELMCAST_GRP", ATTRIBUTES),
                    command(CTRL_CMD_GETMCAST_GRP, "CTRL_CMD_GETMCAST_GRP", ATTRIBUTES),
                    command(CTRL_CMD_GETPOLICY, "CTRL_CMD_GETPOLICY", ATTRIBUTES));

    private Ctrl() {}
}
