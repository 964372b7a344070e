package org.netlink4j.core.testing;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.DatagramTransport;
import org.netlink4j.core.socket.EagerReadAhead;

/** What takes the place of a socket waits as a socket does. */
class TestTransportsTest {
    private static FakeKernel kernel() {
        return new FakeKernel().on(18, Answer.message(16, 0, out -> out.zeros(16).attributes().bytes(3, new byte[80])));
    }

    @Nested
    class Fake extends TransportContract {
        @Override
        DatagramTransport open() {
            return kernel();
        }
    }

    @Nested
    class ReadAhead extends TransportContract {
        @Override
        DatagramTransport open() {
            return EagerReadAhead.over(kernel());
        }
    }

    @Nested
    class Recorded extends TransportContract {
        @TempDir
        Path directory;

        @Override
        DatagramTransport open() throws Exception {
            return new RecordingTransport(kernel(), directory.resolve("recording"));
        }
    }

    @Nested
    class Replayed extends TransportContract {
        @TempDir
        Path directory;

        @Override
        DatagramTransport open() throws Exception {
            Path file = directory.resolve("recording");
            try (NetlinkClient client =
                    NetlinkClient.over(NetlinkProtocol.of(0, "TEST"), new RecordingTransport(kernel(), file))) {
                for (int i = 0; i < 4; i++) {
                    client.get(Request.of(18, out -> out.zeros(4).u32(1).zeros(8)), _ -> 0);
                }
            }
            return ReplayTransport.open(file);
        }
    }
}
