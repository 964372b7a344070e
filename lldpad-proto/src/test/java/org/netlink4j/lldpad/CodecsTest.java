package org.netlink4j.lldpad;

import java.lang.invoke.MethodHandles;
import org.junit.jupiter.api.Test;
import org.netlink4j.testkit.CodecGate;

/** A codec without properties fails here. */
class CodecsTest {
    @Test
    void everyTableHolds() throws Throwable {
        CodecGate.everyTableHolds(PortProfile.class, MethodHandles.lookup());
    }

    @Test
    void everyDecoderHasProperties() throws Exception {
        CodecGate.everyDecoderHasProperties(PortProfile.class, CodecsTest.class);
    }
}
