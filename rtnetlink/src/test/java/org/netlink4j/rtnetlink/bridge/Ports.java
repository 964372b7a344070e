package org.netlink4j.rtnetlink.bridge;

import org.junit.jupiter.api.Assumptions;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Bridge;
import org.netlink4j.rtnetlink.link.BridgePort;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;

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

    /** Gives a bridge that is up ports with cables, each with the next index at its other end, and waits until they forward. */
    static void makeForwarding(Rtnetlink rtnetlink, int bridge, int... ports) throws NetlinkException, InterruptedException {
        for (int port : ports) {
            rtnetlink.links().create(LinkSpec.named("v" + port).index(port).master(bridge)
                    .kind(Veth.withPeer(LinkSpec.named("w" + port).index(port + 1))));
            rtnetlink.links().setUp(port);
            rtnetlink.links().setUp(port + 1);
        }
        for (int port : ports) {
            awaitForwarding(rtnetlink, port);
        }
    }

    /** Makes a bridge that filters by VLAN; skips the test if the kernel cannot. */
    public static void makeFilteringBridge(Rtnetlink rtnetlink, int index) throws NetlinkException {
        try {
            rtnetlink.links().create(LinkSpec.named("br0").index(index).kind(new Bridge().vlanFiltering(true)));
        } catch (KernelException e) {
            Assumptions.assumeFalse(e.errno() == Errno.EOPNOTSUPP, "this kernel lacks CONFIG_BRIDGE_VLAN_FILTERING");
            throw e;
        }
    }
}
