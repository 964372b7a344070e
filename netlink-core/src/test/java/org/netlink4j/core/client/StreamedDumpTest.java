package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.testkit.ChildJvm;
import org.netlink4j.testkit.Commands;

/** The memory that a streamed dump takes does not depend on its length: 1 GiB goes through a heap of 16 MiB. */
class StreamedDumpTest {
    private static Commands.Result dump(String client, String how) {
        List<String> command = new ArrayList<>(
                ChildJvm.command(List.of("-Xmx16m", "-XX:+UseSerialGC"), EndlessDump.class, NetlinkClient.class));
        command.addAll(List.of(client, how));
        return Commands.here().within(Duration.ofMinutes(2)).attempt(command.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "shared"})
    void aGibibyteOfObjectsIsSeenThroughASmallHeap(String client) {
        Commands.Result result = dump(client, "streaming");
        int messages = EndlessDump.DATAGRAMS * EndlessDump.MESSAGES_PER_DATAGRAM;
        assertEquals(messages + " messages, 1 GiB", result.output().strip(), result::toString);
    }

    @Test
    void theHeapIsTooSmallToKeepThem() {
        Commands.Result result = dump("own", "keeping");
        assertNotEquals(0, result.exitCode());
        assertTrue(result.errors().contains("OutOfMemoryError"), result::toString);
    }
}
