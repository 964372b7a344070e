package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaBareudp.IFLA_BAREUDP_ETHERTYPE;
import static org.netlink4j.rtnetlink.link.IflaBareudp.IFLA_BAREUDP_MULTIPROTO_MODE;
import static org.netlink4j.rtnetlink.link.IflaBareudp.IFLA_BAREUDP_PORT;
import static org.netlink4j.rtnetlink.link.IflaBareudp.IFLA_BAREUDP_SRCPORT_MIN;

import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.EtherType;

/**
 * IP or MPLS over UDP without a header of its own.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaBareudp}
 */
public record Bareudp(Attributes data) implements TypedLinkKind<Bareudp> {
    static final String KIND = "bareudp";

    /** Checks the table. */
    public Bareudp {
        LinkKindType.require(IflaBareudp.ATTRIBUTES, data);
    }

    /** One with the kernel's defaults. */
    public Bareudp() {
        this(Attributes.none(IflaBareudp.ATTRIBUTES));
    }

    /** {@return the destination port; {@code IFLA_BAREUDP_PORT}} */
    public OptionalInt port() {
        return data.integer(IFLA_BAREUDP_PORT);
    }

    /**
     * Sets the destination port.
     *
     * @param value u16
     * @return the kind with it
     */
    public Bareudp port(int value) {
        return with(IFLA_BAREUDP_PORT, value);
    }

    /** {@return what packets carry; {@code IFLA_BAREUDP_ETHERTYPE}} */
    public Optional<EtherType> etherType() {
        return data.integer(IFLA_BAREUDP_ETHERTYPE).stream().mapToObj(EtherType::new).findFirst();
    }

    /**
     * Sets what packets carry.
     *
     * @param type the type
     * @return the kind with it
     */
    public Bareudp etherType(EtherType type) {
        return with(IFLA_BAREUDP_ETHERTYPE, type.value());
    }

    /** {@return the lowest source port; {@code IFLA_BAREUDP_SRCPORT_MIN}} */
    public OptionalInt lowestSourcePort() {
        return data.integer(IFLA_BAREUDP_SRCPORT_MIN);
    }

    /**
     * Sets the lowest source port.
     *
     * @param value u16
     * @return the kind with it
     */
    public Bareudp lowestSourcePort(int value) {
        return with(IFLA_BAREUDP_SRCPORT_MIN, value);
    }

    /**
     * {@return whether packets may carry IPv6 beside IPv4, or multicast beside unicast MPLS; {@code
     * IFLA_BAREUDP_MULTIPROTO_MODE}}
     */
    public boolean multiProtocol() {
        return data.has(IFLA_BAREUDP_MULTIPROTO_MODE);
    }

    /**
     * Sets whether packets may carry IPv6 beside IPv4, or multicast beside unicast MPLS.
     *
     * @param on whether they may
     * @return the kind with it
     */
    public Bareudp multiProtocol(boolean on) {
        return flag(IFLA_BAREUDP_MULTIPROTO_MODE, on);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Bareudp over(Attributes data) {
        return new Bareudp(data);
    }
}
