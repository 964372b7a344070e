package org.netlink4j.rtnetlink.cli;

import static org.netlink4j.rtnetlink.Rtm.RTM_NEWMDB;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_MDB;
import static org.netlink4j.rtnetlink.bridge.Mcast.MCAST_INCLUDE;
import static org.netlink4j.rtnetlink.bridge.MdbFlags.MDB_FLAGS_BLOCKED;
import static org.netlink4j.rtnetlink.bridge.MdbFlags.MDB_FLAGS_FAST_LEAVE;
import static org.netlink4j.rtnetlink.bridge.MdbFlags.MDB_FLAGS_OFFLOAD;
import static org.netlink4j.rtnetlink.bridge.MdbFlags.MDB_FLAGS_OFFLOAD_FAILED;
import static org.netlink4j.rtnetlink.bridge.MdbFlags.MDB_FLAGS_STAR_EXCL;
import static org.netlink4j.rtnetlink.bridge.MdbRtrType.MDB_RTR_TYPE_TEMP;
import static org.netlink4j.rtnetlink.bridge.MdbRtrType.MDB_RTR_TYPE_TEMP_QUERY;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.bridge.MdbEntry;
import org.netlink4j.rtnetlink.bridge.MdbMessage;
import org.netlink4j.rtnetlink.bridge.MdbRouter;
import org.netlink4j.rtnetlink.bridge.MdbSource;

/** Multicast groups as {@code bridge -json -details mdb show} prints them: one object with groups, and ports to routers. */
final class MdbJson {
    private static final String DEVICE = "--dev";
    private static final String VLAN = "--vid";
    private static final String STATISTICS = "--stats";
    private static final String GROUPS = "mdb";
    private static final String ROUTERS = "router";

    static final ObjectList COMMAND = new ObjectList(
            """
            mdb list [--dev NAME] [--vid ID] [--stats] [--json]

              the members of multicast groups of bridges and VXLANs of this network namespace, and the ports to multicast
              routers, one line each

              --dev NAME    those of a bridge or of a VXLAN
              --vid ID      the members in a VLAN
              --stats       with the seconds until they expire
              --json        the keys and values of "bridge -json -details mdb show", and "dst", "dst_port", "vni", "src_vni"
                            and "via" as newer ones print them
            """,
            Set.of(STATISTICS),
            Set.of(DEVICE, VLAN),
            List.of("dev", "port", "grp", "src", "vid", "state", "protocol", "flags"),
            MdbJson::list,
            MdbJson::rows);

    static final EventKind EVENTS =
            EventKind.of("mdb", RTM_NEWMDB, Set.of(RTNLGRP_MDB), List.of(GROUPS, ROUTERS), links -> {
                MdbJson view = new MdbJson(links, false);
                return message -> {
                    MdbMessage said = MdbMessage.decode(message);
                    return view.of(said.entries(), said.routers());
                };
            });

    private static final Map<Integer, String> FLAGS = new LinkedHashMap<>();

    static {
        FLAGS.put(MDB_FLAGS_OFFLOAD, "offload");
        FLAGS.put(MDB_FLAGS_FAST_LEAVE, "fast_leave");
        FLAGS.put(MDB_FLAGS_STAR_EXCL, "added_by_star_ex");
        FLAGS.put(MDB_FLAGS_BLOCKED, "blocked");
        FLAGS.put(MDB_FLAGS_OFFLOAD_FAILED, "offload_failed");
    }

    private static final int LARGEST_VLAN = 4094;
    private static final int HUNDREDTHS = 100;

    private final OtherLinks links;
    private final boolean withTimers;
    private final Names protocols = Names.protocols();

    MdbJson(OtherLinks links, boolean withTimers) {
        this.links = links;
        this.withTimers = withTimers;
    }

    private static List<Map<String, Object>> list(Rtnetlink rtnetlink, Arguments arguments) throws NetlinkException {
        arguments.noOperands();
        OptionalInt vlan = OptionValues.number(arguments, VLAN, 1, LARGEST_VLAN);
        OptionalInt device = OptionValues.link(arguments, DEVICE, rtnetlink);
        MdbJson view = new MdbJson(new OtherLinks(rtnetlink.links(), List.of()), arguments.has(STATISTICS));
        return List.of(view.of(
                rtnetlink.mdb().list().stream()
                        .filter(entry -> device.isEmpty() || entry.bridge() == device.getAsInt())
                        .filter(entry -> vlan.isEmpty() || entry.vlan() == vlan.getAsInt())
                        .toList(),
                rtnetlink.mdb().listRouters().stream()
                        .filter(router -> device.isEmpty() || router.bridge() == device.getAsInt())
                        .toList()));
    }

    /** The one object. */
    private Map<String, Object> of(List<MdbEntry> entries, List<MdbRouter> routers) {
        Map<String, List<Map<String, Object>>> byBridge = new LinkedHashMap<>();
        routers.forEach(router -> byBridge.computeIfAbsent(links.name(router.bridge()), _ -> new ArrayList<>()).add(of(router)));
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(GROUPS, entries.stream().map(this::of).toList());
        object.put(ROUTERS, byBridge);
        return object;
    }

    private static Stream<Map<String, Object>> rows(Map<String, Object> object) {
        Stream.Builder<Map<String, Object>> rows = Stream.builder();
        for (Object group : (List<?>) object.get(GROUPS)) {
            rows.add(row((Map<?, ?>) group));
        }
        ((Map<?, ?>) object.get(ROUTERS)).forEach((bridge, ports) -> ((List<?>) ports).forEach(port -> {
            Map<String, Object> row = row((Map<?, ?>) port);
            row.put("dev", bridge);
            row.put("grp", "router");
            rows.add(row);
        }));
        return rows.build();
    }

    private static Map<String, Object> row(Map<?, ?> members) {
        Map<String, Object> row = new LinkedHashMap<>();
        members.forEach((key, value) -> row.put((String) key, value));
        return row;
    }

    /** The members of the JSON object of a member of a group. */
    Map<String, Object> of(MdbEntry entry) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("index", entry.bridge());
        members.put("dev", links.name(entry.bridge()));
        members.put("port", links.name(entry.port()));
        members.put("grp", entry.group().toString());
        entry.source().ifPresent(source -> members.put("src", source.toString()));
        members.put("state", entry.isPermanent() ? "permanent" : "temp");
        entry.filterMode().ifPresent(mode -> members.put("filter_mode", mode == MCAST_INCLUDE ? "include" : "exclude"));
        if (!entry.sources().isEmpty()) {
            members.put("source_list", entry.sources().stream().map(MdbJson::of).toList());
        }
        entry.protocol().ifPresent(protocol -> members.put("protocol", protocols.name(protocol)));
        members.put("flags", FLAGS.entrySet().stream().filter(flag -> (entry.flags() & flag.getKey()) != 0)
                .map(Map.Entry::getValue).toList());
        if (entry.vlan() != 0) {
            members.put("vid", entry.vlan());
        }
        entry.destination().ifPresent(destination -> members.put("dst", destination.toString()));
        entry.destinationPort().ifPresent(port -> members.put("dst_port", port));
        entry.vni().ifPresent(vni -> members.put("vni", vni));
        entry.sourceVni().ifPresent(vni -> members.put("src_vni", vni));
        entry.via().ifPresent(via -> members.put("via", links.name(via)));
        if (withTimers) {
            members.put("timer", padded(entry.timer()));
        }
        return members;
    }

    private static Map<String, Object> of(MdbSource source) {
        return Map.of("address", source.address().toString(), "timer", seconds(source.timer()));
    }

    private Map<String, Object> of(MdbRouter router) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("port", links.name(router.port()));
        if (withTimers) {
            members.put("timer", padded(router.timer().orElse(0)));
            members.put("type", isForAWhile(router.type().orElse(0)) ? "temp" : "permanent");
        }
        router.vlan().ifPresent(vlan -> members.put("vid", vlan));
        return members;
    }

    private static boolean isForAWhile(int type) {
        return type == MDB_RTR_TYPE_TEMP_QUERY || type == MDB_RTR_TYPE_TEMP;
    }

    /** Text, as {@code bridge} has it. */
    private static String seconds(long hundredths) {
        return "%d.%02d".formatted(hundredths / HUNDREDTHS, hundredths % HUNDREDTHS);
    }

    private static String padded(long hundredths) {
        return "%4d.%02d".formatted(hundredths / HUNDREDTHS, hundredths % HUNDREDTHS);
    }
}
