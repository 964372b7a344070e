package org.netlink4j.rtnetlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.core.client.SharedNetlinkClient;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.Nlmsg;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.DisposableKernel;
import org.netlink4j.testkit.KernelTest;

/** Somebody sets the clock of the machine while we wait: nobody waits shorter, or for a day longer. */
@KernelTest
@DisposableKernel
@Timeout(900)
class ClockStepIT {
    private static final Duration WAIT = Duration.ofSeconds(8);
    private static final Duration FAR_TOO_LONG = Duration.ofMinutes(5);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Request NEVER_ANSWERED = Request.of(Nlmsg.NLMSG_NOOP, _ -> {}).timeout(WAIT);

    /** Takes {@link #WAIT}, and fails if it is not as long as it should be for another reason than the clock. */
    private interface Wait {
        void run() throws Exception;
    }

    private static void request(Requester requester) {
        assertThrows(TimedOutException.class, () -> requester.get(NEVER_ANSWERED, MessageReader::type));
    }

    static Stream<Wait> waits() {
        return Stream.of(
                () -> {
                    try (NetlinkClient client = NetlinkClient.open(Rtnetlink.PROTOCOL)) {
                        request(client);
                    }
                },
                () -> {
                    try (SharedNetlinkClient client = SharedNetlinkClient.open(Rtnetlink.PROTOCOL)) {
                        request(client);
                    }
                },
                () -> {
                    try (EventStream events = EventStream.open(Rtnetlink.PROTOCOL, Set.of(1), SocketOptions.DEFAULT)) {
                        assertEquals(Optional.empty(), events.next(WAIT, Link::decode));
                    }
                });
    }

    /** While that waits, the clock goes by this much; how long it waited. */
    private static Duration during(Wait wait, Duration step) throws Exception {
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            long begin = System.nanoTime();
            Instant before = Instant.now();
            Future<?> waiting = thread.submit(() -> {
                wait.run();
                return true;
            });
            Thread.sleep(WAIT.dividedBy(4));
            Commands.here().run("date", "-s", "@" + Instant.now().plus(step).getEpochSecond());
            waiting.get();
            Duration waited = Duration.ofNanos(System.nanoTime() - begin);
            Duration shown = Duration.between(before, Instant.now());
            assertTrue(shown.minus(step).minus(waited).abs().compareTo(WAIT) < 0, () -> "the clock went by " + shown);
            return waited;
        }
    }

    @ParameterizedTest
    @MethodSource("waits")
    void aStepOfTheClockMakesNoWaitShorterOrLonger(Wait wait) throws Exception {
        for (Duration step : List.of(DAY, DAY.negated())) {
            Duration waited = during(wait, step);
            assertTrue(waited.compareTo(WAIT) >= 0 && waited.compareTo(FAR_TOO_LONG) < 0, () -> step + ": " + waited);
        }
    }
}
