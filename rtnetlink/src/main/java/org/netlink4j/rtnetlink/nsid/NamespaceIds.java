package org.netlink4j.rtnetlink.nsid;

import static org.netlink4j.rtnetlink.Rtm.RTM_GETNSID;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNSID;
import static org.netlink4j.rtnetlink.nsid.Netnsa.NETNSA_FD;
import static org.netlink4j.rtnetlink.nsid.Netnsa.NETNSA_NSID;
import static org.netlink4j.rtnetlink.nsid.Netnsa.NETNSA_PID;
import static org.netlink4j.rtnetlink.nsid.Netnsa.NETNSA_TARGET_NSID;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.core.client.Watched;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.WatchedObjects;

/**
 * Asks for the ids that a network namespace has for others, and gives such ids. Every call blocks until the kernel has answered, at
 * most five seconds. Asking needs no capability; giving an id needs {@code CAP_NET_ADMIN} in the namespace that has it. An id stays
 * until one of the two namespaces is gone; the kernel gives some by itself, for example when a veth leads from one to the other.
 */
public final class NamespaceIds {
    private static final Attributes NOTHING = Attributes.none(Netnsa.ATTRIBUTES);

    private final Requester client;

    /**
     * Ids over a client.
     *
     * @param client a client of {@link org.netlink4j.rtnetlink.Rtnetlink#PROTOCOL}
     */
    public NamespaceIds(Requester client) {
        this.client = Objects.requireNonNull(client);
    }

    /**
     * Ids for a {@link org.netlink4j.core.client.Watch} over {@code RTNLGRP_NSID}.
     *
     * @return how they are listed and told apart
     */
    public static Watched<Integer, NamespaceId> watched() {
        return new WatchedObjects<>(Request.of(RTM_GETNSID, new NamespaceId(NOTHING)), RTM_NEWNSID, NamespaceId::decode, found ->
                found.id().isPresent() ? Optional.of(found.id().getAsInt()) : Optional.empty());
    }

    /**
     * Lists the ids of this namespace.
     *
     * @return the ids
     * @throws NetlinkException if there is no answer
     */
    public List<NamespaceId> list() throws NetlinkException {
        return client.list(Request.of(RTM_GETNSID, new NamespaceId(NOTHING)), NamespaceId::decode);
    }

    /**
     * Lists the ids of another namespace, with those that this one has for the same ones; since Linux 5.0.
     *
     * @param target the id of the other namespace in this one
     * @return the ids
     * @throws KernelException if there is no such id ({@code EINVAL}), or {@code CAP_NET_ADMIN} is missing there ({@code EACCES})
     * @throws NetlinkException if there is no answer
     */
    public List<NamespaceId> listOf(int target) throws NetlinkException {
        return client.list(
                Request.of(RTM_GETNSID, new NamespaceId(NOTHING.with(NETNSA_TARGET_NSID, target))), NamespaceId::decode);
    }

    /**
     * The id of a namespace.
     *
     * @param namespace the namespace
     * @return empty if it has none
     * @throws NetlinkException if there is no answer
     */
    public OptionalInt of(NetworkNamespace namespace) throws NetlinkException {
        return get(NOTHING.with(NETNSA_FD, namespace.descriptor())).id();
    }

    /**
     * The id of the namespace of a process.
     *
     * @param process its id, in the PID namespace of the caller
     * @return empty if it has none
     * @throws KernelException if there is no such process ({@code ESRCH})
     * @throws NetlinkException if there is no answer
     */
    public OptionalInt ofProcess(long process) throws NetlinkException {
        return get(NOTHING.with(NETNSA_PID, process)).id();
    }

    /**
     * Translates an id of another namespace; since Linux 5.0.
     *
     * @param target the id of the other namespace in this one
     * @param id the id of a third namespace in this one
     * @return the id that the other has for the third, and {@link NamespaceId#here} the one that this namespace has
     * @throws KernelException if there is no such namespace
     * @throws NetlinkException if there is no answer
     */
    public NamespaceId translate(int target, int id) throws NetlinkException {
        return get(NOTHING.with(NETNSA_NSID, id).with(NETNSA_TARGET_NSID, target));
    }

    private NamespaceId get(Attributes whose) throws NetlinkException {
        return client.get(Request.of(RTM_GETNSID, new NamespaceId(whose)), NamespaceId::decode);
    }

    /**
     * Gives a namespace an id.
     *
     * @param namespace the namespace
     * @param id the id, from 0 on
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if it has an id, or another has this one ({@code EEXIST})
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck set(NetworkNamespace namespace, int id) throws NetlinkException {
        if (id < 0) {
            throw new IllegalArgumentException("no id of a namespace: " + id);
        }
        return give(namespace, id);
    }

    /**
     * Gives a namespace any id that is free.
     *
     * @param namespace the namespace
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if it has an id ({@code EEXIST})
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck set(NetworkNamespace namespace) throws NetlinkException {
        return give(namespace, NamespaceId.NONE);
    }

    private ExtendedAck give(NetworkNamespace namespace, int id) throws NetlinkException {
        return client.execute(Request.of(
                RTM_NEWNSID, new NamespaceId(NOTHING.with(NETNSA_NSID, id).with(NETNSA_FD, namespace.descriptor()))));
    }
}
