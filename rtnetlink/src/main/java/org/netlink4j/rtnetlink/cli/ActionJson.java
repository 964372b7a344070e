package org.netlink4j.rtnetlink.cli;

import static org.netlink4j.rtnetlink.Rtm.RTM_NEWACTION;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_TC;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.tc.TcStatistics;
import org.netlink4j.rtnetlink.tc.action.Action;
import org.netlink4j.rtnetlink.tc.action.ActionMessage;
import org.netlink4j.rtnetlink.tc.action.ActionTimes;
import org.netlink4j.rtnetlink.tc.action.TcaAct;

/** Actions of traffic control as {@code tc -json -details actions list} prints them. */
final class ActionJson {
    private static final String STATISTICS = "--statistics";
    private static final String KIND = "kind";
    private static final String INDEX = "index";
    private static final String DEVICE = "to_dev";
    private static final String ACTIONS = "actions";
    private static final String SKIP_HARDWARE = "skip_hw";

    static final ObjectList COMMAND = new ObjectList(
            """
            action list KIND [--statistics] [--json]

              the actions of a kind in this network namespace, those of filters included, one line each

              KIND            gact, mirred, police, skbedit, vlan, pedit, tunnel_key, ct ...
              --statistics    their counters and times, too
              --json          the keys and values of "tc -json -details actions list action KIND"; where that prints no JSON, or
                              leaves something out, the same in JSON: all of simple and skbmod, the rates of police
            """,
            Set.of(STATISTICS),
            Set.of(),
            List.of(KIND, INDEX, "control_action", "ref", "bind"),
            ActionJson::list,
            ActionJson::rows);

    static final EventKind EVENTS = EventKind.of("action", RTM_NEWACTION, Set.of(RTNLGRP_TC), List.of(ACTIONS), links -> {
        ActionJson view = new ActionJson(links, false);
        return message -> Map.of(ACTIONS, view.all(ActionMessage.decode(message)));
    });

    private final OtherLinks links;
    private final boolean withStatistics;

    ActionJson(OtherLinks links, boolean withStatistics) {
        this.links = links;
        this.withStatistics = withStatistics;
    }

    private static List<Map<String, Object>> list(Rtnetlink rtnetlink, Arguments arguments) throws NetlinkException {
        List<ActionMessage> messages = rtnetlink.actions().messages(arguments.operand("kind of action"));
        ActionJson view = new ActionJson(new OtherLinks(rtnetlink.links(), List.of()), arguments.has(STATISTICS));
        return messages.stream().flatMap(message -> view.of(message)).toList();
    }

    /** How many there are, and then they; for each message, as {@code tc} does. */
    Stream<Map<String, Object>> of(ActionMessage message) {
        List<Map<String, Object>> all = all(message);
        return Stream.of(Map.of("total acts", message.count().orElse(all.size())), Map.of(ACTIONS, all));
    }

    private List<Map<String, Object>> all(ActionMessage message) {
        List<Action> actions = message.actions();
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            all.add(of(actions.get(i), i, true));
        }
        return all;
    }

    /** A line of the table is an action, wherever it stands. */
    private static Stream<Map<String, Object>> rows(Map<String, Object> object) {
        return object.get(ACTIONS) instanceof List<?> actions ? actions.stream().map(ActionJson::members) : Stream.empty();
    }

    private static Map<String, Object> members(Object action) {
        Map<String, Object> members = new LinkedHashMap<>();
        ((Map<?, ?>) action).forEach((key, value) -> members.put((String) key, value));
        return members;
    }

    /** Those of a filter are numbered from 1. */
    List<Map<String, Object>> ofFilter(List<Action> actions) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            all.add(of(actions.get(i), i + 1, false));
        }
        return all;
    }

    /** The members of the JSON object of an action; of one that does not stand alone the hardware is not shown: its filter says that. */
    private Map<String, Object> of(Action action, int order, boolean alone) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("order", order);
        members.put(KIND, action.kind().kind());
        Attributes data = action.kind().data();
        members.putAll(data.values());
        if (data.set() == AttributeSet.UNKNOWN) {
            members.put("options_hex", HexFormat.of().formatHex(data.encode()));
        }
        members.computeIfPresent(DEVICE, (_, index) -> links.name(((Number) index).intValue()));
        if (withStatistics) {
            action.kind().times().ifPresent(times -> put(members, times));
            action.statistics().ifPresent(statistics -> members.put("stats", members(statistics)));
        }
        action.cookie().ifPresent(cookie -> members.put("cookie", cookie.toString()));
        mark(members, action, TcaAct.TCA_ACT_FLAGS_NO_PERCPU_STATS, "no_percpu");
        if (alone) {
            mark(members, action, TcaAct.TCA_ACT_FLAGS_SKIP_HW, SKIP_HARDWARE);
            mark(members, action, TcaAct.TCA_ACT_FLAGS_SKIP_SW, "skip_sw");
        }
        if (alone && !members.containsKey(SKIP_HARDWARE)) {
            action.hardwareCount().ifPresent(count -> hardware(members, count));
        }
        counters(members, "hw_stats", action.hardwareStatistics());
        counters(members, "used_hw_stats", action.usedHardwareStatistics());
        return members;
    }

    private static void mark(Map<String, Object> members, Action action, int flag, String key) {
        if ((action.flags() & flag) != 0) {
            members.put(key, true);
        }
    }

    private static void hardware(Map<String, Object> members, int count) {
        if (count == 0) {
            members.put("not_in_hw", true);
        } else {
            members.put("in_hw", true);
            members.put("in_hw_count", Integer.toUnsignedLong(count));
        }
    }

    private static void counters(Map<String, Object> members, String key, OptionalInt kinds) {
        kinds.ifPresent(bits -> {
            List<String> words = new ArrayList<>();
            if ((bits & TcaAct.TCA_ACT_HW_STATS_IMMEDIATE) != 0) {
                words.add("immediate");
            }
            if ((bits & TcaAct.TCA_ACT_HW_STATS_DELAYED) != 0) {
                words.add("delayed");
            }
            members.put(key, words.isEmpty() ? List.of("disabled") : words);
        });
    }

    private static void put(Map<String, Object> members, ActionTimes times) {
        members.put("installed", times.installed().toSeconds());
        members.put("last_used", times.lastUsed().toSeconds());
        times.firstUsed().map(Duration::toSeconds).ifPresent(seconds -> members.put("first_used", seconds));
        if (!times.expires().isZero()) {
            members.put("expires", times.expires().toSeconds());
        }
    }

    private static Map<String, Object> members(TcStatistics statistics) {
        Map<String, Object> members = new LinkedHashMap<>();
        put(members, "bytes", statistics.bytes());
        put(members, "packets", statistics.packets());
        put(members, "drops", statistics.drops());
        put(members, "overlimits", statistics.overlimits());
        put(members, "requeues", statistics.requeues());
        put(members, "backlog", statistics.backlog());
        put(members, "qlen", statistics.queueLength());
        return members;
    }

    private static void put(Map<String, Object> members, String key, OptionalLong value) {
        value.ifPresent(number -> members.put(key, number));
    }
}
