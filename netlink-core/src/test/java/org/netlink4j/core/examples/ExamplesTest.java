package org.netlink4j.core.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.util.List;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void schemaExampleSaysWhatItSays() {
        assertEquals("{IFLA_IFNAME \"eth0\", IFLA_MTU 1500}{mtu=1500}20", SchemaExample.describe());
    }

    @Test
    void captureExampleReadsBackWhatItCaptured(@TempDir Path directory) throws Exception {
        String text = CaptureExample.capture(directory.resolve("links.pcap"));
        assertTrue(text.startsWith("NETLINK_ROUTE(18) length 32 flags 0x301 "), text);
        assertTrue(text.contains("\nNETLINK_ROUTE(16) "), text);
        assertTrue(text.contains("\nNLMSG_DONE "), text);
    }
}
