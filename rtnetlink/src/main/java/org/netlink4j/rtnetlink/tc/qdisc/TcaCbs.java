package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.TcTables;

/** Attributes of cbs: {@code TCA_CBS_*} of {@code linux/pkt_sched.h}, as of Linux 6.18. */
public final class TcaCbs {
    /** {@code struct tc_cbs_qopt}. */
    public static final int TCA_CBS_PARMS = 1;

    /** Parameters. */
    private static final StructSpec PARAMETERS = new StructSpec("tc_cbs_qopt", 20, List.of(
            field("offload", 0, AttributeType.U8),
            field("hicredit", 4, AttributeType.S32),
            field("locredit", 8, AttributeType.S32),
            field("idleslope", 12, AttributeType.S32),
            field("sendslope", 16, AttributeType.S32)));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_CBS",
            struct(TCA_CBS_PARMS, "TCA_CBS_PARMS", PARAMETERS).key("").shown(TcaCbs::shown));

    /** {@code TCA_OPTIONS} and the counters. */
    static final TcTables QDISC = TcTables.of(Cbs.KIND, ATTRIBUTES);

    private TcaCbs() {}

    private static Optional<Map<String, Object>> shown(Attributes among, int number) {
        return Optional.of(Shown.members(among, number, "hicredit", "locredit", "sendslope", "idleslope", "offload"));
    }
}
