package org.netlink4j.rtnetlink.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.bridge.Ports;
import org.netlink4j.rtnetlink.link.Bridge;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.testkit.KernelTest;

@KernelTest
class BridgeExampleIT {
    @Test
    void examplesWork() throws NetlinkException {
        try (NetworkNamespace namespace = NetworkNamespace.createAnonymous();
                Rtnetlink rtnetlink = Rtnetlink.open(namespace)) {
            rtnetlink.links().create(LinkSpec.named("br0").index(9).kind(new Bridge()));
            rtnetlink.links().create(LinkSpec.named("v0").index(10).master(9).kind(new Veth()));
            rtnetlink.links().setUp(9);
            rtnetlink.links().setUp(10);
            BridgeExample.join(rtnetlink, 9, 10);
            assertEquals(1, rtnetlink.mdb().list().stream().filter(entry -> entry.source().isPresent()).count());
            assertEquals(10, BridgeExample.pin(rtnetlink, 9, 10));
        }
    }

    @Test
    void exampleOfVlansWorks() throws NetlinkException {
        try (NetworkNamespace namespace = NetworkNamespace.createAnonymous();
                Rtnetlink rtnetlink = Rtnetlink.open(namespace)) {
            Ports.makeFilteringBridge(rtnetlink, 9);
            rtnetlink.links().create(LinkSpec.named("v0").index(10).master(9).kind(new Veth()));
            BridgeExample.addVlans(rtnetlink, 10);
            assertEquals(3, rtnetlink.bridgeVlans().list(10).size());
        }
    }
}
