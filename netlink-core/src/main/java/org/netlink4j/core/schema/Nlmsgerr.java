package org.netlink4j.core.schema;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.u32;

/** Attributes of an extended acknowledgement: {@code enum nlmsgerr_attrs} of {@code linux/netlink.h}. */
public final class Nlmsgerr {
    /** String: the kernel's words. */
    public static final int NLMSGERR_ATTR_MSG = 1;

    /** u32: where in the request the offending attribute begins, in bytes from its {@code nlmsghdr}. */
    public static final int NLMSGERR_ATTR_OFFS = 2;

    /** At most 20 bytes: a value that only the family understands. */
    public static final int NLMSGERR_ATTR_COOKIE = 3;

    /** Nest of {@link NlPolicyTypeAttr}: what is allowed in the offending attribute. */
    public static final int NLMSGERR_ATTR_POLICY = 4;

    /** u32: number of the attribute that is missing. */
    public static final int NLMSGERR_ATTR_MISS_TYPE = 5;

    /** u32: where in the request the nest begins in which it is missing; not there for the outermost level. */
    public static final int NLMSGERR_ATTR_MISS_NEST = 6;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "NLMSGERR_ATTR",
            string(NLMSGERR_ATTR_MSG, "NLMSGERR_ATTR_MSG"),
            u32(NLMSGERR_ATTR_OFFS, "NLMSGERR_ATTR_OFFS"),
            binary(NLMSGERR_ATTR_COOKIE, "NLMSGERR_ATTR_COOKIE").atMost(20),
            nest(NLMSGERR_ATTR_POLICY, "NLMSGERR_ATTR_POLICY", () -> NlPolicyTypeAttr.ATTRIBUTES),
            u32(NLMSGERR_ATTR_MISS_TYPE, "NLMSGERR_ATTR_MISS_TYPE"),
            u32(NLMSGERR_ATTR_MISS_NEST, "NLMSGERR_ATTR_MISS_NEST"));

    private Nlmsgerr() {}
}
