package org.netlink4j.rtnetlink.tc.filter;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.rtnetlink.tc.Tca;

/** Messages about filters and chains: the attributes of {@link Tca}, with the options of the kinds of filters. */
public final class TcaFilter {
    /** {@code tcm_ifindex} of a shared block, whose number is in {@code tcm_parent}; {@code linux/rtnetlink.h}. */
    public static final int TCM_IFINDEX_MAGIC_BLOCK = 0xffff_ffff;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = Tca.attributes(FilterKindType.tables());

    private TcaFilter() {}
}
