package org.netlink4j.rtnetlink.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.testkit.KernelTest;

@KernelTest
class QdiscExampleIT {
    @Test
    void shapes() throws NetlinkException {
        try (NetworkNamespace namespace = NetworkNamespace.createAnonymous();
                Rtnetlink rtnetlink = Rtnetlink.open(namespace)) {
            rtnetlink.links().create(LinkSpec.named("v0").index(9).kind(new Veth()));
            QdiscExample.shape(rtnetlink, 9);
            assertEquals(2, rtnetlink.qdiscs().list(9).size());
            assertEquals(1, rtnetlink.trafficClasses().list(9).size());
        }
    }
}
