package org.netlink4j.rtnetlink.cli;

import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNEIGH;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_NEIGH;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_EXT_LEARNED;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_EXT_LOCKED;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_OFFLOADED;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_ROUTER;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_SELF;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_STICKY;
import static org.netlink4j.rtnetlink.neighbour.Nud.NUD_NOARP;
import static org.netlink4j.rtnetlink.neighbour.Nud.NUD_PERMANENT;
import static org.netlink4j.rtnetlink.neighbour.Nud.NUD_REACHABLE;
import static org.netlink4j.rtnetlink.neighbour.Nud.NUD_STALE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.bridge.FdbEntry;
import org.netlink4j.rtnetlink.bridge.FdbFilter;

/** Forwarding entries as {@code bridge -json -details fdb show} prints them. */
final class FdbJson {
    private static final String BRIDGE = "--br";
    private static final String PORT = "--brport";
    private static final String VLAN = "--vlan";
    private static final String STATE = "--state";
    private static final String DYNAMIC = "--dynamic";
    private static final String STATISTICS = "--stats";

    static final ObjectList COMMAND = new ObjectList(
            """
            fdb list [--br NAME] [--brport NAME] [--vlan ID] [--state STATE] [--dynamic] [--stats] [--json]

              the forwarding entries of bridges, VXLANs and other devices of this network namespace, one line each

              --br NAME        those of a bridge and its ports
              --brport NAME    those of a device
              --vlan ID        those of a VLAN
              --state STATE    those that are permanent, static, reachable or stale
              --dynamic        those that are not permanent
              --stats          with the seconds since the entry was used and changed
              --json           the keys and values of "bridge -json -details fdb show", and "ifname" and "locked" always
            """,
            Set.of(DYNAMIC, STATISTICS),
            Set.of(BRIDGE, PORT, VLAN, STATE),
            List.of("mac", "ifname", "vlan", "dst", "master", "flags", "state"),
            FdbJson::list);

    static final EventKind EVENTS = EventKind.of("fdb", RTM_NEWNEIGH, Set.of(RTNLGRP_NEIGH), COMMAND.columns(), links -> {
                FdbJson view = new FdbJson(links, false);
                return message -> view.of(FdbEntry.decode(message));
            })
            .ofBridges();

    /** Of an entry that has many the first counts. */
    private static final Map<String, Integer> STATES = new LinkedHashMap<>();

    private static final Map<Integer, String> FLAGS = new LinkedHashMap<>();

    static {
        STATES.put("permanent", NUD_PERMANENT);
        STATES.put("static", NUD_NOARP);
        STATES.put("stale", NUD_STALE);
        STATES.put("reachable", NUD_REACHABLE);
        FLAGS.put(NTF_SELF, "self");
        FLAGS.put(NTF_ROUTER, "router");
        FLAGS.put(NTF_EXT_LEARNED, "extern_learn");
        FLAGS.put(NTF_OFFLOADED, "offload");
        FLAGS.put(NTF_STICKY, "sticky");
    }

    private static final long HUNDREDTHS = 100;
    private static final int LARGEST_VLAN = 4094;

    private final OtherLinks links;
    private final boolean withStatistics;

    FdbJson(OtherLinks links, boolean withStatistics) {
        this.links = links;
        this.withStatistics = withStatistics;
    }

    private static List<Map<String, Object>> list(Rtnetlink rtnetlink, Arguments arguments) throws NetlinkException {
        arguments.noOperands();
        OptionalInt vlan = OptionValues.number(arguments, VLAN, 1, LARGEST_VLAN);
        FdbFilter filter = new FdbFilter(
                OptionValues.link(arguments, BRIDGE, rtnetlink), OptionValues.link(arguments, PORT, rtnetlink), vlan, states(arguments));
        FdbJson view = new FdbJson(new OtherLinks(rtnetlink.links(), List.of()), arguments.has(STATISTICS));
        return rtnetlink.fdb().list(filter).stream()
                .filter(entry -> !arguments.has(DYNAMIC) || !entry.isLocal())
                .map(view::of)
                .toList();
    }

    private static int states(Arguments arguments) {
        Optional<String> word = arguments.value(STATE);
        if (word.isPresent() && !STATES.containsKey(word.get())) {
            throw new IllegalArgumentException(STATE + " wants one of " + String.join(", ", STATES.keySet()) + ": " + word.get());
        }
        return word.map(STATES::get).orElse(0);
    }

    /** The members of the JSON object of an entry. */
    Map<String, Object> of(FdbEntry entry) {
        Map<String, Object> members = new LinkedHashMap<>();
        entry.address().ifPresent(address -> members.put("mac", address.toString()));
        members.put("ifname", links.name(entry.index()));
        entry.destination().ifPresent(destination -> members.put("dst", destination.toString()));
        entry.vlan().ifPresent(vlan -> members.put("vlan", vlan));
        entry.port().ifPresent(port -> members.put("port", port));
        entry.vni().ifPresent(vni -> members.put("vni", vni));
        entry.sourceVni().ifPresent(vni -> members.put("src_vni", vni));
        entry.via().ifPresent(via -> members.put("viaIf", entry.viaNamespaceId().isPresent() ? "if" + via : links.name(via)));
        entry.nextHop().ifPresent(id -> members.put("nhid", id));
        entry.viaNamespaceId().ifPresent(id -> members.put("linkNetNsId", id));
        if (withStatistics) {
            entry.used().ifPresent(used -> members.put("used", used / HUNDREDTHS));
            entry.updated().ifPresent(updated -> members.put("updated", updated / HUNDREDTHS));
        }
        members.put("flags", FLAGS.entrySet().stream().filter(flag -> (entry.flags() & flag.getKey()) != 0)
                .map(Map.Entry::getValue).toList());
        if ((entry.extendedFlags() & NTF_EXT_LOCKED) != 0) {
            members.put("locked", true);
        }
        entry.bridge().ifPresent(bridge -> members.put("master", links.name(bridge)));
        members.put("state", state(entry.state()));
        return members;
    }

    /** What is usual has no word. */
    private static String state(int bits) {
        return bits == NUD_REACHABLE ? "" : STATES.entrySet().stream().filter(state -> (bits & state.getValue()) != 0)
                .map(Map.Entry::getKey).findFirst().orElse("state=0x" + Integer.toHexString(bits));
    }
}
