package org.netlink4j.benchmarks.workload;

import static org.netlink4j.rtnetlink.IpFamily.AF_INET;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_IPV4_ROUTE;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.OverrunException;
import org.netlink4j.core.client.Event;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Watch;
import org.netlink4j.core.client.WatchEvent;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.route.Route;
import org.netlink4j.rtnetlink.route.RouteKey;
import org.netlink4j.rtnetlink.route.Routes;
import org.netlink4j.rtnetlink.route.RoutesTo;

/** W7: what a subscriber hears of changes of routes, until the route that says that this was all. */
final class RouteEvents {
    private static final Duration WHILE = Duration.ofSeconds(10);

    private final RouteView view = new RouteView();
    private final SocketOptions options;
    private final long sentinel;

    private long seen;
    private long first;
    private long last;
    private long overruns;
    private boolean done;

    private RouteEvents(Parameters parameters) {
        options = SocketOptions.DEFAULT.receiveBuffer(parameters.number("buffer"));
        sentinel = (long) parameters.number("sentinel") + parameters.number("device");
    }

    static Subject views(Parameters parameters) {
        return () -> new RouteEvents(parameters).listen();
    }

    static Subject records(Parameters parameters) {
        return () -> new RouteEvents(parameters).listenToRecords();
    }

    static Subject watch(Parameters parameters) {
        return () -> new RouteEvents(parameters).watch();
    }

    private EventStream open() throws NetlinkException {
        return EventStream.open(Rtnetlink.PROTOCOL, Set.of(RTNLGRP_IPV4_ROUTE), options);
    }

    private static void listening() {
        System.out.println("listening");
    }

    private String listen() throws NetlinkException {
        try (EventStream events = open()) {
            listening();
            while (!done) {
                try {
                    events.poll(WHILE, (message, _) -> see(message));
                } catch (OverrunException _) {
                    overruns++;
                }
            }
        }
        return line();
    }

    private void see(MessageReader message) throws NetlinkException {
        see(view.sum(message));
    }

    private void see(long sum) {
        if (sum == sentinel) {
            done = true;
        } else if (!done) {
            last = System.nanoTime();
            first = seen == 0 ? last : first;
            seen++;
        }
    }

    private String listenToRecords() throws NetlinkException {
        try (EventStream events = open()) {
            listening();
            while (!done) {
                switch (events.next(WHILE, Route::decode).orElseThrow()) {
                    case Event.Notification<Route>(_, Route route, _) -> see(RouteDump.sum(route));
                    case Event.Overrun<Route> _ -> overruns++;
                }
            }
        }
        return line();
    }

    private String line() {
        return "nanos=%d seen=%d overruns=%d".formatted(last - first, seen, overruns);
    }

    /** A watch makes good what was lost: it ends with the routes that the kernel has. */
    private String watch() throws NetlinkException {
        EventStream events = EventStream.open(Rtnetlink.PROTOCOL, Routes.watchedGroups(AF_INET), options);
        try (NetlinkClient client = NetlinkClient.open(Rtnetlink.PROTOCOL);
                Watch<RouteKey, RoutesTo> watch = Watch.open(events, client, Routes.watched(AF_INET))) {
            listening();
            while (!done) {
                see(watch.next(WHILE).orElseThrow());
            }
            return "%s left=%d".formatted(line(), watch.objects().size() - 1); // without the last route
        }
    }

    private void see(WatchEvent<RoutesTo> change) {
        switch (change) {
            case WatchEvent.Appeared<RoutesTo>(RoutesTo routes) -> see(RouteDump.sum(routes.inOrder().getFirst()));
            case WatchEvent.Changed<RoutesTo> _, WatchEvent.Disappeared<RoutesTo> _ -> seen++;
            case WatchEvent.Resynchronised<RoutesTo>(List<WatchEvent<RoutesTo>> differences) -> {
                overruns++;
                differences.forEach(this::see);
            }
        }
    }
}
