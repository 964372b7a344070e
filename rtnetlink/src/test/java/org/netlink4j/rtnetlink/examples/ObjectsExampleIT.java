package org.netlink4j.rtnetlink.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.IpFamily;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.testkit.KernelTest;

@KernelTest
class ObjectsExampleIT {
    @Test
    void examplesWork() throws NetlinkException {
        try (NetworkNamespace namespace = NetworkNamespace.createAnonymous();
                Rtnetlink rtnetlink = Rtnetlink.open(namespace)) {
            rtnetlink.links().create(LinkSpec.named("v0").index(9).kind(new Veth()));
            rtnetlink.links().setUp(9);
            ObjectsExample.addAddress(rtnetlink, 9);
            assertEquals(1, rtnetlink.addresses().list(9).size());
            ObjectsExample.addNeighbour(rtnetlink, 9);
            assertEquals(1, rtnetlink.neighbours().list().stream().filter(neighbour -> neighbour.address().isPresent()).count());
            assertEquals(false, ObjectsExample.isForwarding(rtnetlink));
            assertEquals(3, ObjectsExample.statistics(rtnetlink).size());
            try (NetworkNamespace other = NetworkNamespace.createAnonymous()) {
                assertEquals(0, ObjectsExample.idOf(rtnetlink, other).orElseThrow());
            }
            ObjectsExample.addRule(rtnetlink);
            assertEquals(1000, rtnetlink.rules().get(IpFamily.AF_INET, 7).orElseThrow().table());
        }
    }
}
