package org.netlink4j.rtnetlink.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
import org.netlink4j.testkit.RootTest;

@KernelTest
class TrafficControlExampleIT {
    private static final int DEVICE = 79;

    private NetworkNamespace namespace;
    private Rtnetlink rtnetlink;

    @BeforeEach
    void open() throws NetlinkException {
        namespace = NetworkNamespace.createAnonymous();
        rtnetlink = Rtnetlink.open(namespace);
        rtnetlink.links().create(LinkSpec.named("v0").index(DEVICE).kind(new Veth()));
    }

    @AfterEach
    void close() {
        rtnetlink.close();
        namespace.close();
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
