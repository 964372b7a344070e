package org.netlink4j.rtnetlink.encap;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.s32;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import java.util.Map;
import org.netlink4j.core.schema.AttributeSet;

/** Attributes of identifier locator addressing: {@code ILA_ATTR_*} of {@code linux/ila.h}. */
public final class IlaAttr {
    /** u64: locator, the octets of the first half of an IPv6 address as they stand there. */
    public static final int ILA_ATTR_LOCATOR = 1;

    /** u64: identifier; not for routes. */
    public static final int ILA_ATTR_IDENTIFIER = 2;

    /** u64: locator to match; not for routes. */
    public static final int ILA_ATTR_LOCATOR_MATCH = 3;

    /** s32: index of a device; not for routes. */
    public static final int ILA_ATTR_IFINDEX = 4;

    /** u32: direction; not for routes. */
    public static final int ILA_ATTR_DIR = 5;

    /** Padding before a u64. */
    public static final int ILA_ATTR_PAD = 6;

    /** u8: what is done about checksums. */
    public static final int ILA_ATTR_CSUM_MODE = 7;

    /** u8: type of the identifier. */
    public static final int ILA_ATTR_IDENT_TYPE = 8;

    /** u8: 0 for packets that leave, 1 for those that come in. */
    public static final int ILA_ATTR_HOOK_TYPE = 9;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("ILA_ATTR",
            u64(ILA_ATTR_LOCATOR, "ILA_ATTR_LOCATOR").key("locator").shown(Renderings::locator),
            u64(ILA_ATTR_IDENTIFIER, "ILA_ATTR_IDENTIFIER"),
            u64(ILA_ATTR_LOCATOR_MATCH, "ILA_ATTR_LOCATOR_MATCH"),
            s32(ILA_ATTR_IFINDEX, "ILA_ATTR_IFINDEX"),
            u32(ILA_ATTR_DIR, "ILA_ATTR_DIR"),
            binary(ILA_ATTR_PAD, "ILA_ATTR_PAD"),
            u8(ILA_ATTR_CSUM_MODE, "ILA_ATTR_CSUM_MODE").key("csum_mode")
                    .words(Map.of(0L, "adj-transport", 1L, "neutral-map", 2L, "no-action", 3L, "neutral-map-auto")),
            u8(ILA_ATTR_IDENT_TYPE, "ILA_ATTR_IDENT_TYPE").key("ident_type")
                    .words(Map.of(1L, "luid", 32L, "use-format")),
            u8(ILA_ATTR_HOOK_TYPE, "ILA_ATTR_HOOK_TYPE").key("hook_type").words(Map.of(0L, "output", 1L, "input")));

    private IlaAttr() {}
}
