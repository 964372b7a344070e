package org.netlink4j.core.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NotSupportedException;
import org.netlink4j.core.OverrunException;
import org.netlink4j.core.TruncatedException;
import org.netlink4j.core.client.BatchPolicy;
import org.netlink4j.core.client.BatchResult;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.core.client.SharedNetlinkClient;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.DatagramTransport;

class RecordingTest {
    private static final NetlinkProtocol PROTOCOL = NetlinkProtocol.of(0, "TEST");
    private static final int GET = 18;
    private static final int NEW = 16;

    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("recording");
    }

    private static Request get(int which) {
        return Request.of(GET, out -> out.u32(which));
    }

    private static Requester client(boolean shared, DatagramTransport transport) {
        return shared ? SharedNetlinkClient.over(PROTOCOL, transport) : NetlinkClient.over(PROTOCOL, transport);
    }

    private static List<Integer> several(Requester client) throws Exception {
        return List.of(
                client.<Integer>get(get(7), message -> message.u32(0)),
                client.<Integer>get(get(8), message -> message.u32(0)),
                client.<Integer>get(get(7), message -> message.u32(0)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasRecordedComesAgain(boolean shared) throws Exception {
        int[] count = {0};
        FakeKernel kernel = new FakeKernel().on(GET, request -> {
            int object = 10 * request.u32(0) + count[0]++;
            return Answer.object(NEW, out -> out.u32(object));
        });
        try (Requester client = client(shared, new RecordingTransport(kernel, file()))) {
            assertEquals(List.of(70, 81, 72), several(client));
        }
        assertTrue(Files.readString(file()).startsWith("netlink4j-recording 1 4711 212992\n> 0 "));
        try (Requester client = client(!shared, ReplayTransport.open(file()))) {
            assertEquals(List.of(70, 81, 72), several(client), "equal requests in the order of the recording");
            assertThrows(NotSupportedException.class, () -> client.get(get(7), _ -> 0), "it was recorded twice only");
            assertThrows(NotSupportedException.class, () -> client.get(get(9), _ -> 0));
        }
        try (Requester client = client(shared, ReplayTransport.open(file()))) {
            assertEquals(81, client.<Integer>get(get(8), message -> message.u32(0)), "in another order");
            assertEquals(70, client.<Integer>get(get(7), message -> message.u32(0)));
        }
    }

    @Test
    void dumpsRefusalsAndBatchesToo() throws Exception {
        List<Answer> things = IntStream.range(0, 50).mapToObj(i -> Answer.object(NEW, out -> out.u32(i))).toList();
        FakeKernel kernel = new FakeKernel()
                .on(GET, Answer.dump(things))
                .on(NEW, Answer.acknowledge(), Answer.refuse(Errno.EEXIST).saying("there is one"), Answer.acknowledge());
        List<Request> requests = List.of(Request.of(NEW, out -> out.u32(1)), Request.of(NEW, out -> out.u32(2)));
        try (NetlinkClient client = NetlinkClient.over(PROTOCOL, new RecordingTransport(kernel, file()))) {
            dumpAndBatch(client, requests);
        }
        try (NetlinkClient client = NetlinkClient.over(PROTOCOL, ReplayTransport.open(file()))) {
            dumpAndBatch(client, requests);
        }
    }

    private static void dumpAndBatch(NetlinkClient client, List<Request> requests) throws Exception {
        assertEquals(50, client.list(get(0), message -> message.u32(0)).size());
        List<BatchResult> results = client.batch(requests, BatchPolicy.CONTINUE);
        assertEquals(new BatchResult.Done(), results.get(0));
        KernelException why = ((BatchResult.Refused) results.get(1)).why();
        assertEquals("TEST(16) refused: EEXIST (File exists): there is one", why.getMessage());
    }

    @Test
    void lossesComeAgain() throws Exception {
        FakeKernel kernel = new FakeKernel()
                .on(GET, Answer.overrun(), Answer.object(NEW, _ -> {}).truncated(), Answer.object(NEW, out -> out.u32(5)));
        try (NetlinkClient client = NetlinkClient.over(PROTOCOL, new RecordingTransport(kernel, file()))) {
            lossesThenFive(client);
        }
        try (NetlinkClient client = NetlinkClient.over(PROTOCOL, ReplayTransport.open(file()))) {
            lossesThenFive(client);
        }
    }

    private static void lossesThenFive(NetlinkClient client) throws Exception {
        assertThrows(OverrunException.class, () -> client.get(get(0), _ -> 0));
        assertThrows(TruncatedException.class, () -> client.get(get(0), _ -> 0));
        assertEquals(5, client.<Integer>get(get(0), message -> message.u32(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "something else", "netlink4j-recording 1 x 1", "netlink4j-recording 1 1 1\n> 0 xyz",
        "netlink4j-recording 1 1 1\n? what", "netlink4j-recording 1 1 1\n< 0 0", "netlink4j-recording 1 1 1\n! sneezed"})
    void whatIsNoRecordingIsRefused(String text) throws Exception {
        Files.writeString(file(), text);
        assertThrows(IOException.class, () -> ReplayTransport.open(file()));
    }
}
