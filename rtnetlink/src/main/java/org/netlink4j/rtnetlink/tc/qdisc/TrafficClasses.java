package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_EXCL;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELTCLASS;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETTCLASS;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWTCLASS;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.rtnetlink.tc.TcHandle;

/**
 * Asks for classes of queueing disciplines and changes them. Every call blocks until the kernel has answered, at most five seconds. Asking
 * needs no capability; changing needs {@code CAP_NET_ADMIN} in the network namespace, else {@link KernelException} with {@code EPERM}.
 */
public final class TrafficClasses {
    private final Requester client;

    /**
     * Classes over a client.
     *
     * @param client a client of {@link org.netlink4j.rtnetlink.Rtnetlink#PROTOCOL}
     */
    public TrafficClasses(Requester client) {
        this.client = Objects.requireNonNull(client);
    }

    private List<TrafficClass> dump(TrafficClassSpec which) throws NetlinkException {
        return client.list(Request.of(RTM_GETTCLASS, which), TrafficClass::decode);
    }

    /**
     * Lists the classes of a device.
     *
     * @param index index of the device
     * @return the classes, queueing discipline by queueing discipline; none if there is no such device
     * @throws NetlinkException if there is no answer
     */
    public List<TrafficClass> list(int index) throws NetlinkException {
        return dump(TrafficClassSpec.on(index));
    }

    /**
     * Lists the classes of a queueing discipline.
     *
     * @param index index of the device
     * @param qdisc handle of the queueing discipline
     * @return the classes; none if there is no such queueing discipline
     * @throws NetlinkException if there is no answer
     */
    public List<TrafficClass> list(int index, TcHandle qdisc) throws NetlinkException {
        return dump(TrafficClassSpec.on(index).parent(qdisc));
    }

    /**
     * Gets a class.
     *
     * @param index index of the device
     * @param handle handle of the class
     * @return the class; empty if the kernel is too old to answer
     * @throws KernelException if there is none ({@code ENOENT}), or no such device ({@code ENODEV})
     * @throws NetlinkException if there is no answer
     */
    public Optional<TrafficClass> get(int index, TcHandle handle) throws NetlinkException {
        return client.echo(Request.of(RTM_GETTCLASS, TrafficClassSpec.of(index, handle)), TrafficClass::decode);
    }

    /**
     * Creates a class.
     *
     * @param wanted its device, its handle, its parent and what it says of itself
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if the kernel refused, for example because there is one already ({@code EEXIST})
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck create(TrafficClassSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWTCLASS, wanted).flags(NLM_F_CREATE | NLM_F_EXCL));
    }

    /**
     * Changes what a class says of itself.
     *
     * @param wanted its device, its handle and what it says of itself
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if the kernel refused, for example because there is none ({@code ENOENT})
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck change(TrafficClassSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWTCLASS, wanted));
    }

    /**
     * Creates a class or changes the one that is there.
     *
     * @param wanted its device, its handle, its parent and what it says of itself
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public ExtendedAck replace(TrafficClassSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWTCLASS, wanted).flags(NLM_F_CREATE));
    }

    /**
     * Deletes a class.
     *
     * @param index index of the device
     * @param handle handle of the class
     * @throws KernelException if there is none ({@code ENOENT}), or it is in use ({@code EBUSY})
     * @throws NetlinkException if there is no answer
     */
    public void delete(int index, TcHandle handle) throws NetlinkException {
        client.execute(Request.of(RTM_DELTCLASS, TrafficClassSpec.of(index, handle)));
    }
}
