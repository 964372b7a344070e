package org.netlink4j.rtnetlink;

import org.junit.jupiter.api.Test;
import org.netlink4j.testkit.ApiGate;

class ApiTest {
    @Test
    void nothingInternalIsExposed() throws Exception {
        ApiGate.exposesNothingInternal(Rtnetlink.class);
    }

    @Test
    void whatIsExportedIsComparedWithTheLastRelease() throws Exception {
        ApiGate.isComparedWithTheLastRelease(Rtnetlink.class);
    }
}
