package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.StructSpec.field;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_OPTIONS;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_STATS_APP;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.TcTables;

/**
 * Attributes of hfsc: {@code TCA_HFSC_*} of {@code linux/pkt_sched.h}, as of Linux 6.18, for its classes; the queueing discipline has a
 * structure, {@code struct tc_hfsc_qopt}.
 */
public final class TcaHfsc {
    /** {@code struct tc_service_curve}: what a class is guaranteed. */
    public static final int TCA_HFSC_RSC = 1;

    /** {@code struct tc_service_curve}: its share of what is left. */
    public static final int TCA_HFSC_FSC = 2;

    /** {@code struct tc_service_curve}: what it may have at most. */
    public static final int TCA_HFSC_USC = 3;

    private static final StructSpec OPTIONS =
            new StructSpec("tc_hfsc_qopt", 2, List.of(field("defcls", 0, AttributeType.U16)));

    private static final StructSpec CURVE = Structs.u32("tc_service_curve", "m1", "d", "m2");

    private static final StructSpec STATISTICS = new StructSpec("tc_hfsc_stats", 24, List.of(
            field("work", 0, AttributeType.U64),
            field("rtwork", 8, AttributeType.U64),
            field("period", 16, AttributeType.U32),
            field("level", 20, AttributeType.U32)));

    /** The table of classes. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_HFSC",
            struct(TCA_HFSC_RSC, "TCA_HFSC_RSC", CURVE).key("rt"),
            struct(TCA_HFSC_FSC, "TCA_HFSC_FSC", CURVE).key("ls"),
            struct(TCA_HFSC_USC, "TCA_HFSC_USC", CURVE).key("ul"));

    /** {@code TCA_OPTIONS} of the queueing discipline. */
    static final TcTables QDISC = TcTables.of(Hfsc.KIND, struct(TCA_OPTIONS, "TCA_OPTIONS", OPTIONS).shown(TcaHfsc::shown));

    /** {@code TCA_OPTIONS} and the counters of a class. */
    static final TcTables CLASS =
            TcTables.of(Hfsc.KIND, ATTRIBUTES).counting(struct(TCA_STATS_APP, "TCA_STATS_APP", STATISTICS).key("").shown(Shown::structure));

    private TcaHfsc() {}

    /** {@code tc} prints no JSON here. */
    private static Optional<Map<String, Object>> shown(Attributes among, int number) {
        return among.field(number, "defcls").stream()
                .mapToObj(value -> Map.<String, Object>of("default", "0x" + Long.toHexString(value)))
                .findFirst();
    }
}
