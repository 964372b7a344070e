package org.netlink4j.rtnetlink.address;

import static org.netlink4j.core.schema.AttributeSpec.address;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.List;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;

/**
 * Messages about the labels of prefixes, by which source addresses of IPv6 are chosen (RFC 6724): {@code struct ifaddrlblmsg} and the
 * attributes {@code IFAL_*} of {@code linux/if_addrlabel.h}.
 */
public final class Ifal {
    /** Address of the prefix. */
    public static final int IFAL_ADDRESS = 1;

    /** u32: the label. */
    public static final int IFAL_LABEL = 2;

    /** The fixed header. */
    public static final StructSpec IFADDRLBLMSG = new StructSpec("ifaddrlblmsg", 12, List.of(
            field("ifal_family", 0, AttributeType.U8),
            field("ifal_prefixlen", 2, AttributeType.U8),
            field("ifal_flags", 3, AttributeType.U8),
            field("ifal_index", 4, AttributeType.U32),
            field("ifal_seq", 8, AttributeType.U32)));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "IFAL",
            address(IFAL_ADDRESS, "IFAL_ADDRESS"),
            u32(IFAL_LABEL, "IFAL_LABEL"));

    private Ifal() {}
}
