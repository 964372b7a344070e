package org.netlink4j.core.examples;

import java.util.List;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.NetlinkProtocol;

/** Lists the names of all links with nothing but the core. */
final class ClientExample {
    private ClientExample() {}

    static List<String> linkNames() throws NetlinkException {
        // @start region="example"
        NetlinkProtocol route = NetlinkProtocol.of(0, "NETLINK_ROUTE");
        AttributeSet ifla = AttributeSet.of("IFLA", AttributeSpec.string(3, "IFLA_IFNAME"));
        Request rtmGetlink = Request.of(18, out -> out.zeros(16)); // struct ifinfomsg
        try (NetlinkClient client = NetlinkClient.open(route)) {
            return client.list(rtmGetlink, link -> Attributes.decode(ifla, link.attributes(16)).text(3).orElse("?"));
        }
        // @end
    }
}
