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

/** Attributes of etf: {@code TCA_ETF_*} of {@code linux/pkt_sched.h}, as of Linux 6.18. */
public final class TcaEtf {
    /** {@code struct tc_etf_qopt}. */
    public static final int TCA_ETF_PARMS = 1;

    /** Parameters. */
    private static final StructSpec PARAMETERS = new StructSpec("tc_etf_qopt", 12, List.of(
            field("delta", 0, AttributeType.S32),
            field("clockid", 4, AttributeType.S32),
            field("flags", 8, AttributeType.U32)));

    /** {@code flags}: packets may leave before their time, too. */
    public static final int TC_ETF_DEADLINE_MODE_ON = 1;

    /** {@code flags}: the hardware does it. */
    public static final int TC_ETF_OFFLOAD_ON = 1 << 1;

    /** {@code flags}: sockets need not have asked for it. */
    public static final int TC_ETF_SKIP_SOCK_CHECK = 1 << 2;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_ETF",
            struct(TCA_ETF_PARMS, "TCA_ETF_PARMS", PARAMETERS).key("").shown(TcaEtf::shown));

    /** {@code TCA_OPTIONS} and the counters. */
    static final TcTables QDISC = TcTables.of(Etf.KIND, ATTRIBUTES);

    private TcaEtf() {}

    private static Optional<Map<String, Object>> shown(Attributes among, int number) {
        Map<String, Object> members = Shown.members(among, number, "delta");
        long flags = among.field(number, "flags").orElse(0);
        members.put("clockid", Clocks.name((int) among.field(number, "clockid").orElse(Clocks.NONE)));
        members.put("offload", Shown.onOff(flags, TC_ETF_OFFLOAD_ON));
        members.put("deadline_mode", Shown.onOff(flags, TC_ETF_DEADLINE_MODE_ON));
        members.put("skip_sock_check", Shown.onOff(flags, TC_ETF_SKIP_SOCK_CHECK));
        return Optional.of(members);
    }
}
