package org.netlink4j.rtnetlink.cli;

import static org.netlink4j.rtnetlink.Rtm.RTM_NEWQDISC;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWTCLASS;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_TC;
import static org.netlink4j.rtnetlink.tc.TcRate.TC_LINKLAYER_ATM;
import static org.netlink4j.rtnetlink.tc.TcRate.TC_LINKLAYER_ETHERNET;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.tc.TcHandle;
import org.netlink4j.rtnetlink.tc.TcObject;
import org.netlink4j.rtnetlink.tc.TcStatistics;
import org.netlink4j.rtnetlink.tc.Tca;
import org.netlink4j.rtnetlink.tc.qdisc.Qdisc;
import org.netlink4j.rtnetlink.tc.qdisc.Qdiscs;
import org.netlink4j.rtnetlink.tc.qdisc.TrafficClass;

/** Queueing disciplines as {@code tc -json -details qdisc show} prints them, and their classes as newer ones print those. */
final class QdiscJson {
    private static final String DEVICE = "--dev";
    private static final String PARENT = "--parent";
    private static final String INVISIBLE = "--invisible";
    private static final String STATISTICS = "--statistics";
    private static final String OPTIONS = "options";
    private static final String HANDLE = "handle";

    static final ObjectList COMMAND = new ObjectList(
            """
            qdisc list [--dev NAME] [--parent HANDLE] [--invisible] [--statistics] [--json]

              the queueing disciplines of this network namespace, one line each

              --dev NAME         those of one device
              --parent HANDLE    those under a class, or under "root", "ingress" or "clsact"
              --invisible        those also that hide: the default ones of classes
              --statistics       their counters, too
              --json             the keys and values of "tc -json -details qdisc show", and what that leaves out: the peak
                                 rate of tbf, and the options of hfsc and multiq
            """,
            Set.of(INVISIBLE, STATISTICS),
            Set.of(DEVICE, PARENT),
            List.of("dev", "kind", HANDLE, "parent", "root", "refcnt", OPTIONS),
            QdiscJson::list);

    static final ObjectList CLASSES = new ObjectList(
            """
            class list --dev NAME [--parent HANDLE] [--statistics] [--json]

              the classes of the queueing disciplines of a device, one line each

              --parent HANDLE    those of one queueing discipline
              --statistics       their counters, too
              --json             the values of "tc -details class show", which prints no JSON before version 6.10
            """,
            Set.of(STATISTICS),
            Set.of(DEVICE, PARENT),
            List.of("dev", "class", HANDLE, "parent", "root", "leaf", OPTIONS),
            QdiscJson::listClasses);

    static final EventKind EVENTS = EventKind.of("qdisc", RTM_NEWQDISC, Set.of(RTNLGRP_TC), COMMAND.columns(), links -> {
        QdiscJson view = new QdiscJson(false);
        return message -> {
            Qdisc qdisc = Qdisc.decode(message);
            return withDevice(view.of(qdisc), Optional.of(links.name(qdisc.index())));
        };
    });

    static final EventKind CLASS_EVENTS = EventKind.of("class", RTM_NEWTCLASS, Set.of(RTNLGRP_TC), CLASSES.columns(), links -> {
        QdiscJson view = new QdiscJson(false);
        return message -> {
            TrafficClass trafficClass = TrafficClass.decode(message);
            return withDevice(view.of(trafficClass), Optional.of(links.name(trafficClass.index())));
        };
    });

    /** The kinds that have counters among their options. */
    private static final Set<String> COUNTERS_IN_OPTIONS = Set.of("gred", "sfq");

    private static final Set<String> COUNTERS = Set.of(
            "qave", "backlog", "forced_drop", "prob_drop", "pdrop", "other", "forced_mark", "prob_mark", "packets", "bytes",
            "prob_mark_head", "forced_mark_head");

    private final boolean statistics;

    QdiscJson(boolean statistics) {
        this.statistics = statistics;
    }

    private static Optional<Integer> device(Rtnetlink rtnetlink, Arguments arguments) throws NetlinkException {
        arguments.noOperands();
        Optional<String> name = arguments.value(DEVICE);
        return name.isPresent() ? Optional.of(rtnetlink.links().get(name.get()).index()) : Optional.empty();
    }

    private static List<Map<String, Object>> list(Rtnetlink rtnetlink, Arguments arguments) throws NetlinkException {
        Optional<Integer> device = device(rtnetlink, arguments);
        Optional<TcHandle> parent = arguments.value(PARENT).map(TcHandle::parse);
        Qdiscs qdiscs = rtnetlink.qdiscs();
        List<Qdisc> all = arguments.has(INVISIBLE) ? qdiscs.listInvisible() : qdiscs.list();
        OtherLinks links = new OtherLinks(rtnetlink.links(), List.of());
        QdiscJson view = new QdiscJson(arguments.has(STATISTICS));
        return all.stream()
                .filter(qdisc -> device.isEmpty() || device.get() == qdisc.index())
                .filter(qdisc -> parent.isEmpty() || parent.get().equals(qdisc.parent()))
                .map(qdisc -> withDevice(view.of(qdisc), device.isEmpty() ? Optional.of(links.name(qdisc.index())) : Optional.empty()))
                .toList();
    }

    private static List<Map<String, Object>> listClasses(Rtnetlink rtnetlink, Arguments arguments) throws NetlinkException {
        int device = device(rtnetlink, arguments).orElseThrow(() -> new IllegalArgumentException(DEVICE + " is wanted"));
        Optional<TcHandle> qdisc = arguments.value(PARENT).map(TcHandle::parse);
        List<TrafficClass> classes = qdisc.isPresent()
                ? rtnetlink.trafficClasses().list(device, qdisc.get())
                : rtnetlink.trafficClasses().list(device);
        QdiscJson view = new QdiscJson(arguments.has(STATISTICS));
        return classes.stream().map(view::of).toList();
    }

    /** As {@code tc} does, if not all are of the same device. */
    private static Map<String, Object> withDevice(Map<String, Object> members, Optional<String> name) {
        name.ifPresent(device -> members.put("dev", device));
        return members;
    }

    /** The members of the JSON object of a queueing discipline. */
    Map<String, Object> of(Qdisc qdisc) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(HANDLE, Integer.toHexString(qdisc.handle().major()) + ":");
        parent(members, qdisc);
        if (qdisc.header().info() != 1) {
            members.put("refcnt", Integer.toUnsignedLong(qdisc.header().info()));
        }
        if (qdisc.hardwareOffload().orElse(0) != 0) {
            members.put("offloaded", true);
        }
        members.put(OPTIONS, Map.of());
        members.putAll(qdisc.attributes().values());
        if (!statistics && qdisc.kindName().filter(COUNTERS_IN_OPTIONS::contains).isPresent()) {
            members.computeIfPresent(OPTIONS, (_, options) -> withoutCounters(options));
        }
        qdisc.sizeTable().ifPresent(table -> members.put("stab", sizes(table)));
        statistics(members, qdisc);
        return members;
    }

    /** The members of the JSON object of a class. */
    Map<String, Object> of(TrafficClass trafficClass) {
        Map<String, Object> members = new LinkedHashMap<>();
        trafficClass.kindName().ifPresent(kind -> members.put("class", kind));
        members.put(HANDLE, trafficClass.handle().toString());
        parent(members, trafficClass);
        trafficClass.leaf().ifPresent(leaf -> members.put("leaf", leaf.toString()));
        Object options = trafficClass.attributes().values().get(OPTIONS);
        members.put(OPTIONS, options == null ? Map.of() : options);
        statistics(members, trafficClass);
        return members;
    }

    private static void parent(Map<String, Object> members, TcObject object) {
        if (object.parent().equals(TcHandle.ROOT)) {
            members.put("root", true);
        } else if (!object.parent().equals(TcHandle.UNSPEC)) {
            members.put("parent", object.parent().toString());
        }
    }

    private static Object withoutCounters(Object options) {
        return switch (options) {
            case Map<?, ?> members -> {
                Map<Object, Object> rest = new LinkedHashMap<>();
                members.forEach((key, value) -> rest.put(key, withoutCounters(value)));
                rest.keySet().removeAll(COUNTERS);
                yield rest;
            }
            case List<?> elements -> elements.stream().map(QdiscJson::withoutCounters).toList();
            default -> options;
        };
    }

    private static Map<String, Object> sizes(Attributes table) {
        Map<String, Object> members = new LinkedHashMap<>();
        table.field(Tca.TCA_STAB_BASE, "linklayer").ifPresent(layer -> members.put("linklayer", switch ((int) layer) {
            case TC_LINKLAYER_ETHERNET -> "ethernet";
            case TC_LINKLAYER_ATM -> "atm";
            default -> "unaware";
        }));
        for (String field : List.of("overhead", "mpu", "mtu", "tsize")) {
            table.field(Tca.TCA_STAB_BASE, field).stream().filter(value -> value != 0).forEach(value -> members.put(field, value));
        }
        return members;
    }

    private void statistics(Map<String, Object> members, TcObject object) {
        if (!statistics) {
            return;
        }
        object.statistics().ifPresent(counters -> {
            members.putAll(of(counters));
            counters.attributes().values().forEach(members::putIfAbsent);
        });
    }

    private static Map<String, Object> of(TcStatistics counters) {
        Map<String, Object> members = new LinkedHashMap<>();
        counters.bytes().ifPresent(value -> members.put("bytes", value));
        counters.packets().ifPresent(value -> members.put("packets", value));
        counters.drops().ifPresent(value -> members.put("drops", value));
        counters.overlimits().ifPresent(value -> members.put("overlimits", value));
        counters.requeues().ifPresent(value -> members.put("requeues", value));
        counters.byteRate().ifPresent(value -> members.put("rate", value));
        counters.packetRate().ifPresent(value -> members.put("pps", value));
        counters.backlog().ifPresent(value -> members.put("backlog", value));
        counters.queueLength().ifPresent(value -> members.put("qlen", value));
        return members;
    }
}
