package org.netlink4j.rtnetlink.nsid;

import static org.netlink4j.core.schema.AttributeSpec.s32;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.List;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;

/**
 * Messages about the ids that a network namespace has for others: {@code struct rtgenmsg} of {@code linux/rtnetlink.h} and the
 * attributes {@code NETNSA_*} of {@code linux/net_namespace.h}.
 */
public final class Netnsa {
    /** s32: the id; -1 for none. */
    public static final int NETNSA_NSID = 1;

    /** u32: the namespace of this process is meant. */
    public static final int NETNSA_PID = 2;

    /** u32: the namespace behind this file descriptor of the caller is meant. */
    public static final int NETNSA_FD = 3;

    /** s32: whose ids are wanted; since Linux 5.0. */
    public static final int NETNSA_TARGET_NSID = 4;

    /** s32: the id in the caller's namespace, only in answers; since Linux 5.0. */
    public static final int NETNSA_CURRENT_NSID = 5;

    /** The fixed header, after which three bytes of padding follow. */
    public static final StructSpec RTGENMSG = new StructSpec("rtgenmsg", 1, List.of(
            field("rtgen_family", 0, AttributeType.U8)));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "NETNSA",
            s32(NETNSA_NSID, "NETNSA_NSID"),
            u32(NETNSA_PID, "NETNSA_PID"),
            u32(NETNSA_FD, "NETNSA_FD"),
            s32(NETNSA_TARGET_NSID, "NETNSA_TARGET_NSID"),
            s32(NETNSA_CURRENT_NSID, "NETNSA_CURRENT_NSID"));

    private Netnsa() {}
}
