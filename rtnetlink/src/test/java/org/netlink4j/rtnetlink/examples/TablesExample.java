package org.netlink4j.rtnetlink.examples;

import java.util.List;
import java.util.Optional;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.Nlmsg;
import org.netlink4j.rtnetlink.Rtm;
import org.netlink4j.rtnetlink.address.Ifa;
import org.netlink4j.rtnetlink.neighbour.Nda;
import org.netlink4j.rtnetlink.nsid.Netnsa;
import org.netlink4j.rtnetlink.route.Rta;
import org.netlink4j.rtnetlink.rule.Fra;
import org.netlink4j.rtnetlink.tc.Tca;

/** Requests by tables, for objects that have no types of their own yet. */
final class TablesExample {
    private static final int AF_INET = 2;

    private TablesExample() {}

    static void addAddress(NetlinkClient client, int device) throws NetlinkException {
        // @start region="address"
        Attributes address = Attributes.none(Ifa.ATTRIBUTES).with(Ifa.IFA_LOCAL, new byte[] {10, 0, 0, 1});
        client.execute(Request.of(Rtm.RTM_NEWADDR, out -> {
            out.u8(AF_INET).u8(24).u8(0).u8(0).u32(device); // struct ifaddrmsg
            address.writeTo(out.attributes());
        }).flags(Nlmsg.NLM_F_CREATE | Nlmsg.NLM_F_EXCL));
        // @end
    }

    static List<Attributes> routes(NetlinkClient client) throws NetlinkException {
        // @start region="route"
        Request all = Request.of(Rtm.RTM_GETROUTE, out -> out.zeros(Rta.RTMSG.size()));
        List<Attributes> routes = client.list(
                all, message -> Attributes.decode(Rta.ATTRIBUTES, message.attributes(Rta.RTMSG.size())));
        // @end
        return routes;
    }

    static List<Attributes> neighbours(NetlinkClient client) throws NetlinkException {
        // @start region="neighbour"
        Request all = Request.of(Rtm.RTM_GETNEIGH, out -> out.zeros(Nda.NDMSG.size()));
        List<Attributes> neighbours = client.list(
                all, message -> Attributes.decode(Nda.ATTRIBUTES, message.attributes(Nda.NDMSG.size())));
        // @end
        return neighbours;
    }

    static List<Attributes> rules(NetlinkClient client) throws NetlinkException {
        // @start region="rule"
        Request all = Request.of(Rtm.RTM_GETRULE, out -> out.u8(AF_INET).zeros(Fra.FIB_RULE_HDR.size() - 1));
        List<Attributes> rules = client.list(
                all, message -> Attributes.decode(Fra.ATTRIBUTES, message.attributes(Fra.FIB_RULE_HDR.size())));
        // @end
        return rules;
    }

    static List<Optional<String>> queueingDisciplines(NetlinkClient client) throws NetlinkException {
        // @start region="tc"
        Request all = Request.of(Rtm.RTM_GETQDISC, out -> out.zeros(Tca.TCMSG.size()));
        List<Optional<String>> kinds = client.list(
                all, message -> Attributes.decode(Tca.ATTRIBUTES, message.attributes(Tca.TCMSG.size())).text(Tca.TCA_KIND));
        // @end
        return kinds;
    }

    static int idOf(NetlinkClient client, long process) throws NetlinkException {
        // @start region="nsid"
        Attributes whose = Attributes.none(Netnsa.ATTRIBUTES).with(Netnsa.NETNSA_PID, process);
        Request request = Request.of(Rtm.RTM_GETNSID, out -> {
            out.zeros(4); // struct rtgenmsg and its padding
            whose.writeTo(out.attributes());
        });
        int id = client.get(
                request, message -> Attributes.decode(Netnsa.ATTRIBUTES, message.attributes(1)).integer(Netnsa.NETNSA_NSID).orElse(-1));
        // @end
        return id;
    }
}
