package org.netlink4j.rtnetlink.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.rtnetlink.tc.action.ControlAction;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

@KernelTest
class TrafficControlExampleIT {
    @Test
    @NeedsCommand("tc")
    void examplesWork() throws NetlinkException {
        try (NetworkNamespace namespace = NetworkNamespace.createAnonymous();
                Rtnetlink rtnetlink = Rtnetlink.open(namespace)) {
            rtnetlink.links().create(LinkSpec.named("v0").index(79).kind(new Veth()));
            assertEquals(Optional.of(ControlAction.PIPE), TrafficControlExample.mirror(rtnetlink, 79).kind().control());
            Commands.inside(namespace.path().toString()).run("tc", "qdisc", "add", "dev", "v0", "clsact");
            assertEquals(7, TrafficControlExample.drop(rtnetlink, 79).priority());
        }
    }
}
