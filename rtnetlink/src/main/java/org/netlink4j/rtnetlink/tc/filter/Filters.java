package org.netlink4j.rtnetlink.tc.filter;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ECHO;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_EXCL;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELTFILTER;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETQDISC;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETTCLASS;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETTFILTER;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWTFILTER;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.rtnetlink.tc.TcHandle;
import org.netlink4j.rtnetlink.tc.TcHeader;

/**
 * Asks for filters, and makes, changes, replaces and deletes them. Events come to {@code RTNLGRP_TC}. Every call blocks until the
 * kernel has answered, at most five seconds. Asking needs no capability; changing needs {@code CAP_NET_ADMIN} in the network
 * namespace, else {@link KernelException} with {@code EPERM}.
 */
public final class Filters {
    private final Requester client;

    /**
     * Filters over a client.
     *
     * @param client a client of {@link org.netlink4j.rtnetlink.Rtnetlink#PROTOCOL}
     */
    public Filters(Requester client) {
        this.client = Objects.requireNonNull(client);
    }

    /**
     * Lists the filters at a point, of all chains.
     *
     * @param point where
     * @return the filters by chain and priority, with the entries that only say a kind; empty if there is no such queueing discipline
     *     or block
     * @throws NetlinkException if there is no answer
     */
    public List<Filter> list(FilterPoint point) throws NetlinkException {
        return list(FilterSpec.of(point));
    }

    /**
     * Lists the filters of a chain.
     *
     * @param point where
     * @param chain number of the chain
     * @return the filters by priority, with the entries that only say a kind
     * @throws NetlinkException if there is no answer
     */
    public List<Filter> list(FilterPoint point, long chain) throws NetlinkException {
        return list(FilterSpec.of(point).chain(chain));
    }

    private List<Filter> list(FilterSpec which) throws NetlinkException {
        return client.list(Request.of(RTM_GETTFILTER, which), Filter::decode);
    }

    /**
     * Lists all filters of a device: those of its queueing disciplines and classes, and for clsact and ingress those of packets that
     * come and of packets that leave. Filters of shared blocks are not among them. The kernel is asked several times, so changes
     * meanwhile may be seen in part.
     *
     * @param index index of the device
     * @return the filters
     * @throws NetlinkException if there is no answer
     */
    public List<Filter> listAll(int index) throws NetlinkException {
        FilterSpec device = FilterSpec.of(FilterPoint.at(index, TcHandle.UNSPEC));
        Set<TcHandle> parents = new LinkedHashSet<>();
        for (TcHeader qdisc : headers(RTM_GETQDISC, device, index)) {
            if (qdisc.parent().equals(TcHandle.CLSACT)) {
                parents.add(TcHandle.CLSACT_INGRESS);
                parents.add(TcHandle.CLSACT_EGRESS);
            } else {
                parents.add(qdisc.handle());
            }
        }
        headers(RTM_GETTCLASS, device, index).forEach(header -> parents.add(header.handle()));
        List<Filter> filters = new ArrayList<>();
        for (TcHandle parent : parents) {
            list(FilterPoint.at(index, parent)).stream().filter(filter -> filter.parent().equals(parent)).forEach(filters::add);
        }
        return List.copyOf(filters);
    }

    private List<TcHeader> headers(int type, FilterSpec device, int index) throws NetlinkException {
        return client.list(Request.of(type, device), TcHeader::decode).stream().filter(header -> header.index() == index).toList();
    }

    /**
     * Gets a filter.
     *
     * @param which says point, chain, priority, protocol, kind and handle
     * @return the filter
     * @throws KernelException if there is none ({@code ENOENT}), or not even the chain ({@code EINVAL})
     * @throws NetlinkException if there is no answer
     */
    public Filter get(FilterSpec which) throws NetlinkException {
        return client.get(Request.of(RTM_GETTFILTER, which).flags(NLM_F_ECHO), Filter::decode);
    }

    /**
     * Makes a filter.
     *
     * @param wanted the filter
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if the kernel refused, for example because there is one with that handle ({@code EEXIST})
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck create(FilterSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWTFILTER, wanted).flags(NLM_F_CREATE | NLM_F_EXCL));
    }

    /**
     * Changes a filter that is there.
     *
     * @param wanted the filter, with its handle
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if there is none ({@code ENOENT}), or the kernel refused
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck change(FilterSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWTFILTER, wanted));
    }

    /**
     * Makes a filter, or puts it in the place of the one with its handle.
     *
     * @param wanted the filter
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if the kernel refused
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck replace(FilterSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWTFILTER, wanted).flags(NLM_F_CREATE));
    }

    /**
     * Deletes filters: one if the handle is said, else all of a priority.
     *
     * @param which says point, chain, priority, protocol and kind, and perhaps the handle
     * @throws KernelException if there is none ({@code ENOENT}), or not even the chain ({@code EINVAL})
     * @throws NetlinkException if there is no answer
     */
    public void delete(FilterSpec which) throws NetlinkException {
        client.execute(Request.of(RTM_DELTFILTER, which));
    }

    /**
     * Deletes all filters of a chain.
     *
     * @param point where
     * @param chain number of the chain; that there is none is no error
     * @throws KernelException if there is no such queueing discipline or block ({@code EINVAL})
     * @throws NetlinkException if there is no answer
     */
    public void flush(FilterPoint point, long chain) throws NetlinkException {
        delete(FilterSpec.of(point).chain(chain));
    }

    /**
     * Deletes all filters at a point, of all chains.
     *
     * @param point where
     * @throws KernelException if there is no such queueing discipline or block ({@code EINVAL})
     * @throws NetlinkException if there is no answer
     */
    public void flush(FilterPoint point) throws NetlinkException {
        Set<Long> chains = new LinkedHashSet<>();
        list(point).forEach(filter -> chains.add(filter.chain()));
        for (long chain : chains) {
            flush(point, chain);
        }
    }
}
