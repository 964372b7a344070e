package org.netlink4j.rtnetlink.bridge;

import org.netlink4j.core.NetlinkException;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.BridgePort;

/** Ports of bridges in tests. */
public final class Ports {
    private static final int FORWARDING = 3;

    private Ports() {}

    /** A port forwards a little after both ends of its cable were brought up. */
    public static void awaitForwarding(Rtnetlink rtnetlink, int port) throws NetlinkException, InterruptedException {
        while (rtnetlink.links().get(port).port(BridgePort.class).orElseThrow().state().orElseThrow() != FORWARDING) {
            Thread.sleep(5);
        }
    }
}
