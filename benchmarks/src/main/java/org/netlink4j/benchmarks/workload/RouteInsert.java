package org.netlink4j.benchmarks.workload;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_EXCL;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET;
import static org.netlink4j.rtnetlink.RtScope.RT_SCOPE_LINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWROUTE;
import static org.netlink4j.rtnetlink.route.Rta.RTA_DST;
import static org.netlink4j.rtnetlink.route.Rta.RTA_OIF;
import static org.netlink4j.rtnetlink.route.Rtn.RTN_UNICAST;

import java.util.ArrayList;
import java.util.List;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.BatchPolicy;
import org.netlink4j.core.client.BatchResult;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.route.RouteSpec;
import org.netlink4j.rtnetlink.route.Routes;

/** W3: routes to a device, one after the other or in batches. */
final class RouteInsert {
    private static final int LENGTH = 32;
    private static final int RT_TABLE_MAIN = 254;
    private static final int RTPROT_BOOT = 3;

    private final NetlinkClient client;
    private final int device;
    private final int first;
    private final int count;

    private RouteInsert(Parameters parameters) throws NetlinkException {
        client = NetlinkClient.open(Rtnetlink.PROTOCOL);
        device = parameters.number("device");
        first = parameters.number("first");
        count = parameters.number("count");
    }

    /** A step that may fail. */
    private interface Step {
        void run() throws NetlinkException;
    }

    private Subject timed(Step step) {
        return () -> {
            long start = System.nanoTime();
            step.run();
            return "nanos=%d count=%d".formatted(System.nanoTime() - start, count);
        };
    }

    static Subject views(Parameters parameters) throws NetlinkException {
        RouteInsert insert = new RouteInsert(parameters);
        return insert.timed(() -> {
            for (int i = 0; i < insert.count; i++) {
                insert.client.execute(insert.request(insert.first + i));
            }
        });
    }

    static Subject records(Parameters parameters) throws NetlinkException {
        RouteInsert insert = new RouteInsert(parameters);
        Routes routes = new Routes(insert.client);
        return insert.timed(() -> {
            for (int i = 0; i < insert.count; i++) {
                routes.create(insert.spec(insert.first + i));
            }
        });
    }

    static Subject batchOfViews(Parameters parameters) throws NetlinkException {
        RouteInsert insert = new RouteInsert(parameters);
        return insert.timed(() -> {
            List<Request> requests = new ArrayList<>(insert.count);
            for (int i = 0; i < insert.count; i++) {
                requests.add(insert.request(insert.first + i));
            }
            insert.batch(requests);
        });
    }

    static Subject batchOfRecords(Parameters parameters) throws NetlinkException {
        RouteInsert insert = new RouteInsert(parameters);
        return insert.timed(() -> {
            List<Request> requests = new ArrayList<>(insert.count);
            for (int i = 0; i < insert.count; i++) {
                requests.add(Request.of(RTM_NEWROUTE, insert.spec(insert.first + i)).flags(NLM_F_CREATE | NLM_F_EXCL));
            }
            insert.batch(requests);
        });
    }

    private void batch(List<Request> requests) throws NetlinkException {
        for (BatchResult result : client.batch(requests, BatchPolicy.CONTINUE)) {
            if (!(result instanceof BatchResult.Done)) {
                throw new IllegalStateException(result.toString());
            }
        }
    }

    private Request request(int destination) {
        return Request.of(RTM_NEWROUTE, out -> write(out, destination)).flags(NLM_F_CREATE | NLM_F_EXCL);
    }

    private void write(MessageWriter out, int destination) {
        out.u8(AF_INET).u8(LENGTH).u8(0).u8(0);
        out.u8(RT_TABLE_MAIN).u8(RTPROT_BOOT).u8(RT_SCOPE_LINK).u8(RTN_UNICAST).u32(0);
        out.attributes().u32be(RTA_DST, destination).u32(RTA_OIF, device);
    }

    private RouteSpec spec(int destination) {
        return RouteSpec.of(new IpPrefix(new Ipv4Address(destination), LENGTH)).device(device).scope(RT_SCOPE_LINK);
    }
}
