package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.testkit.Interleavings.explore;
import static org.netlink4j.testkit.Interleavings.together;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.schema.NetlinkProtocol;

/** Callers of a shared client, those that go away, and its closing, in any order. A lost call or wake-up is a test that hangs. */
@Timeout(600)
class SharedClientRaceTest {
    private static final NetlinkProtocol PROTOCOL = NetlinkProtocol.of(0, "TEST");
    private static final Request CHANGE = request(PromptTransport.ANSWERED);
    private static final Request SILENCE = request(PromptTransport.SILENT);

    private static Request request(int type) {
        return Request.of(type, out -> out.zeros(4)).timeout(Duration.ofHours(1));
    }

    private static SharedNetlinkClient client() {
        return SharedNetlinkClient.over(PROTOCOL, new PromptTransport());
    }

    private static void unlessClosed(SharedNetlinkClient client) throws NetlinkException {
        try {
            client.execute(CHANGE);
        } catch (ClosedException _) {
            // it came too late
        }
    }

    /** Goes away before the answer, or as it comes. */
    private static void goAway(SharedNetlinkClient client, Request request, MessageConsumer consumer) {
        Thread.currentThread().interrupt();
        try {
            client.converse(request, 0, consumer);
            assertEquals(CHANGE, request, "silence was answered");
        } catch (InterruptedCallException _) {
            assertTrue(Thread.interrupted());
        } catch (NetlinkException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyCallEndsWhenTheClientIsClosed() throws Throwable {
        explore(() -> {
            SharedNetlinkClient client = client();
            together(() -> unlessClosed(client), client::close);
            assertThrows(ClosedException.class, () -> client.execute(CHANGE));
        });
    }

    @Test
    void everyCallIsAnsweredThoughOnlyOneMayBeOpen() throws Throwable {
        explore(() -> {
            SharedNetlinkClient client = client();
            together(() -> client.execute(CHANGE), () -> client.execute(CHANGE));
            client.close();
        });
    }

    @Test
    void aCallerThatGoesAwayMakesRoomForTheNext() throws Throwable {
        explore(() -> {
            SharedNetlinkClient client = client();
            together(() -> goAway(client, SILENCE, _ -> {}), () -> client.execute(CHANGE));
            client.close();
        });
    }

    @Test
    void aConsumerIsNotCalledAfterItsCallerWentAway() throws Throwable {
        explore(() -> {
            SharedNetlinkClient client = client();
            AtomicBoolean gone = new AtomicBoolean();
            AtomicBoolean calledTooLate = new AtomicBoolean();
            together(() -> {
                goAway(client, CHANGE, _ -> calledTooLate.compareAndSet(false, gone.get()));
                gone.set(true);
            });
            client.execute(CHANGE); // the answers before it have been consumed
            client.close();
            assertFalse(calledTooLate.get());
        });
    }

    @Test
    void aBatchIsDoneUpToTheClosing() throws Throwable {
        explore(() -> {
            SharedNetlinkClient client = client();
            together(
                    () -> {
                        List<BatchResult> results;
                        try {
                            results = client.batch(List.of(CHANGE, CHANGE), BatchPolicy.CONTINUE);
                        } catch (ClosedException _) {
                            return; // before anything was sent
                        }
                        assertEquals(2, results.size());
                        assertTrue(
                                results.getFirst() instanceof BatchResult.Done
                                        || !(results.getLast() instanceof BatchResult.Done),
                                results::toString);
                    },
                    client::close);
        });
    }
}
