package org.netlink4j.core.client;

import org.junit.jupiter.api.Nested;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.testkit.KernelTest;

/** The contract over the real kernel, each test in a namespace of its own. */
class RequesterOverKernelIT {
    @Nested
    @KernelTest
    class Blocking extends RequesterContract {
        @Override
        Requester open() throws Exception {
            try (NetworkNamespace namespace = NetworkNamespace.createAnonymous()) {
                return NetlinkClient.open(ROUTE, namespace);
            }
        }
    }

    @Nested
    @KernelTest
    class Shared extends RequesterContract {
        @Override
        Requester open() throws Exception {
            try (NetworkNamespace namespace = NetworkNamespace.createAnonymous()) {
                return SharedNetlinkClient.open(ROUTE, namespace);
            }
        }
    }
}
