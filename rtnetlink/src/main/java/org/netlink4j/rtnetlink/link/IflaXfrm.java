package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.flag;
import static org.netlink4j.core.schema.AttributeSpec.u32;

import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.json.Numbers;

/** Attributes of XFRM interfaces: {@code IFLA_XFRM_*} of {@code linux/if_link.h}. */
public final class IflaXfrm {
    /** u32: index of the lower device. */
    public static final int IFLA_XFRM_LINK = 1;

    /** u32: id that policies and states name. */
    public static final int IFLA_XFRM_IF_ID = 2;

    /** Flag: routes say the id; since Linux 6.2. */
    public static final int IFLA_XFRM_COLLECT_METADATA = 3;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_XFRM",
            u32(IFLA_XFRM_LINK, "IFLA_XFRM_LINK"),
            u32(IFLA_XFRM_IF_ID, "IFLA_XFRM_IF_ID").key("if_id").shown(IflaXfrm::id),
            flag(IFLA_XFRM_COLLECT_METADATA, "IFLA_XFRM_COLLECT_METADATA").key("external"));

    private IflaXfrm() {}

    private static Optional<String> id(Attributes data, int number) {
        return data.has(IFLA_XFRM_COLLECT_METADATA) ? Optional.empty() : Numbers.hex(data, number);
    }
}
