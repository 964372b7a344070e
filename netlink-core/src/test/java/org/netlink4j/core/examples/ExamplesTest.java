package org.netlink4j.core.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    @Test
    void clientExampleListsTheLoopbackDevice() throws Exception {
        assertTrue(ClientExample.linkNames().contains("lo"));
    }

    @Test
    void wireExampleReadsBackWhatItWrote() throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            assertEquals("macvtap0", WireExample.roundTrip(arena.allocate(256)));
        }
    }

    @Test
    void fakeKernelExampleListsWhatTheSecondAttemptFound() throws Exception {
        assertEquals(List.of(1, 2), FakeKernelExample.indexes());
    }
}
