package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_OPTIONS;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.rtnetlink.tc.TcTables;

/**
 * Options of kinds that have nothing but a limit: {@code struct tc_fifo_qopt} and {@code struct tc_skbprio_qopt} of
 * {@code linux/pkt_sched.h}.
 */
public final class TcaFifo {
    /** {@code TCA_OPTIONS} of pfifo. */
    static final TcTables PFIFO = TcTables.of(Pfifo.KIND, options("tc_fifo_qopt"));

    /** {@code TCA_OPTIONS} of bfifo. */
    static final TcTables BFIFO = TcTables.of(Bfifo.KIND, PFIFO.options());

    /** {@code TCA_OPTIONS} of pfifo_head_drop. */
    static final TcTables HEAD_DROP = TcTables.of(PfifoHeadDrop.KIND, PFIFO.options());

    /** {@code TCA_OPTIONS} of skbprio. */
    static final TcTables SKBPRIO = TcTables.of(Skbprio.KIND, options("tc_skbprio_qopt"));

    /** The table of {@link Pfifo}: {@code TCA_OPTIONS} alone. */
    public static final AttributeSet ATTRIBUTES = PFIFO.data();

    private TcaFifo() {}

    private static AttributeSpec options(String struct) {
        return struct(TCA_OPTIONS, "TCA_OPTIONS", Structs.u32(struct, "limit"));
    }
}
