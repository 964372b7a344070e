package org.netlink4j.core.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.BatchResult;
import org.netlink4j.core.client.Event;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.testkit.KernelTest;

@KernelTest
class CapabilityExamplesIT {
    private NetworkNamespace namespace;
    private NetlinkClient client;

    @BeforeEach
    void open() throws Exception {
        namespace = NetworkNamespace.createAnonymous();
        client = NetlinkClient.open(NetlinkProtocol.of(0, "NETLINK_ROUTE"), namespace);
    }

    @AfterEach
    void close() {
        client.close();
        namespace.close();
    }

    private void makeABridge() {
        try {
            assertEquals(Collections.nCopies(1, new BatchResult.Done()), CapabilityExamples.batch(client, 1));
        } catch (NetlinkException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void batches() throws Exception {
        assertEquals(Collections.nCopies(50, new BatchResult.Done()), CapabilityExamples.batch(client, 50));
        assertInstanceOf(BatchResult.Refused.class, CapabilityExamples.batch(client, 50).getLast());
        assertEquals(51, CapabilityExamples.dump(client).objects().size());
    }

    @Test
    void shares() throws Exception {
        assertEquals(100, CapabilityExamples.share(namespace));
    }

    @Test
    void listens() throws Exception {
        Event<String> event = CapabilityExamples.listen(namespace, this::makeABridge).orElseThrow();
        assertEquals("br0", ((Event.Notification<String>) event).object());
    }

    @Test
    void watches() throws Exception {
        assertTrue(CapabilityExamples.watch(namespace, client, this::makeABridge).containsValue("br0"));
    }

    @Test
    void opensSockets() throws Exception {
        assertEquals(Set.of(1), CapabilityExamples.socket(namespace));
    }
}
