package org.netlink4j.core.ffm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.ClosedException;

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
}
