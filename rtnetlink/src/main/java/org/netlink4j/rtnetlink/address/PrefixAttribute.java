package org.netlink4j.rtnetlink.address;

import static org.netlink4j.core.schema.AttributeSpec.ipv6;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.List;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;

/**
 * Messages about prefixes that routers announce: {@code struct prefixmsg} and the attributes {@code PREFIX_*} of {@code
 * linux/rtnetlink.h}. The kernel only tells of them.
 */
public final class PrefixAttribute {
    /** IPv6 address of the prefix. */
    public static final int PREFIX_ADDRESS = 1;

    /** {@code struct prefix_cacheinfo}: lifetimes in seconds. */
    public static final int PREFIX_CACHEINFO = 2;

    /** The fixed header. */
    public static final StructSpec PREFIXMSG = new StructSpec("prefixmsg", 12, List.of(
            field("prefix_family", 0, AttributeType.U8),
            field("prefix_ifindex", 4, AttributeType.S32),
            field("prefix_type", 8, AttributeType.U8),
            field("prefix_len", 9, AttributeType.U8),
            field("prefix_flags", 10, AttributeType.U8)));

    private static final StructSpec CACHEINFO = new StructSpec("prefix_cacheinfo", 8, List.of(
            field("preferred_time", 0, AttributeType.U32),
            field("valid_time", 4, AttributeType.U32)));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "PREFIX",
            ipv6(PREFIX_ADDRESS, "PREFIX_ADDRESS"),
            struct(PREFIX_CACHEINFO, "PREFIX_CACHEINFO", CACHEINFO));

    private PrefixAttribute() {}
}
