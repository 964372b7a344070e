package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_AGEING;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_COLLECT_METADATA;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_DF;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_GBP;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_GPE;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_GROUP;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_GROUP6;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_ID;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_L2MISS;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_L3MISS;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_LABEL;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_LEARNING;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_LIMIT;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_LINK;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_LOCAL;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_LOCAL6;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_LOCALBYPASS;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_PORT;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_PORT_RANGE;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_PROXY;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_REMCSUM_RX;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_REMCSUM_TX;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_RSC;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_TOS;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_TTL;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_TTL_INHERIT;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_UDP_CSUM;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_UDP_ZERO_CSUM6_RX;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_UDP_ZERO_CSUM6_TX;
import static org.netlink4j.rtnetlink.link.IflaVxlan.IFLA_VXLAN_VNIFILTER;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.schema.Attributes;

/**
 * Ethernet over UDP, RFC 7348.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaVxlan}
 */
public record Vxlan(Attributes data) implements TypedLinkKind<Vxlan> {
    static final String KIND = "vxlan";

    /** Checks the table. */
    public Vxlan {
        LinkKindType.require(IflaVxlan.ATTRIBUTES, data);
    }

    /** One with the kernel's defaults. */
    public Vxlan() {
        this(Attributes.none(IflaVxlan.ATTRIBUTES));
    }

    /** {@return the network identifier; {@code IFLA_VXLAN_ID}} */
    public OptionalInt id() {
        return data.integer(IFLA_VXLAN_ID);
    }

    /**
     * Sets the network identifier.
     *
     * @param value 24 bits
     * @return the kind with it
     */
    public Vxlan id(long value) {
        return with(IFLA_VXLAN_ID, value);
    }

    /**
     * Where frames to unknown addresses go; {@code IFLA_VXLAN_GROUP} or {@code IFLA_VXLAN_GROUP6}.
     *
     * @return a group or another end
     */
    public Optional<IpAddress> remote() {
        return data.ip(IFLA_VXLAN_GROUP).or(() -> data.ip(IFLA_VXLAN_GROUP6));
    }

    /**
     * Sets where frames to unknown addresses go, a group or another end.
     *
     * @param address the address
     * @return the kind with it
     */
    public Vxlan remote(IpAddress address) {
        return with(address instanceof Ipv4Address ? IFLA_VXLAN_GROUP : IFLA_VXLAN_GROUP6, address);
    }

    /** {@return the source address, of either version; {@code IFLA_VXLAN_LOCAL} or {@code IFLA_VXLAN_LOCAL6}} */
    public Optional<IpAddress> local() {
        return data.ip(IFLA_VXLAN_LOCAL).or(() -> data.ip(IFLA_VXLAN_LOCAL6));
    }

    /**
     * Sets the source address.
     *
     * @param address the address
     * @return the kind with it
     */
    public Vxlan local(IpAddress address) {
        return with(address instanceof Ipv4Address ? IFLA_VXLAN_LOCAL : IFLA_VXLAN_LOCAL6, address);
    }

    /** {@return the index of the lower device; {@code IFLA_VXLAN_LINK}} */
    public OptionalInt lower() {
        return data.integer(IFLA_VXLAN_LINK);
    }

    /**
     * Sets the index of the lower device.
     *
     * @param index its index; 0 for none
     * @return the kind with it
     */
    public Vxlan lower(int index) {
        return with(IFLA_VXLAN_LINK, index);
    }

    /** {@return the destination port; {@code IFLA_VXLAN_PORT}} */
    public OptionalInt port() {
        return data.integer(IFLA_VXLAN_PORT);
    }

    /**
     * Sets the destination port.
     *
     * @param value u16; the kernel's default is 8472, the standard's 4789
     * @return the kind with it
     */
    public Vxlan port(int value) {
        return with(IFLA_VXLAN_PORT, value);
    }

    /**
     * Sets the source ports.
     *
     * @param low the lowest, u16
     * @param high the highest, u16
     * @return the kind with them
     */
    public Vxlan sourcePorts(int low, int high) {
        return over(data.withStruct(IFLA_VXLAN_PORT_RANGE, low, high));
    }

    /** {@return the lowest source port; {@code IFLA_VXLAN_PORT_RANGE}} */
    public OptionalLong lowestSourcePort() {
        return data.field(IFLA_VXLAN_PORT_RANGE, "low");
    }

    /** {@return the highest source port; {@code IFLA_VXLAN_PORT_RANGE}} */
    public OptionalLong highestSourcePort() {
        return data.field(IFLA_VXLAN_PORT_RANGE, "high");
    }

    /** {@return the time to live; {@code IFLA_VXLAN_TTL}} */
    public OptionalInt ttl() {
        return data.integer(IFLA_VXLAN_TTL);
    }

    /**
     * Sets the time to live.
     *
     * @param value u8; 0 for the default
     * @return the kind with it
     */
    public Vxlan ttl(int value) {
        return with(IFLA_VXLAN_TTL, value);
    }

    /** {@return whether the time to live is that of the packet inside; {@code IFLA_VXLAN_TTL_INHERIT}} */
    public boolean ttlInherited() {
        return IflaVxlan.inheritsTtl(data);
    }

    /** {@return the kind with the time to live of the packet inside} */
    public Vxlan ttlInherit() {
        return over(data.with(IFLA_VXLAN_TTL_INHERIT, new byte[0]));
    }

    /** {@return the type of service; {@code IFLA_VXLAN_TOS}} */
    public OptionalInt tos() {
        return data.integer(IFLA_VXLAN_TOS);
    }

    /**
     * Sets the type of service.
     *
     * @param value u8; 1 to inherit it
     * @return the kind with it
     */
    public Vxlan tos(int value) {
        return with(IFLA_VXLAN_TOS, value);
    }

    /** {@return what becomes of the bit against fragmentation; {@code IFLA_VXLAN_DF}} */
    public OptionalInt fragmentation() {
        return data.integer(IFLA_VXLAN_DF);
    }

    /**
     * Sets what becomes of the bit against fragmentation.
     *
     * @param value {@code VXLAN_DF_*} of {@link IflaVxlan}
     * @return the kind with it
     */
    public Vxlan fragmentation(int value) {
        return with(IFLA_VXLAN_DF, value);
    }

    /** {@return the IPv6 flow label; {@code IFLA_VXLAN_LABEL}} */
    public OptionalInt flowLabel() {
        return data.integer(IFLA_VXLAN_LABEL);
    }

    /**
     * Sets the IPv6 flow label.
     *
     * @param value 20 bits
     * @return the kind with it
     */
    public Vxlan flowLabel(long value) {
        return with(IFLA_VXLAN_LABEL, value);
    }

    /** {@return whether addresses are learnt from received frames; {@code IFLA_VXLAN_LEARNING}} */
    public Optional<Boolean> learning() {
        return truth(IFLA_VXLAN_LEARNING);
    }

    /**
     * Sets whether addresses are learnt from received frames.
     *
     * @param on whether they are
     * @return the kind with it
     */
    public Vxlan learning(boolean on) {
        return with(IFLA_VXLAN_LEARNING, on);
    }

    /** {@return the seconds that a learnt address is kept; {@code IFLA_VXLAN_AGEING}} */
    public OptionalInt ageing() {
        return data.integer(IFLA_VXLAN_AGEING);
    }

    /**
     * Sets the seconds that a learnt address is kept.
     *
     * @param value u32
     * @return the kind with it
     */
    public Vxlan ageing(long value) {
        return with(IFLA_VXLAN_AGEING, value);
    }

    /** {@return the largest number of addresses; {@code IFLA_VXLAN_LIMIT}} */
    public OptionalInt limit() {
        return data.integer(IFLA_VXLAN_LIMIT);
    }

    /**
     * Sets the largest number of addresses.
     *
     * @param value u32; 0 for no limit
     * @return the kind with it
     */
    public Vxlan limit(long value) {
        return with(IFLA_VXLAN_LIMIT, value);
    }

    /** {@return whether ARP requests are answered; {@code IFLA_VXLAN_PROXY}} */
    public Optional<Boolean> proxy() {
        return truth(IFLA_VXLAN_PROXY);
    }

    /**
     * Sets whether ARP requests are answered.
     *
     * @param on whether they are
     * @return the kind with it
     */
    public Vxlan proxy(boolean on) {
        return with(IFLA_VXLAN_PROXY, on);
    }

    /** {@return whether routes are short-cut; {@code IFLA_VXLAN_RSC}} */
    public Optional<Boolean> shortCut() {
        return truth(IFLA_VXLAN_RSC);
    }

    /**
     * Sets whether routes are short-cut.
     *
     * @param on whether they are
     * @return the kind with it
     */
    public Vxlan shortCut(boolean on) {
        return with(IFLA_VXLAN_RSC, on);
    }

    /** {@return whether unknown MAC addresses are notified; {@code IFLA_VXLAN_L2MISS}} */
    public Optional<Boolean> notifyMissingMac() {
        return truth(IFLA_VXLAN_L2MISS);
    }

    /**
     * Sets whether unknown MAC addresses are notified.
     *
     * @param on whether they are
     * @return the kind with it
     */
    public Vxlan notifyMissingMac(boolean on) {
        return with(IFLA_VXLAN_L2MISS, on);
    }

    /** {@return whether unknown IP addresses are notified; {@code IFLA_VXLAN_L3MISS}} */
    public Optional<Boolean> notifyMissingIp() {
        return truth(IFLA_VXLAN_L3MISS);
    }

    /**
     * Sets whether unknown IP addresses are notified.
     *
     * @param on whether they are
     * @return the kind with it
     */
    public Vxlan notifyMissingIp(boolean on) {
        return with(IFLA_VXLAN_L3MISS, on);
    }

    /** {@return whether UDP checksums are sent over IPv4; {@code IFLA_VXLAN_UDP_CSUM}} */
    public Optional<Boolean> udpChecksum() {
        return truth(IFLA_VXLAN_UDP_CSUM);
    }

    /**
     * Sets whether UDP checksums are sent over IPv4.
     *
     * @param on whether they are
     * @return the kind with it
     */
    public Vxlan udpChecksum(boolean on) {
        return with(IFLA_VXLAN_UDP_CSUM, on);
    }

    /** {@return whether UDP checksums are left out over IPv6; {@code IFLA_VXLAN_UDP_ZERO_CSUM6_TX}} */
    public Optional<Boolean> udpZeroChecksum6Send() {
        return truth(IFLA_VXLAN_UDP_ZERO_CSUM6_TX);
    }

    /**
     * Sets whether UDP checksums are left out over IPv6.
     *
     * @param on whether they are
     * @return the kind with it
     */
    public Vxlan udpZeroChecksum6Send(boolean on) {
        return with(IFLA_VXLAN_UDP_ZERO_CSUM6_TX, on);
    }

    /** {@return whether packets over IPv6 without UDP checksum are accepted; {@code IFLA_VXLAN_UDP_ZERO_CSUM6_RX}} */
    public Optional<Boolean> udpZeroChecksum6Accept() {
        return truth(IFLA_VXLAN_UDP_ZERO_CSUM6_RX);
    }

    /**
     * Sets whether packets over IPv6 without UDP checksum are accepted.
     *
     * @param on whether they are
     * @return the kind with it
     */
    public Vxlan udpZeroChecksum6Accept(boolean on) {
        return with(IFLA_VXLAN_UDP_ZERO_CSUM6_RX, on);
    }

    /** {@return whether checksums are offloaded to the other end; {@code IFLA_VXLAN_REMCSUM_TX}} */
    public Optional<Boolean> remoteChecksumSend() {
        return truth(IFLA_VXLAN_REMCSUM_TX);
    }

    /**
     * Sets whether checksums are offloaded to the other end.
     *
     * @param on whether they are
     * @return the kind with it
     */
    public Vxlan remoteChecksumSend(boolean on) {
        return with(IFLA_VXLAN_REMCSUM_TX, on);
    }

    /** {@return whether checksums that the other end offloads are accepted; {@code IFLA_VXLAN_REMCSUM_RX}} */
    public Optional<Boolean> remoteChecksumAccept() {
        return truth(IFLA_VXLAN_REMCSUM_RX);
    }

    /**
     * Sets whether checksums that the other end offloads are accepted.
     *
     * @param on whether they are
     * @return the kind with it
     */
    public Vxlan remoteChecksumAccept(boolean on) {
        return with(IFLA_VXLAN_REMCSUM_RX, on);
    }

    /** {@return whether the header carries a group policy; {@code IFLA_VXLAN_GBP}} */
    public boolean groupPolicy() {
        return data.has(IFLA_VXLAN_GBP);
    }

    /**
     * Sets whether the header carries a group policy.
     *
     * @param on whether it does
     * @return the kind with it
     */
    public Vxlan groupPolicy(boolean on) {
        return flag(IFLA_VXLAN_GBP, on);
    }

    /** {@return whether the header names the protocol that follows; {@code IFLA_VXLAN_GPE}} */
    public boolean genericProtocol() {
        return data.has(IFLA_VXLAN_GPE);
    }

    /**
     * Sets whether the header names the protocol that follows.
     *
     * @param on whether it does
     * @return the kind with it
     */
    public Vxlan genericProtocol(boolean on) {
        return flag(IFLA_VXLAN_GPE, on);
    }

    /** {@return whether routes and filters say where frames go; {@code IFLA_VXLAN_COLLECT_METADATA}} */
    public Optional<Boolean> external() {
        return truth(IFLA_VXLAN_COLLECT_METADATA);
    }

    /**
     * Sets whether routes and filters say where frames go.
     *
     * @param on whether they do
     * @return the kind with it
     */
    public Vxlan external(boolean on) {
        return with(IFLA_VXLAN_COLLECT_METADATA, on);
    }

    /** {@return whether a list of network identifiers only is accepted; {@code IFLA_VXLAN_VNIFILTER}} */
    public Optional<Boolean> vniFilter() {
        return truth(IFLA_VXLAN_VNIFILTER);
    }

    /**
     * Sets whether a list of network identifiers only is accepted.
     *
     * @param on whether it is so
     * @return the kind with it
     */
    public Vxlan vniFilter(boolean on) {
        return with(IFLA_VXLAN_VNIFILTER, on);
    }

    /** {@return whether frames for this host are handed over directly; {@code IFLA_VXLAN_LOCALBYPASS}} */
    public Optional<Boolean> localBypass() {
        return truth(IFLA_VXLAN_LOCALBYPASS);
    }

    /**
     * Sets whether frames for this host are handed over directly.
     *
     * @param on whether they are
     * @return the kind with it
     */
    public Vxlan localBypass(boolean on) {
        return with(IFLA_VXLAN_LOCALBYPASS, on);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Vxlan over(Attributes data) {
        return new Vxlan(data);
    }
}
