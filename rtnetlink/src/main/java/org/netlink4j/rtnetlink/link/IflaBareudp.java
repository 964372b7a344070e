package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.flag;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u16be;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/** Attributes of bareudp devices: {@code IFLA_BAREUDP_*} of {@code linux/if_link.h}. */
public final class IflaBareudp {
    /** u16 in network order: destination port. */
    public static final int IFLA_BAREUDP_PORT = 1;

    /** u16 in network order: what packets carry. */
    public static final int IFLA_BAREUDP_ETHERTYPE = 2;

    /** u16: lowest source port, in host order. */
    public static final int IFLA_BAREUDP_SRCPORT_MIN = 3;

    /** Flag: packets may carry IPv6 beside IPv4, or multicast beside unicast MPLS. */
    public static final int IFLA_BAREUDP_MULTIPROTO_MODE = 4;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_BAREUDP",
            u16be(IFLA_BAREUDP_PORT, "IFLA_BAREUDP_PORT").key("").shown(IflaBareudp::port),
            u16be(IFLA_BAREUDP_ETHERTYPE, "IFLA_BAREUDP_ETHERTYPE").key("ethertype").shown(Renderings::etherType),
            u16(IFLA_BAREUDP_SRCPORT_MIN, "IFLA_BAREUDP_SRCPORT_MIN").key("srcportmin"),
            flag(IFLA_BAREUDP_MULTIPROTO_MODE, "IFLA_BAREUDP_MULTIPROTO_MODE"));

    private IflaBareudp() {}

    private static Optional<Map<String, Object>> port(Attributes data, int number) {
        return Optional.of(new TreeMap<>(Map.of(
                "dstport", data.integer(number).orElse(0),
                "multiproto", data.has(IFLA_BAREUDP_MULTIPROTO_MODE)))); // which ip shows even if it is not there
    }
}
