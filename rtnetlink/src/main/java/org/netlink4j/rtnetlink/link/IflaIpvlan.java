package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.u16;

import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/** Attributes of ipvlan and ipvtap devices: {@code IFLA_IPVLAN_*} of {@code linux/if_link.h}. */
public final class IflaIpvlan {
    /** u16: what the lower device looks at, {@code IPVLAN_MODE_*}. */
    public static final int IFLA_IPVLAN_MODE = 1;

    /** u16: {@code IPVLAN_F_*}. */
    public static final int IFLA_IPVLAN_FLAGS = 2;

    /** Mode: frames. */
    public static final int IPVLAN_MODE_L2 = 0;

    /** Mode: packets, routed by the namespace of the lower device. */
    public static final int IPVLAN_MODE_L3 = 1;

    /** Mode: as {@link #IPVLAN_MODE_L3}, and through the netfilter hooks of that namespace. */
    public static final int IPVLAN_MODE_L3S = 2;

    /** Bit: nothing goes from one device on a lower device to another. */
    public static final int IPVLAN_F_PRIVATE = 1;

    /** Bit: what goes from one to another takes the way through the switch. */
    public static final int IPVLAN_F_VEPA = 2;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_IPVLAN",
            u16(IFLA_IPVLAN_MODE, "IFLA_IPVLAN_MODE").key("mode").words(Renderings.words("l2", "l3", "l3s")),
            u16(IFLA_IPVLAN_FLAGS, "IFLA_IPVLAN_FLAGS").key("").shown(IflaIpvlan::flags));

    private IflaIpvlan() {}

    private static Optional<Map<String, Boolean>> flags(Attributes data, int number) {
        int flags = data.integer(number).orElse(0);
        boolean isPrivate = (flags & IPVLAN_F_PRIVATE) != 0;
        return Optional.of(Map.of(isPrivate ? "private" : (flags & IPVLAN_F_VEPA) != 0 ? "vepa" : "bridge", true));
    }
}
