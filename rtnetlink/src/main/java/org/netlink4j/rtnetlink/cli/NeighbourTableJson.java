package org.netlink4j.rtnetlink.cli;

import static org.netlink4j.rtnetlink.neighbour.Ndta.NDTA_CONFIG;
import static org.netlink4j.rtnetlink.neighbour.Ndta.NDTA_STATS;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.neighbour.NeighbourTable;

/** Neighbour tables as {@code ip -json ntable show} prints them. */
final class NeighbourTableJson {
    private static final String STATISTICS = "--stats";

    static final ObjectList COMMAND = new ObjectList(
            """
            ntable list [--stats] [--json]

              the neighbour tables and their settings for each device of this network namespace, one line each; times in
              milliseconds

              --stats    with what the table holds and has done
              --json     the keys and values of "ip -json ntable show"; and "queue_bytes", "mcast_reprobes" and
                         "interval_probe", and with --stats "proxy_qlen", "rcv_probes_mcast" and so on, as the kernel names
                         them
            """,
            Set.of(STATISTICS),
            Set.of(),
            List.of("family", "name", "dev", "base_reachable", "retrans", "gc_stale", "delay_probe", "ucast_probes", "mcast_probes"),
            NeighbourTableJson::list);

    private NeighbourTableJson() {}

    private static List<Map<String, Object>> list(Rtnetlink rtnetlink, Arguments arguments) throws NetlinkException {
        arguments.noOperands();
        OtherLinks links = new OtherLinks(rtnetlink.links(), List.of());
        return rtnetlink.neighbourTables().list().stream().map(table -> of(table, links, arguments.has(STATISTICS))).toList();
    }

    private static Map<String, Object> of(NeighbourTable table, OtherLinks links, boolean withStatistics) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("family", Families.word(table.family()));
        members.putAll(table.attributes().values());
        table.index().ifPresent(index -> members.put("dev", links.name(index)));
        if (withStatistics) {
            fields(members, table, NDTA_CONFIG);
            fields(members, table, NDTA_STATS);
        }
        return members;
    }

    /** Without the prefix that all fields of the structure have. */
    private static void fields(Map<String, Object> members, NeighbourTable table, int attribute) {
        table.attributes().set().find(attribute).flatMap(spec -> spec.struct()).orElseThrow().fields().forEach(field -> table.attributes()
                .field(attribute, field.name())
                .ifPresent(value -> members.put(field.name().substring(field.name().indexOf('_') + 1), value)));
    }
}
