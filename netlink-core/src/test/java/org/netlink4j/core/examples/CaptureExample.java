package org.netlink4j.core.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.netlink4j.core.capture.CapturedDatagram;
import org.netlink4j.core.capture.PcapReader;
import org.netlink4j.core.capture.PcapWriter;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.schema.MessageText;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.NetlinkSocket;
import org.netlink4j.core.socket.SocketOptions;

/** Captures a dump and reads the capture back. */
final class CaptureExample {
    private CaptureExample() {}

    static String capture(Path file) throws IOException {
        // @start region="example"
        NetlinkProtocol route = NetlinkProtocol.of(0, "NETLINK_ROUTE");
        try (PcapWriter capture = PcapWriter.create(file);
                NetlinkClient client = NetlinkClient.over(
                        route, capture.capture(NetlinkSocket.open(route.number(), SocketOptions.DEFAULT), route.number()))) {
            client.dump(Request.of(18, out -> out.zeros(16)), _ -> {}); // RTM_GETLINK, struct ifinfomsg
        }
        StringBuilder text = new StringBuilder();
        try (PcapReader capture = PcapReader.open(file)) {
            for (Optional<CapturedDatagram> next = capture.next(); next.isPresent(); next = capture.next()) {
                text.append(MessageText.describe(route, next.get().messages()));
            }
        }
        // @end
        return text.toString();
    }
}
