package org.netlink4j.core.examples;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.BatchPolicy;
import org.netlink4j.core.client.BatchResult;
import org.netlink4j.core.client.Dump;
import org.netlink4j.core.client.DumpPolicy;
import org.netlink4j.core.client.Event;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.core.client.SharedNetlinkClient;
import org.netlink4j.core.client.Watch;
import org.netlink4j.core.client.Watched;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.NetlinkSocket;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.Nlmsg;

/** The capabilities of the core, one method each, with NETLINK_ROUTE's links as the family that nobody has written yet. */
final class CapabilityExamples {
    private static final NetlinkProtocol ROUTE = NetlinkProtocol.of(0, "NETLINK_ROUTE");
    private static final AttributeSet IFLA = AttributeSet.of("IFLA", AttributeSpec.string(3, "IFLA_IFNAME"));
    private static final Request ALL_LINKS = Request.of(18, out -> out.zeros(16)); // RTM_GETLINK, struct ifinfomsg

    private CapabilityExamples() {}

    static String name(MessageReader link) throws MalformedMessageException {
        return Attributes.decode(IFLA, link.attributes(16)).text(3).orElse("?");
    }

    /** Many requests in few datagrams, and what became of each. */
    static List<BatchResult> batch(Requester client, int bridges) throws NetlinkException {
        // @start region="batch"
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < bridges; i++) {
            String name = "br" + i;
            requests.add(Request.of(16, out -> out.zeros(16).attributes()
                            .stringz(3, name) // IFLA_IFNAME
                            .begin(18).string(1, "bridge").end()) // IFLA_LINKINFO { IFLA_INFO_KIND }
                    .flags(Nlmsg.NLM_F_CREATE | Nlmsg.NLM_F_EXCL));
        }
        List<BatchResult> results = client.batch(requests, BatchPolicy.CONTINUE);
        for (BatchResult result : results) {
            switch (result) {
                case BatchResult.Done() -> {}
                case BatchResult.Refused(var why) -> System.err.println(why.getMessage());
                case BatchResult.Unknown(var why) -> System.err.println("no answer: " + why.getMessage());
                case BatchResult.NotSent() -> System.err.println("not sent");
            }
        }
        // @end
        return results;
    }

    /** A list that is whole, or says that it may not be. */
    static Dump<String> dump(Requester client) throws NetlinkException {
        // @start region="dump"
        DumpPolicy thrice = new DumpPolicy.Retry(3, Duration.ofMillis(5));
        List<String> whole = client.list(ALL_LINKS, thrice, CapabilityExamples::name).objects();
        Dump<String> asItCame = client.list(ALL_LINKS, new DumpPolicy.ReturnMarked(), CapabilityExamples::name);
        System.out.println(whole + (asItCame.interrupted() ? " and changing" : ""));
        // @end
        return asItCame;
    }

    /** Many threads on one socket. */
    static int share(NetworkNamespace namespace) throws NetlinkException, InterruptedException {
        // @start region="shared"
        List<Thread> callers = new ArrayList<>();
        List<Integer> counts = java.util.Collections.synchronizedList(new ArrayList<>());
        try (SharedNetlinkClient client = SharedNetlinkClient.open(ROUTE, namespace)) {
            for (int i = 0; i < 100; i++) {
                callers.add(Thread.startVirtualThread(() -> {
                    try {
                        counts.add(client.list(ALL_LINKS, CapabilityExamples::name).size());
                    } catch (NetlinkException e) {
                        System.err.println(e.getMessage());
                    }
                }));
            }
            for (Thread caller : callers) {
                caller.join();
            }
        }
        // @end
        return counts.size();
    }

    /** Notifications, and what tells that some were lost. */
    static Optional<Event<String>> listen(NetworkNamespace namespace, Runnable change) throws NetlinkException {
        // @start region="events"
        int rtnlgrpLink = 1;
        SocketOptions options = SocketOptions.DEFAULT.receiveBuffer(1 << 20).packetInfo(true);
        try (EventStream events = EventStream.open(ROUTE, Set.of(rtnlgrpLink), options, namespace)) {
            change.run();
            Optional<Event<String>> event = events.next(Duration.ofSeconds(5), CapabilityExamples::name);
            event.ifPresent(e -> {
                switch (e) {
                    case Event.Notification<String>(int type, String name, var origin) ->
                            System.out.println((type == 16 ? "new or changed: " : "gone: ") + name + " " + origin);
                    case Event.Overrun<String>(long lost) -> System.out.println(lost + " messages lost so far");
                }
            });
            return event;
        }
        // @end
    }

    /** Links by index, for a watch. */
    // @start region="watched"
    static final class WatchedLinks implements Watched<Integer, String> {
        @Override
        public Request list() {
            return ALL_LINKS;
        }

        @Override
        public Sighting<Integer, String> decode(MessageReader message) throws MalformedMessageException {
            int index = message.u32(4); // ifi_index
            return message.type() == 17 ? new Sighting.Gone<>(index) : new Sighting.Present<>(index, name(message));
        }
    }

    // @end

    /** A table that stays true, whatever gets lost. */
    static Map<Integer, String> watch(NetworkNamespace namespace, Requester client, Runnable change) throws NetlinkException {
        // @start region="watch"
        EventStream events = EventStream.open(ROUTE, Set.of(1), SocketOptions.DEFAULT, namespace);
        try (Watch<Integer, String> links = Watch.open(events, client, new WatchedLinks())) {
            change.run();
            while (links.next(Duration.ofMillis(200)).isPresent()) {
                System.out.println(links.objects());
            }
            return links.objects();
        }
        // @end
    }

    /** What a socket can do beyond requests. */
    static Set<Integer> socket(NetworkNamespace namespace) throws NetlinkException {
        // @start region="socket"
        try (NetlinkSocket socket = NetlinkSocket.open(0, SocketOptions.DEFAULT.receiveBuffer(1 << 20), namespace)) {
            socket.join(1); // RTNLGRP_LINK
            System.out.println(socket.receiveBufferSize() + " bytes, lacks " + socket.unsupportedOptions());
            System.out.println(socket.drops() + " messages dropped");
            return socket.memberships();
        }
        // @end
    }
}
