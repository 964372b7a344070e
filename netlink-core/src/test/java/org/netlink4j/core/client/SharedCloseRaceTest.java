package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.netlink4j.core.testing.Answer.acknowledge;
import static org.netlink4j.core.testing.Answer.object;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.testing.FakeKernel;

/** Requests and batches of several threads while another closes the client. More rounds: {@code -Dnetlink4j.races=100000}. */
@Timeout(600)
class SharedCloseRaceTest {
    private static final NetlinkProtocol PROTOCOL = NetlinkProtocol.of(0, "TEST");
    private static final int ECHO = 20;
    private static final int CHANGE = 21;
    private static final int ROUNDS = Integer.getInteger("netlink4j.races", 500);
    private static final Request ONE_CHANGE = Request.of(CHANGE, out -> out.zeros(4)).timeout(Duration.ofMinutes(5));

    /** Asks until the client is closed; each answer is its own. */
    private static int ask(SharedNetlinkClient client, int first) throws NetlinkException {
        for (int value = first; ; value++) {
            int asked = value;
            Request request = Request.of(ECHO, out -> out.u32(asked)).timeout(Duration.ofMinutes(5));
            try {
                assertEquals(asked, client.<Integer>get(request, message -> message.u32(0)));
            } catch (ClosedException _) {
                return value - first;
            }
        }
    }

    /** What a batch tells: some were done; from one on, all are unknown for the closing or were not sent. */
    private static void batch(SharedNetlinkClient client) throws NetlinkException {
        int rank = 0;
        while (rank == 0) {
            for (BatchResult result : client.batch(Collections.nCopies(40, ONE_CHANGE), BatchPolicy.CONTINUE)) {
                int next = switch (result) {
                    case BatchResult.Done _ -> 0;
                    case BatchResult.Refused refused -> throw new AssertionError(refused);
                    case BatchResult.Unknown unknown -> {
                        assertInstanceOf(ClosedException.class, unknown.why());
                        yield 1;
                    }
                    case BatchResult.NotSent _ -> 2;
                };
                assertEquals(Math.max(rank, next), next, "done after it was closed");
                rank = next;
            }
        }
    }

    @Test
    void everyCallEndsOnceWithItsOwnAnswerOrBecauseOfTheClosing() throws Exception {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            for (int round = 0; round < ROUNDS; round++) {
                FakeKernel kernel = new FakeKernel().on(CHANGE, acknowledge()).on(ECHO, request -> {
                    long value = request.u32(0);
                    return object(ECHO, out -> out.u32((int) value));
                });
                SharedNetlinkClient client = SharedNetlinkClient.over(PROTOCOL, kernel);
                CyclicBarrier together = new CyclicBarrier(4);
                List<Future<?>> all = new ArrayList<>();
                for (int caller = 0; caller < 2; caller++) {
                    int first = caller * 1_000_000;
                    all.add(threads.submit(() -> {
                        together.await();
                        return ask(client, first);
                    }));
                }
                all.add(threads.submit(() -> {
                    together.await();
                    batch(client);
                    return null;
                }));
                together.await();
                for (int i = round % 50; i > 0; i--) {
                    Thread.onSpinWait();
                }
                client.close();
                assertThrows(ClosedException.class, () -> client.execute(ONE_CHANGE));
                for (Future<?> one : all) {
                    one.get();
                }
            }
        }
    }
}
