package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NotSupportedException;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.MulticastTransport;
import org.netlink4j.core.testing.FakeKernel;

/** Events of the kernel in memory, with what other processes may send in between. */
@Timeout(30)
class EventStreamTest {
    private static final int THING = 20;
    private static final Duration SOON = Duration.ofSeconds(5);

    private final FakeKernel kernel = new FakeKernel();
    private EventStream events;

    @BeforeEach
    void open() throws Exception {
        events = EventStream.over(NetlinkProtocol.of(0, "TEST"), Set.of(1, 40), kernel);
    }

    @AfterEach
    void close() {
        events.close();
    }

    private Optional<Event<Integer>> next(Duration longest) throws Exception {
        return events.next(longest, message -> message.u32(0));
    }

    private static Optional<Event<Integer>> notification(int value, int group) {
        return Optional.of(new Event.Notification<>(THING, value, new Event.Origin(group, Event.Origin.THIS_NAMESPACE)));
    }

    @Test
    void onlyJoinedGroupsAreHeard() throws Exception {
        kernel.multicast(1, THING, out -> out.u32(5));
        kernel.multicast(2, THING, out -> out.u32(6));
        kernel.multicast(40, THING, out -> out.u32(7));
        assertEquals(notification(5, 1), next(SOON));
        assertEquals(notification(7, 40), next(SOON));
        assertEquals(Optional.empty(), next(Duration.ZERO));
    }

    @Test
    void anOverrunIsAnEvent() throws Exception {
        kernel.overrun();
        assertEquals(Optional.of(new Event.Overrun<Integer>(1)), next(SOON));
        kernel.multicast(1, THING, out -> out.u32(5));
        assertEquals(notification(5, 1), next(SOON));
    }

    @Test
    void notificationsAreLostUntilAllFromBeforeAnOverrunWasRead() throws Exception {
        kernel.multicast(1, THING, out -> out.u32(5));
        kernel.overrun();
        kernel.multicast(1, THING, out -> out.u32(6));
        assertEquals(notification(5, 1), next(SOON));
        kernel.multicast(1, THING, out -> out.u32(7));
        assertEquals(Optional.of(new Event.Overrun<Integer>(3)), next(SOON));
        kernel.multicast(1, THING, out -> out.u32(8));
        assertEquals(notification(8, 1), next(SOON));
    }

    @Test
    void aNotificationThatIsTooLargeIsAnOverrunToo() throws Exception {
        kernel.multicast(1, THING, out -> out.zeros(100_000));
        kernel.multicast(1, THING, out -> out.u32(5));
        assertEquals(Optional.of(new Event.Overrun<Integer>(0)), next(SOON));
        assertEquals(notification(5, 1), next(SOON));
    }

    @Test
    void aGroupThatCannotBeJoinedLeavesNoSocketBehind() {
        List<String> calls = new ArrayList<>();
        MulticastTransport refusing = (MulticastTransport) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {MulticastTransport.class}, (_, method, _) -> {
                    calls.add(method.getName());
                    if (method.getName().equals("join")) {
                        throw new NotSupportedException("no such group");
                    }
                    return null;
                });
        assertThrows(
                NotSupportedException.class, () -> EventStream.over(NetlinkProtocol.of(0, "TEST"), Set.of(7), refusing));
        assertEquals(List.of("join", "close"), calls);
    }

    @Test
    void strangersAreDroppedWhateverTheySend() throws Exception {
        kernel.arrives(99, new byte[] {1});
        kernel.arrives(99, new byte[100_000]);
        kernel.multicast(1, THING, out -> out.u32(5));
        assertEquals(notification(5, 1), next(SOON));
        assertEquals(2, events.dropped());
    }

    @Test
    void whatStrangersSentHidesNothingFromAListenerWhoDoesNotWait() throws Exception {
        for (int i = 0; i < kernel.receiveBufferSize() / 768; i++) { // as many as fit into a real buffer
            kernel.arrives(99, new byte[20]);
        }
        kernel.multicast(1, THING, out -> out.u32(5));
        assertEquals(notification(5, 1), next(Duration.ZERO));
        assertEquals(Optional.empty(), next(Duration.ZERO));
    }

    @Test
    void aFloodOfStrangersDoesNotHoldUpTheDeadline() throws Exception {
        Thread flood = Thread.startVirtualThread(() -> {
            while (!Thread.interrupted()) {
                kernel.arrives(99, new byte[20]);
            }
        });
        assertEquals(Optional.empty(), next(Duration.ofMillis(20)));
        flood.interrupt();
        flood.join();
    }

    @Test
    void theStreamGoesOnAfterAMalformedDatagram() throws Exception {
        kernel.arrives(0, new byte[] {1, 2, 3});
        kernel.multicast(1, THING, out -> out.u32(5));
        assertThrows(MalformedMessageException.class, () -> next(SOON));
        assertEquals(notification(5, 1), next(SOON));
    }

    @Test
    void aClosedStreamTellsNothing() {
        events.close();
        assertThrows(ClosedException.class, () -> next(SOON));
    }
}
