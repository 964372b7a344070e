package org.netlink4j.macvtap.cli;

import static org.netlink4j.rtnetlink.Rtm.RTM_GETLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINK;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.core.cli.Command;
import org.netlink4j.core.cli.Program;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Watch;
import org.netlink4j.core.client.WatchEvent;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.macvtap.io.MacvtapBuild;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.WatchedObjects;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Macvtap;

/** {@code macvtapctl watch}. */
final class WatchDevices implements Command {
    private static final String COUNT = "--count";
    private static final int RTNLGRP_LINK = 1;
    private static final Duration LOOK_UP = Duration.ofSeconds(1);

    private final Clock clock;

    WatchDevices(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String help() {
        return """
                watch [--count NUMBER] [--json]

                  shows what happens to the macvtaps of this network namespace, one line each, with the time and what it was

                  --count    ends after so many lines (default: never)
                  --json     a line of JSON each
                """;
    }

    @Override
    public Set<String> options() {
        return Set.of(COUNT);
    }

    @Override
    public int run(Arguments arguments, PrintStream out) throws IOException {
        arguments.noOperands();
        long left = arguments.value(COUNT).isPresent()
                ? XmlFile.number(COUNT, arguments.value(COUNT).get())
                : Long.MAX_VALUE;
        MacvtapBuild.require();
        WatchedObjects<Integer, Link> watched = new WatchedObjects<>(
                Request.of(RTM_GETLINK, LinkSpec.ANY), RTM_NEWLINK, Link::decode,
                link -> link.header().family() == 0 ? Optional.of(link.index()) : Optional.empty());
        try (NetlinkClient client = NetlinkClient.open(Rtnetlink.PROTOCOL);
                Watch<Integer, Link> watch = Watch.open(
                        EventStream.open(Rtnetlink.PROTOCOL, Set.of(RTNLGRP_LINK), SocketOptions.DEFAULT), client, watched)) {
            for (Link link : watch.objects().values()) {
                left = print(lines(new WatchEvent.Appeared<>(link), "was there"), left, arguments, out);
            }
            while (left > 0) {
                Optional<WatchEvent<Link>> event = watch.next(LOOK_UP);
                if (event.isPresent()) {
                    left = print(lines(event.get(), "appeared"), left, arguments, out);
                }
            }
        }
        return Program.DONE;
    }

    /** A device and what happened to it. */
    record Line(Link link, String cause) {}

    static List<Line> lines(WatchEvent<Link> event, String appeared) {
        return switch (event) {
            case WatchEvent.Appeared<Link>(Link link) -> line(link, appeared);
            case WatchEvent.Disappeared<Link>(Link link) -> line(link, "was deleted");
            case WatchEvent.Changed<Link>(Link before, Link now) ->
                changes(before, now).stream().flatMap(cause -> line(now, cause).stream()).toList();
            case WatchEvent.Resynchronised<Link>(List<WatchEvent<Link>> differences) ->
                differences.stream().flatMap(difference -> lines(difference, appeared).stream()).toList();
        };
    }

    private static List<Line> line(Link link, String cause) {
        return link.kind(Macvtap.class).isPresent() ? List.of(new Line(link, cause)) : List.of();
    }

    private static List<String> changes(Link before, Link now) {
        List<String> changes = new ArrayList<>();
        if (before.isUp() != now.isUp()) {
            changes.add(now.isUp() ? "came up" : "went down");
        }
        if (!before.operState().equals(now.operState())) {
            changes.add("is " + now.operState().map(Object::toString).orElse("in no state") + " now");
        }
        if (!before.name().equals(now.name())) {
            changes.add("was " + before.name());
        }
        if (!before.address().equals(now.address())) {
            changes.add("had MAC address " + before.address().map(Object::toString).orElse("none"));
        }
        if (!before.mtu().equals(now.mtu())) {
            changes.add("has MTU " + now.mtu().orElse(0) + " now");
        }
        if (!before.kind().equals(now.kind())) {
            changes.add("was set otherwise");
        }
        return changes;
    }

    private long print(List<Line> lines, long left, Arguments arguments, PrintStream out) {
        long remaining = left;
        for (Line line : lines) {
            if (remaining == 0) {
                break;
            }
            remaining--;
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
            tree.put("name", line.link.name());
            tree.put("index", line.link.index());
            tree.put("cause", line.cause);
            line.link.address().ifPresent(address -> tree.put("mac", address.toString()));
            tree.put("up", line.link.isUp());
            if (arguments.has(JSON)) {
                Command.printJson(out, tree);
            } else {
                out.println(tree.get("time") + " " + line.link.name() + " (index " + line.link.index() + ") " + line.cause);
            }
            out.flush();
        }
        return remaining;
    }
}
