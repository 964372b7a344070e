package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.List;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;

/**
 * Attributes of rmnet devices: {@code IFLA_RMNET_*} of {@code linux/if_link.h}.
 */
public final class IflaRmnet {
    /** u16: the id that tells this device from others over the same one. */
    public static final int IFLA_RMNET_MUX_ID = 1;

    /** {@code struct ifla_rmnet_flags}: flags, and a mask of those that count. */
    public static final int IFLA_RMNET_FLAGS = 2;

    private static final StructSpec FLAGS = new StructSpec("ifla_rmnet_flags", 8, List.of(
            field("flags", 0, AttributeType.U32),
            field("mask", 4, AttributeType.U32)));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "IFLA_RMNET",
            u16(IFLA_RMNET_MUX_ID, "IFLA_RMNET_MUX_ID").key("mux_id"),
            struct(IFLA_RMNET_FLAGS, "IFLA_RMNET_FLAGS", FLAGS).key("rmnet_flags"));

    private IflaRmnet() {}
}
