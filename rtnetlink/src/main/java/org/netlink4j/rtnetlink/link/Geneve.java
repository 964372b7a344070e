package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaGeneve.IFLA_GENEVE_COLLECT_METADATA;
import static org.netlink4j.rtnetlink.link.IflaGeneve.IFLA_GENEVE_DF;
import static org.netlink4j.rtnetlink.link.IflaGeneve.IFLA_GENEVE_ID;
import static org.netlink4j.rtnetlink.link.IflaGeneve.IFLA_GENEVE_INNER_PROTO_INHERIT;
import static org.netlink4j.rtnetlink.link.IflaGeneve.IFLA_GENEVE_LABEL;
import static org.netlink4j.rtnetlink.link.IflaGeneve.IFLA_GENEVE_PORT;
import static org.netlink4j.rtnetlink.link.IflaGeneve.IFLA_GENEVE_PORT_RANGE;
import static org.netlink4j.rtnetlink.link.IflaGeneve.IFLA_GENEVE_REMOTE;
import static org.netlink4j.rtnetlink.link.IflaGeneve.IFLA_GENEVE_REMOTE6;
import static org.netlink4j.rtnetlink.link.IflaGeneve.IFLA_GENEVE_TOS;
import static org.netlink4j.rtnetlink.link.IflaGeneve.IFLA_GENEVE_TTL;
import static org.netlink4j.rtnetlink.link.IflaGeneve.IFLA_GENEVE_TTL_INHERIT;
import static org.netlink4j.rtnetlink.link.IflaGeneve.IFLA_GENEVE_UDP_CSUM;
import static org.netlink4j.rtnetlink.link.IflaGeneve.IFLA_GENEVE_UDP_ZERO_CSUM6_RX;
import static org.netlink4j.rtnetlink.link.IflaGeneve.IFLA_GENEVE_UDP_ZERO_CSUM6_TX;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.schema.Attributes;

/**
 * Ethernet over UDP, RFC 8926.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaGeneve}
 */
public record Geneve(Attributes data) implements TypedLinkKind<Geneve> {
    static final String KIND = "geneve";

    /** Checks the table. */
    public Geneve {
        LinkKindType.require(IflaGeneve.ATTRIBUTES, data);
    }

    /** One with the kernel's defaults. */
    public Geneve() {
        this(Attributes.none(IflaGeneve.ATTRIBUTES));
    }

    /** {@return the network identifier; {@code IFLA_GENEVE_ID}} */
    public OptionalInt id() {
        return data.integer(IFLA_GENEVE_ID);
    }

    /**
     * Sets the network identifier.
     *
     * @param value 24 bits
     * @return the kind with it
     */
    public Geneve id(long value) {
        return with(IFLA_GENEVE_ID, value);
    }

    /** {@return the other end, of either version; {@code IFLA_GENEVE_REMOTE} or {@code IFLA_GENEVE_REMOTE6}} */
    public Optional<IpAddress> remote() {
        return data.ip(IFLA_GENEVE_REMOTE).or(() -> data.ip(IFLA_GENEVE_REMOTE6));
    }

    /**
     * Sets the other end.
     *
     * @param address the address
     * @return the kind with it
     */
    public Geneve remote(IpAddress address) {
        return with(address instanceof Ipv4Address ? IFLA_GENEVE_REMOTE : IFLA_GENEVE_REMOTE6, address);
    }

    /** {@return the destination port; {@code IFLA_GENEVE_PORT}} */
    public OptionalInt port() {
        return data.integer(IFLA_GENEVE_PORT);
    }

    /**
     * Sets the destination port.
     *
     * @param value u16; the default is 6081
     * @return the kind with it
     */
    public Geneve port(int value) {
        return with(IFLA_GENEVE_PORT, value);
    }

    /**
     * Sets the source ports.
     *
     * @param low the lowest, u16
     * @param high the highest, u16
     * @return the kind with them
     */
    public Geneve sourcePorts(int low, int high) {
        return over(data.withStruct(IFLA_GENEVE_PORT_RANGE, low, high));
    }

    /** {@return the lowest source port; {@code IFLA_GENEVE_PORT_RANGE}} */
    public OptionalLong lowestSourcePort() {
        return data.field(IFLA_GENEVE_PORT_RANGE, "low");
    }

    /** {@return the highest source port; {@code IFLA_GENEVE_PORT_RANGE}} */
    public OptionalLong highestSourcePort() {
        return data.field(IFLA_GENEVE_PORT_RANGE, "high");
    }

    /** {@return the time to live; {@code IFLA_GENEVE_TTL}} */
    public OptionalInt ttl() {
        return data.integer(IFLA_GENEVE_TTL);
    }

    /**
     * Sets the time to live.
     *
     * @param value u8; 0 for the default
     * @return the kind with it
     */
    public Geneve ttl(int value) {
        return with(IFLA_GENEVE_TTL, value);
    }

    /** {@return whether the time to live is that of the packet inside; {@code IFLA_GENEVE_TTL_INHERIT}} */
    public Optional<Boolean> ttlInherit() {
        return truth(IFLA_GENEVE_TTL_INHERIT);
    }

    /**
     * Sets whether the time to live is that of the packet inside.
     *
     * @param on whether it is
     * @return the kind with it
     */
    public Geneve ttlInherit(boolean on) {
        return with(IFLA_GENEVE_TTL_INHERIT, on);
    }

    /** {@return the type of service; {@code IFLA_GENEVE_TOS}} */
    public OptionalInt tos() {
        return data.integer(IFLA_GENEVE_TOS);
    }

    /**
     * Sets the type of service.
     *
     * @param value u8; 1 to inherit it
     * @return the kind with it
     */
    public Geneve tos(int value) {
        return with(IFLA_GENEVE_TOS, value);
    }

    /** {@return what becomes of the bit against fragmentation; {@code IFLA_GENEVE_DF}} */
    public OptionalInt fragmentation() {
        return data.integer(IFLA_GENEVE_DF);
    }

    /**
     * Sets what becomes of the bit against fragmentation.
     *
     * @param value {@code GENEVE_DF_*} of {@link IflaGeneve}
     * @return the kind with it
     */
    public Geneve fragmentation(int value) {
        return with(IFLA_GENEVE_DF, value);
    }

    /** {@return the IPv6 flow label; {@code IFLA_GENEVE_LABEL}} */
    public OptionalInt flowLabel() {
        return data.integer(IFLA_GENEVE_LABEL);
    }

    /**
     * Sets the IPv6 flow label.
     *
     * @param value 20 bits
     * @return the kind with it
     */
    public Geneve flowLabel(long value) {
        return with(IFLA_GENEVE_LABEL, value);
    }

    /** {@return whether UDP checksums are sent over IPv4; {@code IFLA_GENEVE_UDP_CSUM}} */
    public Optional<Boolean> udpChecksum() {
        return truth(IFLA_GENEVE_UDP_CSUM);
    }

    /**
     * Sets whether UDP checksums are sent over IPv4.
     *
     * @param on whether they are
     * @return the kind with it
     */
    public Geneve udpChecksum(boolean on) {
        return with(IFLA_GENEVE_UDP_CSUM, on);
    }

    /** {@return whether UDP checksums are left out over IPv6; {@code IFLA_GENEVE_UDP_ZERO_CSUM6_TX}} */
    public Optional<Boolean> udpZeroChecksum6Send() {
        return truth(IFLA_GENEVE_UDP_ZERO_CSUM6_TX);
    }

    /**
     * Sets whether UDP checksums are left out over IPv6.
     *
     * @param on whether they are
     * @return the kind with it
     */
    public Geneve udpZeroChecksum6Send(boolean on) {
        return with(IFLA_GENEVE_UDP_ZERO_CSUM6_TX, on);
    }

    /** {@return whether packets over IPv6 without UDP checksum are accepted; {@code IFLA_GENEVE_UDP_ZERO_CSUM6_RX}} */
    public Optional<Boolean> udpZeroChecksum6Accept() {
        return truth(IFLA_GENEVE_UDP_ZERO_CSUM6_RX);
    }

    /**
     * Sets whether packets over IPv6 without UDP checksum are accepted.
     *
     * @param on whether they are
     * @return the kind with it
     */
    public Geneve udpZeroChecksum6Accept(boolean on) {
        return with(IFLA_GENEVE_UDP_ZERO_CSUM6_RX, on);
    }

    /** {@return whether routes and filters say where frames go; {@code IFLA_GENEVE_COLLECT_METADATA}} */
    public boolean external() {
        return data.has(IFLA_GENEVE_COLLECT_METADATA);
    }

    /**
     * Sets whether routes and filters say where frames go.
     *
     * @param on whether they do
     * @return the kind with it
     */
    public Geneve external(boolean on) {
        return flag(IFLA_GENEVE_COLLECT_METADATA, on);
    }

    /** {@return whether IP packets are carried without Ethernet header; {@code IFLA_GENEVE_INNER_PROTO_INHERIT}} */
    public boolean innerProtocolInherit() {
        return data.has(IFLA_GENEVE_INNER_PROTO_INHERIT);
    }

    /**
     * Sets whether IP packets are carried without Ethernet header.
     *
     * @param on whether they are
     * @return the kind with it
     */
    public Geneve innerProtocolInherit(boolean on) {
        return flag(IFLA_GENEVE_INNER_PROTO_INHERIT, on);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Geneve over(Attributes data) {
        return new Geneve(data);
    }
}
