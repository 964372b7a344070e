package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaAmt.IFLA_AMT_DISCOVERY_IP;
import static org.netlink4j.rtnetlink.link.IflaAmt.IFLA_AMT_GATEWAY_PORT;
import static org.netlink4j.rtnetlink.link.IflaAmt.IFLA_AMT_LINK;
import static org.netlink4j.rtnetlink.link.IflaAmt.IFLA_AMT_LOCAL_IP;
import static org.netlink4j.rtnetlink.link.IflaAmt.IFLA_AMT_MAX_TUNNELS;
import static org.netlink4j.rtnetlink.link.IflaAmt.IFLA_AMT_MODE;
import static org.netlink4j.rtnetlink.link.IflaAmt.IFLA_AMT_RELAY_PORT;
import static org.netlink4j.rtnetlink.link.IflaAmt.IFLA_AMT_REMOTE_IP;

import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.schema.Attributes;

/**
 * Multicast through networks without multicast, RFC 7450.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaAmt}
 */
public record Amt(Attributes data) implements TypedLinkKind<Amt> {
    static final String KIND = "amt";

    /** Checks the table. */
    public Amt {
        LinkKindType.require(IflaAmt.ATTRIBUTES, data);
    }

    /** One with the kernel's defaults. */
    public Amt() {
        this(Attributes.none(IflaAmt.ATTRIBUTES));
    }

    /** {@return the mode; {@code IFLA_AMT_MODE}} */
    public OptionalInt mode() {
        return data.integer(IFLA_AMT_MODE);
    }

    /**
     * Sets the mode.
     *
     * @param value {@code AMT_MODE_*} of {@link IflaAmt}
     * @return the kind with it
     */
    public Amt mode(long value) {
        return with(IFLA_AMT_MODE, value);
    }

    /** {@return the port of the relay; {@code IFLA_AMT_RELAY_PORT}} */
    public OptionalInt relayPort() {
        return data.integer(IFLA_AMT_RELAY_PORT);
    }

    /**
     * Sets the port of the relay.
     *
     * @param value u16; the default is 2268
     * @return the kind with it
     */
    public Amt relayPort(int value) {
        return with(IFLA_AMT_RELAY_PORT, value);
    }

    /** {@return the port of the gateway; {@code IFLA_AMT_GATEWAY_PORT}} */
    public OptionalInt gatewayPort() {
        return data.integer(IFLA_AMT_GATEWAY_PORT);
    }

    /**
     * Sets the port of the gateway.
     *
     * @param value u16; the default is 2268
     * @return the kind with it
     */
    public Amt gatewayPort(int value) {
        return with(IFLA_AMT_GATEWAY_PORT, value);
    }

    /** {@return the index of the lower device; {@code IFLA_AMT_LINK}} */
    public OptionalInt lower() {
        return data.integer(IFLA_AMT_LINK);
    }

    /**
     * Sets the index of the lower device.
     *
     * @param index its index
     * @return the kind with it
     */
    public Amt lower(int index) {
        return with(IFLA_AMT_LINK, index);
    }

    /** {@return the source address; {@code IFLA_AMT_LOCAL_IP}} */
    public Optional<Ipv4Address> local() {
        return data.ipv4(IFLA_AMT_LOCAL_IP);
    }

    /**
     * Sets the source address.
     *
     * @param address the address
     * @return the kind with it
     */
    public Amt local(Ipv4Address address) {
        return with(IFLA_AMT_LOCAL_IP, address);
    }

    /** {@return the address of the relay; {@code IFLA_AMT_REMOTE_IP}} */
    public Optional<Ipv4Address> remote() {
        return data.ipv4(IFLA_AMT_REMOTE_IP);
    }

    /** {@return the address where the relay is looked for; {@code IFLA_AMT_DISCOVERY_IP}} */
    public Optional<Ipv4Address> discovery() {
        return data.ipv4(IFLA_AMT_DISCOVERY_IP);
    }

    /**
     * Sets the address where the relay is looked for.
     *
     * @param address the address
     * @return the kind with it
     */
    public Amt discovery(Ipv4Address address) {
        return with(IFLA_AMT_DISCOVERY_IP, address);
    }

    /** {@return the largest number of tunnels; {@code IFLA_AMT_MAX_TUNNELS}} */
    public OptionalInt tunnelLimit() {
        return data.integer(IFLA_AMT_MAX_TUNNELS);
    }

    /**
     * Sets the largest number of tunnels.
     *
     * @param value u32
     * @return the kind with it
     */
    public Amt tunnelLimit(long value) {
        return with(IFLA_AMT_MAX_TUNNELS, value);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Amt over(Attributes data) {
        return new Amt(data);
    }
}
