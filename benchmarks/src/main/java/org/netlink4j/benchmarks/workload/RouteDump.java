package org.netlink4j.benchmarks.workload;

import static org.netlink4j.rtnetlink.IpFamily.AF_INET;

import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.route.Route;
import org.netlink4j.rtnetlink.route.RouteFilter;

/** W2: all IPv4 routes. */
final class RouteDump {
    private long count;
    private long sum;

    private RouteDump() {}

    static Subject views(Parameters parameters) throws NetlinkException {
        Rtnetlink rtnetlink = Rtnetlink.over(LinkDump.client(parameters));
        RouteView view = new RouteView();
        return () -> {
            long start = System.nanoTime();
            view.clear();
            rtnetlink.routes().dump(RouteFilter.ofFamily(AF_INET), view);
            return "nanos=%d count=%d sum=%d".formatted(System.nanoTime() - start, view.count, view.sum);
        };
    }

    static Subject records(Parameters parameters) throws NetlinkException {
        Rtnetlink rtnetlink = Rtnetlink.over(LinkDump.client(parameters));
        RouteDump seen = new RouteDump();
        return () -> {
            long start = System.nanoTime();
            seen.count = 0;
            seen.sum = 0;
            rtnetlink.routes().forEach(AF_INET, seen::see);
            return "nanos=%d count=%d sum=%d".formatted(System.nanoTime() - start, seen.count, seen.sum);
        };
    }

    private void see(Route route) {
        count++;
        sum += sum(route);
    }

    /** The destination as an unsigned number, and the index of the device. */
    static long sum(Route route) {
        Ipv4Address destination = (Ipv4Address) route.destination().orElseThrow().address();
        return Integer.toUnsignedLong(destination.bits()) + route.device().orElse(0);
    }
}
