package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.core.testing.Answer.acknowledge;
import static org.netlink4j.core.testing.Answer.object;
import static org.netlink4j.core.testing.Answer.silence;

import java.lang.foreign.MemorySegment;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.Datagram;
import org.netlink4j.core.socket.MulticastTransport;
import org.netlink4j.core.testing.FakeKernel;

/** The native memory of clients is there as long as somebody is at it, and not longer. */
@Timeout(30)
class NativeMemoryTest {
    private static final NetlinkProtocol PROTOCOL = NetlinkProtocol.of(0, "TEST");
    private static final int THING = 20;
    private static final int SILENT = 21;
    private static final Request REQUEST = Request.of(THING, out -> out.zeros(4));
    private static final Request UNANSWERED = Request.of(SILENT, out -> out.zeros(4)).timeout(Duration.ofMinutes(5));

    private final FakeKernel kernel =
            new FakeKernel().on(THING, object(THING, out -> out.u32(5))).on(SILENT, silence()).on(22, acknowledge());

    /** Where the last datagram was to go. */
    private volatile MemorySegment memory;

    private MulticastTransport transport() {
        return (MulticastTransport) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {MulticastTransport.class}, (_, method, arguments) -> {
                    if (method.getName().equals("receive")) {
                        memory = ((Datagram) arguments[0]).memory();
                    }
                    try {
                        return method.invoke(kernel, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private boolean isThere() {
        return memory.scope().isAlive();
    }

    @Test
    void closingAClientReleasesIt() throws Exception {
        NetlinkClient client = NetlinkClient.over(PROTOCOL, transport());
        client.execute(REQUEST);
        assertTrue(isThere());
        client.close();
        assertFalse(isThere());
        assertThrows(ClosedException.class, () -> client.execute(REQUEST));
    }

    @Test
    void aCallThatIsUnderWayKeepsIt() throws Exception {
        NetlinkClient client = NetlinkClient.over(PROTOCOL, transport());
        client.converse(REQUEST, 0, message -> {
            client.close();
            assertEquals(5, message.u32(0));
            assertTrue(isThere());
        });
        assertFalse(isThere());
    }

    @Test
    void aCallerWhoseTurnNeverCameDoesNotKeepIt() throws Exception {
        NetlinkClient client = NetlinkClient.over(PROTOCOL, transport());
        Thread busy = Thread.ofPlatform().start(() -> assertThrows(ClosedException.class, () -> client.execute(UNANSWERED)));
        while (memory == null) {
            Thread.onSpinWait();
        }
        assertThrows(TimedOutException.class, () -> client.execute(UNANSWERED.timeout(Duration.ofMillis(1))));
        client.close();
        busy.join();
        assertFalse(isThere());
    }

    @Test
    void closingASharedClientReleasesIt() throws Exception {
        SharedNetlinkClient client = SharedNetlinkClient.over(PROTOCOL, transport());
        client.execute(REQUEST);
        assertTrue(isThere());
        client.close();
        while (isThere()) { // until its thread has gone
            Thread.onSpinWait();
        }
    }

    @Test
    void closingAStreamReleasesIt() throws Exception {
        EventStream events = EventStream.over(PROTOCOL, Set.of(1), transport());
        assertFalse(events.poll(Duration.ZERO, (_, _) -> {}));
        assertTrue(isThere());
        events.close();
        assertFalse(isThere());
        assertThrows(ClosedException.class, () -> events.poll(Duration.ZERO, (_, _) -> {}));
    }

    @Test
    void aNotificationThatIsBeingReadKeepsIt() throws Exception {
        EventStream events = EventStream.over(PROTOCOL, Set.of(1), transport());
        kernel.multicast(1, THING, out -> out.u32(5));
        events.poll(Duration.ZERO, (message, _) -> {
            events.close();
            assertEquals(5, message.u32(0));
            assertTrue(isThere());
        });
        assertFalse(isThere());
    }
}
