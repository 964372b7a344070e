package org.netlink4j.rtnetlink;

import java.util.Objects;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Requester;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.address.AddressLabels;
import org.netlink4j.rtnetlink.address.Addresses;
import org.netlink4j.rtnetlink.bridge.BridgeLinks;
import org.netlink4j.rtnetlink.bridge.BridgeVlans;
import org.netlink4j.rtnetlink.bridge.Fdb;
import org.netlink4j.rtnetlink.bridge.Mdb;
import org.netlink4j.rtnetlink.dcb.DataCentreBridging;
import org.netlink4j.rtnetlink.link.Links;
import org.netlink4j.rtnetlink.neighbour.NeighbourTables;
import org.netlink4j.rtnetlink.neighbour.Neighbours;
import org.netlink4j.rtnetlink.netconf.Netconfs;
import org.netlink4j.rtnetlink.nexthop.NextHops;
import org.netlink4j.rtnetlink.nsid.NamespaceIds;
import org.netlink4j.rtnetlink.route.MulticastRoutes;
import org.netlink4j.rtnetlink.route.Routes;
import org.netlink4j.rtnetlink.rule.Rules;
import org.netlink4j.rtnetlink.stats.LinkReports;
import org.netlink4j.rtnetlink.tc.action.Actions;
import org.netlink4j.rtnetlink.tc.filter.Chains;
import org.netlink4j.rtnetlink.tc.filter.Filters;
import org.netlink4j.rtnetlink.tc.qdisc.Qdiscs;
import org.netlink4j.rtnetlink.tc.qdisc.TrafficClasses;

/**
 * The network configuration of one network namespace, over one socket. Calls block until the kernel has answered, at most five
 * seconds, or what {@link Requester#within} says. May be used by many threads, whose calls follow one another unless the client is
 * one that they share.
 */
public final class Rtnetlink implements AutoCloseable {
    /** NETLINK_ROUTE and the messages that this module knows. */
    public static final NetlinkProtocol PROTOCOL =
            NetlinkProtocol.loading(0, "NETLINK_ROUTE", Messages::all).withExceptions(MessageExceptions::find);

    private final Requester client;

    private Rtnetlink(Requester client) {
        this.client = Objects.requireNonNull(client);
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
