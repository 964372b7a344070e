package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.StructSpec.field;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_OPTIONS;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.TcTables;

/** Options of prio and pfifo_fast: {@code struct tc_prio_qopt} of {@code linux/pkt_sched.h}. */
public final class TcaPrio {
    /** How many priorities a packet can have. */
    static final int PRIORITIES = 16;

    /** How many bands there are, and the band of each priority. */
    static final StructSpec TC_PRIO_QOPT = new StructSpec("tc_prio_qopt", 20, Stream.concat(
                    Stream.of(field("bands", 0, AttributeType.S32)),
                    Structs.array("priomap", 4, AttributeType.U8, 1, PRIORITIES).stream())
            .toList());

    private static final AttributeSpec OPTIONS =
            struct(TCA_OPTIONS, "TCA_OPTIONS", TC_PRIO_QOPT).shown(TcaPrio::shown);

    /** {@code TCA_OPTIONS} of prio. */
    static final TcTables QDISC = TcTables.of(Prio.KIND, OPTIONS);

    /** {@code TCA_OPTIONS} of pfifo_fast. */
    static final TcTables FAST = TcTables.of(PfifoFast.KIND, OPTIONS);

    /** The table of {@link Prio}: {@code TCA_OPTIONS} alone. */
    public static final AttributeSet ATTRIBUTES = QDISC.data();

    private TcaPrio() {}

    /** No kernel since 2.6.25 has several queues here. */
    private static Optional<Map<String, Object>> shown(Attributes among, int number) {
        Map<String, Object> members = Shown.members(among, number, "bands");
        members.put("priomap", Shown.array(among, number, "priomap", PRIORITIES));
        members.put("multiqueue", false);
        return Optional.of(members);
    }
}
