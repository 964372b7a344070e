package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_GLOBAL_OPTIONS;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_GOPTS_ID;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_GOPTS_MCAST_IGMP_VERSION;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_CNT;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_INTVL;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_GOPTS_MCAST_MEMBERSHIP_INTVL;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_GOPTS_MCAST_MLD_VERSION;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_GOPTS_MCAST_QUERIER;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_INTVL;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_STATE;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_GOPTS_MCAST_QUERY_INTVL;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_GOPTS_MCAST_QUERY_RESPONSE_INTVL;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_GOPTS_MCAST_ROUTER_PORTS;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_GOPTS_MCAST_SNOOPING;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_CNT;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_INTVL;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_GOPTS_MSTI;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_GOPTS_RANGE;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.link.BridgeQuerier;

/**
 * Options of VLANs of a whole bridge: what the kernel says of them, and what somebody wants of them. Those of multicast count only
 * in a bridge that snoops VLAN by VLAN. Since Linux 5.15.
 *
 * @param bridge index of the bridge
 * @param ids which VLANs
 * @param attributes attributes {@code BRIDGE_VLANDB_GOPTS_*} of {@link BridgeVlandb}; those that say which VLANs are left out
 */
public record BridgeVlanOptions(int bridge, VlanRange ids, Attributes attributes) implements MessageBody {
    /** Checks the table. */
    public BridgeVlanOptions {
        Objects.requireNonNull(ids);
        if (attributes.set() != BridgeVlandb.OPTIONS
                || attributes.has(BRIDGE_VLANDB_GOPTS_ID)
                || attributes.has(BRIDGE_VLANDB_GOPTS_RANGE)) {
            throw new IllegalArgumentException("not options of VLANs of a bridge: " + attributes);
        }
    }

    /**
     * Nothing is wanted yet.
     *
     * @param bridge index of the bridge
     * @param ids which VLANs
     * @return the options
     */
    public static BridgeVlanOptions of(int bridge, VlanRange ids) {
        return new BridgeVlanOptions(bridge, ids, Attributes.none(BridgeVlandb.OPTIONS));
    }

    /** Empty if it does not say which VLAN. */
    static Optional<BridgeVlanOptions> decode(int bridge, Attributes options) {
        OptionalInt id = options.integer(BRIDGE_VLANDB_GOPTS_ID);
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new BridgeVlanOptions(
                        bridge,
                        VlanRange.lenient(id.getAsInt(), options.integer(BRIDGE_VLANDB_GOPTS_RANGE).orElse(id.getAsInt())),
                        options.without(BRIDGE_VLANDB_GOPTS_ID).without(BRIDGE_VLANDB_GOPTS_RANGE)));
    }

    /** {@return whether IGMP and MLD are snooped; {@code BRIDGE_VLANDB_GOPTS_MCAST_SNOOPING}} */
    public Optional<Boolean> multicastSnooping() {
        OptionalInt on = attributes.integer(BRIDGE_VLANDB_GOPTS_MCAST_SNOOPING);
        return on.isPresent() ? Optional.of(on.getAsInt() != 0) : Optional.empty();
    }

    /**
     * Sets whether IGMP and MLD are snooped.
     *
     * @param on whether it is so
     * @return the options with it
     */
    public BridgeVlanOptions multicastSnooping(boolean on) {
        return with(all -> all.with(BRIDGE_VLANDB_GOPTS_MCAST_SNOOPING, on ? 1 : 0));
    }

    /** {@return the version of IGMP; {@code BRIDGE_VLANDB_GOPTS_MCAST_IGMP_VERSION}} */
    public OptionalInt igmpVersion() {
        return attributes.integer(BRIDGE_VLANDB_GOPTS_MCAST_IGMP_VERSION);
    }

    /**
     * Sets the version of IGMP.
     *
     * @param value u8: 2 or 3
     * @return the options with it
     */
    public BridgeVlanOptions igmpVersion(int value) {
        return with(all -> all.with(BRIDGE_VLANDB_GOPTS_MCAST_IGMP_VERSION, value));
    }

    /** {@return the version of MLD; {@code BRIDGE_VLANDB_GOPTS_MCAST_MLD_VERSION}} */
    public OptionalInt mldVersion() {
        return attributes.integer(BRIDGE_VLANDB_GOPTS_MCAST_MLD_VERSION);
    }

    /**
     * Sets the version of MLD.
     *
     * @param value u8: 1 or 2
     * @return the options with it
     */
    public BridgeVlanOptions mldVersion(int value) {
        return with(all -> all.with(BRIDGE_VLANDB_GOPTS_MCAST_MLD_VERSION, value));
    }

    /** {@return how many queries are sent after a host left; {@code BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_CNT}} */
    public OptionalLong lastMemberCount() {
        return attributes.number(BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_CNT);
    }

    /**
     * Sets how many queries are sent after a host left.
     *
     * @param value u32
     * @return the options with it
     */
    public BridgeVlanOptions lastMemberCount(long value) {
        return with(all -> all.with(BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_CNT, value));
    }

    /** {@return how many queries are sent in the beginning; {@code BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_CNT}} */
    public OptionalLong startupQueryCount() {
        return attributes.number(BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_CNT);
    }

    /**
     * Sets how many queries are sent in the beginning.
     *
     * @param value u32
     * @return the options with it
     */
    public BridgeVlanOptions startupQueryCount(long value) {
        return with(all -> all.with(BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_CNT, value));
    }

    /**
     * {@return the time between queries after a host left, in hundredths of a second;
     * {@code BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_INTVL}}
     */
    public OptionalLong lastMemberInterval() {
        return attributes.number(BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_INTVL);
    }

    /**
     * Sets the time between queries after a host left.
     *
     * @param value u64, in hundredths of a second
     * @return the options with it
     */
    public BridgeVlanOptions lastMemberInterval(long value) {
        return with(all -> all.with(BRIDGE_VLANDB_GOPTS_MCAST_LAST_MEMBER_INTVL, value));
    }

    /**
     * {@return the time until a member expires, in hundredths of a second;
     * {@code BRIDGE_VLANDB_GOPTS_MCAST_MEMBERSHIP_INTVL}}
     */
    public OptionalLong membershipInterval() {
        return attributes.number(BRIDGE_VLANDB_GOPTS_MCAST_MEMBERSHIP_INTVL);
    }

    /**
     * Sets the time until a member expires.
     *
     * @param value u64, in hundredths of a second
     * @return the options with it
     */
    public BridgeVlanOptions membershipInterval(long value) {
        return with(all -> all.with(BRIDGE_VLANDB_GOPTS_MCAST_MEMBERSHIP_INTVL, value));
    }

    /**
     * {@return the time until another querier is taken for gone, in hundredths of a second;
     * {@code BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_INTVL}}
     */
    public OptionalLong querierInterval() {
        return attributes.number(BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_INTVL);
    }

    /**
     * Sets the time until another querier is taken for gone.
     *
     * @param value u64, in hundredths of a second
     * @return the options with it
     */
    public BridgeVlanOptions querierInterval(long value) {
        return with(all -> all.with(BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_INTVL, value));
    }

    /** {@return the time between queries, in hundredths of a second; {@code BRIDGE_VLANDB_GOPTS_MCAST_QUERY_INTVL}} */
    public OptionalLong queryInterval() {
        return attributes.number(BRIDGE_VLANDB_GOPTS_MCAST_QUERY_INTVL);
    }

    /**
     * Sets the time between queries.
     *
     * @param value u64, in hundredths of a second; at least 100
     * @return the options with it
     */
    public BridgeVlanOptions queryInterval(long value) {
        return with(all -> all.with(BRIDGE_VLANDB_GOPTS_MCAST_QUERY_INTVL, value));
    }

    /**
     * {@return how long hosts may wait with their reports, in hundredths of a second;
     * {@code BRIDGE_VLANDB_GOPTS_MCAST_QUERY_RESPONSE_INTVL}}
     */
    public OptionalLong queryResponseInterval() {
        return attributes.number(BRIDGE_VLANDB_GOPTS_MCAST_QUERY_RESPONSE_INTVL);
    }

    /**
     * Sets how long hosts may wait with their reports.
     *
     * @param value u64, in hundredths of a second
     * @return the options with it
     */
    public BridgeVlanOptions queryResponseInterval(long value) {
        return with(all -> all.with(BRIDGE_VLANDB_GOPTS_MCAST_QUERY_RESPONSE_INTVL, value));
    }

    /**
     * {@return the time between queries in the beginning, in hundredths of a second;
     * {@code BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_INTVL}}
     */
    public OptionalLong startupQueryInterval() {
        return attributes.number(BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_INTVL);
    }

    /**
     * Sets the time between queries in the beginning.
     *
     * @param value u64, in hundredths of a second; at least 100
     * @return the options with it
     */
    public BridgeVlanOptions startupQueryInterval(long value) {
        return with(all -> all.with(BRIDGE_VLANDB_GOPTS_MCAST_STARTUP_QUERY_INTVL, value));
    }

    /** {@return whether the bridge sends queries; {@code BRIDGE_VLANDB_GOPTS_MCAST_QUERIER}} */
    public Optional<Boolean> querier() {
        OptionalInt on = attributes.integer(BRIDGE_VLANDB_GOPTS_MCAST_QUERIER);
        return on.isPresent() ? Optional.of(on.getAsInt() != 0) : Optional.empty();
    }

    /**
     * Sets whether the bridge sends queries.
     *
     * @param on whether it is so
     * @return the options with it
     */
    public BridgeVlanOptions querier(boolean on) {
        return with(all -> all.with(BRIDGE_VLANDB_GOPTS_MCAST_QUERIER, on ? 1 : 0));
    }

    /** {@return the spanning tree that the VLANs follow; {@code BRIDGE_VLANDB_GOPTS_MSTI}} */
    public OptionalInt spanningTree() {
        return attributes.integer(BRIDGE_VLANDB_GOPTS_MSTI);
    }

    /**
     * Sets the spanning tree that the VLANs follow.
     *
     * @param value u16: 0 for the common one, at most 4094; other trees need a bridge with multiple spanning trees
     * @return the options with it
     */
    public BridgeVlanOptions spanningTree(int value) {
        return with(all -> all.with(BRIDGE_VLANDB_GOPTS_MSTI, value));
    }

    /** {@return the ports to multicast routers; {@code BRIDGE_VLANDB_GOPTS_MCAST_ROUTER_PORTS}} */
    public List<MdbRouter> routers() {
        return attributes.nest(BRIDGE_VLANDB_GOPTS_MCAST_ROUTER_PORTS).map(ports -> MdbRouter.of(bridge, ports)).orElse(List.of());
    }

    /** {@return who sends queries, attributes of {@link BridgeQuerier}; {@code BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_STATE}} */
    public Optional<Attributes> querierState() {
        return attributes.nest(BRIDGE_VLANDB_GOPTS_MCAST_QUERIER_STATE);
    }

    /**
     * Sets anything else.
     *
     * @param change makes attributes {@code BRIDGE_VLANDB_GOPTS_*} of {@link BridgeVlandb} out of those that are set
     * @return the options with what that returned
     */
    public BridgeVlanOptions with(UnaryOperator<Attributes> change) {
        return new BridgeVlanOptions(bridge, ids, change.apply(attributes));
    }

    @Override
    public void write(MessageWriter out) {
        BridgeVlanMessage.writeHeader(out, bridge);
        Attributes which = Attributes.none(BridgeVlandb.OPTIONS).with(BRIDGE_VLANDB_GOPTS_ID, ids.first());
        Attributes all = BridgeVlanMessage.joined(ids.isSingle() ? which : which.with(BRIDGE_VLANDB_GOPTS_RANGE, ids.last()), attributes);
        Attributes.none(BridgeVlandb.ATTRIBUTES).with(BRIDGE_VLANDB_GLOBAL_OPTIONS, all).writeTo(out.attributes());
    }
}
