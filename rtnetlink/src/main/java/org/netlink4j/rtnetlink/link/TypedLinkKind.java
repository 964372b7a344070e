package org.netlink4j.rtnetlink.link;

import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.TypedAttributes;

/**
 * A kind that this library knows.
 *
 * @param <K> the kind itself
 */
public sealed interface TypedLinkKind<K extends TypedLinkKind<K>> extends LinkKind, TypedAttributes<K>
        permits Amt, Bareudp, Batadv, Bond, Bridge, Can, Dummy, Geneve, GreKind, Gtp, Hsr, Ifb, Ipoib, IptunKind,
                IpvlanKind, Macsec, MacvlanKind, Netdevsim, Netkit, Nlmon, Team, Tun, Vcan, Veth, Vlan, Vrf, VtiKind, Vxcan, Vxlan,
                Wireguard, Xfrm {
    @Override
    Attributes data();
}
