package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_ERROR;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CAPPED;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.Errno;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.wire.MessageReader;

/** Batches against a kernel that refuses the requests whose first field says so, and acknowledges those that ask for it. */
class BatchTest {
    private static final int THING = 20;
    private static final int REFUSE = 1;

    private final List<Integer> perDatagram = new ArrayList<>();
    private final ScriptedTransport transport = new ScriptedTransport();
    private final NetlinkClient client = NetlinkClient.over(NetlinkProtocol.of(0, "TEST"), transport);

    private void kernelAnswers(int datagrams) {
        for (int i = 0; i < datagrams; i++) {
            transport.answer((out, _) -> {
                try {
                    byte[] sent = transport.sent().getLast();
                    MessageReader request = new MessageReader().over(MemorySegment.ofArray(sent), 0, sent.length);
                    int count = 0;
                    while (request.next()) {
                        count++;
                        int error = request.u32(0) == REFUSE ? -Errno.EEXIST : 0;
                        if (error != 0 || (request.flags() & NLM_F_ACK) != 0) {
                            out.begin(NLMSG_ERROR, NLM_F_CAPPED, request.sequence(), 0).u32(error).zeros(16).end();
                        }
                    }
                    perDatagram.add(count);
                } catch (MalformedMessageException e) {
                    throw new AssertionError(e);
                }
            });
        }
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
        kernelAnswers(1);
        assertEquals(
                Collections.nCopies(100, new BatchResult.Done()),
                client.batch(requests(100, Set.of()), BatchPolicy.CONTINUE));
        assertEquals(List.of(100), perDatagram);
    }

    @Test
    void eachResultBelongsToItsRequest() throws Exception {
        Set<Integer> refused = Set.of(0, 41, 42, 199, 299);
        kernelAnswers(3);
        List<BatchResult> results = client.batch(requests(300, refused), BatchPolicy.CONTINUE);
        for (int i = 0; i < 300; i++) {
            Class<?> expected = refused.contains(i) ? BatchResult.Refused.class : BatchResult.Done.class;
            assertInstanceOf(expected, results.get(i), "request " + i);
        }
        assertEquals(300, perDatagram.stream().mapToInt(Integer::intValue).sum());
        assertEquals(166, perDatagram.getFirst(), "as many as a receive buffer of 212,992 bytes holds refusals");
    }

    @Test
    void stopSendsNothingAfterTheFirstRefusal() throws Exception {
        kernelAnswers(5);
        List<BatchResult> results = client.batch(requests(5, Set.of(2)), BatchPolicy.STOP);
        assertInstanceOf(BatchResult.Done.class, results.get(1));
        assertInstanceOf(BatchResult.Refused.class, results.get(2));
        assertInstanceOf(BatchResult.NotSent.class, results.get(3));
        assertInstanceOf(BatchResult.NotSent.class, results.get(4));
        assertEquals(3, transport.sent().size());
    }

    @Test
    void silenceLeavesTheOutcomeUnknownAndSendsNothingMore() throws Exception {
        kernelAnswers(1);
        List<BatchResult> results = client.batch(requests(400, Set.of(3)), BatchPolicy.CONTINUE);
        assertInstanceOf(BatchResult.Done.class, results.get(0));
        assertInstanceOf(BatchResult.Refused.class, results.get(3));
        assertInstanceOf(BatchResult.Unknown.class, results.get(200));
        assertInstanceOf(BatchResult.NotSent.class, results.get(399));
    }

    @Test
    void anEmptyBatchSendsNothing() throws Exception {
        assertEquals(List.of(), client.batch(List.of(), BatchPolicy.CONTINUE));
        assertEquals(List.of(), transport.sent());
    }
}
