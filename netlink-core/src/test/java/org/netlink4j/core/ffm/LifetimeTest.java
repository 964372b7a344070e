package org.netlink4j.core.ffm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.ClosedException;

@Timeout(60)
class LifetimeTest {
    private final List<String> happened = new ArrayList<>();
    private final Lifetime lifetime = new Lifetime("the thing", () -> happened.add("released"));

    private void close() {
        lifetime.close(() -> happened.add("woken"));
    }

    @Test
    void withoutUsersClosingReleasesAtOnce() throws Exception {
        lifetime.enter();
        lifetime.leave();
        assertFalse(lifetime.isClosing());
        close();
        assertEquals(List.of("woken", "released"), happened);
        assertTrue(lifetime.isClosing());
    }

    @Test
    void theLastUserToLeaveReleases() throws Exception {
        lifetime.enter();
        lifetime.enter();
        close();
        assertTrue(lifetime.isClosing());
        lifetime.leave();
        assertEquals(List.of("woken"), happened);
        lifetime.leave();
        assertEquals(List.of("woken", "released"), happened);
    }

    @Test
    void closingAgainDoesNothing() throws Exception {
        lifetime.enter();
        close();
        close();
        lifetime.leave();
        close();
        assertEquals(List.of("woken", "released"), happened);
    }

    @Test
    void nobodyEntersWhatIsClosing() throws Exception {
        lifetime.enter();
        close();
        assertEquals("the thing is closed", assertThrows(ClosedException.class, lifetime::enter).getMessage());
        assertEquals(List.of("woken"), happened);
        lifetime.leave();
        assertThrows(ClosedException.class, lifetime::enter);
        assertEquals(List.of("woken", "released"), happened);
    }

    /** However uses and closing meet, the release comes once and after the last use. */
    @Test
    void theReleaseComesOnceAndAfterTheLastUse() throws Exception {
        int threads = 4;
        CyclicBarrier start = new CyclicBarrier(threads);
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (int round = 0; round < 3000; round++) {
                AtomicInteger users = new AtomicInteger();
                AtomicInteger releases = new AtomicInteger();
                Lifetime raced = new Lifetime("it", () -> releases.addAndGet(users.get() == 0 ? 1 : 100));
                List<Future<?>> ends = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    boolean closes = i == 0;
                    ends.add(executor.submit(() -> {
                        start.await();
                        for (int use = 0; use < (closes ? 1 : 20); use++) {
                            use(raced, users);
                        }
                        raced.close(() -> {});
                        return null;
                    }));
                }
                for (Future<?> end : ends) {
                    end.get();
                }
                assertEquals(1, releases.get());
            }
        }
    }

    private static void use(Lifetime raced, AtomicInteger users) {
        try {
            raced.enter();
        } catch (ClosedException _) {
            return;
        }
        users.incrementAndGet();
        users.decrementAndGet();
        raced.leave();
    }
}
