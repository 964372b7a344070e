package org.netlink4j.macvtap;

import org.junit.jupiter.api.Test;
import org.netlink4j.testkit.CodecGate;

/** A codec without properties fails here. */
class CodecsTest {
    @Test
    void everyDecoderHasProperties() throws Exception {
        CodecGate.everyDecoderHasProperties(Macvtaps.class, CodecsTest.class);
    }
}
