package org.netlink4j.rtnetlink.address;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_EXCL;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REPLACE;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELADDR;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETADDR;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETANYCAST;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETMULTICAST;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWADDR;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.core.client.Watched;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.IpFamily;
import org.netlink4j.rtnetlink.WatchedObjects;

/**
 * Asks for the addresses of devices and changes them. Every call blocks until the kernel has answered, at most five seconds. Asking
 * needs no capability; changing needs {@code CAP_NET_ADMIN} in the network namespace, else {@link KernelException} with
 * {@code EPERM}.
 */
public final class Addresses {
    private final Requester client;

    /**
     * Addresses over a client.
     *
     * @param client a client of {@link org.netlink4j.rtnetlink.Rtnetlink#PROTOCOL}
     */
    public Addresses(Requester client) {
        this.client = Objects.requireNonNull(client);
    }

    /**
     * Addresses for a {@link org.netlink4j.core.client.Watch} over {@code RTNLGRP_IPV4_IFADDR} and {@code RTNLGRP_IPV6_IFADDR}.
     *
     * @return how they are listed and told apart
     */
    public static Watched<Address.Key, Address> watched() {
        return new WatchedObjects<>(asking(0), RTM_NEWADDR, Address::decode, address -> Optional.of(address.key()));
    }

    private static Request asking(int index) {
        return Request.of(RTM_GETADDR, new AddressSpec(new AddressHeader(0, 0, 0, 0, index), Attributes.none(Ifa.ATTRIBUTES)));
    }

    /**
     * Lists all addresses of all devices.
     *
     * @return the addresses
     * @throws NetlinkException if there is no answer
     */
    public List<Address> list() throws NetlinkException {
        return client.list(asking(0), Address::decode);
    }

    /**
     * Lists the addresses of a device.
     *
     * @param index its index
     * @return the addresses
     * @throws KernelException if there is no such device ({@code ENODEV})
     * @throws NetlinkException if there is no answer
     */
    public List<Address> list(int index) throws NetlinkException {
        // A kernel that does not check strictly does not filter either.
        return client.list(asking(index), Address::decode).stream().filter(address -> address.index() == index).toList();
    }

    /**
     * Lists the multicast addresses of a family that the devices listen to.
     *
     * @param family {@code AF_INET6}, or {@code AF_INET} since Linux 6.13
     * @return the addresses, each in {@code IFA_MULTICAST}; empty if the kernel does not list those of the family
     * @throws NetlinkException if there is no answer
     */
    public List<Address> listMulticast(int family) throws NetlinkException {
        return listOthers(RTM_GETMULTICAST, family);
    }

    /**
     * Lists the anycast addresses of the devices; IPv6 only.
     *
     * @return the addresses, each in {@code IFA_ANYCAST}
     * @throws NetlinkException if there is no answer
     */
    public List<Address> listAnycast() throws NetlinkException {
        return listOthers(RTM_GETANYCAST, IpFamily.AF_INET6);
    }

    private List<Address> listOthers(int type, int family) throws NetlinkException {
        AddressHeader all = new AddressHeader(family, 0, 0, 0, 0);
        return client.list(Request.of(type, new AddressSpec(all, Attributes.none(Ifa.ATTRIBUTES))), Address::decode);
    }

    /**
     * Gets an address of a device. The kernel cannot be asked for a single IPv4 address, so those of the device are listed.
     *
     * @param index index of the device
     * @param local the address of this end
     * @return the first such address; empty if the device has none
     * @throws KernelException if there is no such device ({@code ENODEV})
     * @throws NetlinkException if there is no answer
     */
    public Optional<Address> get(int index, IpAddress local) throws NetlinkException {
        return list(index).stream().filter(address -> address.local().equals(Optional.of(local))).findFirst();
    }

    /**
     * Adds an address.
     *
     * @param wanted the address
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if the kernel refused, for example because it is there ({@code EEXIST})
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck create(AddressSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWADDR, wanted).flags(NLM_F_CREATE | NLM_F_EXCL));
    }

    /**
     * Adds an address, or changes lifetimes, flags, metric and protocol of the one that is there.
     *
     * @param wanted the address
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public ExtendedAck replace(AddressSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWADDR, wanted).flags(NLM_F_CREATE | NLM_F_REPLACE));
    }

    /**
     * Deletes an address.
     *
     * @param which the address, its device and the length of its prefix
     * @throws KernelException if there is none ({@code EADDRNOTAVAIL})
     * @throws NetlinkException if there is no answer
     */
    public void delete(AddressSpec which) throws NetlinkException {
        client.execute(Request.of(RTM_DELADDR, which));
    }
}
