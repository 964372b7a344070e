package org.netlink4j.rtnetlink.neighbour;

import static org.netlink4j.core.schema.AttributeSpec.ipv6;
import static org.netlink4j.core.schema.StructSpec.field;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNDUSEROPT;

import java.util.List;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.MessageSpec;
import org.netlink4j.core.schema.StructSpec;

/**
 * Messages about options of neighbour discovery: {@code struct nduseroptmsg} and the attributes {@code NDUSEROPT_*} of {@code
 * linux/rtnetlink.h}. The options stand between them.
 */
public final class Nduseropt {
    /** IPv6 address of the router that sent them. */
    public static final int NDUSEROPT_SRCADDR = 1;

    static final StructSpec.Field LENGTH = field("nduseropt_opts_len", 2, AttributeType.U16);

    /** The fixed header. */
    public static final StructSpec NDUSEROPTMSG = new StructSpec("nduseroptmsg", 16, List.of(
            field("nduseropt_family", 0, AttributeType.U8),
            LENGTH,
            field("nduseropt_ifindex", 4, AttributeType.S32),
            field("nduseropt_icmp_type", 8, AttributeType.U8),
            field("nduseropt_icmp_code", 9, AttributeType.U8)));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("NDUSEROPT", ipv6(NDUSEROPT_SRCADDR, "NDUSEROPT_SRCADDR"));

    /** The message, in which the options stand between the fixed header and the attributes. */
    public static final MessageSpec MESSAGE =
            new MessageSpec(RTM_NEWNDUSEROPT, "RTM_NEWNDUSEROPT", NDUSEROPTMSG, ATTRIBUTES, Optional.of(LENGTH));

    private Nduseropt() {}
}
