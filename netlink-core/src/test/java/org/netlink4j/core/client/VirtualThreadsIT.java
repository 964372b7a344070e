package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.testkit.KernelTest;

/** A wait in the kernel, which no virtual thread can leave, must not keep the carriers of all others. */
@KernelTest
@Timeout(60)
class VirtualThreadsIT {
    /** No kernel answers a control message that asks for no acknowledgement. */
    private static final Request NEVER_ANSWERED = Request.of(1, _ -> {}).timeout(Duration.ofMinutes(5));

    @Test
    void othersRunWhileMoreVirtualThreadsWaitThanThereAreCarriers() throws Exception {
        int waiting = Runtime.getRuntime().availableProcessors() + 2;
        List<NetlinkClient> clients = new ArrayList<>();
        for (int i = 0; i < waiting; i++) {
            clients.add(NetlinkClient.open(NetlinkProtocol.of(0, "NETLINK_ROUTE")));
        }
        for (NetlinkClient client : clients) {
            Thread.startVirtualThread(
                    () -> assertThrows(ClosedException.class, () -> client.get(NEVER_ANSWERED, _ -> 0)));
        }
        Thread.sleep(200); // most often all of them wait now; the outcome must be the same if they do not
        CountDownLatch ran = new CountDownLatch(1);
        Thread.startVirtualThread(ran::countDown);
        boolean inTime = ran.await(10, TimeUnit.SECONDS);
        clients.forEach(NetlinkClient::close);
        assertTrue(inTime);
    }
}
