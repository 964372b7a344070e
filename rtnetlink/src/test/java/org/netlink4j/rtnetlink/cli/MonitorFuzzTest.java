package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.util.List;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.rtnetlink.RouteSeeds;
import org.netlink4j.testkit.FuzzTarget;
import org.netlink4j.testkit.StrictJson;

/** The lines of {@code rtnl monitor}, and so the views of all objects, are JSON and safe to print. */
class MonitorFuzzTest extends FuzzTarget {
    @Override
    protected List<byte[]> seeds() throws IOException {
        return RouteSeeds.all();
    }

    @Override
    protected void run(byte[] bytes) throws IOException {
        EventLines json = new EventLines(EventKinds.ALL, true, true, OtherLinks.ofEvents());
        EventLines text = new EventLines(EventKinds.ALL, true, false, OtherLinks.ofEvents());
        MessageReader message = new MessageReader().over(MemorySegment.ofArray(bytes), 0, bytes.length);
        while (message.next()) {
            lines(json, text, message);
        }
    }

    private static void lines(EventLines json, EventLines text, MessageReader message) {
        try {
            json.of(Instant.EPOCH, message, 7).ifPresent(StrictJson::parse);
            text.of(Instant.EPOCH, message, 7).ifPresent(MonitorFuzzTest::assertPrintable);
        } catch (MalformedMessageException _) {
            return; // as it should be
        }
    }

    private static void assertPrintable(String line) {
        assertTrue(line.chars().noneMatch(Character::isISOControl), () -> "not safe to print: " + line);
    }
}
