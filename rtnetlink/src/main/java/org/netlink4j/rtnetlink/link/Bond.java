package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_ACTIVE_SLAVE;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_AD_ACTOR_SYSTEM;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_AD_ACTOR_SYS_PRIO;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_AD_LACP_ACTIVE;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_AD_LACP_RATE;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_AD_SELECT;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_AD_USER_PORT_KEY;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_ALL_SLAVES_ACTIVE;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_ARP_ALL_TARGETS;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_ARP_INTERVAL;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_ARP_IP_TARGET;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_ARP_VALIDATE;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_DOWNDELAY;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_FAIL_OVER_MAC;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_LP_INTERVAL;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_MIIMON;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_MIN_LINKS;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_MISSED_MAX;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_MODE;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_NS_IP6_TARGET;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_NUM_PEER_NOTIF;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_PACKETS_PER_SLAVE;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_PEER_NOTIF_DELAY;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_PRIMARY;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_PRIMARY_RESELECT;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_RESEND_IGMP;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_TLB_DYNAMIC_LB;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_UPDELAY;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_USE_CARRIER;
import static org.netlink4j.rtnetlink.link.IflaBond.IFLA_BOND_XMIT_HASH_POLICY;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.schema.Attributes;

/**
 * A bond: one link out of several. A mode wants its settings after it in a request.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaBond}
 */
public record Bond(Attributes data) implements TypedLinkKind<Bond> {
    static final String KIND = "bond";

    /** Checks the table. */
    public Bond {
        LinkKindType.require(IflaBond.ATTRIBUTES, data);
    }

    /** One with the kernel's defaults. */
    public Bond() {
        this(Attributes.none(IflaBond.ATTRIBUTES));
    }

    /** {@return how frames are spread; {@code IFLA_BOND_MODE}} */
    public OptionalInt mode() {
        return data.integer(IFLA_BOND_MODE);
    }

    /**
     * Sets how frames are spread.
     *
     * @param value {@code BOND_MODE_*} of {@link IflaBond}
     * @return the kind with it
     */
    public Bond mode(int value) {
        return with(IFLA_BOND_MODE, value);
    }

    /** {@return the index of the active port; {@code IFLA_BOND_ACTIVE_SLAVE}} */
    public OptionalInt activePort() {
        return data.integer(IFLA_BOND_ACTIVE_SLAVE);
    }

    /**
     * Sets the index of the active port.
     *
     * @param index its index; 0 for none
     * @return the kind with it
     */
    public Bond activePort(int index) {
        return with(IFLA_BOND_ACTIVE_SLAVE, index);
    }

    /** {@return the milliseconds between looks at the carrier; {@code IFLA_BOND_MIIMON}} */
    public OptionalInt miiInterval() {
        return data.integer(IFLA_BOND_MIIMON);
    }

    /**
     * Sets the milliseconds between looks at the carrier.
     *
     * @param value u32; 0 for never
     * @return the kind with it
     */
    public Bond miiInterval(long value) {
        return with(IFLA_BOND_MIIMON, value);
    }

    /** {@return the milliseconds before a port with a carrier is used; {@code IFLA_BOND_UPDELAY}} */
    public OptionalInt upDelay() {
        return data.integer(IFLA_BOND_UPDELAY);
    }

    /**
     * Sets the milliseconds before a port with a carrier is used.
     *
     * @param value u32
     * @return the kind with it
     */
    public Bond upDelay(long value) {
        return with(IFLA_BOND_UPDELAY, value);
    }

    /** {@return the milliseconds before a port without a carrier is not used any more; {@code IFLA_BOND_DOWNDELAY}} */
    public OptionalInt downDelay() {
        return data.integer(IFLA_BOND_DOWNDELAY);
    }

    /**
     * Sets the milliseconds before a port without a carrier is not used any more.
     *
     * @param value u32
     * @return the kind with it
     */
    public Bond downDelay(long value) {
        return with(IFLA_BOND_DOWNDELAY, value);
    }

    /** {@return whether the driver is asked for the carrier; {@code IFLA_BOND_USE_CARRIER}} */
    public Optional<Boolean> useCarrier() {
        return truth(IFLA_BOND_USE_CARRIER);
    }

    /**
     * Sets whether the driver is asked for the carrier.
     *
     * @param on whether it is
     * @return the kind with it
     */
    public Bond useCarrier(boolean on) {
        return with(IFLA_BOND_USE_CARRIER, on);
    }

    /** {@return the milliseconds between ARP requests; {@code IFLA_BOND_ARP_INTERVAL}} */
    public OptionalInt arpInterval() {
        return data.integer(IFLA_BOND_ARP_INTERVAL);
    }

    /**
     * Sets the milliseconds between ARP requests.
     *
     * @param value u32; 0 for none
     * @return the kind with it
     */
    public Bond arpInterval(long value) {
        return with(IFLA_BOND_ARP_INTERVAL, value);
    }

    /** {@return the addresses that ARP requests ask for; {@code IFLA_BOND_ARP_IP_TARGET}} */
    public List<IpAddress> arpTargets() {
        return data.ips(IFLA_BOND_ARP_IP_TARGET);
    }

    /**
     * Sets the addresses that ARP requests ask for.
     *
     * @param targets at most 16
     * @return the kind with them
     */
    public Bond arpTargets(List<Ipv4Address> targets) {
        return over(data.with(IFLA_BOND_ARP_IP_TARGET, numbered(IFLA_BOND_ARP_IP_TARGET, targets)));
    }

    /** {@return the addresses that neighbour solicitations ask for; {@code IFLA_BOND_NS_IP6_TARGET}} */
    public List<IpAddress> solicitationTargets() {
        return data.ips(IFLA_BOND_NS_IP6_TARGET);
    }

    /**
     * Sets the addresses that neighbour solicitations ask for.
     *
     * @param targets at most 16
     * @return the kind with them
     */
    public Bond solicitationTargets(List<Ipv6Address> targets) {
        return over(data.with(IFLA_BOND_NS_IP6_TARGET, numbered(IFLA_BOND_NS_IP6_TARGET, targets)));
    }

    private Attributes numbered(int number, List<? extends IpAddress> addresses) {
        Attributes list = Attributes.none(IflaBond.ATTRIBUTES.find(number).orElseThrow().nest());
        for (int i = 0; i < addresses.size(); i++) {
            list = list.with(i, addresses.get(i));
        }
        return list;
    }

    /** {@return which ARP packets count; {@code IFLA_BOND_ARP_VALIDATE}} */
    public OptionalInt arpValidation() {
        return data.integer(IFLA_BOND_ARP_VALIDATE);
    }

    /**
     * Sets which ARP packets count.
     *
     * @param value 0 none, 1 active, 2 backup, 3 all, 4 to 6 filter as well
     * @return the kind with it
     */
    public Bond arpValidation(long value) {
        return with(IFLA_BOND_ARP_VALIDATE, value);
    }

    /** {@return whether all targets must answer; {@code IFLA_BOND_ARP_ALL_TARGETS}} */
    public OptionalInt arpAllTargets() {
        return data.integer(IFLA_BOND_ARP_ALL_TARGETS);
    }

    /**
     * Sets whether all targets must answer.
     *
     * @param value 1 if all must, 0 if one must
     * @return the kind with it
     */
    public Bond arpAllTargets(long value) {
        return with(IFLA_BOND_ARP_ALL_TARGETS, value);
    }

    /** {@return the missed ARP answers before a port is down; {@code IFLA_BOND_MISSED_MAX}} */
    public OptionalInt arpMissedMax() {
        return data.integer(IFLA_BOND_MISSED_MAX);
    }

    /**
     * Sets the missed ARP answers before a port is down.
     *
     * @param value u8, not 0
     * @return the kind with it
     */
    public Bond arpMissedMax(int value) {
        return with(IFLA_BOND_MISSED_MAX, value);
    }

    /** {@return the index of the preferred port; {@code IFLA_BOND_PRIMARY}} */
    public OptionalInt primary() {
        return data.integer(IFLA_BOND_PRIMARY);
    }

    /**
     * Sets the index of the preferred port.
     *
     * @param index its index; 0 for none
     * @return the kind with it
     */
    public Bond primary(int index) {
        return with(IFLA_BOND_PRIMARY, index);
    }

    /** {@return when the preferred port takes over again; {@code IFLA_BOND_PRIMARY_RESELECT}} */
    public OptionalInt primaryReselect() {
        return data.integer(IFLA_BOND_PRIMARY_RESELECT);
    }

    /**
     * Sets when the preferred port takes over again.
     *
     * @param value 0 always, 1 if better, 2 if the other one fails
     * @return the kind with it
     */
    public Bond primaryReselect(int value) {
        return with(IFLA_BOND_PRIMARY_RESELECT, value);
    }

    /** {@return which MAC addresses ports have; {@code IFLA_BOND_FAIL_OVER_MAC}} */
    public OptionalInt failOverMac() {
        return data.integer(IFLA_BOND_FAIL_OVER_MAC);
    }

    /**
     * Sets which MAC addresses ports have.
     *
     * @param value 0 the bond's, 1 the bond follows the active port, 2 the active port follows the bond
     * @return the kind with it
     */
    public Bond failOverMac(int value) {
        return with(IFLA_BOND_FAIL_OVER_MAC, value);
    }

    /** {@return what chooses the port; {@code IFLA_BOND_XMIT_HASH_POLICY}} */
    public OptionalInt hashPolicy() {
        return data.integer(IFLA_BOND_XMIT_HASH_POLICY);
    }

    /**
     * Sets what chooses the port.
     *
     * @param value 0 to 5, see {@link IflaBond#IFLA_BOND_XMIT_HASH_POLICY}
     * @return the kind with it
     */
    public Bond hashPolicy(int value) {
        return with(IFLA_BOND_XMIT_HASH_POLICY, value);
    }

    /** {@return the IGMP reports after a change of the active port; {@code IFLA_BOND_RESEND_IGMP}} */
    public OptionalInt resendIgmp() {
        return data.integer(IFLA_BOND_RESEND_IGMP);
    }

    /**
     * Sets the IGMP reports after a change of the active port.
     *
     * @param value 0 to 255
     * @return the kind with it
     */
    public Bond resendIgmp(long value) {
        return with(IFLA_BOND_RESEND_IGMP, value);
    }

    /** {@return the notifications of peers after such a change; {@code IFLA_BOND_NUM_PEER_NOTIF}} */
    public OptionalInt peerNotifications() {
        return data.integer(IFLA_BOND_NUM_PEER_NOTIF);
    }

    /**
     * Sets the notifications of peers after such a change.
     *
     * @param value u8
     * @return the kind with it
     */
    public Bond peerNotifications(int value) {
        return with(IFLA_BOND_NUM_PEER_NOTIF, value);
    }

    /** {@return the milliseconds between notifications of peers; {@code IFLA_BOND_PEER_NOTIF_DELAY}} */
    public OptionalInt peerNotificationDelay() {
        return data.integer(IFLA_BOND_PEER_NOTIF_DELAY);
    }

    /**
     * Sets the milliseconds between notifications of peers.
     *
     * @param value u32
     * @return the kind with it
     */
    public Bond peerNotificationDelay(long value) {
        return with(IFLA_BOND_PEER_NOTIF_DELAY, value);
    }

    /** {@return whether frames are accepted on ports that are not active; {@code IFLA_BOND_ALL_SLAVES_ACTIVE}} */
    public Optional<Boolean> allPortsActive() {
        return truth(IFLA_BOND_ALL_SLAVES_ACTIVE);
    }

    /**
     * Sets whether frames are accepted on ports that are not active.
     *
     * @param on whether they are
     * @return the kind with it
     */
    public Bond allPortsActive(boolean on) {
        return with(IFLA_BOND_ALL_SLAVES_ACTIVE, on);
    }

    /** {@return the ports that the bond needs for a carrier; {@code IFLA_BOND_MIN_LINKS}} */
    public OptionalInt minimumLinks() {
        return data.integer(IFLA_BOND_MIN_LINKS);
    }

    /**
     * Sets the ports that the bond needs for a carrier.
     *
     * @param value u32
     * @return the kind with it
     */
    public Bond minimumLinks(long value) {
        return with(IFLA_BOND_MIN_LINKS, value);
    }

    /** {@return the seconds between learning packets; {@code IFLA_BOND_LP_INTERVAL}} */
    public OptionalInt learningInterval() {
        return data.integer(IFLA_BOND_LP_INTERVAL);
    }

    /**
     * Sets the seconds between learning packets.
     *
     * @param value u32, not 0
     * @return the kind with it
     */
    public Bond learningInterval(long value) {
        return with(IFLA_BOND_LP_INTERVAL, value);
    }

    /** {@return the packets before the next port's turn; {@code IFLA_BOND_PACKETS_PER_SLAVE}} */
    public OptionalInt packetsPerPort() {
        return data.integer(IFLA_BOND_PACKETS_PER_SLAVE);
    }

    /**
     * Sets the packets before the next port's turn.
     *
     * @param value 0 to 65535; 0 for random ports
     * @return the kind with it
     */
    public Bond packetsPerPort(long value) {
        return with(IFLA_BOND_PACKETS_PER_SLAVE, value);
    }

    /** {@return whether load is rebalanced; {@code IFLA_BOND_TLB_DYNAMIC_LB}} */
    public Optional<Boolean> dynamicBalancing() {
        return truth(IFLA_BOND_TLB_DYNAMIC_LB);
    }

    /**
     * Sets whether load is rebalanced.
     *
     * @param on whether it is
     * @return the kind with it
     */
    public Bond dynamicBalancing(boolean on) {
        return with(IFLA_BOND_TLB_DYNAMIC_LB, on);
    }

    /** {@return how often the other end is to send LACP packets; {@code IFLA_BOND_AD_LACP_RATE}} */
    public OptionalInt lacpRate() {
        return data.integer(IFLA_BOND_AD_LACP_RATE);
    }

    /**
     * Sets how often the other end is to send LACP packets.
     *
     * @param value 0 slow, 1 fast
     * @return the kind with it
     */
    public Bond lacpRate(int value) {
        return with(IFLA_BOND_AD_LACP_RATE, value);
    }

    /** {@return whether LACP packets are sent unasked; {@code IFLA_BOND_AD_LACP_ACTIVE}} */
    public Optional<Boolean> lacpActive() {
        return truth(IFLA_BOND_AD_LACP_ACTIVE);
    }

    /**
     * Sets whether LACP packets are sent unasked.
     *
     * @param on whether they are
     * @return the kind with it
     */
    public Bond lacpActive(boolean on) {
        return with(IFLA_BOND_AD_LACP_ACTIVE, on);
    }

    /** {@return how the aggregator is chosen; {@code IFLA_BOND_AD_SELECT}} */
    public OptionalInt aggregatorSelection() {
        return data.integer(IFLA_BOND_AD_SELECT);
    }

    /**
     * Sets how the aggregator is chosen.
     *
     * @param value 0 stable, 1 by bandwidth, 2 by count
     * @return the kind with it
     */
    public Bond aggregatorSelection(int value) {
        return with(IFLA_BOND_AD_SELECT, value);
    }

    /** {@return the LACP system priority; {@code IFLA_BOND_AD_ACTOR_SYS_PRIO}} */
    public OptionalInt actorSystemPriority() {
        return data.integer(IFLA_BOND_AD_ACTOR_SYS_PRIO);
    }

    /**
     * Sets the LACP system priority.
     *
     * @param value u16, not 0
     * @return the kind with it
     */
    public Bond actorSystemPriority(int value) {
        return with(IFLA_BOND_AD_ACTOR_SYS_PRIO, value);
    }

    /** {@return the LACP system id; {@code IFLA_BOND_AD_ACTOR_SYSTEM}} */
    public Optional<MacAddress> actorSystem() {
        return data.mac(IFLA_BOND_AD_ACTOR_SYSTEM);
    }

    /**
     * Sets the LACP system id.
     *
     * @param address the address
     * @return the kind with it
     */
    public Bond actorSystem(MacAddress address) {
        return with(IFLA_BOND_AD_ACTOR_SYSTEM, address);
    }

    /** {@return the upper bits of the LACP port key; {@code IFLA_BOND_AD_USER_PORT_KEY}} */
    public OptionalInt userPortKey() {
        return data.integer(IFLA_BOND_AD_USER_PORT_KEY);
    }

    /**
     * Sets the upper bits of the LACP port key.
     *
     * @param value 0 to 1023
     * @return the kind with it
     */
    public Bond userPortKey(int value) {
        return with(IFLA_BOND_AD_USER_PORT_KEY, value);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Bond over(Attributes data) {
        return new Bond(data);
    }
}
