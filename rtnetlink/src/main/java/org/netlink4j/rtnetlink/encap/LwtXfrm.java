package org.netlink4j.rtnetlink.encap;

import static org.netlink4j.core.schema.AttributeSpec.u32;

import org.netlink4j.core.schema.AttributeSet;

/** Attributes of an IPsec encapsulation: {@code LWT_XFRM_*} of {@code linux/lwtunnel.h}. */
public final class LwtXfrm {
    /** u32: id of the xfrm device; not 0. */
    public static final int LWT_XFRM_IF_ID = 1;

    /** u32: index of the lower device. */
    public static final int LWT_XFRM_LINK = 2;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("LWT_XFRM",
            u32(LWT_XFRM_IF_ID, "LWT_XFRM_IF_ID").key("if_id").shown(Renderings::hex),
            u32(LWT_XFRM_LINK, "LWT_XFRM_LINK").key("link_dev").shown(Renderings::index));

    private LwtXfrm() {}
}
