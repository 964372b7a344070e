package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_EXCL;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REPLACE;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELQDISC;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETQDISC;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWQDISC;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.core.client.Watched;
import org.netlink4j.rtnetlink.WatchedObjects;
import org.netlink4j.rtnetlink.tc.TcHeader;

/**
 * Asks for queueing disciplines and changes them. Every call blocks until the kernel has answered, at most five seconds. Asking needs no
 * capability; changing needs {@code CAP_NET_ADMIN} in the network namespace, else {@link KernelException} with {@code EPERM}.
 */
public final class Qdiscs {
    private static final QdiscSpec ALL = QdiscSpec.on(TcHeader.NONE.index());

    private final Requester client;

    /**
     * Queueing disciplines over a client.
     *
     * @param client a client of {@link org.netlink4j.rtnetlink.Rtnetlink#PROTOCOL}
     */
    public Qdiscs(Requester client) {
        this.client = Objects.requireNonNull(client);
    }

    /**
     * Queueing disciplines for a {@link org.netlink4j.core.client.Watch} over {@code RTNLGRP_TC}. The kernel tells of those that were
     * made, not of those that a device has from the beginning.
     *
     * @return how they are listed and told apart
     */
    public static Watched<Qdisc.Key, Qdisc> watched() {
        return new WatchedObjects<>(
                Request.of(RTM_GETQDISC, ALL), RTM_NEWQDISC, Qdisc::decode, qdisc -> Optional.of(qdisc.key()));
    }

    private List<Qdisc> dump(QdiscSpec which) throws NetlinkException {
        return client.list(Request.of(RTM_GETQDISC, which), Qdisc::decode);
    }

    /**
     * Lists the queueing disciplines of all devices.
     *
     * @return the queueing disciplines, device by device
     * @throws NetlinkException if there is no answer
     */
    public List<Qdisc> list() throws NetlinkException {
        return dump(ALL);
    }

    /**
     * Lists the queueing disciplines of all devices, those also that hide: the default ones of classes.
     *
     * @return the queueing disciplines, device by device
     * @throws NetlinkException if there is no answer
     */
    public List<Qdisc> listInvisible() throws NetlinkException {
        return dump(ALL.invisible());
    }

    /**
     * Lists the queueing disciplines of a device. The kernel lists those of all, so they are told apart here.
     *
     * @param index index of the device
     * @return the queueing disciplines; none if there is no such device
     * @throws NetlinkException if there is no answer
     */
    public List<Qdisc> list(int index) throws NetlinkException {
        return list().stream().filter(qdisc -> qdisc.index() == index).toList();
    }

    /**
     * Gets a queueing discipline by its handle or its parent. As its parent the kernel says what it was asked for, so nothing if it was
     * asked for the handle.
     *
     * @param which its device and its handle, or its parent
     * @return the queueing discipline; empty if the kernel is too old to answer
     * @throws KernelException if there is none ({@code ENOENT}), or no such device ({@code ENODEV})
     * @throws NetlinkException if there is no answer
     */
    public Optional<Qdisc> get(QdiscSpec which) throws NetlinkException {
        return client.echo(Request.of(RTM_GETQDISC, which), Qdisc::decode);
    }

    /**
     * Creates a queueing discipline.
     *
     * @param wanted its device, its parent and its kind
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if the kernel refused, for example because it does not know the kind ({@code ENOENT}) or because there is
     *     one already ({@code EEXIST})
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck create(QdiscSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWQDISC, wanted).flags(NLM_F_CREATE | NLM_F_EXCL));
    }

    /**
     * Changes what a queueing discipline says of itself.
     *
     * @param wanted its device, its handle or its parent, and its kind
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if the kernel refused, for example because the kind cannot be changed ({@code ENOSYS})
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck change(QdiscSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWQDISC, wanted));
    }

    /**
     * Creates a queueing discipline or changes the one that is there; one of another kind is replaced.
     *
     * @param wanted its device, its parent and its kind
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public ExtendedAck replace(QdiscSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWQDISC, wanted).flags(NLM_F_CREATE | NLM_F_REPLACE));
    }

    /**
     * Hangs a queueing discipline that is there under a class.
     *
     * @param which its device, its handle and the new parent
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public void link(QdiscSpec which) throws NetlinkException {
        client.execute(Request.of(RTM_NEWQDISC, which).flags(NLM_F_REPLACE));
    }

    /**
     * Deletes a queueing discipline; the device gets its default one back.
     *
     * @param which its device, and its handle or its parent
     * @throws KernelException if there is none ({@code ENOENT}, {@code EINVAL})
     * @throws NetlinkException if there is no answer
     */
    public void delete(QdiscSpec which) throws NetlinkException {
        client.execute(Request.of(RTM_DELQDISC, which));
    }
}
