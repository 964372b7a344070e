package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u32;

import org.netlink4j.core.schema.AttributeSet;

/**
 * The media redundancy protocol of a bridge, IEC 62439-2: {@code IFLA_BRIDGE_MRP_*} of {@code linux/if_bridge.h}; the nest of {@link
 * IflaBridge#IFLA_BRIDGE_MRP}. Needs {@code CONFIG_BRIDGE_MRP}. Intervals are in microseconds.
 */
public final class IflaBridgeMrp {
    /** Nest: makes or deletes an instance. */
    public static final int IFLA_BRIDGE_MRP_INSTANCE = 1;

    /** Nest: sets the state of a port. */
    public static final int IFLA_BRIDGE_MRP_PORT_STATE = 2;

    /** Nest: sets the role of a port. */
    public static final int IFLA_BRIDGE_MRP_PORT_ROLE = 3;

    /** Nest: sets the state of a ring. */
    public static final int IFLA_BRIDGE_MRP_RING_STATE = 4;

    /** Nest: sets the role in a ring. */
    public static final int IFLA_BRIDGE_MRP_RING_ROLE = 5;

    /** Nest: begins to test a ring. */
    public static final int IFLA_BRIDGE_MRP_START_TEST = 6;

    /** Nest, only in answers, may occur more than once: an instance. */
    public static final int IFLA_BRIDGE_MRP_INFO = 7;

    /** Nest: sets the role in an interconnection. */
    public static final int IFLA_BRIDGE_MRP_IN_ROLE = 8;

    /** Nest: sets the state of an interconnection. */
    public static final int IFLA_BRIDGE_MRP_IN_STATE = 9;

    /** Nest: begins to test an interconnection. */
    public static final int IFLA_BRIDGE_MRP_START_IN_TEST = 10;

    /** u32: the ring. */
    public static final int IFLA_BRIDGE_MRP_INSTANCE_RING_ID = 1;

    /** u32: index of the primary port. */
    public static final int IFLA_BRIDGE_MRP_INSTANCE_P_IFINDEX = 2;

    /** u32: index of the secondary port. */
    public static final int IFLA_BRIDGE_MRP_INSTANCE_S_IFINDEX = 3;

    /** u16: priority in the election of a manager. */
    public static final int IFLA_BRIDGE_MRP_INSTANCE_PRIO = 4;

    /** u32: 0 disabled, 1 blocked, 2 forwarding, 3 not connected. */
    public static final int IFLA_BRIDGE_MRP_PORT_STATE_STATE = 1;

    /** u32: 0 primary, 1 secondary, 2 interconnection. */
    public static final int IFLA_BRIDGE_MRP_PORT_ROLE_ROLE = 1;

    /** u32: the ring. */
    public static final int IFLA_BRIDGE_MRP_RING_STATE_RING_ID = 1;

    /** u32: 0 open, 1 closed. */
    public static final int IFLA_BRIDGE_MRP_RING_STATE_STATE = 2;

    /** u32: the ring. */
    public static final int IFLA_BRIDGE_MRP_RING_ROLE_RING_ID = 1;

    /** u32: 0 disabled, 1 client, 2 manager, 3 automatic manager. */
    public static final int IFLA_BRIDGE_MRP_RING_ROLE_ROLE = 2;

    /** u32: the ring. */
    public static final int IFLA_BRIDGE_MRP_START_TEST_RING_ID = 1;

    /** u32: between test frames. */
    public static final int IFLA_BRIDGE_MRP_START_TEST_INTERVAL = 2;

    /** u32: how many test frames may be missed. */
    public static final int IFLA_BRIDGE_MRP_START_TEST_MAX_MISS = 3;

    /** u32: how long to test; 0 to stop. */
    public static final int IFLA_BRIDGE_MRP_START_TEST_PERIOD = 4;

    /** u32: whether to watch only for test frames, and to send none. */
    public static final int IFLA_BRIDGE_MRP_START_TEST_MONITOR = 5;

    /** u32: the ring. */
    public static final int IFLA_BRIDGE_MRP_INFO_RING_ID = 1;

    /** u32: index of the primary port. */
    public static final int IFLA_BRIDGE_MRP_INFO_P_IFINDEX = 2;

    /** u32: index of the secondary port. */
    public static final int IFLA_BRIDGE_MRP_INFO_S_IFINDEX = 3;

    /** u16: priority in the election of a manager. */
    public static final int IFLA_BRIDGE_MRP_INFO_PRIO = 4;

    /** u32: state of the ring. */
    public static final int IFLA_BRIDGE_MRP_INFO_RING_STATE = 5;

    /** u32: role in the ring. */
    public static final int IFLA_BRIDGE_MRP_INFO_RING_ROLE = 6;

    /** u32: between test frames. */
    public static final int IFLA_BRIDGE_MRP_INFO_TEST_INTERVAL = 7;

    /** u32: how many test frames may be missed. */
    public static final int IFLA_BRIDGE_MRP_INFO_TEST_MAX_MISS = 8;

    /** u32: whether it only watches for test frames. */
    public static final int IFLA_BRIDGE_MRP_INFO_TEST_MONITOR = 9;

    /** u32: index of the port to the other ring. */
    public static final int IFLA_BRIDGE_MRP_INFO_I_IFINDEX = 10;

    /** u32: state of the interconnection. */
    public static final int IFLA_BRIDGE_MRP_INFO_IN_STATE = 11;

    /** u32: role in the interconnection. */
    public static final int IFLA_BRIDGE_MRP_INFO_IN_ROLE = 12;

    /** u32: between test frames of the interconnection. */
    public static final int IFLA_BRIDGE_MRP_INFO_IN_TEST_INTERVAL = 13;

    /** u32: how many of them may be missed. */
    public static final int IFLA_BRIDGE_MRP_INFO_IN_TEST_MAX_MISS = 14;

    /** u32: the ring. */
    public static final int IFLA_BRIDGE_MRP_IN_ROLE_RING_ID = 1;

    /** u16: the interconnection. */
    public static final int IFLA_BRIDGE_MRP_IN_ROLE_IN_ID = 2;

    /** u32: 0 disabled, 1 client, 2 manager. */
    public static final int IFLA_BRIDGE_MRP_IN_ROLE_ROLE = 3;

    /** u32: index of the port to the other ring. */
    public static final int IFLA_BRIDGE_MRP_IN_ROLE_I_IFINDEX = 4;

    /** u32: the interconnection. */
    public static final int IFLA_BRIDGE_MRP_IN_STATE_IN_ID = 1;

    /** u32: 0 open, 1 closed. */
    public static final int IFLA_BRIDGE_MRP_IN_STATE_STATE = 2;

    /** u32: the interconnection. */
    public static final int IFLA_BRIDGE_MRP_START_IN_TEST_IN_ID = 1;

    /** u32: between test frames. */
    public static final int IFLA_BRIDGE_MRP_START_IN_TEST_INTERVAL = 2;

    /** u32: how many test frames may be missed. */
    public static final int IFLA_BRIDGE_MRP_START_IN_TEST_MAX_MISS = 3;

    /** u32: how long to test; 0 to stop. */
    public static final int IFLA_BRIDGE_MRP_START_IN_TEST_PERIOD = 4;

    private static final AttributeSet INSTANCE = AttributeSet.of("IFLA_BRIDGE_MRP_INSTANCE",
            u32(IFLA_BRIDGE_MRP_INSTANCE_RING_ID, "IFLA_BRIDGE_MRP_INSTANCE_RING_ID"),
            u32(IFLA_BRIDGE_MRP_INSTANCE_P_IFINDEX, "IFLA_BRIDGE_MRP_INSTANCE_P_IFINDEX"),
            u32(IFLA_BRIDGE_MRP_INSTANCE_S_IFINDEX, "IFLA_BRIDGE_MRP_INSTANCE_S_IFINDEX"),
            u16(IFLA_BRIDGE_MRP_INSTANCE_PRIO, "IFLA_BRIDGE_MRP_INSTANCE_PRIO"));

    private static final AttributeSet PORT_STATE = AttributeSet.of("IFLA_BRIDGE_MRP_PORT_STATE",
            u32(IFLA_BRIDGE_MRP_PORT_STATE_STATE, "IFLA_BRIDGE_MRP_PORT_STATE_STATE"));

    private static final AttributeSet PORT_ROLE = AttributeSet.of("IFLA_BRIDGE_MRP_PORT_ROLE",
            u32(IFLA_BRIDGE_MRP_PORT_ROLE_ROLE, "IFLA_BRIDGE_MRP_PORT_ROLE_ROLE"));

    private static final AttributeSet RING_STATE = AttributeSet.of("IFLA_BRIDGE_MRP_RING_STATE",
            u32(IFLA_BRIDGE_MRP_RING_STATE_RING_ID, "IFLA_BRIDGE_MRP_RING_STATE_RING_ID"),
            u32(IFLA_BRIDGE_MRP_RING_STATE_STATE, "IFLA_BRIDGE_MRP_RING_STATE_STATE"));

    private static final AttributeSet RING_ROLE = AttributeSet.of("IFLA_BRIDGE_MRP_RING_ROLE",
            u32(IFLA_BRIDGE_MRP_RING_ROLE_RING_ID, "IFLA_BRIDGE_MRP_RING_ROLE_RING_ID"),
            u32(IFLA_BRIDGE_MRP_RING_ROLE_ROLE, "IFLA_BRIDGE_MRP_RING_ROLE_ROLE"));

    private static final AttributeSet START_TEST = AttributeSet.of("IFLA_BRIDGE_MRP_START_TEST",
            u32(IFLA_BRIDGE_MRP_START_TEST_RING_ID, "IFLA_BRIDGE_MRP_START_TEST_RING_ID"),
            u32(IFLA_BRIDGE_MRP_START_TEST_INTERVAL, "IFLA_BRIDGE_MRP_START_TEST_INTERVAL"),
            u32(IFLA_BRIDGE_MRP_START_TEST_MAX_MISS, "IFLA_BRIDGE_MRP_START_TEST_MAX_MISS"),
            u32(IFLA_BRIDGE_MRP_START_TEST_PERIOD, "IFLA_BRIDGE_MRP_START_TEST_PERIOD"),
            u32(IFLA_BRIDGE_MRP_START_TEST_MONITOR, "IFLA_BRIDGE_MRP_START_TEST_MONITOR"));

    private static final AttributeSet INFO = AttributeSet.of("IFLA_BRIDGE_MRP_INFO",
            u32(IFLA_BRIDGE_MRP_INFO_RING_ID, "IFLA_BRIDGE_MRP_INFO_RING_ID"),
            u32(IFLA_BRIDGE_MRP_INFO_P_IFINDEX, "IFLA_BRIDGE_MRP_INFO_P_IFINDEX"),
            u32(IFLA_BRIDGE_MRP_INFO_S_IFINDEX, "IFLA_BRIDGE_MRP_INFO_S_IFINDEX"),
            u16(IFLA_BRIDGE_MRP_INFO_PRIO, "IFLA_BRIDGE_MRP_INFO_PRIO"),
            u32(IFLA_BRIDGE_MRP_INFO_RING_STATE, "IFLA_BRIDGE_MRP_INFO_RING_STATE"),
            u32(IFLA_BRIDGE_MRP_INFO_RING_ROLE, "IFLA_BRIDGE_MRP_INFO_RING_ROLE"),
            u32(IFLA_BRIDGE_MRP_INFO_TEST_INTERVAL, "IFLA_BRIDGE_MRP_INFO_TEST_INTERVAL"),
            u32(IFLA_BRIDGE_MRP_INFO_TEST_MAX_MISS, "IFLA_BRIDGE_MRP_INFO_TEST_MAX_MISS"),
            u32(IFLA_BRIDGE_MRP_INFO_TEST_MONITOR, "IFLA_BRIDGE_MRP_INFO_TEST_MONITOR"),
            u32(IFLA_BRIDGE_MRP_INFO_I_IFINDEX, "IFLA_BRIDGE_MRP_INFO_I_IFINDEX"),
            u32(IFLA_BRIDGE_MRP_INFO_IN_STATE, "IFLA_BRIDGE_MRP_INFO_IN_STATE"),
            u32(IFLA_BRIDGE_MRP_INFO_IN_ROLE, "IFLA_BRIDGE_MRP_INFO_IN_ROLE"),
            u32(IFLA_BRIDGE_MRP_INFO_IN_TEST_INTERVAL, "IFLA_BRIDGE_MRP_INFO_IN_TEST_INTERVAL"),
            u32(IFLA_BRIDGE_MRP_INFO_IN_TEST_MAX_MISS, "IFLA_BRIDGE_MRP_INFO_IN_TEST_MAX_MISS"));

    private static final AttributeSet IN_ROLE = AttributeSet.of("IFLA_BRIDGE_MRP_IN_ROLE",
            u32(IFLA_BRIDGE_MRP_IN_ROLE_RING_ID, "IFLA_BRIDGE_MRP_IN_ROLE_RING_ID"),
            u16(IFLA_BRIDGE_MRP_IN_ROLE_IN_ID, "IFLA_BRIDGE_MRP_IN_ROLE_IN_ID"),
            u32(IFLA_BRIDGE_MRP_IN_ROLE_ROLE, "IFLA_BRIDGE_MRP_IN_ROLE_ROLE"),
            u32(IFLA_BRIDGE_MRP_IN_ROLE_I_IFINDEX, "IFLA_BRIDGE_MRP_IN_ROLE_I_IFINDEX"));

    private static final AttributeSet IN_STATE = AttributeSet.of("IFLA_BRIDGE_MRP_IN_STATE",
            u32(IFLA_BRIDGE_MRP_IN_STATE_IN_ID, "IFLA_BRIDGE_MRP_IN_STATE_IN_ID"),
            u32(IFLA_BRIDGE_MRP_IN_STATE_STATE, "IFLA_BRIDGE_MRP_IN_STATE_STATE"));

    private static final AttributeSet START_IN_TEST = AttributeSet.of("IFLA_BRIDGE_MRP_START_IN_TEST",
            u32(IFLA_BRIDGE_MRP_START_IN_TEST_IN_ID, "IFLA_BRIDGE_MRP_START_IN_TEST_IN_ID"),
            u32(IFLA_BRIDGE_MRP_START_IN_TEST_INTERVAL, "IFLA_BRIDGE_MRP_START_IN_TEST_INTERVAL"),
            u32(IFLA_BRIDGE_MRP_START_IN_TEST_MAX_MISS, "IFLA_BRIDGE_MRP_START_IN_TEST_MAX_MISS"),
            u32(IFLA_BRIDGE_MRP_START_IN_TEST_PERIOD, "IFLA_BRIDGE_MRP_START_IN_TEST_PERIOD"));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_BRIDGE_MRP",
            nest(IFLA_BRIDGE_MRP_INSTANCE, "IFLA_BRIDGE_MRP_INSTANCE", () -> INSTANCE),
            nest(IFLA_BRIDGE_MRP_PORT_STATE, "IFLA_BRIDGE_MRP_PORT_STATE", () -> PORT_STATE),
            nest(IFLA_BRIDGE_MRP_PORT_ROLE, "IFLA_BRIDGE_MRP_PORT_ROLE", () -> PORT_ROLE),
            nest(IFLA_BRIDGE_MRP_RING_STATE, "IFLA_BRIDGE_MRP_RING_STATE", () -> RING_STATE),
            nest(IFLA_BRIDGE_MRP_RING_ROLE, "IFLA_BRIDGE_MRP_RING_ROLE", () -> RING_ROLE),
            nest(IFLA_BRIDGE_MRP_START_TEST, "IFLA_BRIDGE_MRP_START_TEST", () -> START_TEST),
            nest(IFLA_BRIDGE_MRP_INFO, "IFLA_BRIDGE_MRP_INFO", () -> INFO),
            nest(IFLA_BRIDGE_MRP_IN_ROLE, "IFLA_BRIDGE_MRP_IN_ROLE", () -> IN_ROLE),
            nest(IFLA_BRIDGE_MRP_IN_STATE, "IFLA_BRIDGE_MRP_IN_STATE", () -> IN_STATE),
            nest(IFLA_BRIDGE_MRP_START_IN_TEST, "IFLA_BRIDGE_MRP_START_IN_TEST", () -> START_IN_TEST));

    private IflaBridgeMrp() {}
}
