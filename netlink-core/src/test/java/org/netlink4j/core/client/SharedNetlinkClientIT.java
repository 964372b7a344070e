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
import org.netlink4j.testkit.KernelTest;

/** Many callers on one socket, against the real kernel. */
@KernelTest
@Timeout(60)
class SharedNetlinkClientIT extends InNamespace {
    private static final int LINKS = 20;

    private SharedNetlinkClient shared;

    @BeforeEach
    void openShared() throws Exception {
        shared = SharedNetlinkClient.open(ROUTE, namespace);
        List<Request> bridges = new ArrayList<>();
        for (int i = 0; i < LINKS; i++) {
            bridges.add(newLink("br" + i, "bridge"));
        }
        assertEquals(Collections.nCopies(LINKS, new BatchResult.Done()), shared.batch(bridges, BatchPolicy.CONTINUE));
    }

    @AfterEach
    void closeShared() {
        shared.close();
    }

    private static Request get(int index) {
        return Request.of(18, out -> out.zeros(4).u32(index).zeros(8)).timeout(Duration.ofSeconds(30));
    }

    private static final Request ALL = Request.of(18, out -> out.zeros(16)).timeout(Duration.ofSeconds(30));

    @Test
    void aThousandVirtualThreadsGetTheirOwnAnswers() throws Exception {
        List<Integer> indexes = shared.list(ALL, link -> link.u32(4));
        assertEquals(LINKS + 1, indexes.size());
        List<Callable<Boolean>> callers = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            int caller = i;
            callers.add(() -> {
                for (int round = 0; round < 5; round++) {
                    int index = indexes.get((caller + round) % indexes.size());
                    if (caller % 100 == 0) {
                        assertEquals(indexes, shared.list(ALL, link -> link.u32(4)));
                    } else if (caller % 7 == 0) {
                        KernelException e = assertThrows(KernelException.class, () -> shared.execute(newLink("br3", "bridge")));
                        assertEquals(Errno.EEXIST, e.errno());
                    } else {
                        int answered = shared.<Integer>get(get(index), link -> link.u32(4));
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
        assertEquals(0, shared.dropped());
    }

    @Test
    void closeEndsAllCallsOfAThousandVirtualThreads() throws Exception {
        List<Future<Throwable>> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 1000; i++) {
                outcomes.add(threads.submit(() -> {
                    try {
                        while (true) {
                            shared.get(get(1), link -> link.u32(4));
                        }
                    } catch (Exception e) {
                        return e;
                    }
                }));
            }
            Thread.sleep(100);
            shared.close();
            for (Future<Throwable> outcome : outcomes) {
                assertInstanceOf(ClosedException.class, outcome.get());
            }
        }
        assertThrows(ClosedException.class, () -> shared.get(get(1), link -> link.u32(4)));
    }

    @Test
    void aConsumersMistakeHurtsOnlyItsCaller() throws Exception {
        assertThrows(ArithmeticException.class, () -> shared.dump(ALL, link -> {
            throw new ArithmeticException();
        }));
        assertThrows(IllegalStateException.class, () -> shared.dump(ALL, link -> shared.execute(ALL)));
        assertEquals(LINKS + 1, shared.list(ALL, link -> link.u32(4)).size());
    }
}
