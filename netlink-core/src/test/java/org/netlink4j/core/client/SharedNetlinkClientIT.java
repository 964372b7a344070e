package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.wire.Nlmsg;
import org.netlink4j.testkit.KernelTest;

/** Many callers on one socket, against the real kernel. */
@KernelTest
@Timeout(60)
class SharedNetlinkClientIT {
    private static final NetlinkProtocol ROUTE = NetlinkProtocol.of(0, "NETLINK_ROUTE");
    private static final int LINKS = 20;

    private NetworkNamespace namespace;
    private SharedNetlinkClient client;

    @BeforeEach
    void open() throws Exception {
        namespace = NetworkNamespace.createAnonymous();
        client = SharedNetlinkClient.open(ROUTE, namespace);
        List<Request> bridges = new ArrayList<>();
        for (int i = 0; i < LINKS; i++) {
            bridges.add(newBridge("br" + i));
        }
        assertEquals(Collections.nCopies(LINKS, new BatchResult.Done()), client.batch(bridges, BatchPolicy.CONTINUE));
    }

    @AfterEach
    void close() {
        client.close();
        namespace.close();
    }

    private static Request newBridge(String name) {
        return Request.of(16, out -> out.zeros(16).attributes().stringz(3, name).begin(18).string(1, "bridge").end())
                .flags(Nlmsg.NLM_F_CREATE | Nlmsg.NLM_F_EXCL)
                .timeout(Duration.ofSeconds(30));
    }

    private static Request get(int index) {
        return Request.of(18, out -> out.zeros(4).u32(index).zeros(8)).timeout(Duration.ofSeconds(30));
    }

    private static final Request ALL = Request.of(18, out -> out.zeros(16)).timeout(Duration.ofSeconds(30));

    @Test
    void aThousandVirtualThreadsGetTheirOwnAnswers() throws Exception {
        List<Integer> indexes = client.list(ALL, link -> link.u32(4));
        assertEquals(LINKS + 1, indexes.size());
        List<Callable<Boolean>> callers = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            int caller = i;
            callers.add(() -> {
                for (int round = 0; round < 5; round++) {
                    int index = indexes.get((caller + round) % indexes.size());
                    if (caller % 100 == 0) {
                        assertEquals(indexes, client.list(ALL, link -> link.u32(4)));
                    } else if (caller % 7 == 0) {
                        KernelException e = assertThrows(KernelException.class, () -> client.execute(newBridge("br3")));
                        assertEquals(Errno.EEXIST, e.errno());
                    } else {
                        int answered = client.<Integer>get(get(index), link -> link.u32(4));
                        assertEquals(index, answered);
                    }
                }
                return true;
            });
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> caller : threads.invokeAll(callers)) {
                assertTrue(caller.get());
            }
        }
        assertEquals(0, client.dropped());
    }

    @Test
    void closeEndsAllCallsOfAThousandVirtualThreads() throws Exception {
        List<Future<Throwable>> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 1000; i++) {
                outcomes.add(threads.submit(() -> {
                    try {
                        while (true) {
                            client.get(get(1), link -> link.u32(4));
                        }
                    } catch (Exception e) {
                        return e;
                    }
                }));
            }
            Thread.sleep(100);
            client.close();
            for (Future<Throwable> outcome : outcomes) {
                assertInstanceOf(ClosedException.class, outcome.get());
            }
        }
        assertThrows(ClosedException.class, () -> client.get(get(1), link -> link.u32(4)));
    }

    @Test
    void aConsumersMistakeHurtsOnlyItsCaller() throws Exception {
        assertThrows(ArithmeticException.class, () -> client.dump(ALL, link -> {
            throw new ArithmeticException();
        }));
        assertThrows(IllegalStateException.class, () -> client.dump(ALL, link -> client.execute(ALL)));
        assertEquals(LINKS + 1, client.list(ALL, link -> link.u32(4)).size());
    }
}
