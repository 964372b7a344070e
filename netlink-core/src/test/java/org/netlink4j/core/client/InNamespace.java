package org.netlink4j.core.client;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.wire.Nlmsg;

/** A network namespace for each test, a client in it, and the request that most of them begin with. */
abstract class InNamespace {
    static final NetlinkProtocol ROUTE = NetlinkProtocol.of(0, "NETLINK_ROUTE");
    static final int RTM_NEWLINK = 16;

    private final NetlinkProtocol protocol;
    NetworkNamespace namespace;
    NetlinkClient client;

    InNamespace() {
        this(ROUTE);
    }

    /** A client that names messages as the protocol says. */
    InNamespace(NetlinkProtocol protocol) {
        this.protocol = protocol;
    }

    @BeforeEach
    final void openNamespace() throws Exception {
        namespace = NetworkNamespace.createAnonymous();
        client = NetlinkClient.open(protocol, namespace);
    }

    @AfterEach
    final void closeNamespace() {
        client.close();
        namespace.close();
    }

    /** {@code RTM_NEWLINK} with {@code struct ifinfomsg}, {@code IFLA_IFNAME} and {@code IFLA_LINKINFO}. */
    static Request newLink(String name, String kind) {
        return Request.of(RTM_NEWLINK, out -> out.zeros(16).attributes().stringz(3, name).begin(18).string(1, kind).end())
                .flags(Nlmsg.NLM_F_CREATE | Nlmsg.NLM_F_EXCL)
                .timeout(Duration.ofSeconds(30));
    }
}
