package org.netlink4j.rtnetlink.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.address.AddressSpec;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.testkit.KernelTest;

@KernelTest
class RouteExampleIT {
    @Test
    void examplesWork() throws NetlinkException {
        try (NetworkNamespace namespace = NetworkNamespace.createAnonymous();
                Rtnetlink rtnetlink = Rtnetlink.open(namespace)) {
            rtnetlink.links().create(LinkSpec.named("v0").index(9).kind(new Veth()));
            rtnetlink.links().setUp(9);
            rtnetlink.addresses().create(AddressSpec.of(9, IpPrefix.parse("192.0.2.1/24")));
            assertEquals(Optional.of(IpPrefix.parse("198.51.100.7")), RouteExample.addRoutes(rtnetlink, 9).destination());
            try {
                RouteExample.addEncapsulation(rtnetlink, 9);
            } catch (KernelException e) {
                if (e.errno() == Errno.EOPNOTSUPP) {
                    abort("this kernel has no segment routing");
                }
                throw e;
            }
        }
    }
}
