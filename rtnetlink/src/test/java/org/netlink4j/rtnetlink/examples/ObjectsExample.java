package org.netlink4j.rtnetlink.examples;

import java.util.List;
import java.util.OptionalInt;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.IpFamily;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.address.AddressSpec;
import org.netlink4j.rtnetlink.dcb.IeeeObjects;
import org.netlink4j.rtnetlink.dcb.DcbAttr;
import org.netlink4j.rtnetlink.dcb.DataCentreBridging;
import org.netlink4j.rtnetlink.dcb.AppPriority;
import org.netlink4j.rtnetlink.neighbour.NeighbourSpec;
import org.netlink4j.rtnetlink.netconf.Netconfa;
import org.netlink4j.rtnetlink.nsid.NamespaceIds;
import org.netlink4j.rtnetlink.rule.RuleSpec;
import org.netlink4j.rtnetlink.stats.IflaStats;
import org.netlink4j.rtnetlink.stats.LinkReport;
import org.netlink4j.rtnetlink.stats.LinkReports;

/** Objects other than links. */
final class ObjectsExample {
    private ObjectsExample() {}

    static void addAddress(Rtnetlink rtnetlink, int device) throws NetlinkException {
        // @start region="address"
        rtnetlink.addresses().create(AddressSpec.of(device, IpPrefix.parse("192.0.2.1/24")).lifetimes(3600, 1800));
        // @end
    }

    static void addNeighbour(Rtnetlink rtnetlink, int device) throws NetlinkException {
        // @start region="neighbour"
        MacAddress address = MacAddress.parse("02:00:00:00:00:01");
        rtnetlink.neighbours().replace(NeighbourSpec.of(device, IpAddress.parse("192.0.2.9")).address(address));
        // @end
    }

    static void addRule(Rtnetlink rtnetlink) throws NetlinkException {
        // @start region="rule"
        rtnetlink.rules().create(RuleSpec.of(IpFamily.AF_INET).source(IpPrefix.parse("192.0.2.0/24")).table(1000).priority(7));
        // @end
    }

    static boolean isForwarding(Rtnetlink rtnetlink) throws NetlinkException {
        // @start region="netconf"
        boolean forwarding = rtnetlink.netconf()
                .get(IpFamily.AF_INET6, Netconfa.NETCONFA_IFINDEX_ALL)
                .isForwarding()
                .orElseThrow();
        // @end
        return forwarding;
    }

    static OptionalInt idOf(Rtnetlink rtnetlink, NetworkNamespace other) throws NetlinkException {
        // @start region="nsid"
        NamespaceIds ids = rtnetlink.namespaceIds();
        if (ids.of(other).isEmpty()) {
            ids.set(other); // any that is free
        }
        OptionalInt id = ids.of(other);
        // @end
        return id;
    }

    static List<LinkReport> statistics(Rtnetlink rtnetlink) throws NetlinkException {
        // @start region="stats"
        List<LinkReport> reports =
                rtnetlink.statistics().list(LinkReports.Wanted.of(IflaStats.IFLA_STATS_LINK_64, IflaStats.IFLA_STATS_LINK_XSTATS));
        // @end
        return reports;
    }

    static void setPriorities(Rtnetlink rtnetlink, String device) throws NetlinkException {
        // @start region="dcb"
        DataCentreBridging dcb = rtnetlink.dataCentreBridging();
        dcb.setDcbx(device, DcbAttr.DCB_CAP_DCBX_HOST | DcbAttr.DCB_CAP_DCBX_VER_IEEE);
        dcb.set(device, IeeeObjects.NONE.applications(List.of(AppPriority.ofDscp(46, 5), AppPriority.ofEtherType(0x8906, 3))));
        // @end
    }
}
