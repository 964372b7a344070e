package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.json.Numbers;

/** Attributes of tun and tap devices: {@code IFLA_TUN_*} of {@code linux/if_link.h}. */
public final class IflaTun {
    /** u32: only in answers: user who may open the device. */
    public static final int IFLA_TUN_OWNER = 1;

    /** u32: only in answers: group that may open the device. */
    public static final int IFLA_TUN_GROUP = 2;

    /** u8: only in answers: 1 tun, 2 tap. */
    public static final int IFLA_TUN_TYPE = 3;

    /** u8: only in answers: 1 if a header with the protocol precedes packets. */
    public static final int IFLA_TUN_PI = 4;

    /** u8: only in answers: 1 if a header for offloads precedes packets. */
    public static final int IFLA_TUN_VNET_HDR = 5;

    /** u8: only in answers: 1 if the device stays when nobody has it open. */
    public static final int IFLA_TUN_PERSIST = 6;

    /** u8: only in answers: 1 if it may be opened more than once. */
    public static final int IFLA_TUN_MULTI_QUEUE = 7;

    /** u32: only in answers: open queues, of a device of many. */
    public static final int IFLA_TUN_NUM_QUEUES = 8;

    /** u32: only in answers: open queues that are switched off, of a device of many. */
    public static final int IFLA_TUN_NUM_DISABLED_QUEUES = 9;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_TUN",
            u32(IFLA_TUN_OWNER, "IFLA_TUN_OWNER").key("user").shown(IflaTun::user),
            u32(IFLA_TUN_GROUP, "IFLA_TUN_GROUP").key("group").shown(IflaTun::group),
            u8(IFLA_TUN_TYPE, "IFLA_TUN_TYPE").key("type").words(Map.of(1L, "tun", 2L, "tap")),
            u8(IFLA_TUN_PI, "IFLA_TUN_PI").key("pi").shown(Numbers::truth),
            u8(IFLA_TUN_VNET_HDR, "IFLA_TUN_VNET_HDR").key("vnet_hdr").shown(Numbers::truth),
            u8(IFLA_TUN_PERSIST, "IFLA_TUN_PERSIST").key("persist").shown(Numbers::truth),
            u8(IFLA_TUN_MULTI_QUEUE, "IFLA_TUN_MULTI_QUEUE").key("multi_queue").shown(Numbers::truth),
            u32(IFLA_TUN_NUM_QUEUES, "IFLA_TUN_NUM_QUEUES").key("numqueues"),
            u32(IFLA_TUN_NUM_DISABLED_QUEUES, "IFLA_TUN_NUM_DISABLED_QUEUES").key("numdisabled"));

    private IflaTun() {}

    private static Optional<AccountId> user(Attributes data, int number) {
        return data.number(number).stream().mapToObj(AccountId::user).findFirst();
    }

    private static Optional<AccountId> group(Attributes data, int number) {
        return data.number(number).stream().mapToObj(AccountId::group).findFirst();
    }
}
