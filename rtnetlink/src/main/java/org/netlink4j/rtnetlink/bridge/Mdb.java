package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_BULK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_EXCL;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REPLACE;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELMDB;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETMDB;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWMDB;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_LINK;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_MDB;

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
 * Asks for multicast groups of bridges and VXLANs and changes them. Every call blocks until the kernel has answered, at most five
 * seconds. Asking needs no capability; changing needs {@code CAP_NET_ADMIN} in the network namespace, else {@link KernelException}
 * with {@code EPERM}. A bridge has to be up and to snoop, and a port has to forward unless the member stays, else {@code EINVAL}.
 *
 * <p>Changes are announced to {@code RTNLGRP_MDB} as {@link MdbMessage}s, but not all of them: a member that the bridge adds because
 * another port has named a source is announced before it gets {@code MDB_FLAGS_STAR_EXCL}, and that this host is no member any more is
 * not announced when the bridge goes. A watch of {@link #watched} lists anew where that may have happened.
 */
public final class Mdb {
    private static final Request LIST = Request.of(RTM_GETMDB, out -> MdbMessage.writeHeader(out, 0));

    private final Requester client;

    /**
     * Multicast groups over a client.
     *
     * @param client a client of {@link org.netlink4j.rtnetlink.Rtnetlink#PROTOCOL}
     */
    public Mdb(Requester client) {
        this.client = Objects.requireNonNull(client);
    }

    /**
     * Members of groups, for a {@link org.netlink4j.core.client.Watch} over {@link #watchedGroups}. When they expire is left out of
     * what makes them equal.
     *
     * @return how they are listed and told apart
     */
    public static Watched<MdbEntry.Key, MdbEntry> watched() {
        return new MdbWatched(LIST);
    }

    /** {@return the multicast groups of netlink that tell all that {@link #watched} has to hear} */
    public static Set<Integer> watchedGroups() {
        return Set.of(RTNLGRP_MDB, RTNLGRP_LINK);
    }

    private List<MdbMessage> messages() throws NetlinkException {
        return client.list(LIST, MdbMessage::decode);
    }

    /**
     * Lists the members of all groups.
     *
     * @return the members, bridge by bridge
     * @throws NetlinkException if there is no answer
     */
    public List<MdbEntry> list() throws NetlinkException {
        return messages().stream().flatMap(message -> message.entries().stream()).toList();
    }

    /**
     * Lists the ports to multicast routers.
     *
     * @return the ports, bridge by bridge
     * @throws NetlinkException if there is no answer
     */
    public List<MdbRouter> listRouters() throws NetlinkException {
        return messages().stream().flatMap(message -> message.routers().stream()).toList();
    }

    /**
     * Gets the members of a group; since Linux 6.7.
     *
     * @param which the bridge and the group, and the VLAN, the source or the VXLAN network if there is one
     * @return the members, at least one
     * @throws KernelException if there is no such group ({@code ENOENT}), or an older kernel does not know the request
     *     ({@code EOPNOTSUPP})
     * @throws NetlinkException if there is no answer
     */
    public List<MdbEntry> get(MdbSpec which) throws NetlinkException {
        return client.get(Request.of(RTM_GETMDB, which), MdbMessage::decode).entries();
    }

    /**
     * Adds a member to a group.
     *
     * @param wanted what is wanted
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if the kernel refused, for example because the port is a member ({@code EEXIST})
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck create(MdbSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWMDB, wanted).flags(NLM_F_CREATE | NLM_F_EXCL));
    }

    /**
     * Adds a member to a group, or replaces what is known of it; since Linux 6.3.
     *
     * @param wanted what is wanted
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public ExtendedAck replace(MdbSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWMDB, wanted).flags(NLM_F_CREATE | NLM_F_REPLACE));
    }

    /**
     * Deletes a member of a group.
     *
     * @param which the bridge, the port and the group, and the VLAN, the source or the remote end if there is one
     * @throws KernelException if it is no member of a bridge's group ({@code EINVAL}) or of a VXLAN's ({@code ENOENT})
     * @throws NetlinkException if there is no answer
     */
    public void delete(MdbSpec which) throws NetlinkException {
        client.execute(Request.of(RTM_DELMDB, which));
    }

    /**
     * Deletes many members at once; since Linux 6.8.
     *
     * @param which which
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public void flush(MdbFlush which) throws NetlinkException {
        client.execute(Request.of(RTM_DELMDB, which).flags(NLM_F_BULK));
    }
}
