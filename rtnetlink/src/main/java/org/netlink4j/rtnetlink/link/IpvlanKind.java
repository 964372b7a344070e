package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaIpvlan.IFLA_IPVLAN_FLAGS;
import static org.netlink4j.rtnetlink.link.IflaIpvlan.IFLA_IPVLAN_MODE;

import java.util.OptionalInt;

/**
 * What ipvlan and ipvtap devices have in common: they share the MAC address of their lower device.
 *
 * @param <K> the kind itself
 */
public sealed interface IpvlanKind<K extends IpvlanKind<K>> extends TypedLinkKind<K> permits Ipvlan, Ipvtap {
    /** {@return what the lower device looks at; {@code IFLA_IPVLAN_MODE}} */
    default OptionalInt mode() {
        return data().integer(IFLA_IPVLAN_MODE);
    }

    /**
     * Sets what the lower device looks at.
     *
     * @param value {@code IPVLAN_MODE_*} of {@link IflaIpvlan}
     * @return the kind with it
     */
    default K mode(int value) {
        return with(IFLA_IPVLAN_MODE, value);
    }

    /** {@return the flags; {@code IFLA_IPVLAN_FLAGS}} */
    default OptionalInt flags() {
        return data().integer(IFLA_IPVLAN_FLAGS);
    }

    /**
     * Sets the flags.
     *
     * @param value {@code IPVLAN_F_*} of {@link IflaIpvlan}
     * @return the kind with it
     */
    default K flags(int value) {
        return with(IFLA_IPVLAN_FLAGS, value);
    }
}
