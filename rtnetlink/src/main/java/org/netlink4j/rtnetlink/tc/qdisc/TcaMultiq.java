package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.StructSpec.field;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_OPTIONS;

import java.util.List;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.TcTables;

/** Options of multiq: {@code struct tc_multiq_qopt} of {@code linux/pkt_sched.h}. */
public final class TcaMultiq {
    /** Parameters. */
    private static final StructSpec OPTIONS = new StructSpec("tc_multiq_qopt", 4, List.of(
            field("bands", 0, AttributeType.U16),
            field("max_bands", 2, AttributeType.U16)));

    /** {@code TCA_OPTIONS}. */
    static final TcTables QDISC = TcTables.of(Multiq.KIND, struct(TCA_OPTIONS, "TCA_OPTIONS", OPTIONS).shown(Shown::structure));

    /** The table: {@code TCA_OPTIONS} alone. */
    public static final AttributeSet ATTRIBUTES = QDISC.data();

    private TcaMultiq() {}
}
