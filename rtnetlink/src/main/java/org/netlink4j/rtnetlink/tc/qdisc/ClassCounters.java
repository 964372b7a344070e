package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.StructSpec.field;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_STATS_APP;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.TcTables;

/** Kinds whose classes have counters, but no options: their classes are flows or tins. */
final class ClassCounters {
    private static final StructSpec FQ_CODEL = new StructSpec("tc_fq_codel_xstats", 40, List.of(
            field("type", 0, AttributeType.U32),
            field("class_stats.deficit", 4, AttributeType.S32),
            field("class_stats.ldelay", 8, AttributeType.U32),
            field("class_stats.count", 12, AttributeType.U32),
            field("class_stats.lastcount", 16, AttributeType.U32),
            field("class_stats.dropping", 20, AttributeType.U32),
            field("class_stats.drop_next", 24, AttributeType.S32)));

    private static final StructSpec SFQ =
            new StructSpec("tc_sfq_xstats", 4, List.of(field("allot", 0, AttributeType.S32)));

    /** The tables. */
    static final List<TcTables> TABLES = List.of(
            TcTables.of(FqCodel.KIND, AttributeSet.UNKNOWN)
                    .counting(struct(TCA_STATS_APP, "TCA_STATS_APP", FQ_CODEL).key("").shown(ClassCounters::fqCodel)),
            TcTables.of(Sfq.KIND, AttributeSet.UNKNOWN)
                    .counting(struct(TCA_STATS_APP, "TCA_STATS_APP", SFQ).key("").shown(Shown::structure)),
            TcTables.of(Cake.KIND, AttributeSet.UNKNOWN)
                    .counting(nest(TCA_STATS_APP, "TCA_STATS_APP", () -> TcaCake.STATISTICS).key("")));

    private ClassCounters() {}

    private static Optional<Map<String, Object>> fqCodel(Attributes among, int number) {
        Map<String, Object> members = Shown.members(
                among, number, "class_stats.deficit", "class_stats.count", "class_stats.lastcount", "class_stats.ldelay");
        if (among.field(number, "class_stats.dropping").orElse(0) != 0) {
            members.put("dropping", true);
            Shown.put(members, among, number, "class_stats.drop_next", "drop_next");
        }
        return Optional.of(members);
    }
}
