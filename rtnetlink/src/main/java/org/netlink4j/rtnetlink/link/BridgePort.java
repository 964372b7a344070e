package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_BACKUP_PORT;
import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_BCAST_FLOOD;
import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_COST;
import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_FAST_LEAVE;
import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_GROUP_FWD_MASK;
import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_GUARD;
import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_ISOLATED;
import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_LEARNING;
import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_LOCKED;
import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_MAB;
import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_MCAST_FLOOD;
import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_MCAST_MAX_GROUPS;
import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_MCAST_N_GROUPS;
import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_MCAST_TO_UCAST;
import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_MODE;
import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_MULTICAST_ROUTER;
import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_NEIGH_SUPPRESS;
import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_PRIORITY;
import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_PROTECT;
import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_PROXYARP;
import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_PROXYARP_WIFI;
import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_STATE;
import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_UNICAST_FLOOD;
import static org.netlink4j.rtnetlink.link.IflaBrport.IFLA_BRPORT_VLAN_TUNNEL;

import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.schema.Attributes;

/**
 * A port of a bridge. What has no name here is reached through {@link #data} with the numbers of {@link IflaBrport}.
 *
 * @param data {@code IFLA_INFO_SLAVE_DATA}, attributes of {@link IflaBrport}
 */
public record BridgePort(Attributes data) implements TypedLinkPort<BridgePort> {
    static final String KIND = "bridge";

    /** Checks the table. */
    public BridgePort {
        LinkKindType.require(IflaBrport.ATTRIBUTES, data);
    }

    /** Nothing is wanted yet. */
    public BridgePort() {
        this(Attributes.none(IflaBrport.ATTRIBUTES));
    }

    /** {@return the spanning tree state; {@code IFLA_BRPORT_STATE}} */
    public OptionalInt state() {
        return data.integer(IFLA_BRPORT_STATE);
    }

    /**
     * Sets the spanning tree state.
     *
     * @param value 0 disabled, 1 listening, 2 learning, 3 forwarding, 4 blocking
     * @return the port with it
     */
    public BridgePort state(int value) {
        return with(IFLA_BRPORT_STATE, value);
    }

    /** {@return the priority in the spanning tree; {@code IFLA_BRPORT_PRIORITY}} */
    public OptionalInt priority() {
        return data.integer(IFLA_BRPORT_PRIORITY);
    }

    /**
     * Sets the priority in the spanning tree.
     *
     * @param value 0 to 63
     * @return the port with it
     */
    public BridgePort priority(int value) {
        return with(IFLA_BRPORT_PRIORITY, value);
    }

    /** {@return the cost of the path; {@code IFLA_BRPORT_COST}} */
    public OptionalInt cost() {
        return data.integer(IFLA_BRPORT_COST);
    }

    /**
     * Sets the cost of the path.
     *
     * @param value u32, 1 to 65535 in the kernel
     * @return the port with it
     */
    public BridgePort cost(long value) {
        return with(IFLA_BRPORT_COST, value);
    }

    /** {@return whether frames may leave by the port that they came in by (VEPA); {@code IFLA_BRPORT_MODE}} */
    public Optional<Boolean> hairpin() {
        return truth(IFLA_BRPORT_MODE);
    }

    /**
     * Sets whether frames may leave by the port that they came in by (VEPA).
     *
     * @param on whether it is so
     * @return the port with it
     */
    public BridgePort hairpin(boolean on) {
        return with(IFLA_BRPORT_MODE, on);
    }

    /** {@return whether spanning tree packets are refused; {@code IFLA_BRPORT_GUARD}} */
    public Optional<Boolean> guard() {
        return truth(IFLA_BRPORT_GUARD);
    }

    /**
     * Sets whether spanning tree packets are refused.
     *
     * @param on whether it is so
     * @return the port with it
     */
    public BridgePort guard(boolean on) {
        return with(IFLA_BRPORT_GUARD, on);
    }

    /** {@return whether the port may not become the root port; {@code IFLA_BRPORT_PROTECT}} */
    public Optional<Boolean> protect() {
        return truth(IFLA_BRPORT_PROTECT);
    }

    /**
     * Sets whether the port may not become the root port.
     *
     * @param on whether it is so
     * @return the port with it
     */
    public BridgePort protect(boolean on) {
        return with(IFLA_BRPORT_PROTECT, on);
    }

    /** {@return whether a group is left at once; {@code IFLA_BRPORT_FAST_LEAVE}} */
    public Optional<Boolean> fastLeave() {
        return truth(IFLA_BRPORT_FAST_LEAVE);
    }

    /**
     * Sets whether a group is left at once.
     *
     * @param on whether it is so
     * @return the port with it
     */
    public BridgePort fastLeave(boolean on) {
        return with(IFLA_BRPORT_FAST_LEAVE, on);
    }

    /** {@return whether addresses are learnt; {@code IFLA_BRPORT_LEARNING}} */
    public Optional<Boolean> learning() {
        return truth(IFLA_BRPORT_LEARNING);
    }

    /**
     * Sets whether addresses are learnt.
     *
     * @param on whether it is so
     * @return the port with it
     */
    public BridgePort learning(boolean on) {
        return with(IFLA_BRPORT_LEARNING, on);
    }

    /** {@return whether frames to unknown addresses are flooded; {@code IFLA_BRPORT_UNICAST_FLOOD}} */
    public Optional<Boolean> unicastFlood() {
        return truth(IFLA_BRPORT_UNICAST_FLOOD);
    }

    /**
     * Sets whether frames to unknown addresses are flooded.
     *
     * @param on whether it is so
     * @return the port with it
     */
    public BridgePort unicastFlood(boolean on) {
        return with(IFLA_BRPORT_UNICAST_FLOOD, on);
    }

    /** {@return whether multicast frames are flooded; {@code IFLA_BRPORT_MCAST_FLOOD}} */
    public Optional<Boolean> multicastFlood() {
        return truth(IFLA_BRPORT_MCAST_FLOOD);
    }

    /**
     * Sets whether multicast frames are flooded.
     *
     * @param on whether it is so
     * @return the port with it
     */
    public BridgePort multicastFlood(boolean on) {
        return with(IFLA_BRPORT_MCAST_FLOOD, on);
    }

    /** {@return whether broadcast frames are flooded; {@code IFLA_BRPORT_BCAST_FLOOD}} */
    public Optional<Boolean> broadcastFlood() {
        return truth(IFLA_BRPORT_BCAST_FLOOD);
    }

    /**
     * Sets whether broadcast frames are flooded.
     *
     * @param on whether it is so
     * @return the port with it
     */
    public BridgePort broadcastFlood(boolean on) {
        return with(IFLA_BRPORT_BCAST_FLOOD, on);
    }

    /** {@return whether multicast frames are sent to each host that wants them; {@code IFLA_BRPORT_MCAST_TO_UCAST}} */
    public Optional<Boolean> multicastToUnicast() {
        return truth(IFLA_BRPORT_MCAST_TO_UCAST);
    }

    /**
     * Sets whether multicast frames are sent to each host that wants them.
     *
     * @param on whether it is so
     * @return the port with it
     */
    public BridgePort multicastToUnicast(boolean on) {
        return with(IFLA_BRPORT_MCAST_TO_UCAST, on);
    }

    /** {@return whether ARP requests are answered; {@code IFLA_BRPORT_PROXYARP}} */
    public Optional<Boolean> proxyArp() {
        return truth(IFLA_BRPORT_PROXYARP);
    }

    /**
     * Sets whether ARP requests are answered.
     *
     * @param on whether it is so
     * @return the port with it
     */
    public BridgePort proxyArp(boolean on) {
        return with(IFLA_BRPORT_PROXYARP, on);
    }

    /** {@return whether ARP requests are answered as IEEE 802.11 wants; {@code IFLA_BRPORT_PROXYARP_WIFI}} */
    public Optional<Boolean> proxyArpWifi() {
        return truth(IFLA_BRPORT_PROXYARP_WIFI);
    }

    /**
     * Sets whether ARP requests are answered as IEEE 802.11 wants.
     *
     * @param on whether it is so
     * @return the port with it
     */
    public BridgePort proxyArpWifi(boolean on) {
        return with(IFLA_BRPORT_PROXYARP_WIFI, on);
    }

    /** {@return whether a multicast router is behind the port; {@code IFLA_BRPORT_MULTICAST_ROUTER}} */
    public OptionalInt multicastRouter() {
        return data.integer(IFLA_BRPORT_MULTICAST_ROUTER);
    }

    /**
     * Sets whether a multicast router is behind the port.
     *
     * @param value 0 never, 1 if learnt, 2 always, 3 for a while
     * @return the port with it
     */
    public BridgePort multicastRouter(int value) {
        return with(IFLA_BRPORT_MULTICAST_ROUTER, value);
    }

    /** {@return whether VLANs are mapped to tunnels; {@code IFLA_BRPORT_VLAN_TUNNEL}} */
    public Optional<Boolean> vlanTunnel() {
        return truth(IFLA_BRPORT_VLAN_TUNNEL);
    }

    /**
     * Sets whether VLANs are mapped to tunnels.
     *
     * @param on whether it is so
     * @return the port with it
     */
    public BridgePort vlanTunnel(boolean on) {
        return with(IFLA_BRPORT_VLAN_TUNNEL, on);
    }

    /** {@return which link-local groups 01:80:c2:00:00:0X are forwarded; {@code IFLA_BRPORT_GROUP_FWD_MASK}} */
    public OptionalInt groupForwardMask() {
        return data.integer(IFLA_BRPORT_GROUP_FWD_MASK);
    }

    /**
     * Sets which link-local groups 01:80:c2:00:00:0X are forwarded.
     *
     * @param value u16, bit X each
     * @return the port with it
     */
    public BridgePort groupForwardMask(int value) {
        return with(IFLA_BRPORT_GROUP_FWD_MASK, value);
    }

    /** {@return whether ARP and neighbour discovery are suppressed; {@code IFLA_BRPORT_NEIGH_SUPPRESS}} */
    public Optional<Boolean> neighbourSuppress() {
        return truth(IFLA_BRPORT_NEIGH_SUPPRESS);
    }

    /**
     * Sets whether ARP and neighbour discovery are suppressed.
     *
     * @param on whether it is so
     * @return the port with it
     */
    public BridgePort neighbourSuppress(boolean on) {
        return with(IFLA_BRPORT_NEIGH_SUPPRESS, on);
    }

    /** {@return whether frames are forwarded to ports only that are not isolated; {@code IFLA_BRPORT_ISOLATED}} */
    public Optional<Boolean> isolated() {
        return truth(IFLA_BRPORT_ISOLATED);
    }

    /**
     * Sets whether frames are forwarded to ports only that are not isolated.
     *
     * @param on whether it is so
     * @return the port with it
     */
    public BridgePort isolated(boolean on) {
        return with(IFLA_BRPORT_ISOLATED, on);
    }

    /** {@return the index of the port that takes over when this one is down; {@code IFLA_BRPORT_BACKUP_PORT}} */
    public OptionalInt backupPort() {
        return data.integer(IFLA_BRPORT_BACKUP_PORT);
    }

    /**
     * Sets the index of the port that takes over when this one is down.
     *
     * @param index its index; 0 for none
     * @return the port with it
     */
    public BridgePort backupPort(int index) {
        return with(IFLA_BRPORT_BACKUP_PORT, index);
    }

    /** {@return whether frames from addresses that are not in the table are dropped; {@code IFLA_BRPORT_LOCKED}} */
    public Optional<Boolean> locked() {
        return truth(IFLA_BRPORT_LOCKED);
    }

    /**
     * Sets whether frames from addresses that are not in the table are dropped.
     *
     * @param on whether it is so
     * @return the port with it
     */
    public BridgePort locked(boolean on) {
        return with(IFLA_BRPORT_LOCKED, on);
    }

    /** {@return whether addresses are learnt for MAC authentication bypass; {@code IFLA_BRPORT_MAB}} */
    public Optional<Boolean> macAuthentication() {
        return truth(IFLA_BRPORT_MAB);
    }

    /**
     * Sets whether addresses are learnt for MAC authentication bypass.
     *
     * @param on whether it is so
     * @return the port with it
     */
    public BridgePort macAuthentication(boolean on) {
        return with(IFLA_BRPORT_MAB, on);
    }

    /** {@return the number of groups; {@code IFLA_BRPORT_MCAST_N_GROUPS}} */
    public OptionalInt multicastGroups() {
        return data.integer(IFLA_BRPORT_MCAST_N_GROUPS);
    }

    /** {@return the largest number of groups; {@code IFLA_BRPORT_MCAST_MAX_GROUPS}} */
    public OptionalInt multicastGroupLimit() {
        return data.integer(IFLA_BRPORT_MCAST_MAX_GROUPS);
    }

    /**
     * Sets the largest number of groups.
     *
     * @param value u32; 0 for no limit
     * @return the port with it
     */
    public BridgePort multicastGroupLimit(long value) {
        return with(IFLA_BRPORT_MCAST_MAX_GROUPS, value);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public BridgePort over(Attributes data) {
        return new BridgePort(data);
    }
}
