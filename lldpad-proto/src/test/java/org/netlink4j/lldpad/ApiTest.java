package org.netlink4j.lldpad;

import org.junit.jupiter.api.Test;
import org.netlink4j.testkit.ApiGate;

class ApiTest {
    @Test
    void nothingInternalIsExposed() throws Exception {
        ApiGate.exposesNothingInternal(PortProfile.class);
    }

    @Test
    void whatIsExportedIsComparedWithTheLastRelease() throws Exception {
        ApiGate.isComparedWithTheLastRelease(PortProfile.class);
    }
}
