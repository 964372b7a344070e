package org.netlink4j.core.client;

import org.junit.jupiter.api.Nested;
import org.netlink4j.core.socket.EagerReadAhead;

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

    @Nested
    class BlockingAndReadingAhead extends RequesterContract {
        @Override
        Requester open() {
            return NetlinkClient.over(ROUTE, EagerReadAhead.over(new FakeLinks().kernel()));
        }
    }
}
