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
            rtnetlink.links().create(LinkSpec.named("br0").index(109).kind(new Bridge()));
            rtnetlink.links().create(LinkSpec.named("v0").index(110).master(109).kind(new Veth()));
            rtnetlink.links().setUp(109);
            rtnetlink.links().setUp(110);
            BridgeExample.join(rtnetlink, 109, 110);
            assertEquals(1, rtnetlink.mdb().list().stream().filter(entry -> entry.source().isPresent()).count());
            assertEquals(110, BridgeExample.pin(rtnetlink, 109, 110));
        }
    }

    @Test
    void exampleOfVlansWorks() throws NetlinkException {
        try (NetworkNamespace namespace = NetworkNamespace.createAnonymous();
                Rtnetlink rtnetlink = Rtnetlink.open(namespace)) {
            Ports.makeFilteringBridge(rtnetlink, 109);
            rtnetlink.links().create(LinkSpec.named("v0").index(110).master(109).kind(new Veth()));
            BridgeExample.addVlans(rtnetlink, 110);
            assertEquals(3, rtnetlink.bridgeVlans().list(110).size());
        }
    }
}
