package org.netlink4j.rtnetlink.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.rtnetlink.InNamespace;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.rtnetlink.tc.action.ControlAction;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;
import org.netlink4j.testkit.RootTest;

@KernelTest
class TrafficControlExampleIT extends InNamespace {
    private static final int DEVICE = 79;

    @BeforeEach
    void open() throws NetlinkException {
        rtnetlink.links().create(LinkSpec.named("v0").index(DEVICE).kind(new Veth()));
    }

    @Test
    @RootTest
    void makesAnAction() throws NetlinkException {
        assertEquals(Optional.of(ControlAction.PIPE), TrafficControlExample.mirror(rtnetlink, DEVICE).kind().control());
    }

    @Test
    @NeedsCommand("tc")
    void makesAFilter() throws NetlinkException {
        Commands.inside(namespace.path().toString()).run("tc", "qdisc", "add", "dev", "v0", "clsact");
        assertEquals(7, TrafficControlExample.drop(rtnetlink, DEVICE).priority());
    }
}
