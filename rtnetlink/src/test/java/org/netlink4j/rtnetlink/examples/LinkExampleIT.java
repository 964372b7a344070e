package org.netlink4j.rtnetlink.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.MacvlanMode;
import org.netlink4j.rtnetlink.link.Macvtap;
import org.netlink4j.testkit.KernelTest;

class LinkExampleIT {
    @KernelTest
    @Test
    void createsWhatTheDocumentationShows() throws NetlinkException {
        try (NetworkNamespace namespace = NetworkNamespace.createAnonymous();
                Rtnetlink rtnetlink = Rtnetlink.open(namespace)) {
            Link tap = LinkExample.create(rtnetlink);
            assertTrue(tap.isUp());
            assertEquals(Optional.of(MacvlanMode.VEPA), tap.kind(Macvtap.class).flatMap(Macvtap::mode));
        }
    }

    @Test
    void listsThisNamespace() throws NetlinkException {
        LinkExample.list();
    }
}
