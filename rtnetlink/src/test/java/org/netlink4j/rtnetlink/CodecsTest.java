package org.netlink4j.rtnetlink;

import java.lang.invoke.MethodHandles;
import org.junit.jupiter.api.Test;
import org.netlink4j.testkit.CodecGate;

/** A codec without properties fails here. */
class CodecsTest {
    @Test
    void everyTableHolds() throws Throwable {
        CodecGate.everyTableHolds(Rtnetlink.class, MethodHandles.lookup());
    }

    @Test
    void everyDecoderHasProperties() throws Exception {
        CodecGate.everyDecoderHasProperties(Rtnetlink.class, CodecsTest.class);
    }
}
