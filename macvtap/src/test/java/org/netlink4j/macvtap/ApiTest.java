package org.netlink4j.macvtap;

import org.junit.jupiter.api.Test;
import org.netlink4j.testkit.ApiGate;

class ApiTest {
    @Test
    void nothingInternalIsExposed() throws Exception {
        ApiGate.exposesNothingInternal(Macvtaps.class);
    }

    @Test
    void whatIsExportedIsComparedWithTheLastRelease() throws Exception {
        ApiGate.isComparedWithTheLastRelease(Macvtaps.class);
    }
}
