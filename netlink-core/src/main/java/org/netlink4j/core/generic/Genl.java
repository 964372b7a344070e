package org.netlink4j.core.generic;

import static org.netlink4j.core.schema.StructSpec.field;

import java.util.List;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;

/** Numbers of generic netlink: {@code GENL_*} of {@code linux/genetlink.h}. */
public final class Genl {
    /** The protocol: the third argument of {@code socket(2)}. */
    public static final int NETLINK_GENERIC = 16;

    /** The {@code nlmsg_type} of the controller, the only one that is the same everywhere. */
    public static final int GENL_ID_CTRL = 16;

    /** The longest name of a family, its terminating NUL included. */
    public static final int GENL_NAMSIZ = 16;

    /** The size of {@code struct genlmsghdr} in bytes. */
    public static final int GENL_HDRLEN = 4;

    /** Flag of an operation: needs {@code CAP_NET_ADMIN} in the initial user namespace. */
    public static final int GENL_ADMIN_PERM = 0x01;

    /** Flag of an operation: may be requested without {@code NLM_F_DUMP}. */
    public static final int GENL_CMD_CAP_DO = 0x02;

    /** Flag of an operation: may be requested with {@code NLM_F_DUMP}. */
    public static final int GENL_CMD_CAP_DUMP = 0x04;

    /** Flag of an operation: the kernel checks the attributes against a policy. */
    public static final int GENL_CMD_CAP_HASPOL = 0x08;

    /** Flag of an operation: needs {@code CAP_NET_ADMIN} in the user namespace of the network namespace. */
    public static final int GENL_UNS_ADMIN_PERM = 0x10;

    /** {@code struct genlmsghdr}: u8 command, u8 version, u16 reserved. */
    public static final StructSpec HEADER =
            new StructSpec(
                    "genlmsghdr",
                    GENL_HDRLEN,
                    List.of(
                            field("cmd", 0, AttributeType.U8),
                            field("version", 1, AttributeType.U8),
                            field("reserved", 2, AttributeType.U16)));

    private Genl() {}
}
