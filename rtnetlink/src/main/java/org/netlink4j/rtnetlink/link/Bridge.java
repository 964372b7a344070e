package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaBr.IFLA_BR_AGEING_TIME;
import static org.netlink4j.rtnetlink.link.IflaBr.IFLA_BR_FORWARD_DELAY;
import static org.netlink4j.rtnetlink.link.IflaBr.IFLA_BR_GROUP_FWD_MASK;
import static org.netlink4j.rtnetlink.link.IflaBr.IFLA_BR_MCAST_SNOOPING;
import static org.netlink4j.rtnetlink.link.IflaBr.IFLA_BR_PRIORITY;
import static org.netlink4j.rtnetlink.link.IflaBr.IFLA_BR_STP_STATE;
import static org.netlink4j.rtnetlink.link.IflaBr.IFLA_BR_VLAN_FILTERING;

import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.schema.Attributes;

/**
 * A bridge. The usual settings have names here; the others are reached through {@link #data} with the numbers of {@link IflaBr}.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaBr}
 */
public record Bridge(Attributes data) implements TypedLinkKind<Bridge> {
    static final String KIND = "bridge";

    /** Checks the table. */
    public Bridge {
        LinkKindType.require(IflaBr.ATTRIBUTES, data);
    }

    /** A bridge with the kernel's defaults. */
    public Bridge() {
        this(Attributes.none(IflaBr.ATTRIBUTES));
    }

    /** {@return the forward delay of the spanning tree in hundredths of a second} */
    public OptionalInt forwardDelay() {
        return data.integer(IFLA_BR_FORWARD_DELAY);
    }

    /**
     * Sets the forward delay of the spanning tree.
     *
     * @param hundredths u32 in hundredths of a second; 200 to 3000 while the spanning tree is on
     * @return the bridge with it
     */
    public Bridge forwardDelay(long hundredths) {
        return with(IFLA_BR_FORWARD_DELAY, hundredths);
    }

    /** {@return how long a learnt address is kept, in hundredths of a second} */
    public OptionalInt ageingTime() {
        return data.integer(IFLA_BR_AGEING_TIME);
    }

    /**
     * Sets how long a learnt address is kept.
     *
     * @param hundredths u32 in hundredths of a second; 0 for not at all
     * @return the bridge with it
     */
    public Bridge ageingTime(long hundredths) {
        return with(IFLA_BR_AGEING_TIME, hundredths);
    }

    /** {@return whether the spanning tree is on} */
    public Optional<Boolean> spanningTree() {
        return truth(IFLA_BR_STP_STATE);
    }

    /**
     * Turns the spanning tree on or off.
     *
     * @param on whether it is to be on
     * @return the bridge with it
     */
    public Bridge spanningTree(boolean on) {
        return with(IFLA_BR_STP_STATE, on);
    }

    /** {@return the priority in the spanning tree} */
    public OptionalInt priority() {
        return data.integer(IFLA_BR_PRIORITY);
    }

    /**
     * Sets the priority in the spanning tree.
     *
     * @param priority u16; the lowest becomes root
     * @return the bridge with it
     */
    public Bridge priority(int priority) {
        return with(IFLA_BR_PRIORITY, priority);
    }

    /** {@return whether frames are filtered by VLAN} */
    public Optional<Boolean> vlanFiltering() {
        return truth(IFLA_BR_VLAN_FILTERING);
    }

    /**
     * Turns filtering by VLAN on or off.
     *
     * @param on whether it is to be on; a kernel without {@code CONFIG_BRIDGE_VLAN_FILTERING} refuses with {@code EOPNOTSUPP}
     * @return the bridge with it
     */
    public Bridge vlanFiltering(boolean on) {
        return with(IFLA_BR_VLAN_FILTERING, on);
    }

    /** {@return which link-local groups 01:80:c2:00:00:0X are forwarded, bit X each} */
    public OptionalInt groupForwardMask() {
        return data.integer(IFLA_BR_GROUP_FWD_MASK);
    }

    /**
     * Sets which link-local groups are forwarded.
     *
     * @param mask u16, bit X for 01:80:c2:00:00:0X; bits 0 to 2 are refused
     * @return the bridge with it
     */
    public Bridge groupForwardMask(int mask) {
        return with(IFLA_BR_GROUP_FWD_MASK, mask);
    }

    /** {@return whether IGMP and MLD are snooped} */
    public Optional<Boolean> multicastSnooping() {
        return truth(IFLA_BR_MCAST_SNOOPING);
    }

    /**
     * Turns IGMP and MLD snooping on or off.
     *
     * @param on whether it is to be on
     * @return the bridge with it
     */
    public Bridge multicastSnooping(boolean on) {
        return with(IFLA_BR_MCAST_SNOOPING, on);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Bridge over(Attributes data) {
        return new Bridge(data);
    }
}
