package org.netlink4j.rtnetlink;

import static org.netlink4j.rtnetlink.Rtm.RTM_GETDCB;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETNEIGHTBL;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETSTATS;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWACTION;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWADDR;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWADDRLABEL;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWANYCAST;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWCACHEREPORT;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWCHAIN;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINKPROP;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWMDB;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWMULTICAST;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNEIGH;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNEIGHTBL;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNETCONF;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNEXTHOP;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNEXTHOPBUCKET;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNSID;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWPREFIX;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWQDISC;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWROUTE;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWRULE;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWSTATS;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWTCLASS;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWTFILTER;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWTUNNEL;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWVLAN;
import static org.netlink4j.rtnetlink.Rtm.RTM_SETDCB;
import static org.netlink4j.rtnetlink.Rtm.RTM_SETLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_SETNEIGHTBL;
import static org.netlink4j.rtnetlink.Rtm.RTM_SETSTATS;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.MessageSpec;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.address.Ifa;
import org.netlink4j.rtnetlink.address.Ifal;
import org.netlink4j.rtnetlink.address.PrefixAttribute;
import org.netlink4j.rtnetlink.bridge.BridgeVlandb;
import org.netlink4j.rtnetlink.bridge.Mdba;
import org.netlink4j.rtnetlink.dcb.DcbAttr;
import org.netlink4j.rtnetlink.link.Ifla;
import org.netlink4j.rtnetlink.link.LinkHeader;
import org.netlink4j.rtnetlink.link.VxlanVnifilter;
import org.netlink4j.rtnetlink.neighbour.Nda;
import org.netlink4j.rtnetlink.neighbour.Ndta;
import org.netlink4j.rtnetlink.neighbour.Nduseropt;
import org.netlink4j.rtnetlink.netconf.Netconfa;
import org.netlink4j.rtnetlink.nexthop.Nha;
import org.netlink4j.rtnetlink.nsid.Netnsa;
import org.netlink4j.rtnetlink.route.Ipmra;
import org.netlink4j.rtnetlink.route.Rta;
import org.netlink4j.rtnetlink.rule.Fra;
import org.netlink4j.rtnetlink.stats.IflaStats;
import org.netlink4j.rtnetlink.tc.Tca;
import org.netlink4j.rtnetlink.tc.action.TcaRoot;
import org.netlink4j.rtnetlink.tc.filter.TcaFilter;
import org.netlink4j.rtnetlink.tc.qdisc.TcaClass;
import org.netlink4j.rtnetlink.tc.qdisc.TcaQdisc;

/** The table of the messages of NETLINK_ROUTE, and with it the tables of all their attributes. */
final class Messages {
    private Messages() {}

    static List<MessageSpec> all() {
        return Stream.of(
                messages("LINK", RTM_NEWLINK, LinkHeader.IFINFOMSG, Ifla.ATTRIBUTES),
                messages("ADDR", RTM_NEWADDR, Ifa.IFADDRMSG, Ifa.ATTRIBUTES),
                messages("ROUTE", RTM_NEWROUTE, Rta.RTMSG, Rta.ATTRIBUTES),
                messages("NEIGH", RTM_NEWNEIGH, Nda.NDMSG, Nda.ATTRIBUTES),
                messages("RULE", RTM_NEWRULE, Fra.FIB_RULE_HDR, Fra.ATTRIBUTES),
                messages("QDISC", RTM_NEWQDISC, Tca.TCMSG, TcaQdisc.ATTRIBUTES),
                messages("TCLASS", RTM_NEWTCLASS, Tca.TCMSG, TcaClass.ATTRIBUTES),
                messages("TFILTER", RTM_NEWTFILTER, Tca.TCMSG, TcaFilter.ATTRIBUTES),
                messages("MDB", RTM_NEWMDB, Mdba.BR_PORT_MSG, Mdba.ATTRIBUTES),
                messages("ACTION", RTM_NEWACTION, TcaRoot.TCAMSG, TcaRoot.ATTRIBUTES),
                Stream.of(new MessageSpec(RTM_NEWPREFIX, "RTM_NEWPREFIX", PrefixAttribute.PREFIXMSG, PrefixAttribute.ATTRIBUTES)),
                messages("MULTICAST", RTM_NEWMULTICAST, Ifa.IFADDRMSG, Ifa.ATTRIBUTES),
                messages("ANYCAST", RTM_NEWANYCAST, Ifa.IFADDRMSG, Ifa.ATTRIBUTES),
                Stream.of(
                        new MessageSpec(RTM_NEWNEIGHTBL, "RTM_NEWNEIGHTBL", Ndta.NDTMSG, Ndta.ATTRIBUTES),
                        new MessageSpec(RTM_GETNEIGHTBL, "RTM_GETNEIGHTBL", Ndta.NDTMSG, Ndta.ATTRIBUTES),
                        new MessageSpec(RTM_SETNEIGHTBL, "RTM_SETNEIGHTBL", Ndta.NDTMSG, Ndta.ATTRIBUTES),
                        Nduseropt.MESSAGE),
                messages("ADDRLABEL", RTM_NEWADDRLABEL, Ifal.IFADDRLBLMSG, Ifal.ATTRIBUTES),
                Stream.of(
                        new MessageSpec(RTM_GETDCB, "RTM_GETDCB", DcbAttr.DCBMSG, DcbAttr.ATTRIBUTES),
                        new MessageSpec(RTM_SETDCB, "RTM_SETDCB", DcbAttr.DCBMSG, DcbAttr.ATTRIBUTES)),
                messages("NETCONF", RTM_NEWNETCONF, Netconfa.NETCONFMSG, Netconfa.ATTRIBUTES),
                Stream.of(
                        new MessageSpec(RTM_NEWSTATS, "RTM_NEWSTATS", IflaStats.IF_STATS_MSG, IflaStats.ATTRIBUTES),
                        new MessageSpec(RTM_GETSTATS, "RTM_GETSTATS", IflaStats.IF_STATS_MSG, IflaStats.REQUESTS),
                        new MessageSpec(RTM_SETSTATS, "RTM_SETSTATS", IflaStats.IF_STATS_MSG, IflaStats.REQUESTS)),
                Stream.of(new MessageSpec(RTM_NEWCACHEREPORT, "RTM_NEWCACHEREPORT", Netnsa.RTGENMSG, Ipmra.REPORT)),
                messages("TUNNEL", RTM_NEWTUNNEL, VxlanVnifilter.TUNNEL_MSG, VxlanVnifilter.ATTRIBUTES),
                messages("NSID", RTM_NEWNSID, Netnsa.RTGENMSG, Netnsa.ATTRIBUTES),
                messages("CHAIN", RTM_NEWCHAIN, Tca.TCMSG, TcaFilter.ATTRIBUTES),
                messages("NEXTHOP", RTM_NEWNEXTHOP, Nha.NHMSG, Nha.ATTRIBUTES),
                messages("VLAN", RTM_NEWVLAN, BridgeVlandb.BR_VLAN_MSG, BridgeVlandb.ATTRIBUTES),
                messages("NEXTHOPBUCKET", RTM_NEWNEXTHOPBUCKET, Nha.NHMSG, Nha.ATTRIBUTES),
                messages("LINKPROP", RTM_NEWLINKPROP, LinkHeader.IFINFOMSG, Ifla.ATTRIBUTES),
                Stream.of(new MessageSpec(RTM_SETLINK, "RTM_SETLINK", LinkHeader.IFINFOMSG, Ifla.ATTRIBUTES)))
                .flatMap(Function.identity())
                .toList();
    }

    /** New, gone and asked for: the kernel numbers the three in this order. */
    private static Stream<MessageSpec> messages(String object, int first, StructSpec header, AttributeSet attributes) {
        return Stream.of(
                new MessageSpec(first, "RTM_NEW" + object, header, attributes),
                new MessageSpec(first + 1, "RTM_DEL" + object, header, attributes),
                new MessageSpec(first + 2, "RTM_GET" + object, header, attributes));
    }
}
