package org.netlink4j.core.ffm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.netlink4j.testkit.Interleavings.explore;
import static org.netlink4j.testkit.Interleavings.together;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.ClosedException;

/** Uses and closings in any order. */
@Timeout(600)
class LifetimeRaceTest {
    /** A resource that must not be touched once it was released. */
    private static final class Thing {
        private final AtomicInteger releases = new AtomicInteger();
        private final Lifetime lifetime = new Lifetime("the thing", releases::incrementAndGet);

        void use() {
            try {
                lifetime.enter();
            } catch (ClosedException _) {
                return;
            }
            assertEquals(0, releases.get(), "used after it was released");
            lifetime.leave();
        }

        void close() {
            lifetime.close(() -> assertEquals(0, releases.get(), "woken after it was released"));
        }
    }

    @Test
    void theReleaseComesOnceAndAfterTheLastUse() throws Throwable {
        explore(() -> {
            Thing thing = new Thing();
            together(thing::use, thing::close, () -> {
                thing.use();
                thing.close();
            });
            assertEquals(1, thing.releases.get());
        });
    }
}
