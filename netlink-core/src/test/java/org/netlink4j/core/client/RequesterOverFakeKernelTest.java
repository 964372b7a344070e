package org.netlink4j.core.client;

import org.junit.jupiter.api.Nested;

/** The contract over the kernel in memory. */
class RequesterOverFakeKernelTest {
    @Nested
    class Blocking extends RequesterContract {
        @Override
        Requester open() {
            return NetlinkClient.over(ROUTE, new FakeLinks().kernel());
        }
    }

    @Nested
    class Shared extends RequesterContract {
        @Override
        Requester open() {
            return SharedNetlinkClient.over(ROUTE, new FakeLinks().kernel());
        }
    }
}
