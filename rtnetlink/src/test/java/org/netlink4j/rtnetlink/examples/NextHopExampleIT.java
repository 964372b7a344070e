package org.netlink4j.rtnetlink.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.address.AddressSpec;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.testkit.KernelTest;

@KernelTest
class NextHopExampleIT {
    @Test
    void exampleWorks() throws NetlinkException {
        try (NetworkNamespace namespace = NetworkNamespace.createAnonymous();
                Rtnetlink rtnetlink = Rtnetlink.open(namespace)) {
            rtnetlink.links().create(LinkSpec.named("v0").index(9).kind(Veth.withPeer(LinkSpec.named("v1").index(10))));
            rtnetlink.links().setUp(9);
            rtnetlink.links().setUp(10);
            rtnetlink.addresses().create(AddressSpec.of(9, IpPrefix.parse("192.0.2.1/24")));
            NextHopExample.addGroup(rtnetlink, 9);
            assertEquals(3, rtnetlink.routes().match(IpAddress.parse("198.51.100.7")).nextHopId().orElseThrow());
        }
    }
}
