package org.netlink4j.rtnetlink.examples;

import org.netlink4j.core.NetlinkException;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.LinkKind;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Links;
import org.netlink4j.rtnetlink.link.MacvlanMode;
import org.netlink4j.rtnetlink.link.Macvtap;
import org.netlink4j.rtnetlink.link.Veth;

/** What the documentation shows. */
final class LinkExample {
    private LinkExample() {}

    static void list() throws NetlinkException {
        // @start region="list"
        try (Rtnetlink rtnetlink = Rtnetlink.open()) {
            for (Link link : rtnetlink.links().list()) {
                String kind = link.kind().map(LinkKind::kind).orElse("-");
                System.out.println(link.index() + " " + link.name() + " " + kind + " " + (link.isUp() ? "up" : "down"));
            }
        }
        // @end
    }

    static Link create(Rtnetlink rtnetlink) throws NetlinkException {
        // @start region="create"
        Links links = rtnetlink.links();
        links.create(LinkSpec.named("v0").kind(Veth.withPeer(LinkSpec.named("v1"))));
        Link lower = links.get("v0");
        links.create(LinkSpec.named("tap0").lower(lower.index()).kind(new Macvtap().mode(MacvlanMode.VEPA)).up());
        Link tap = links.get("tap0");
        // @end
        return tap;
    }
}
