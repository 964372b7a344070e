package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_APPEND;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_BULK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_EXCL;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REPLACE;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELNEIGH;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETNEIGH;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNEIGH;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_LINK;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_NEIGH;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_NEXTHOP;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.core.client.Watched;

/**
 * Asks for forwarding entries of bridges, VXLANs and other devices and changes them. Every call blocks until the kernel has
 * answered, at most five seconds. Asking needs no capability; changing needs {@code CAP_NET_ADMIN} in the network namespace, else
 * {@link KernelException} with {@code EPERM}.
 *
 * <p>Changes are announced to {@code RTNLGRP_NEIGH}, together with those of neighbours: a {@link FdbEntry} is of the family
 * {@code AF_BRIDGE}.
 */
public final class Fdb {
    private final Requester client;

    /**
     * Forwarding entries over a client.
     *
     * @param client a client of {@link org.netlink4j.rtnetlink.Rtnetlink#PROTOCOL}, whose socket checks strictly; else the kernel
     *     may not filter
     */
    public Fdb(Requester client) {
        this.client = Objects.requireNonNull(client);
    }

    /**
     * Forwarding entries of bridges and VXLANs, for a {@link org.netlink4j.core.client.Watch} over {@link #watchedGroups}. Left out are
     * the addresses to which devices listen, entries in their own lists without a remote end, for the kernel does not announce them.
     * Silent changes are noticed: a local entry that passes to another port with the same MAC address, and entries that go with the
     * next-hop object to which they lead.
     *
     * @return how they are listed and told apart
     */
    public static Watched<FdbEntry.Key, FdbEntry> watched() {
        return new FdbWatched(asking(FdbFilter.ALL));
    }

    /** {@return the multicast groups that tell all that {@link #watched} has to hear} */
    public static Set<Integer> watchedGroups() {
        return Set.of(RTNLGRP_NEIGH, RTNLGRP_LINK, RTNLGRP_NEXTHOP);
    }

    private static Request asking(FdbFilter filter) {
        return Request.of(RTM_GETNEIGH, filter.request());
    }

    /**
     * Lists the entries of all devices.
     *
     * @return the entries, device by device
     * @throws NetlinkException if there is no answer
     */
    public List<FdbEntry> list() throws NetlinkException {
        return list(FdbFilter.ALL);
    }

    /**
     * Lists some entries.
     *
     * @param filter which
     * @return the entries, device by device
     * @throws KernelException if the filter names a device that is not there ({@code ENODEV})
     * @throws NetlinkException if there is no answer
     */
    public List<FdbEntry> list(FdbFilter filter) throws NetlinkException {
        return client.list(asking(filter), FdbEntry::decode).stream().filter(filter::matches).toList();
    }

    /**
     * Gets an entry.
     *
     * @param which the MAC address and where to look for it, and the VLAN or the VXLAN network if there is one
     * @return the entry
     * @throws KernelException if there is none ({@code ENOENT}), or its device is not there ({@code ENODEV})
     * @throws NetlinkException if there is no answer
     */
    public FdbEntry get(FdbSpec which) throws NetlinkException {
        return client.get(Request.of(RTM_GETNEIGH, which.state(0)), FdbEntry::decode);
    }

    /**
     * Adds an entry.
     *
     * @param wanted what is wanted
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if the kernel refused, for example because the address is there ({@code EEXIST})
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck create(FdbSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWNEIGH, wanted).flags(NLM_F_CREATE | NLM_F_EXCL));
    }

    /**
     * Adds an entry, or changes the one that is there: its port, its state, its remote end.
     *
     * @param wanted what is wanted
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public ExtendedAck replace(FdbSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWNEIGH, wanted).flags(NLM_F_CREATE | NLM_F_REPLACE));
    }

    /**
     * Adds a remote end to those that an address has: in a VXLAN a group or 00:00:00:00:00:00 may have many.
     *
     * @param wanted what is wanted
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public ExtendedAck append(FdbSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWNEIGH, wanted).flags(NLM_F_CREATE | NLM_F_APPEND));
    }

    /**
     * Deletes an entry, or one remote end of it.
     *
     * @param which the MAC address, where it is, and the VLAN or the remote end if there is one
     * @throws KernelException if there is none ({@code ENOENT})
     * @throws NetlinkException if there is no answer
     */
    public void delete(FdbSpec which) throws NetlinkException {
        client.execute(Request.of(RTM_DELNEIGH, which));
    }

    /**
     * Deletes many entries at once; since Linux 5.19.
     *
     * @param which which
     * @throws KernelException if the device cannot do that ({@code EOPNOTSUPP}), or does not know a bit of the masks
     *     ({@code EINVAL})
     * @throws NetlinkException if there is no answer
     */
    public void flush(FdbFlush which) throws NetlinkException {
        client.execute(Request.of(RTM_DELNEIGH, which).flags(NLM_F_BULK));
    }
}
