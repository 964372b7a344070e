package org.netlink4j.rtnetlink;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.socket.NetworkNamespace;

/** A network namespace for each test, and a client in it. */
public abstract class InNamespace {
    protected NetworkNamespace namespace;
    protected NetlinkClient client;
    protected Rtnetlink rtnetlink;

    @BeforeEach
    public final void openNamespace() throws NetlinkException {
        namespace = NetworkNamespace.createAnonymous();
        client = NetlinkClient.open(Rtnetlink.PROTOCOL, namespace);
        rtnetlink = Rtnetlink.over(client);
    }

    @AfterEach
    public final void closeNamespace() {
        rtnetlink.close();
        namespace.close();
    }
}
