package org.netlink4j.rtnetlink.cli;

import static org.netlink4j.rtnetlink.Rtm.RTM_NEWVLAN;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_BRVLAN;
import static org.netlink4j.rtnetlink.link.Rtext.RTEXT_FILTER_BRVLAN_COMPRESSED;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.bridge.BridgeTunnel;
import org.netlink4j.rtnetlink.bridge.BridgeVlan;
import org.netlink4j.rtnetlink.bridge.BridgeVlanMessage;
import org.netlink4j.rtnetlink.bridge.BridgeVlanOptions;
import org.netlink4j.rtnetlink.bridge.BridgeVlanStatistics;
import org.netlink4j.rtnetlink.bridge.VlanRange;

/** VLANs as {@code bridge -json -details vlan show} prints them, and tunnels and options: under the devices that have them. */
final class VlanJson {
    private static final String DEVICE = "--dev";
    private static final String VLAN = "--vid";
    private static final String STATISTICS = "--stats";
    private static final String TUNNELS = "--tunnels";
    private static final String GLOBAL = "--global";

    private static final String NAME = "ifname";
    private static final String UNDER = "vlans";
    private static final String OPTIONS = "global";
    private static final String UNDER_TUNNELS = "tunnels";

    static final ObjectList COMMAND = new ObjectList(
            """
            vlan list [--tunnels | --global | --stats] [--dev NAME] [--vid ID] [--json]

              the VLANs of bridges and their ports in this network namespace, one line for each range

              --tunnels     the VLANs that ports map to tunnels, as "bridge vlan tunnelshow"
              --global      the options of the VLANs of whole bridges, as "bridge vlan global show"
              --stats       with what went through them, VLAN by VLAN
              --dev NAME    those of a port or of a bridge itself
              --vid ID      the ranges in which a VLAN is
              --json        the keys and values of "bridge -json -details vlan show", and "neigh_suppress", "mcast_n_groups",
                            "mcast_max_groups" and "msti" as newer ones print them
            """,
            Set.of(TUNNELS, GLOBAL, STATISTICS),
            Set.of(DEVICE, VLAN),
            List.of(NAME, "vlan", "flags", "state", "mcast_router", "tunid", "mcast_snooping", "mcast_querier", "rx_bytes", "tx_bytes"),
            VlanJson::list,
            VlanJson::rows);

    static final EventKind EVENTS =
            EventKind.of("vlan", RTM_NEWVLAN, Set.of(RTNLGRP_BRVLAN), List.of(NAME, UNDER, OPTIONS), links -> {
                VlanJson view = new VlanJson(links);
                return message -> view.of(BridgeVlanMessage.decode(message));
            });

    private static final List<String> STATES = List.of("disabled", "listening", "learning", "forwarding", "blocking");
    private static final int LARGEST_VLAN = 4094;

    private final OtherLinks links;

    VlanJson(OtherLinks links) {
        this.links = links;
    }

    private static List<Map<String, Object>> list(Rtnetlink rtnetlink, Arguments arguments) throws NetlinkException {
        arguments.noOperands();
        if (Stream.of(TUNNELS, GLOBAL, STATISTICS).filter(arguments::has).count() > 1) {
            throw new IllegalArgumentException("only one of " + TUNNELS + ", " + GLOBAL + " and " + STATISTICS);
        }
        OptionalInt vlan = OptionValues.number(arguments, VLAN, 1, LARGEST_VLAN);
        OptionalInt device = OptionValues.link(arguments, DEVICE, rtnetlink);
        VlanJson view = new VlanJson(new OtherLinks(rtnetlink.links(), List.of()));
        Predicate<VlanRange> wanted = ids -> vlan.isEmpty() || ids.contains(vlan.getAsInt());
        if (arguments.has(TUNNELS)) {
            List<BridgeTunnel> tunnels = rtnetlink.bridgeLinks().list(RTEXT_FILTER_BRVLAN_COMPRESSED).stream()
                    .flatMap(link -> link.tunnels().stream()).filter(tunnel -> wanted.test(tunnel.ids())).toList();
            return view.under(UNDER_TUNNELS, tunnels, BridgeTunnel::device, device, VlanJson::of);
        }
        if (arguments.has(GLOBAL)) {
            List<BridgeVlanOptions> options = rtnetlink.bridgeVlans().listOptions().stream()
                    .filter(each -> wanted.test(each.ids())).toList();
            return view.under(UNDER, options, BridgeVlanOptions::bridge, device, view::of);
        }
        List<BridgeVlan> vlans = arguments.has(STATISTICS) ? rtnetlink.bridgeVlans().listStatistics() : rtnetlink.bridgeVlans().list();
        return view.under(
                UNDER, vlans.stream().filter(each -> wanted.test(each.ids())).toList(), BridgeVlan::device, device, VlanJson::of);
    }

    /** Objects under the names of their devices. */
    private <T> List<Map<String, Object>> under(
            String key, List<T> objects, ToIntFunction<T> owner, OptionalInt wanted, Function<T, Map<String, Object>> members) {
        Map<Integer, List<Map<String, Object>>> byDevice = new LinkedHashMap<>();
        for (T object : objects) {
            int device = owner.applyAsInt(object);
            if (wanted.isEmpty() || wanted.getAsInt() == device) {
                byDevice.computeIfAbsent(device, _ -> new ArrayList<>()).add(members.apply(object));
            }
        }
        List<Map<String, Object>> list = new ArrayList<>();
        byDevice.forEach((device, under) -> {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put(NAME, links.name(device));
            object.put(key, under);
            list.add(object);
        });
        return list;
    }

    /** What a message says of a device: VLANs, or options of the whole bridge. */
    private Map<String, Object> of(BridgeVlanMessage message) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(NAME, links.name(message.device()));
        object.put(UNDER, message.vlans().stream().map(VlanJson::of).toList());
        if (!message.options().isEmpty()) {
            object.put(OPTIONS, message.options().stream().map(this::of).toList());
        }
        return object;
    }

    private static Stream<Map<String, Object>> rows(Map<String, Object> object) {
        return Stream.of(UNDER, UNDER_TUNNELS).filter(object::containsKey).flatMap(key -> ((List<?>) object.get(key)).stream())
                .map(vlan -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    ((Map<?, ?>) vlan).forEach((name, value) -> row.put((String) name, value));
                    row.put(NAME, object.get(NAME));
                    row.computeIfPresent("vlanEnd", (_, end) -> row.put("vlan", row.get("vlan") + "-" + end));
                    row.computeIfPresent("tunidEnd", (_, end) -> row.put("tunid", row.get("tunid") + "-" + end));
                    return row;
                });
    }

    private static Map<String, Object> members(VlanRange ids) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("vlan", ids.first());
        if (!ids.isSingle()) {
            members.put("vlanEnd", ids.last());
        }
        return members;
    }

    private static Map<String, Object> of(BridgeTunnel tunnel) {
        Map<String, Object> members = members(tunnel.ids());
        members.put("tunid", tunnel.first());
        if (!tunnel.ids().isSingle()) {
            members.put("tunidEnd", tunnel.last());
        }
        return members;
    }

    /** The members of the JSON object of VLANs of a device. */
    static Map<String, Object> of(BridgeVlan vlan) {
        Map<String, Object> members = members(vlan.ids());
        List<String> flags = new ArrayList<>();
        if (vlan.isPvid()) {
            flags.add("PVID");
        }
        if (vlan.isUntagged()) {
            flags.add("Egress Untagged");
        }
        if (!flags.isEmpty()) {
            members.put("flags", flags);
        }
        vlan.state().ifPresent(state -> members.put("state", state < STATES.size() ? STATES.get(state) : state));
        vlan.multicastRouter().ifPresent(router -> members.put("mcast_router", router));
        vlan.multicastGroups().ifPresent(groups -> members.put("mcast_n_groups", groups));
        vlan.multicastGroupLimit().ifPresent(limit -> members.put("mcast_max_groups", limit));
        vlan.neighbourSuppress().ifPresent(on -> members.put("neigh_suppress", on));
        vlan.statistics().ifPresent(statistics -> put(members, statistics));
        return members;
    }

    private static void put(Map<String, Object> members, BridgeVlanStatistics statistics) {
        members.put("rx_bytes", statistics.receivedBytes());
        members.put("rx_packets", statistics.receivedPackets());
        members.put("tx_bytes", statistics.sentBytes());
        members.put("tx_packets", statistics.sentPackets());
    }

    private Map<String, Object> of(BridgeVlanOptions options) {
        Map<String, Object> members = members(options.ids());
        members.putAll(options.attributes().values());
        if (!options.routers().isEmpty()) {
            members.put("router_ports", options.routers().stream()
                    .map(router -> Map.of("port", links.name(router.port()))).toList());
        }
        return members;
    }
}
