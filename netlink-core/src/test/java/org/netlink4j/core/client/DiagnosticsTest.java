package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.core.testing.Answer.acknowledge;
import static org.netlink4j.core.testing.Answer.dump;
import static org.netlink4j.core.testing.Answer.object;
import static org.netlink4j.core.testing.Answer.overrun;
import static org.netlink4j.core.testing.Answer.refuse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.OverrunException;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.testing.FakeKernel;
import org.netlink4j.testkit.LogWarnings;

/** What an operator sees: events of the JDK Flight Recorder, and warnings in the log. */
class DiagnosticsTest {
    private static final int THING = 20;
    private static final NetlinkProtocol PROTOCOL = NetlinkProtocol.of(0, "TEST");
    private static final Request REQUEST = Request.of(THING, out -> out.zeros(4));

    private static Requester client(boolean shared, FakeKernel kernel) {
        return shared ? SharedNetlinkClient.over(PROTOCOL, kernel) : NetlinkClient.over(PROTOCOL, kernel);
    }

    private static void useAll(Requester client, FakeKernel kernel) throws Exception {
        kernel.on(THING, acknowledge(), refuse(Errno.EPERM), overrun(), dump().interrupted(), dump(), dump());
        client.execute(REQUEST);
        assertThrows(KernelException.class, () -> client.execute(REQUEST));
        assertThrows(OverrunException.class, () -> client.execute(REQUEST));
        client.list(REQUEST, message -> message.u32(0));
        kernel.on(THING, dump(object(THING, out -> out.u32(1))));
        assertThrows(ArithmeticException.class, () -> client.dump(REQUEST, _ -> {
            throw new ArithmeticException();
        }));
    }

    private static List<RecordedEvent> events(Recording recording, Path file, String name) throws Exception {
        recording.dump(file);
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theFlightRecorderShowsRequestsRetriesAndOverruns(boolean shared, @TempDir Path directory) throws Exception {
        FakeKernel kernel = new FakeKernel();
        Path file = directory.resolve("test.jfr");
        try (Recording recording = new Recording();
                Requester client = client(shared, kernel)) {
            recording.enable("org.netlink4j.Request").withoutThreshold();
            recording.enable("org.netlink4j.DumpRetry");
            recording.enable("org.netlink4j.Overrun");
            recording.start();
            useAll(client, kernel);
            recording.stop();
            List<RecordedEvent> requests = events(recording, file, "org.netlink4j.Request");
            assertEquals(
                    List.of(
                            "done",
                            "TEST(20) refused: EPERM (Operation not permitted)",
                            "the receive buffer overran: the kernel dropped messages for this socket",
                            "TEST(20): the objects changed while they were listed",
                            "done",
                            "the consumer failed"),
                    requests.stream().map(event -> event.getString("result")).toList());
            assertEquals(Collections.nCopies(6, "TEST(20)"), requests.stream().map(e -> e.getString("type")).toList());
            List<RecordedEvent> retries = events(recording, file, "org.netlink4j.DumpRetry");
            assertEquals(List.of(1), retries.stream().map(event -> event.getInt("attempts")).toList());
            List<RecordedEvent> overruns = events(recording, file, "org.netlink4j.Overrun");
            assertEquals(List.of("TEST"), overruns.stream().map(event -> event.getString("protocol")).toList());
        }
    }

    @Test
    void theFlightRecorderShowsHowLongARequestTookAndOverrunsOfEvents(@TempDir Path directory) throws Exception {
        Duration delay = Duration.ofMillis(50);
        FakeKernel kernel = new FakeKernel().on(THING, acknowledge().delayed(delay));
        FakeKernel talking = new FakeKernel();
        try (Recording recording = new Recording();
                Requester client = client(false, kernel);
                EventStream stream = EventStream.over(PROTOCOL, Set.of(1), talking)) {
            recording.enable("org.netlink4j.Request").withoutThreshold();
            recording.enable("org.netlink4j.Overrun");
            recording.start();
            client.execute(REQUEST);
            talking.overrun();
            stream.next(Duration.ofSeconds(5), message -> message.u32(0));
            recording.stop();
            RecordedEvent request = events(recording, directory.resolve("requests"), "org.netlink4j.Request").getFirst();
            assertTrue(request.getDuration().compareTo(delay) >= 0, request.getDuration()::toString);
            assertEquals(1, events(recording, directory.resolve("overruns"), "org.netlink4j.Overrun").size());
        }
    }

    @Test
    void theFlightRecorderIsToldNothingUnlessItAsks(@TempDir Path directory) throws Exception {
        FakeKernel kernel = new FakeKernel();
        try (Recording recording = new Recording();
                Requester client = client(false, kernel)) {
            recording.start();
            useAll(client, kernel);
            recording.stop();
            for (String name : List.of("Request", "DumpRetry", "Overrun")) {
                assertEquals(List.of(), events(recording, directory.resolve(name), "org.netlink4j." + name));
            }
        }
    }

    @Test
    void anOverrunIsLogged() throws Throwable {
        FakeKernel kernel = new FakeKernel().on(THING, overrun());
        try (Requester client = client(false, kernel)) {
            assertEquals(
                    List.of("WARNING TEST: the receive buffer overran: the kernel dropped messages for this socket;"
                            + " open requests fail"),
                    LogWarnings.of("org.netlink4j.core", () -> assertThrows(OverrunException.class, () -> client.execute(REQUEST))));
        }
    }

    @Test
    void onlyTheFirstStrangerIsLogged() throws Throwable {
        FakeKernel kernel = new FakeKernel().on(THING, acknowledge());
        try (Requester client = client(false, kernel)) {
            assertEquals(
                    List.of("WARNING TEST: dropped a datagram that came from port 99 and not from port 0;"
                            + " further ones are dropped without a word"),
                    LogWarnings.of("org.netlink4j.core", () -> {
                        for (int i = 0; i < 5; i++) {
                            kernel.arrives(99, new byte[20]);
                            client.execute(REQUEST);
                        }
                    }));
        }
    }
}
