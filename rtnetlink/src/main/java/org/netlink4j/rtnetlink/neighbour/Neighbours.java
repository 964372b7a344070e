package org.netlink4j.rtnetlink.neighbour;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_EXCL;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REPLACE;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELNEIGH;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETNEIGH;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNEIGH;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_PROXY;

import java.util.List;
import java.util.Objects;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.core.client.Watched;
import org.netlink4j.core.schema.Attributes;

/**
 * Asks for neighbours and proxy entries and changes them. Every call blocks until the kernel has answered, at most five seconds.
 * Asking needs no capability; changing needs {@code CAP_NET_ADMIN} in the network namespace, else {@link KernelException} with
 * {@code EPERM}.
 */
public final class Neighbours {
    private final Requester client;

    /**
     * Neighbours over a client.
     *
     * @param client a client of {@link org.netlink4j.rtnetlink.Rtnetlink#PROTOCOL}
     */
    public Neighbours(Requester client) {
        this.client = Objects.requireNonNull(client);
    }

    /**
     * Neighbours of IPv4 and IPv6, for a {@link org.netlink4j.core.client.Watch} over {@code RTNLGRP_NEIGH}, without proxy entries and
     * those in the state {@code NUD_NOARP}: the kernel makes the latter without a word. It does not tell either of the states
     * {@code NUD_INCOMPLETE} and {@code NUD_DELAY}, but of what becomes of them.
     *
     * @return how they are listed and told apart
     */
    public static Watched<Neighbour.Key, Neighbour> watched() {
        return new NeighboursWatched(asking(0));
    }

    private static Request asking(int flags) {
        return Request.of(
                RTM_GETNEIGH, new NeighbourSpec(new NeighbourHeader(0, 0, 0, flags, 0), Attributes.none(Nda.ATTRIBUTES)));
    }

    /**
     * Lists the neighbours of all devices, whatever their state.
     *
     * @return the neighbours
     * @throws NetlinkException if there is no answer
     */
    public List<Neighbour> list() throws NetlinkException {
        return client.list(asking(0), Neighbour::decode);
    }

    /**
     * Lists the proxy entries.
     *
     * @return the entries
     * @throws NetlinkException if there is no answer
     */
    public List<Neighbour> listProxies() throws NetlinkException {
        return client.list(asking(NTF_PROXY), Neighbour::decode);
    }

    /**
     * Gets a neighbour.
     *
     * @param index index of the device
     * @param destination its network address
     * @return the neighbour
     * @throws KernelException if there is none ({@code ENOENT})
     * @throws NetlinkException if there is no answer
     */
    public Neighbour get(int index, IpAddress destination) throws NetlinkException {
        return client.get(Request.of(RTM_GETNEIGH, NeighbourSpec.of(index, destination).state(0)), Neighbour::decode);
    }

    /**
     * Adds a neighbour or a proxy entry.
     *
     * @param wanted what is wanted
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if the kernel refused, for example because the neighbour is there ({@code EEXIST})
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck create(NeighbourSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWNEIGH, wanted).flags(NLM_F_CREATE | NLM_F_EXCL));
    }

    /**
     * Adds a neighbour or a proxy entry, or replaces the one that is there.
     *
     * @param wanted what is wanted
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public ExtendedAck replace(NeighbourSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWNEIGH, wanted).flags(NLM_F_CREATE | NLM_F_REPLACE));
    }

    /**
     * Deletes a neighbour or a proxy entry.
     *
     * @param which its device and its address
     * @throws KernelException if there is none ({@code ENOENT})
     * @throws NetlinkException if there is no answer
     */
    public void delete(NeighbourSpec which) throws NetlinkException {
        client.execute(Request.of(RTM_DELNEIGH, which));
    }
}
