package org.netlink4j.rtnetlink.cli;

import static org.netlink4j.rtnetlink.Rtm.RTM_NEWCHAIN;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWTFILTER;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_TC;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.tc.TcHandle;
import org.netlink4j.rtnetlink.tc.action.Action;
import org.netlink4j.rtnetlink.tc.filter.Basic;
import org.netlink4j.rtnetlink.tc.filter.Bpf;
import org.netlink4j.rtnetlink.tc.filter.Chain;
import org.netlink4j.rtnetlink.tc.filter.Filter;
import org.netlink4j.rtnetlink.tc.filter.FilterKind;
import org.netlink4j.rtnetlink.tc.filter.FilterObject;
import org.netlink4j.rtnetlink.tc.filter.FilterPoint;
import org.netlink4j.rtnetlink.tc.filter.Flower;
import org.netlink4j.rtnetlink.tc.filter.Matchall;
import org.netlink4j.rtnetlink.tc.filter.U32;
import org.netlink4j.rtnetlink.tc.filter.U32Handle;

/** Filters as {@code tc -json -details filter show} prints them, and chains as {@code tc -json -details chain show} does. */
final class FilterJson {
    private static final String DEVICE = "--dev";
    private static final String PARENT = "--parent";
    private static final String BLOCK = "--block";
    private static final String CHAIN = "--chain";
    private static final String ALL = "--all";
    private static final String STATISTICS = "--statistics";
    private static final String KIND = "kind";
    private static final String HANDLE = "handle";
    private static final String OPTIONS = "options";
    private static final String CHAIN_KEY = "chain";

    static final ObjectList COMMAND = new ObjectList(
            """
            filter list {--dev NAME [--parent HANDLE | --all] | --block NUMBER} [--chain NUMBER] [--statistics] [--json]

              the filters at one point, one line each; of a device those of the queueing discipline at its root

              --parent HANDLE    those of another queueing discipline or class, or those of packets that come or leave: "ingress",
                                 "egress"
              --all              those of all queueing disciplines and classes of the device
              --block NUMBER     those of a shared block
              --chain NUMBER     those of one chain
              --statistics       the counters and times of their actions, too
              --json             the keys and values of "tc -json -details filter show"; where that prints no JSON, the same in JSON:
                                 the matches of basic, all of fw, route, cgroup and flow, a single police in "police"
            """,
            Set.of(ALL, STATISTICS),
            Set.of(DEVICE, PARENT, BLOCK, CHAIN),
            List.of("parent", CHAIN_KEY, "protocol", "pref", KIND, OPTIONS),
            FilterJson::list);

    static final ObjectList CHAINS = new ObjectList(
            """
            chain list {--dev NAME [--parent HANDLE] | --block NUMBER} [--json]

              the chains of filters at one point, one line each

              --parent HANDLE    those of another queueing discipline or class, or those of packets that come or leave: "ingress",
                                 "egress"
              --block NUMBER     those of a shared block
              --json             the keys and values of "tc -json -details chain show"
            """,
            Set.of(),
            Set.of(DEVICE, PARENT, BLOCK),
            List.of("parent", CHAIN_KEY, KIND, OPTIONS),
            FilterJson::listChains);

    private static final String DEVICE_KEY = "dev";

    static final EventKind EVENTS =
            EventKind.of("filter", RTM_NEWTFILTER, Set.of(RTNLGRP_TC), withDevice(COMMAND.columns()), links -> {
                FilterJson view = new FilterJson(new ActionJson(links, false), Optional.empty());
                return message -> {
                    Filter filter = Filter.decode(message);
                    return withDevice(view.of(filter), filter, links);
                };
            });

    static final EventKind CHAIN_EVENTS =
            EventKind.of("chain", RTM_NEWCHAIN, Set.of(RTNLGRP_TC), withDevice(CHAINS.columns()), links -> {
                FilterJson view = new FilterJson(new ActionJson(links, false), Optional.empty());
                return message -> {
                    Chain chain = Chain.decode(message);
                    return withDevice(view.of(chain), chain, links);
                };
            });

    private final ActionJson actions;
    private final Optional<FilterPoint> listed;

    /** The point at which all are need not be shown for each. */
    FilterJson(ActionJson actions, Optional<FilterPoint> listed) {
        this.actions = actions;
        this.listed = listed;
    }

    private static List<String> withDevice(List<String> columns) {
        return Stream.concat(Stream.of(DEVICE_KEY), columns.stream()).toList();
    }

    /** A shared block has none. */
    private static Map<String, Object> withDevice(Map<String, Object> members, FilterObject object, OtherLinks links) {
        if (!object.point().isBlock()) {
            members.put(DEVICE_KEY, links.name(object.point().index()));
        }
        return members;
    }

    private static FilterPoint point(Rtnetlink rtnetlink, Arguments arguments) throws NetlinkException {
        arguments.noOperands();
        OptionalInt device = OptionValues.link(arguments, DEVICE, rtnetlink);
        OptionalInt block = OptionValues.number(arguments, BLOCK, 1, Integer.MAX_VALUE);
        if (device.isPresent() == block.isPresent()) {
            throw new IllegalArgumentException("either " + DEVICE + " or " + BLOCK + " is wanted");
        }
        if (block.isPresent()) {
            return FilterPoint.block(block.getAsInt());
        }
        int index = device.getAsInt();
        return switch (arguments.value(PARENT).orElse("")) {
            case "" -> FilterPoint.at(index, TcHandle.UNSPEC);
            case "ingress" -> FilterPoint.ingress(index);
            case "egress" -> FilterPoint.egress(index);
            case String handle -> FilterPoint.at(index, TcHandle.parse(handle));
        };
    }

    private static List<Map<String, Object>> list(Rtnetlink rtnetlink, Arguments arguments) throws NetlinkException {
        FilterPoint point = point(rtnetlink, arguments);
        OptionalInt chain = OptionValues.number(arguments, CHAIN, 0, Integer.MAX_VALUE);
        if (arguments.has(ALL) && (point.isBlock() || arguments.value(PARENT).isPresent())) {
            throw new IllegalArgumentException(ALL + " goes with " + DEVICE + " alone");
        }
        List<Filter> filters = arguments.has(ALL) ? rtnetlink.filters().listAll(point.index())
                : chain.isPresent() ? rtnetlink.filters().list(point, chain.getAsInt()) : rtnetlink.filters().list(point);
        ActionJson actions = new ActionJson(new OtherLinks(rtnetlink.links(), List.of()), arguments.has(STATISTICS));
        FilterJson view = new FilterJson(actions, Optional.of(point));
        return filters.stream()
                .filter(filter -> chain.isEmpty() || filter.chain() == chain.getAsInt())
                .map(filter -> without(view.of(filter), chain.isPresent() ? Set.of(CHAIN_KEY) : Set.of()))
                .toList();
    }

    /** Without what was asked for and so is the same in all. */
    private static Map<String, Object> without(Map<String, Object> members, Set<String> keys) {
        members.keySet().removeAll(keys);
        return members;
    }

    private static List<Map<String, Object>> listChains(Rtnetlink rtnetlink, Arguments arguments) throws NetlinkException {
        FilterPoint point = point(rtnetlink, arguments);
        ActionJson actions = new ActionJson(new OtherLinks(rtnetlink.links(), List.of()), false);
        FilterJson view = new FilterJson(actions, Optional.of(point));
        return rtnetlink.chains().list(point).stream().map(view::of).toList();
    }

    /** The members of the JSON object of a filter. */
    Map<String, Object> of(Filter filter) {
        Map<String, Object> members = new LinkedHashMap<>();
        place(members, filter);
        if (filter.protocol().value() != 0) {
            members.put("protocol", filter.protocol().toString());
        }
        if (filter.priority() != 0) {
            members.put("pref", filter.priority());
        }
        filter.kindName().ifPresent(kind -> members.put(KIND, kind));
        members.put(CHAIN_KEY, filter.chain());
        if (!filter.isOnlyKind()) {
            Map<String, Object> options = new LinkedHashMap<>();
            handle(options, filter);
            options(options, filter.kind());
            members.put(OPTIONS, options);
        }
        return members;
    }

    /** The members of the JSON object of a chain. */
    Map<String, Object> of(Chain chain) {
        Map<String, Object> members = new LinkedHashMap<>();
        place(members, chain);
        chain.kindName().ifPresent(kind -> members.put(KIND, kind));
        members.put(CHAIN_KEY, chain.chain());
        chain.template().ifPresent(template -> {
            Map<String, Object> options = new LinkedHashMap<>();
            options(options, template);
            members.put(OPTIONS, options);
        });
        return members;
    }

    /** Where it hangs, if that is not where all of the list do. */
    private void place(Map<String, Object> members, FilterObject object) {
        FilterPoint point = object.point();
        if (listed.filter(point::equals).isPresent()) {
            return;
        }
        if (point.isBlock()) {
            members.put("block", Integer.toUnsignedLong(point.parent().value()));
        } else if (point.parent().equals(TcHandle.ROOT)) {
            members.put("root", true);
        } else if (point.parent().equals(TcHandle.CLSACT_INGRESS)) {
            members.put("ingress", true);
        } else if (point.parent().equals(TcHandle.CLSACT_EGRESS)) {
            members.put("egress", true);
        } else {
            members.put("parent", point.parent().toString());
        }
    }

    /** Every kind has its own notation of handles. */
    private static void handle(Map<String, Object> options, Filter filter) {
        int value = filter.handle().value();
        if (value == 0) {
            return;
        }
        String hex = Integer.toHexString(value);
        switch (filter.kind()) {
            case U32 kind -> u32(options, new U32Handle(value), kind);
            case Flower _ -> options.put(HANDLE, Integer.toUnsignedLong(value));
            case Matchall _ -> options.put(HANDLE, Integer.toUnsignedLong(value));
            case Bpf _ -> options.put(HANDLE, "0x" + hex);
            case Basic _ -> options.put(HANDLE, hex);
            case FilterKind<?> kind when kind.kind().equals("route") -> options.put("fh", "0x%08x".formatted(value));
            default -> options.put(HANDLE, "0x" + hex);
        }
    }

    private static void u32(Map<String, Object> options, U32Handle handle, U32 kind) {
        options.put("fh", handle.toString());
        if (kind.buckets().isEmpty() && handle.node() != 0) {
            options.put("order", handle.node());
            options.put("key_ht", Integer.toHexString(handle.table()));
            options.put("bkt", Integer.toHexString(handle.bucket()));
        }
    }

    private void options(Map<String, Object> options, FilterKind<?> kind) {
        options.putAll(kind.values());
        if (kind.data().set() == AttributeSet.UNKNOWN) {
            options.put("options_hex", HexFormat.of().formatHex(kind.data().encode()));
        }
        List<Action> all = kind.actions();
        if (!all.isEmpty()) {
            options.put("actions", actions.ofFilter(all));
        }
    }
}
