package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netlink4j.core.DumpInterruptedException;
import org.netlink4j.core.Errno;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.AttributeReader;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.Nlmsg;
import org.netlink4j.testkit.KernelTest;

/** Large batches, and dumps while the objects change, with the real kernel. */
@KernelTest
@Timeout(120)
class ManyRequestsIT extends InNamespace {
    private static final int RTM_NEWADDR = 20;
    private static final int RTM_DELADDR = 21;
    private static final int RTM_GETADDR = 22;
    private static final int RTM_NEWNEIGH = 28;
    private static final int AF_INET = 2;
    private static final int LOOPBACK = 1;
    private static final int IFA_LOCAL = 2;
    private static final int NEW = Nlmsg.NLM_F_CREATE | Nlmsg.NLM_F_EXCL;

    private static byte[] address(int number) {
        return new byte[] {10, (byte) (number >> 16), (byte) (number >> 8), (byte) number};
    }

    /** struct ndmsg: u8 family, 3 bytes of padding, s32 index, u16 state (NUD_PERMANENT), u8 flags, u8 type. */
    private static Request neighbour(int device, int number) {
        return Request.of(RTM_NEWNEIGH, out -> out.u8(AF_INET).zeros(3).u32(device).u16(0x80).zeros(2).attributes()
                        .bytes(1, address(number)).bytes(2, new byte[] {2, 0, 0, 0, 0, 1}))
                .flags(NEW)
                .timeout(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource({"false, 100000", "true, 20000"})
    void eachResultOfAHugeBatchIsThatOfItsRequest(boolean shared, int count) throws Exception {
        int device = client.echo(newLink("br0", "bridge"), link -> link.u32(4)).orElseThrow();
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            requests.add(neighbour(device, i % 1000 == 999 ? i - 7 : i)); // each thousandth is there already
        }
        List<BatchResult> results;
        try (Requester requester = shared ? SharedNetlinkClient.open(ROUTE, namespace) : NetlinkClient.open(ROUTE, namespace)) {
            results = requester.batch(requests, BatchPolicy.CONTINUE);
        }
        assertEquals(count, results.size());
        for (int i = 0; i < count; i++) {
            BatchResult result = results.get(i);
            if (i % 1000 == 999) {
                String what = "request " + i + ": " + result;
                assertEquals(Errno.EEXIST, assertInstanceOf(BatchResult.Refused.class, result, what).why().errno(), what);
            } else {
                assertInstanceOf(BatchResult.Done.class, result, "request " + i);
            }
        }
    }

    @Test
    void aBatchOfNothingButRefusalsWithWordsDoesNotOverrun() throws Exception {
        List<BatchResult> results = client.batch(Collections.nCopies(1000, newLink("x0", "nosuchkind")), BatchPolicy.CONTINUE);
        for (BatchResult result : results) {
            assertEquals(Errno.EOPNOTSUPP, assertInstanceOf(BatchResult.Refused.class, result).why().errno());
        }
    }

    // ---- dumps of addresses while one of two comes and the other goes, so that at any time there is one at least

    private static final int STABLE = 1500; // several datagrams of 32 KiB
    private static final DumpPolicy THRICE = new DumpPolicy.Retry(3, Duration.ofMillis(1));
    private static final int FIRST = 60_001;
    private static final int SECOND = 60_002;

    /** struct ifaddrmsg: u8 family, u8 prefix length, u8 flags, u8 scope, u32 index. */
    private static Request address(int type, int number) {
        return Request.of(type, out -> out.u8(AF_INET).u8(32).zeros(2).u32(LOOPBACK).attributes().bytes(IFA_LOCAL, address(number)))
                .flags(type == RTM_NEWADDR ? NEW : 0);
    }

    private static int number(MessageReader message) throws MalformedMessageException {
        AttributeReader attributes = message.attributes(8);
        while (attributes.next()) {
            if (attributes.type() == IFA_LOCAL) {
                return attributes.u32be() & 0xff_ffff;
            }
        }
        throw new MalformedMessageException("no IFA_LOCAL");
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void aDumpDuringChangesIsConsistentOrSaysThatItIsNot(boolean shared) throws Exception {
        List<Request> stable = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        for (int i = 1; i <= STABLE; i++) {
            stable.add(address(RTM_NEWADDR, i));
            numbers.add(i);
        }
        stable.add(address(RTM_NEWADDR, FIRST));
        assertTrue(client.batch(stable, BatchPolicy.CONTINUE).stream().allMatch(BatchResult.Done.class::isInstance));
        AtomicBoolean over = new AtomicBoolean();
        Request all = Request.of(RTM_GETADDR, out -> out.u8(AF_INET).zeros(7));
        try (Requester requester = shared ? SharedNetlinkClient.open(ROUTE, namespace) : NetlinkClient.open(ROUTE, namespace);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> churn = threads.submit(() -> {
                while (!over.get()) {
                    client.execute(address(RTM_NEWADDR, SECOND));
                    client.execute(address(RTM_DELADDR, FIRST));
                    client.execute(address(RTM_NEWADDR, FIRST));
                    client.execute(address(RTM_DELADDR, SECOND));
                }
                return 0;
            });
            try {
                for (int i = 0; i < 60; i++) {
                    Dump<Integer> dump = requester.list(all, new DumpPolicy.ReturnMarked(), ManyRequestsIT::number);
                    if (!dump.interrupted()) {
                        assertConsistent(numbers, dump.objects());
                    }
                    try {
                        assertConsistent(numbers, requester.list(all, THRICE, ManyRequestsIT::number).objects());
                    } catch (DumpInterruptedException _) {
                        // three attempts, all interrupted: said so
                    }
                }
            } finally {
                over.set(true);
            }
            churn.get();
            assertConsistent(numbers, requester.list(all, ManyRequestsIT::number));
        }
    }

    private static void assertConsistent(Set<Integer> stable, List<Integer> listed) {
        List<Integer> others = new ArrayList<>(listed);
        others.removeIf(stable::contains);
        assertEquals(stable.size(), listed.size() - others.size(), "each that stays is there once");
        assertTrue(new HashSet<>(listed).containsAll(stable));
        assertTrue(Set.of(List.of(FIRST), List.of(SECOND), List.of(FIRST, SECOND), List.of(SECOND, FIRST)).contains(others),
                () -> "besides those that stay: " + others);
    }
}
