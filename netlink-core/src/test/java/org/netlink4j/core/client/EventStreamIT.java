package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.testkit.KernelTest;

/** Link notifications of the real kernel. */
@KernelTest
@Timeout(60)
class EventStreamIT extends InNamespace {
    private static final int RTNLGRP_LINK = 1;
    private static final int RTM_DELLINK = 17;
    private static final Duration SOON = Duration.ofSeconds(5);

    private EventStream listen(SocketOptions options) throws Exception {
        return EventStream.open(ROUTE, Set.of(RTNLGRP_LINK), options, namespace);
    }

    private void create(String name) throws Exception {
        client.execute(newLink(name, "bridge"));
    }

    private void delete(String name) throws Exception {
        client.execute(Request.of(RTM_DELLINK, out -> out.zeros(16).attributes().stringz(3, name)));
    }

    private static int index(MessageReader message) throws org.netlink4j.core.MalformedMessageException {
        return message.u32(4);
    }

    @Test
    void tellsOfNewAndDeletedLinksWithTheirGroup() throws Exception {
        try (EventStream events = listen(SocketOptions.DEFAULT.packetInfo(true))) {
            create("br0");
            Event.Notification<Integer> created = notification(events);
            assertEquals(RTM_NEWLINK, created.type());
            assertEquals(new Event.Origin(RTNLGRP_LINK, Event.Origin.THIS_NAMESPACE), created.origin());
            delete("br0");
            Event.Notification<Integer> next = notification(events);
            while (next.type() != RTM_DELLINK) {
                next = notification(events);
            }
            assertEquals(created.object(), next.object());
        }
    }

    private static Event.Notification<Integer> notification(EventStream events) throws Exception {
        Event<Integer> event = events.next(SOON, EventStreamIT::index).orElseThrow();
        return (Event.Notification<Integer>) event;
    }

    @Test
    void returnsEmptyWhenNothingHappens() throws Exception {
        try (EventStream events = listen(SocketOptions.DEFAULT)) {
            assertEquals(Optional.empty(), events.next(Duration.ofMillis(20), EventStreamIT::index));
        }
    }

    @Test
    void tellsOfAnOverrunAndGoesOnAfterIt() throws Exception {
        try (EventStream events = listen(SocketOptions.DEFAULT.receiveBuffer(4096))) {
            for (int i = 0; i < 50; i++) {
                create("br" + i);
            }
            List<Event<Integer>> seen = new ArrayList<>();
            for (Optional<Event<Integer>> event = events.next(Duration.ZERO, EventStreamIT::index);
                    event.isPresent();
                    event = events.next(Duration.ZERO, EventStreamIT::index)) {
                seen.add(event.get());
            }
            List<Event<Integer>> overruns = seen.stream().filter(e -> e instanceof Event.Overrun).toList();
            assertEquals(1, overruns.size(), seen::toString);
            assertTrue(((Event.Overrun<Integer>) overruns.getFirst()).lost() > 0);
            create("after");
            assertInstanceOf(Event.Notification.class, events.next(SOON, EventStreamIT::index).orElseThrow());
        }
    }

    @Test
    void closeEndsAListenersWait() throws Exception {
        EventStream events = listen(SocketOptions.DEFAULT);
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                events.next(Duration.ofSeconds(30), EventStreamIT::index);
            } catch (Throwable t) {
                outcome.complete(t);
            }
        });
        Thread.sleep(30);
        events.close();
        assertInstanceOf(ClosedException.class, outcome.get(5, TimeUnit.SECONDS));
        assertThrows(ClosedException.class, () -> events.next(SOON, EventStreamIT::index));
    }

    @Test
    void tellsWhichNamespaceAnEventIsAbout() throws Exception {
        try (NetworkNamespace other = NetworkNamespace.createAnonymous();
                NetlinkClient there = NetlinkClient.open(ROUTE, other)) {
            int nsid = 7;
            client.execute(Request.of(88, out -> // RTM_NEWNSID: struct rtgenmsg, NETNSA_FD, NETNSA_NSID
                    out.zeros(4).attributes().u32(3, other.descriptor()).u32(1, nsid)));
            try (EventStream events = listen(SocketOptions.DEFAULT.allNamespaces(true))) {
                there.execute(Request.of(RTM_NEWLINK, out ->
                                out.zeros(16).attributes().stringz(3, "far0").begin(18).string(1, "bridge").end())
                        .flags(0x600));
                assertEquals(nsid, notification(events).origin().nsid());
                create("near0");
                Event.Notification<Integer> near = notification(events);
                while (near.origin().nsid() == nsid) {
                    near = notification(events);
                }
                assertEquals(Event.Origin.THIS_NAMESPACE, near.origin().nsid());
            }
        }
    }
}
