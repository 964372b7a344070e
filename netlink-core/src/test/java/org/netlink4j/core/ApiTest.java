package org.netlink4j.core;

import org.junit.jupiter.api.Test;
import org.netlink4j.testkit.ApiGate;

class ApiTest {
    @Test
    void nothingInternalIsExposed() throws Exception {
        ApiGate.exposesNothingInternal(MalformedMessageException.class);
    }

    @Test
    void whatIsExportedIsComparedWithTheLastRelease() throws Exception {
        ApiGate.isComparedWithTheLastRelease(MalformedMessageException.class);
    }
}
