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

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Requester;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.MessageSpec;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.address.AddressLabels;
import org.netlink4j.rtnetlink.address.Addresses;
import org.netlink4j.rtnetlink.address.Ifa;
import org.netlink4j.rtnetlink.address.Ifal;
import org.netlink4j.rtnetlink.address.PrefixAttribute;
import org.netlink4j.rtnetlink.bridge.BridgeLinks;
import org.netlink4j.rtnetlink.bridge.BridgeVlandb;
import org.netlink4j.rtnetlink.bridge.BridgeVlans;
import org.netlink4j.rtnetlink.bridge.Fdb;
import org.netlink4j.rtnetlink.bridge.Mdb;
import org.netlink4j.rtnetlink.bridge.Mdba;
import org.netlink4j.rtnetlink.dcb.DataCentreBridging;
import org.netlink4j.rtnetlink.dcb.DcbAttr;
import org.netlink4j.rtnetlink.link.Ifla;
import org.netlink4j.rtnetlink.link.LinkHeader;
import org.netlink4j.rtnetlink.link.Links;
import org.netlink4j.rtnetlink.link.VxlanVnifilter;
import org.netlink4j.rtnetlink.neighbour.Nda;
import org.netlink4j.rtnetlink.neighbour.Ndta;
import org.netlink4j.rtnetlink.neighbour.Nduseropt;
import org.netlink4j.rtnetlink.neighbour.NeighbourTables;
import org.netlink4j.rtnetlink.neighbour.Neighbours;
import org.netlink4j.rtnetlink.netconf.Netconfa;
import org.netlink4j.rtnetlink.netconf.Netconfs;
import org.netlink4j.rtnetlink.nexthop.NextHops;
import org.netlink4j.rtnetlink.nexthop.Nha;
import org.netlink4j.rtnetlink.nsid.NamespaceIds;
import org.netlink4j.rtnetlink.nsid.Netnsa;
import org.netlink4j.rtnetlink.route.Ipmra;
import org.netlink4j.rtnetlink.route.MulticastRoutes;
import org.netlink4j.rtnetlink.route.Routes;
import org.netlink4j.rtnetlink.route.Rta;
import org.netlink4j.rtnetlink.rule.Fra;
import org.netlink4j.rtnetlink.rule.Rules;
import org.netlink4j.rtnetlink.stats.IflaStats;
import org.netlink4j.rtnetlink.stats.LinkReports;
import org.netlink4j.rtnetlink.tc.Tca;
import org.netlink4j.rtnetlink.tc.action.Actions;
import org.netlink4j.rtnetlink.tc.action.TcaRoot;
import org.netlink4j.rtnetlink.tc.filter.Chains;
import org.netlink4j.rtnetlink.tc.filter.Filters;
import org.netlink4j.rtnetlink.tc.filter.TcaFilter;
import org.netlink4j.rtnetlink.tc.qdisc.Qdiscs;
import org.netlink4j.rtnetlink.tc.qdisc.TcaClass;
import org.netlink4j.rtnetlink.tc.qdisc.TcaQdisc;
import org.netlink4j.rtnetlink.tc.qdisc.TrafficClasses;

/**
 * The network configuration of one network namespace, over one socket. Calls block until the kernel has answered, at most five
 * seconds. May be used by many threads, whose calls follow one another unless the client is one that they share.
 */
public final class Rtnetlink implements AutoCloseable {
    /** NETLINK_ROUTE and the messages that this module knows. */
    public static final NetlinkProtocol PROTOCOL = NetlinkProtocol.of(0, "NETLINK_ROUTE", Stream.of(
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
                    Stream.of(new MessageSpec(RTM_NEWCACHEREPORT, "RTM_NEWCACHEREPORT", Netnsa.RTGENMSG, Ipmra.ATTRIBUTES)),
                    messages("TUNNEL", RTM_NEWTUNNEL, VxlanVnifilter.TUNNEL_MSG, VxlanVnifilter.ATTRIBUTES),
                    messages("NSID", RTM_NEWNSID, Netnsa.RTGENMSG, Netnsa.ATTRIBUTES),
                    messages("CHAIN", RTM_NEWCHAIN, Tca.TCMSG, TcaFilter.ATTRIBUTES),
                    messages("NEXTHOP", RTM_NEWNEXTHOP, Nha.NHMSG, Nha.ATTRIBUTES),
                    messages("VLAN", RTM_NEWVLAN, BridgeVlandb.BR_VLAN_MSG, BridgeVlandb.ATTRIBUTES),
                    messages("NEXTHOPBUCKET", RTM_NEWNEXTHOPBUCKET, Nha.NHMSG, Nha.ATTRIBUTES),
                    messages("LINKPROP", RTM_NEWLINKPROP, LinkHeader.IFINFOMSG, Ifla.ATTRIBUTES),
                    Stream.of(new MessageSpec(RTM_SETLINK, "RTM_SETLINK", LinkHeader.IFINFOMSG, Ifla.ATTRIBUTES)))
            .flatMap(Function.identity())
            .toArray(MessageSpec[]::new))
            .withExceptions(MessageExceptions::find);

    private final Requester client;

    private Rtnetlink(Requester client) {
        this.client = Objects.requireNonNull(client);
    }

    /** New, gone and asked for: the kernel numbers the three in this order. */
    private static Stream<MessageSpec> messages(String object, int first, StructSpec header, AttributeSet attributes) {
        return Stream.of(
                new MessageSpec(first, "RTM_NEW" + object, header, attributes),
                new MessageSpec(first + 1, "RTM_DEL" + object, header, attributes),
                new MessageSpec(first + 2, "RTM_GET" + object, header, attributes));
    }

    /**
     * Opens the network namespace of the calling thread. Reading needs no capability, changing {@code CAP_NET_ADMIN}.
     *
     * @return the configuration, to be closed
     * @throws NetlinkException if the kernel gives no socket
     */
    public static Rtnetlink open() throws NetlinkException {
        return new Rtnetlink(NetlinkClient.open(PROTOCOL));
    }

    /**
     * Opens another network namespace. Entering it needs {@code CAP_SYS_ADMIN}.
     *
     * @param namespace where; it may be closed afterwards
     * @return the configuration, to be closed
     * @throws NetlinkException if the namespace cannot be entered or the kernel gives no socket
     */
    public static Rtnetlink open(NetworkNamespace namespace) throws NetlinkException {
        return new Rtnetlink(NetlinkClient.open(PROTOCOL, namespace));
    }

    /**
     * Uses a client that the caller made: one that many threads share, or one for tests and tracing.
     *
     * @param client a client of {@link #PROTOCOL}, which {@link #close} closes
     * @return the configuration, to be closed
     */
    public static Rtnetlink over(Requester client) {
        return new Rtnetlink(client);
    }

    /** {@return the links: network devices of all kinds} */
    public Links links() {
        return new Links(client);
    }

    /** {@return the addresses of the devices} */
    public Addresses addresses() {
        return new Addresses(client);
    }

    /** {@return the neighbours, and the addresses for which this host answers} */
    public Neighbours neighbours() {
        return new Neighbours(client);
    }

    /** {@return the forwarding entries of bridges, VXLANs and other devices} */
    public Fdb fdb() {
        return new Fdb(client);
    }

    /** {@return the multicast groups of bridges and VXLANs} */
    public Mdb mdb() {
        return new Mdb(client);
    }

    /** {@return the VLANs of bridges and their ports} */
    public BridgeVlans bridgeVlans() {
        return new BridgeVlans(client);
    }

    /** {@return bridges and their ports in messages of the bridge's family} */
    public BridgeLinks bridgeLinks() {
        return new BridgeLinks(client);
    }

    /** {@return the routing rules} */
    public Rules rules() {
        return new Rules(client);
    }

    /** {@return the routes} */
    public Routes routes() {
        return new Routes(client);
    }

    /** {@return the multicast routes} */
    public MulticastRoutes multicastRoutes() {
        return new MulticastRoutes(client);
    }

    /** {@return the actions of traffic control} */
    public Actions actions() {
        return new Actions(client);
    }

    /** {@return the next-hop objects} */
    public NextHops nextHops() {
        return new NextHops(client);
    }

    /** {@return the queueing disciplines} */
    public Qdiscs qdiscs() {
        return new Qdiscs(client);
    }

    /** {@return the classes of queueing disciplines} */
    public TrafficClasses trafficClasses() {
        return new TrafficClasses(client);
    }

    /** {@return the filters of traffic control} */
    public Filters filters() {
        return new Filters(client);
    }

    /** {@return the chains of filters} */
    public Chains chains() {
        return new Chains(client);
    }

    /** {@return the neighbour tables and their settings} */
    public NeighbourTables neighbourTables() {
        return new NeighbourTables(client);
    }

    /** {@return the settings of the devices} */
    public Netconfs netconf() {
        return new Netconfs(client);
    }

    /** {@return the ids of other network namespaces} */
    public NamespaceIds namespaceIds() {
        return new NamespaceIds(client);
    }

    /** {@return the statistics of the links} */
    public LinkReports statistics() {
        return new LinkReports(client);
    }

    /** {@return the labels of IPv6 prefixes} */
    public AddressLabels addressLabels() {
        return new AddressLabels(client);
    }

    /** {@return data centre bridging of the devices} */
    public DataCentreBridging dataCentreBridging() {
        return new DataCentreBridging(client);
    }

    /** Closes the socket; a call under way ends at once. May be called again, and from any thread. */
    @Override
    public void close() {
        client.close();
    }
}
