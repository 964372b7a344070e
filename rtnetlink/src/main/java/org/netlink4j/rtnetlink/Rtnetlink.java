package org.netlink4j.rtnetlink;

import static org.netlink4j.rtnetlink.Rtm.RTM_DELLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELLINKPROP;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINKPROP;
import static org.netlink4j.rtnetlink.Rtm.RTM_SETLINK;

import java.util.Objects;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Requester;
import org.netlink4j.core.schema.MessageSpec;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.link.Ifla;
import org.netlink4j.rtnetlink.link.LinkHeader;
import org.netlink4j.rtnetlink.link.Links;

/**
 * The network configuration of one network namespace, over one socket. Calls block until the kernel has answered, at most five
 * seconds. May be used by many threads, whose calls follow one another unless the client is one that they share.
 */
public final class Rtnetlink implements AutoCloseable {
    /** NETLINK_ROUTE and the messages that this module knows. */
    public static final NetlinkProtocol PROTOCOL = NetlinkProtocol.of(0, "NETLINK_ROUTE",
            link(RTM_NEWLINK, "RTM_NEWLINK"),
            link(RTM_DELLINK, "RTM_DELLINK"),
            link(RTM_GETLINK, "RTM_GETLINK"),
            link(RTM_SETLINK, "RTM_SETLINK"),
            link(RTM_NEWLINKPROP, "RTM_NEWLINKPROP"),
            link(RTM_DELLINKPROP, "RTM_DELLINKPROP"));

    private final Requester client;

    private Rtnetlink(Requester client) {
        this.client = Objects.requireNonNull(client);
    }

    private static MessageSpec link(int type, String name) {
        return new MessageSpec(type, name, LinkHeader.IFINFOMSG, Ifla.ATTRIBUTES);
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

    /** Closes the socket; a call under way ends at once. May be called again, and from any thread. */
    @Override
    public void close() {
        client.close();
    }
}
