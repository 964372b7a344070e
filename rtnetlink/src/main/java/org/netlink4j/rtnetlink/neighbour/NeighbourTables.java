package org.netlink4j.rtnetlink.neighbour;

import static org.netlink4j.rtnetlink.IpFamily.AF_UNSPEC;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETNEIGHTBL;
import static org.netlink4j.rtnetlink.Rtm.RTM_SETNEIGHTBL;

import java.util.List;
import java.util.Objects;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;

/**
 * Asks for neighbour tables and changes their settings. Every call blocks until the kernel has answered, at most five seconds. Asking
 * needs no capability; changing needs {@code CAP_NET_ADMIN} in the network namespace, and the limits and {@code NDTA_GC_INTERVAL} of
 * a table, which all namespaces share, can be changed in the first namespace only.
 */
public final class NeighbourTables {
    private final Requester client;

    /**
     * Neighbour tables over a client.
     *
     * @param client a client of {@link org.netlink4j.rtnetlink.Rtnetlink#PROTOCOL}
     */
    public NeighbourTables(Requester client) {
        this.client = Objects.requireNonNull(client);
    }

    /**
     * Lists the tables of all families, each followed by the settings of the devices.
     *
     * @return the tables
     * @throws NetlinkException if there is no answer
     */
    public List<NeighbourTable> list() throws NetlinkException {
        return list(AF_UNSPEC);
    }

    /**
     * Lists the table of a family and the settings of the devices in it.
     *
     * @param family {@code AF_INET} or {@code AF_INET6}
     * @return the table and the settings
     * @throws NetlinkException if there is no answer
     */
    public List<NeighbourTable> list(int family) throws NetlinkException {
        return client.list(Request.of(RTM_GETNEIGHTBL, NeighbourTable.of(family)), NeighbourTable::decode);
    }

    /**
     * Changes a table or the settings of a device.
     *
     * @param wanted family, {@code NDTA_NAME} and what is to change; {@code NDTPA_IFINDEX} names a device
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if there is no such table or device ({@code ENOENT}), or the table is not to be changed from here
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck change(NeighbourTable wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_SETNEIGHTBL, wanted));
    }
}
