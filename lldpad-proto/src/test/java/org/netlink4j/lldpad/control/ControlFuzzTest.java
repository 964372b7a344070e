package org.netlink4j.lldpad.control;

import java.util.List;
import java.util.stream.Stream;
import org.netlink4j.testkit.FuzzTarget;

/** What comes from lldpad's control socket, as answers and as events. */
class ControlFuzzTest extends FuzzTarget {
    @Override
    protected List<byte[]> seeds() {
        return Stream.of(ControlMessagesTest.EVB_ANSWER, ControlMessagesTest.VSIS_ANSWER, ControlMessagesTest.EVENT, "R02C3010000001106nosuch")
                .map(ControlMessagesTest::bytes)
                .toList();
    }

    @Override
    protected void run(byte[] bytes) {
        ControlMessagesTest.decodes(bytes);
    }
}
