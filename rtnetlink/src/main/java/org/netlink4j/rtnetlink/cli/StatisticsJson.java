package org.netlink4j.rtnetlink.cli;

import static org.netlink4j.rtnetlink.Rtm.RTM_NEWSTATS;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_STATS;
import static org.netlink4j.rtnetlink.stats.IflaStats.IFLA_STATS_AF_SPEC;
import static org.netlink4j.rtnetlink.stats.IflaStats.IFLA_STATS_LINK_64;
import static org.netlink4j.rtnetlink.stats.IflaStats.IFLA_STATS_LINK_OFFLOAD_XSTATS;
import static org.netlink4j.rtnetlink.stats.IflaStats.IFLA_STATS_LINK_XSTATS;
import static org.netlink4j.rtnetlink.stats.IflaStats.IFLA_STATS_LINK_XSTATS_SLAVE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.stats.LinkReport;
import org.netlink4j.rtnetlink.stats.LinkReports;

/** Statistics of links as {@code ip -json -details -statistics stats show} prints them: one object a group of counters. */
final class StatisticsJson {
    static final ObjectList COMMAND = new ObjectList(
            """
            stats list [[dev] NAME] [--json]

              the statistics of the links of this network namespace, one line a group; or those of one link

              --json    the keys and values of "ip -json -details -statistics stats show"
            """,
            Set.of(),
            Set.of(),
            List.of("ifname", "group", "subgroup", "rx", "tx"),
            StatisticsJson::list,
            StatisticsJson::rows);

    private static final String RX = "rx";
    private static final String TX = "tx";
    private static final String INFO = "info";
    private static final String STATS64 = "stats64";
    private static final String MULTICAST = "multicast";
    private static final String L3_STATS = "l3_stats";
    private static final String IFINDEX = "ifindex";
    private static final String IFNAME = "ifname";
    private static final List<String> COMMON = List.of("bytes", "packets", "errors", "dropped");

    static final EventKind EVENTS = EventKind.of(
            "stats", RTM_NEWSTATS, Set.of(RTNLGRP_STATS), List.of(IFNAME, "offload"), links -> message -> {
                LinkReport report = LinkReport.decode(message);
                Map<String, Object> members = new LinkedHashMap<>();
                members.put(IFINDEX, report.index());
                members.put(IFNAME, links.name(report.index()));
                members.putAll(report.attributes().values());
                return members;
            });

    /** Of what is counted of a link, what says for each direction how something went wrong. */
    private static final List<String> LINK_RX =
            List.of("over_errors", MULTICAST, "length_errors", "crc_errors", "frame_errors", "fifo_errors", "missed_errors");

    private static final List<String> LINK_TX =
            List.of("carrier_errors", "collisions", "aborted_errors", "fifo_errors", "window_errors", "heartbeat_errors");

    /** Shown if they are not 0. */
    private static final List<String> RARE = List.of("compressed", "nohandler", "otherhost_dropped");

    private StatisticsJson() {}

    private static List<Map<String, Object>> list(Rtnetlink rtnetlink, Arguments arguments) throws NetlinkException {
        Optional<String> name = LinkList.name(arguments.operands());
        LinkReports.Wanted all = LinkReports.Wanted.of(
                IFLA_STATS_LINK_64, IFLA_STATS_LINK_XSTATS, IFLA_STATS_LINK_XSTATS_SLAVE, IFLA_STATS_LINK_OFFLOAD_XSTATS,
                IFLA_STATS_AF_SPEC);
        List<Map<String, Object>> objects = new ArrayList<>();
        if (name.isPresent()) {
            Link link = rtnetlink.links().get(name.get());
            add(rtnetlink.statistics().get(all.device(link.index())), link.name(), objects);
        } else {
            OtherLinks links = new OtherLinks(rtnetlink.links(), rtnetlink.links().list());
            rtnetlink.statistics().list(all).forEach(report -> add(report, links.name(report.index()), objects));
        }
        return objects;
    }

    /** A group with nothing to count has no row. */
    private static Stream<Map<String, Object>> rows(Map<String, Object> group) {
        return group.values().stream()
                .filter(value -> value instanceof Map<?, ?> counters && counters.containsKey(RX))
                .map(value -> {
                    Map<String, Object> row = new LinkedHashMap<>(group);
                    ((Map<?, ?>) value).forEach((key, counters) -> row.put((String) key, text((Map<?, ?>) counters)));
                    return row;
                });
    }

    private static String text(Map<?, ?> counters) {
        return counters.get("bytes") + " bytes, " + counters.get("packets") + " packets";
    }

    private static void add(LinkReport report, String name, List<Map<String, Object>> objects) {
        Map<String, Object> all = report.attributes().values();
        Groups groups = new Groups(report.index(), name, all, objects);
        groups.add(List.of("afstats", "mpls"), "mpls_stats", mpls -> counters(inside(mpls, "link").orElse(Map.of()), List.of("noroute"), List.of()));
        groups.add(List.of("link"), STATS64, counters -> counters(counters, LINK_RX, LINK_TX));
        Optional<Map<?, ?>> hardware = inside(all, "offload", "hw_stats_info");
        Map<String, Object> routed = groups.add(
                List.of("offload", L3_STATS), STATS64, counters -> counters(counters, List.of(MULTICAST), List.of()));
        hardware.flatMap(some -> inside(some, L3_STATS)).ifPresent(info -> routed.put(INFO, switches(info)));
        Map<String, Object> info = groups.add(List.of("offload", "hw_stats_info"), INFO, UnaryOperator.identity());
        hardware.ifPresent(some -> {
            Map<String, Object> kinds = new LinkedHashMap<>();
            some.forEach((kind, _) -> kinds.put((String) kind, switches(inside(some, (String) kind).orElseThrow())));
            info.put(INFO, kinds);
        });
        groups.add(List.of("offload", "cpu_hit"), STATS64, counters -> counters(counters, LINK_RX, LINK_TX));
        for (String group : List.of("xstats_slave", "xstats")) {
            groups.add(List.of(group, "bond", "802.3ad"), "802.3ad", UnaryOperator.identity());
        }
        for (String group : List.of("xstats_slave", "xstats")) {
            groups.add(List.of(group, "bridge", "mcast"), MULTICAST, StatisticsJson::multicast);
            groups.add(List.of(group, "bridge", "stp"), "stp", UnaryOperator.identity());
        }
    }

    /** Adds the objects of one link. */
    private record Groups(int index, String name, Map<String, Object> all, List<Map<String, Object>> objects) {
        private static final List<String> WORDS = List.of("group", "subgroup", "suite");

        /** Group, subgroup and suite are the path to the counters. */
        Map<String, Object> add(List<String> path, String key, UnaryOperator<Map<?, ?>> view) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put(IFINDEX, index);
            members.put(IFNAME, name);
            for (int i = 0; i < path.size(); i++) {
                members.put(WORDS.get(i), path.get(i));
            }
            inside(all, path.toArray(String[]::new)).ifPresent(counters -> members.put(key, view.apply(counters)));
            objects.add(members);
            return members;
        }
    }

    private static Optional<Map<?, ?>> inside(Map<?, ?> members, String... path) {
        Map<?, ?> at = members;
        for (String key : path) {
            if (!(at.get(key) instanceof Map<?, ?> next)) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.of(at);
    }

    private static Map<String, Object> switches(Map<?, ?> numbers) {
        Map<String, Object> switches = new LinkedHashMap<>();
        numbers.forEach((key, number) -> switches.put((String) key, !number.toString().equals("0")));
        return switches;
    }

    private static Map<String, Object> counters(Map<?, ?> fields, List<String> moreRx, List<String> moreTx) {
        Map<String, Object> both = new LinkedHashMap<>();
        both.put(RX, direction(fields, RX, moreRx));
        both.put(TX, direction(fields, TX, moreTx));
        return both;
    }

    private static Map<String, Object> direction(Map<?, ?> fields, String direction, List<String> more) {
        Map<String, Object> counters = new LinkedHashMap<>();
        Stream.concat(COMMON.stream(), more.stream()).forEach(key -> {
            Object counter = fields.containsKey(key) ? fields.get(key) : fields.get(direction + "_" + key);
            if (counter != null) {
                counters.put(key, counter);
            }
        });
        for (String key : RARE) {
            Object counter = fields.get(direction + "_" + key);
            if (counter != null && !counter.toString().equals("0")) {
                counters.put(key, counter);
            }
        }
        return counters;
    }

    private static Map<String, Object> multicast(Map<?, ?> fields) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("igmp_queries", versions(fields, "igmp_v%dqueries", 3));
        members.put("igmp_reports", versions(fields, "igmp_v%dreports", 3));
        members.put("igmp_leaves", versions(fields, "igmp_leaves", 0));
        copy(fields, "igmp_parse_errors", members, "igmp_parse_errors");
        members.put("mld_queries", versions(fields, "mld_v%dqueries", 2));
        members.put("mld_reports", versions(fields, "mld_v%dreports", 2));
        members.put("mld_leaves", versions(fields, "mld_leaves", 0));
        copy(fields, "mld_parse_errors", members, "mld_parse_errors");
        return members;
    }

    /** The counters of each direction for versions from 1 on; 0 for no versions. */
    private static Map<String, Object> versions(Map<?, ?> fields, String field, int versions) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int direction = 0; direction < 2; direction++) {
            String key = direction == 0 ? RX : TX;
            String index = "[" + direction + "]";
            if (versions == 0) {
                copy(fields, field + index, members, key);
            }
            for (int version = 1; version <= versions; version++) {
                copy(fields, field.formatted(version) + index, members, key + "_v" + version);
            }
        }
        return members;
    }

    /** An older kernel's structure may be shorter. */
    private static void copy(Map<?, ?> fields, String field, Map<String, Object> members, String key) {
        Object value = fields.get(field);
        if (value != null) {
            members.put(key, value);
        }
    }
}
