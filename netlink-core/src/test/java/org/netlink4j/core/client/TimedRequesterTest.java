package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.netlink4j.core.testing.Answer.dump;
import static org.netlink4j.core.testing.Answer.object;
import static org.netlink4j.core.testing.Answer.silence;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.DumpInterruptedException;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.testing.Answer;
import org.netlink4j.core.testing.FakeKernel;

@Timeout(30)
class TimedRequesterTest {
    private static final int THING = 20;

    /** As patient as no test is. */
    private static final Request REQUEST = Request.of(THING, out -> out.u32(0)).timeout(Duration.ofHours(1));

    private final FakeKernel kernel = new FakeKernel();
    private final NetlinkClient client = NetlinkClient.over(NetlinkProtocol.of(0, "TEST"), kernel);
    private final Requester impatient = client.within(Duration.ofMillis(50));

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void noCallWaitsLonger() throws Exception {
        kernel.on(THING, silence());
        assertThrows(TimedOutException.class, () -> impatient.execute(REQUEST));
        assertThrows(TimedOutException.class, () -> impatient.get(REQUEST, message -> message.u32(0)));
        assertThrows(TimedOutException.class, () -> impatient.echo(REQUEST, message -> message.u32(0)));
        assertThrows(TimedOutException.class, () -> impatient.dump(REQUEST, _ -> {}));
        assertThrows(TimedOutException.class, () -> impatient.list(REQUEST, message -> message.u32(0)));
        List<BatchResult> results = impatient.batch(List.of(REQUEST, REQUEST), BatchPolicy.CONTINUE);
        assertEquals(2, results.size());
        results.forEach(result -> assertInstanceOf(BatchResult.Unknown.class, result));
    }

    @Test
    void allAttemptsAtADumpTogetherWaitNoLonger() {
        kernel.on(THING, Collections.nCopies(100, dump().interrupted()).toArray(Answer[]::new));
        DumpPolicy again = new DumpPolicy.Retry(100, Duration.ofMillis(10));
        assertThrows(DumpInterruptedException.class, () -> impatient.list(REQUEST, again, message -> message.u32(0)));
    }

    @Test
    void theLastWordCounts() throws Exception {
        MessageConsumer slow = _ -> sleep();
        kernel.on(THING, dump(object(THING, out -> out.u32(7))).withoutEnd().then(dump()));
        Request hasty = REQUEST.timeout(Duration.ofMillis(50));
        assertThrows(TimedOutException.class, () -> client.dump(hasty, slow));
        assertThrows(TimedOutException.class, () -> impatient.dump(REQUEST, slow));
        impatient.within(Duration.ofSeconds(20)).dump(hasty, slow);
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void closesWhatItStandsOn() {
        impatient.close();
        assertThrows(ClosedException.class, () -> client.execute(REQUEST));
    }
}
