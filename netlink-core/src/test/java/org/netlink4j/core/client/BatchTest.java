package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.core.testing.Answer.acknowledge;
import static org.netlink4j.core.testing.Answer.message;
import static org.netlink4j.core.testing.Answer.refuse;
import static org.netlink4j.core.testing.Answer.silence;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_ERROR;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CAPPED;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REQUEST;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.Errno;
import org.netlink4j.core.NotSupportedException;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.testing.FakeKernel;
import org.netlink4j.core.wire.MessageReader;

/** Batches against a kernel that refuses the requests whose first field says so, and acknowledges those that ask for it. */
class BatchTest {
    private static final int THING = 20;
    private static final int REFUSE = 1;
    private static final int REQUEST_LENGTH = 20;

    private final FakeKernel kernel = new FakeKernel()
            .on(THING, request -> request.u32(0) == REFUSE ? refuse(Errno.EEXIST).saying("there is one") : acknowledge());
    private final NetlinkClient client = NetlinkClient.over(NetlinkProtocol.of(0, "TEST"), kernel);

    @AfterEach
    void close() {
        client.close();
    }

    private List<Integer> requestsPerDatagram() {
        return kernel.sent().stream().map(datagram -> datagram.length / REQUEST_LENGTH).toList();
    }

    private static Request request(int field) {
        return Request.of(THING, out -> out.u32(field));
    }

    private static List<Request> requests(int count, Set<Integer> refused) {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            requests.add(request(refused.contains(i) ? REFUSE : 0));
        }
        return requests;
    }

    @Test
    void manyTravelInOneDatagramAndOneAcknowledgementIsEnough() throws Exception {
        assertEquals(
                Collections.nCopies(100, new BatchResult.Done()),
                client.batch(requests(100, Set.of()), BatchPolicy.CONTINUE));
        assertEquals(List.of(100), requestsPerDatagram());
        byte[] datagram = kernel.sent().getFirst();
        MessageReader sent = new MessageReader().over(MemorySegment.ofArray(datagram), 0, datagram.length);
        for (int i = 0; i < 100; i++) {
            assertTrue(sent.next());
            assertEquals(NLM_F_REQUEST | (i == 99 ? NLM_F_ACK : 0), sent.flags(), "request " + i);
        }
    }

    @Test
    void largeRequestsAreSpreadOverDatagramsThatASendBufferTakes() throws Exception {
        Request large = Request.of(THING, out -> out.zeros(30_000));
        assertEquals(
                Collections.nCopies(9, new BatchResult.Done()),
                client.batch(Collections.nCopies(9, large), BatchPolicy.CONTINUE));
        assertEquals(List.of(3, 3, 3), kernel.sent().stream().map(datagram -> datagram.length / 30_000).toList());
    }

    @Test
    void whatCannotBeSentIsKnownAtOnce() throws Exception {
        NotSupportedException why = new NotSupportedException("no sending");
        kernel.failNextSend(why);
        for (BatchResult result : client.batch(requests(3, Set.of()), BatchPolicy.CONTINUE)) {
            assertSame(why, assertInstanceOf(BatchResult.Unknown.class, result).why());
        }
    }

    @Test
    void withoutAProperLastAnswerSilenceIsNotTakenForSuccess() throws Exception {
        kernel.on(THING, request -> (request.flags() & NLM_F_ACK) == 0
                ? silence()
                : message(NLMSG_ERROR, NLM_F_CAPPED, out -> out.u32(5).zeros(16)));
        for (BatchResult result : client.batch(requests(3, Set.of()), BatchPolicy.CONTINUE)) {
            assertInstanceOf(BatchResult.Unknown.class, result);
        }
    }

    @Test
    void eachResultBelongsToItsRequest() throws Exception {
        Set<Integer> refused = Set.of(0, 41, 42, 199, 299);
        List<BatchResult> results = client.batch(requests(300, refused), BatchPolicy.CONTINUE);
        for (int i = 0; i < 300; i++) {
            Class<?> expected = refused.contains(i) ? BatchResult.Refused.class : BatchResult.Done.class;
            assertInstanceOf(expected, results.get(i), "request " + i);
        }
        assertEquals(List.of(166, 134), requestsPerDatagram(), "as many as a receive buffer of 212,992 bytes holds refusals");
    }

    @Test
    void stopSendsNothingAfterTheFirstRefusal() throws Exception {
        List<BatchResult> results = client.batch(requests(5, Set.of(2)), BatchPolicy.STOP);
        assertInstanceOf(BatchResult.Done.class, results.get(1));
        assertInstanceOf(BatchResult.Refused.class, results.get(2));
        assertInstanceOf(BatchResult.NotSent.class, results.get(3));
        assertInstanceOf(BatchResult.NotSent.class, results.get(4));
        assertEquals(3, kernel.sent().size());
    }

    @Test
    void silenceLeavesTheOutcomeUnknownAndSendsNothingMore() throws Exception {
        AtomicInteger heard = new AtomicInteger();
        kernel.on(THING, request -> {
            if (heard.getAndIncrement() >= 166) {
                return silence();
            }
            return request.u32(0) == REFUSE ? refuse(Errno.EEXIST) : acknowledge();
        });
        List<Request> impatient =
                requests(400, Set.of(3)).stream().map(request -> request.timeout(Duration.ofSeconds(3))).toList();
        List<BatchResult> results = client.batch(impatient, BatchPolicy.CONTINUE);
        assertInstanceOf(BatchResult.Done.class, results.get(0));
        assertInstanceOf(BatchResult.Refused.class, results.get(3));
        assertInstanceOf(BatchResult.Unknown.class, results.get(200));
        assertInstanceOf(BatchResult.NotSent.class, results.get(399));
    }

    @Test
    void anEmptyBatchSendsNothing() throws Exception {
        assertEquals(List.of(), client.batch(List.of(), BatchPolicy.CONTINUE));
        assertEquals(List.of(), kernel.sent());
    }
}
