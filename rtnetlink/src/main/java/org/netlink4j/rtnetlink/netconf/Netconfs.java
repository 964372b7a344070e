package org.netlink4j.rtnetlink.netconf;

import static org.netlink4j.rtnetlink.Rtm.RTM_GETNETCONF;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNETCONF;
import static org.netlink4j.rtnetlink.netconf.Netconfa.NETCONFA_IFINDEX;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.core.client.Watched;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.WatchedObjects;

/**
 * Asks for the settings of devices, which are changed in {@code /proc/sys/net}. Every call blocks until the kernel has answered, at
 * most five seconds. Needs no capability. Changes are told to {@code RTNLGRP_IPV4_NETCONF}, {@code RTNLGRP_IPV6_NETCONF} and
 * {@code RTNLGRP_MPLS_NETCONF}.
 */
public final class Netconfs {
    private final Requester client;

    /**
     * Settings over a client.
     *
     * @param client a client of {@link org.netlink4j.rtnetlink.Rtnetlink#PROTOCOL}
     */
    public Netconfs(Requester client) {
        this.client = Objects.requireNonNull(client);
    }

    /**
     * What tells settings apart.
     *
     * @param family address family
     * @param index index of the device, or what stands for one
     */
    public record Key(int family, int index) {}

    /**
     * The settings of a family for a {@link org.netlink4j.core.client.Watch} over its group.
     *
     * @param family {@code AF_INET}, {@code AF_INET6} or {@code AF_MPLS}
     * @return how they are listed and told apart
     */
    public static Watched<Key, Netconf> watched(int family) {
        return new WatchedObjects<>(asking(family), RTM_NEWNETCONF, Netconf::decode, settings -> Optional.of(settings)
                .filter(some -> some.family() == family)
                .filter(some -> some.index().isPresent())
                .map(some -> new Key(family, some.index().getAsInt())));
    }

    private static Request asking(int family) {
        return Request.of(RTM_GETNETCONF, new Netconf(family, Attributes.none(Netconfa.ATTRIBUTES)));
    }

    /**
     * Lists the settings of a family: of each device, of all and of new ones.
     *
     * @param family {@code AF_INET}, {@code AF_INET6} or {@code AF_MPLS}
     * @return the settings; empty if the kernel lacks the family
     * @throws NetlinkException if there is no answer
     */
    public List<Netconf> list(int family) throws NetlinkException {
        // Asked for a family that it lacks, the kernel lists all others.
        return client.list(asking(family), Netconf::decode).stream().filter(some -> some.family() == family).toList();
    }

    /**
     * Gets settings.
     *
     * @param family {@code AF_INET}, {@code AF_INET6} or {@code AF_MPLS}
     * @param index index of a device, {@code NETCONFA_IFINDEX_ALL} or {@code NETCONFA_IFINDEX_DEFAULT}
     * @return the settings
     * @throws KernelException if there is no such device ({@code EINVAL} or {@code ENODEV})
     * @throws NetlinkException if there is no answer
     */
    public Netconf get(int family, int index) throws NetlinkException {
        Netconf wanted = new Netconf(family, Attributes.none(Netconfa.ATTRIBUTES).with(NETCONFA_IFINDEX, index));
        return client.get(Request.of(RTM_GETNETCONF, wanted), Netconf::decode);
    }
}
