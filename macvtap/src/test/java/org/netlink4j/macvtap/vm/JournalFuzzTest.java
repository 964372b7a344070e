package org.netlink4j.macvtap.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.netlink4j.testkit.FuzzTarget;

/** A journal that a killed process, or anybody, left: an interface, which is written as it was read, or damaged. */
class JournalFuzzTest extends FuzzTarget {
    @Override
    protected List<byte[]> seeds() {
        return List.of(JournalText.encode(JournalTextTest.SAMPLE).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected void run(byte[] bytes) {
        InterfaceState state;
        try {
            state = JournalText.decode(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException _) {
            return; // as it should be
        }
        try {
            assertEquals(state, JournalText.decode(JournalText.encode(state)));
        } catch (IOException e) {
            throw new AssertionError("written, and not read again: " + state, e);
        }
    }
}
