package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.string;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/** Attributes of B.A.T.M.A.N. devices: {@code IFLA_BATADV_*} of {@code linux/batman_adv.h}. */
public final class IflaBatadv {
    /** String: name of the routing algorithm, "BATMAN_IV" or "BATMAN_V", only in requests. */
    public static final int IFLA_BATADV_ALGO_NAME = 1;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_BATADV",
            string(IFLA_BATADV_ALGO_NAME, "IFLA_BATADV_ALGO_NAME"));

    private IflaBatadv() {}
}
