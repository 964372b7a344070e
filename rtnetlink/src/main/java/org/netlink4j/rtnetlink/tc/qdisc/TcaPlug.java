package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.StructSpec.field;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_OPTIONS;

import java.util.List;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.TcTables;

/** Options of plug: {@code struct tc_plug_qopt} of {@code linux/pkt_sched.h}; only in requests. */
public final class TcaPlug {
    /** {@code action}: packets that come from now on wait. */
    public static final int TCQ_PLUG_BUFFER = 0;

    /** {@code action}: what waited when the plug came is let go. */
    public static final int TCQ_PLUG_RELEASE_ONE = 1;

    /** {@code action}: all is let go, until the next plug comes. */
    public static final int TCQ_PLUG_RELEASE_INDEFINITE = 2;

    /** {@code action}: the limit is set. */
    public static final int TCQ_PLUG_LIMIT = 3;

    /** What to do. */
    private static final StructSpec OPTIONS = new StructSpec("tc_plug_qopt", 8, List.of(
            field("action", 0, AttributeType.S32),
            field("limit", 4, AttributeType.U32)));

    /** {@code TCA_OPTIONS}. */
    static final TcTables QDISC = TcTables.of(Plug.KIND, struct(TCA_OPTIONS, "TCA_OPTIONS", OPTIONS).shown(Shown::structure));

    /** The table: {@code TCA_OPTIONS} alone. */
    public static final AttributeSet ATTRIBUTES = QDISC.data();

    private TcaPlug() {}
}
