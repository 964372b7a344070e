package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u32be;

import java.util.Optional;
import java.util.function.BiFunction;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.Attributes;

/** Attributes of virtual tunnel interfaces for IPsec: {@code IFLA_VTI_*} of {@code linux/if_tunnel.h}. */
public final class IflaVti {
    /** u32: index of the lower device. */
    public static final int IFLA_VTI_LINK = 1;

    /** u32 in network order: mark of received packets. */
    public static final int IFLA_VTI_IKEY = 2;

    /** u32 in network order: mark of sent packets. */
    public static final int IFLA_VTI_OKEY = 3;

    /** IP address: source address, IPv4 or, for vti6, IPv6. */
    public static final int IFLA_VTI_LOCAL = 4;

    /** IP address: the other end, as {@link #IFLA_VTI_LOCAL}. */
    public static final int IFLA_VTI_REMOTE = 5;

    /** u32: mark for the route of what is sent. */
    public static final int IFLA_VTI_FWMARK = 6;

    /** The table of tunnels over IPv4. */
    public static final AttributeSet ATTRIBUTES = table(AttributeSpec::ipv4);

    /** The table of tunnels over IPv6. */
    public static final AttributeSet ATTRIBUTES6 = table(AttributeSpec::ipv6);

    private IflaVti() {}

    private static AttributeSet table(BiFunction<Integer, String, AttributeSpec> address) {
        return AttributeSet.of("IFLA_VTI",
                u32(IFLA_VTI_LINK, "IFLA_VTI_LINK").key("link").shown(Renderings::someIndex),
                u32be(IFLA_VTI_IKEY, "IFLA_VTI_IKEY").key("ikey").shown(IflaVti::key),
                u32be(IFLA_VTI_OKEY, "IFLA_VTI_OKEY").key("okey").shown(IflaVti::key),
                address.apply(IFLA_VTI_LOCAL, "IFLA_VTI_LOCAL").key("local").shown(Renderings::endpoint),
                address.apply(IFLA_VTI_REMOTE, "IFLA_VTI_REMOTE").key("remote").shown(Renderings::endpoint),
                u32(IFLA_VTI_FWMARK, "IFLA_VTI_FWMARK").key("fwmark").shown(Renderings::nonZeroHex));
    }

    private static Optional<String> key(Attributes data, int number) {
        return data.integer(number).orElse(0) == 0 ? Optional.empty() : Renderings.dotted(data, number);
    }
}
