package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaTun.IFLA_TUN_GROUP;
import static org.netlink4j.rtnetlink.link.IflaTun.IFLA_TUN_MULTI_QUEUE;
import static org.netlink4j.rtnetlink.link.IflaTun.IFLA_TUN_NUM_DISABLED_QUEUES;
import static org.netlink4j.rtnetlink.link.IflaTun.IFLA_TUN_NUM_QUEUES;
import static org.netlink4j.rtnetlink.link.IflaTun.IFLA_TUN_OWNER;
import static org.netlink4j.rtnetlink.link.IflaTun.IFLA_TUN_PERSIST;
import static org.netlink4j.rtnetlink.link.IflaTun.IFLA_TUN_PI;
import static org.netlink4j.rtnetlink.link.IflaTun.IFLA_TUN_TYPE;
import static org.netlink4j.rtnetlink.link.IflaTun.IFLA_TUN_VNET_HDR;

import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.schema.Attributes;

/**
 * A device whose packets (tun) or frames (tap) a program reads and writes. It is made by opening {@code /dev/net/tun}; the
 * kernel refuses to make it over netlink.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaTun}
 */
public record Tun(Attributes data) implements TypedLinkKind<Tun> {
    static final String KIND = "tun";

    /** Checks the table. */
    public Tun {
        LinkKindType.require(IflaTun.ATTRIBUTES, data);
    }

    /** For a filter or a test; nothing is known of it. */
    public Tun() {
        this(Attributes.none(IflaTun.ATTRIBUTES));
    }

    /** {@return 1 for tun, 2 for tap; {@code IFLA_TUN_TYPE}} */
    public OptionalInt type() {
        return data.integer(IFLA_TUN_TYPE);
    }

    /** {@return the user who may open the device, the bits of a u32; {@code IFLA_TUN_OWNER}} */
    public OptionalInt owner() {
        return data.integer(IFLA_TUN_OWNER);
    }

    /** {@return the group that may open the device, the bits of a u32; {@code IFLA_TUN_GROUP}} */
    public OptionalInt group() {
        return data.integer(IFLA_TUN_GROUP);
    }

    /** {@return whether a header with the protocol precedes packets; {@code IFLA_TUN_PI}} */
    public Optional<Boolean> packetInformation() {
        return truth(IFLA_TUN_PI);
    }

    /** {@return whether a header for offloads precedes packets; {@code IFLA_TUN_VNET_HDR}} */
    public Optional<Boolean> vnetHeader() {
        return truth(IFLA_TUN_VNET_HDR);
    }

    /** {@return whether the device stays when nobody has it open; {@code IFLA_TUN_PERSIST}} */
    public Optional<Boolean> persistent() {
        return truth(IFLA_TUN_PERSIST);
    }

    /** {@return whether it may be opened more than once; {@code IFLA_TUN_MULTI_QUEUE}} */
    public Optional<Boolean> multiQueue() {
        return truth(IFLA_TUN_MULTI_QUEUE);
    }

    /** {@return the number of open queues, of a device of many; {@code IFLA_TUN_NUM_QUEUES}} */
    public OptionalInt queues() {
        return data.integer(IFLA_TUN_NUM_QUEUES);
    }

    /** {@return the number of open queues that are switched off, of a device of many; {@code IFLA_TUN_NUM_DISABLED_QUEUES}} */
    public OptionalInt disabledQueues() {
        return data.integer(IFLA_TUN_NUM_DISABLED_QUEUES);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Tun over(Attributes data) {
        return new Tun(data);
    }
}
