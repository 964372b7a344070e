package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_APPEND;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_EXCL;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELLINKPROP;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINKPROP;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_ALT_IFNAME;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_EXT_MASK;
import static org.netlink4j.rtnetlink.link.Rtext.RTEXT_FILTER_VF;

import java.util.List;
import java.util.Objects;
import org.netlink4j.core.DumpInterruptedException;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.core.client.Watched;
import org.netlink4j.core.socket.NetworkNamespace;

/**
 * Asks for links and changes them. Every call blocks until the kernel has answered, at most five seconds. Asking needs no
 * capability; changing needs {@code CAP_NET_ADMIN} in the network namespace, else {@link KernelException} with {@code EPERM}. A
 * link that is not there is {@code ENODEV}.
 */
public final class Links {
    private final Requester client;

    /**
     * Links over a client.
     *
     * @param client a client of {@link org.netlink4j.rtnetlink.Rtnetlink#PROTOCOL}
     */
    public Links(Requester client) {
        this.client = Objects.requireNonNull(client);
    }

    /**
     * Links for a {@link org.netlink4j.core.client.Watch} over {@code RTNLGRP_LINK}, by index, without virtual functions. What the
     * kernel changes without a word does not make a link another, see {@link Link}. Some changes are seen only with the next message about
     * their link: an XDP program that came by bpf(2), and, while a link is down, its group, its alias and what its kind says of it.
     *
     * @return how they are listed and told apart
     */
    public static Watched<Integer, Link> watched() {
        return new LinksWatched(Request.of(RTM_GETLINK, LinkSpec.ANY));
    }

    // ---- asking

    /**
     * Lists all links.
     *
     * @return the links, mostly by index
     * @throws DumpInterruptedException if links came or went during every attempt to list them
     * @throws NetlinkException if there is no answer
     */
    public List<Link> list() throws NetlinkException {
        return list(LinkFilter.ALL);
    }

    /**
     * Lists some links.
     *
     * @param filter which
     * @return the links, mostly by index
     * @throws DumpInterruptedException if links came or went during every attempt to list them
     * @throws NetlinkException if there is no answer
     */
    public List<Link> list(LinkFilter filter) throws NetlinkException {
        return client.list(asking(filter.request()), Link::decode).stream().filter(filter::matches).toList();
    }

    /**
     * Gets a link by its name.
     *
     * @param name the name
     * @return the link
     * @throws KernelException if there is none of that name ({@code ENODEV})
     * @throws NetlinkException if there is no answer
     */
    public Link get(String name) throws NetlinkException {
        return client.get(asking(LinkSpec.named(name)), Link::decode);
    }

    /**
     * Gets a link by its index.
     *
     * @param index the index
     * @return the link
     * @throws KernelException if there is none of that index ({@code ENODEV})
     * @throws NetlinkException if there is no answer
     */
    public Link get(int index) throws NetlinkException {
        return client.get(asking(LinkSpec.indexed(index)), Link::decode);
    }

    /**
     * Gets a link by an alternative name.
     *
     * @param name one of {@link Link#alternativeNames}, or the name itself
     * @return the link
     * @throws KernelException if there is none of that name ({@code ENODEV})
     * @throws NetlinkException if there is no answer
     */
    public Link getByAlternativeName(String name) throws NetlinkException {
        return client.get(asking(LinkSpec.ANY.with(attributes -> attributes.with(IFLA_ALT_IFNAME, name))), Link::decode);
    }

    private static Request asking(LinkSpec which) {
        return Request.of(RTM_GETLINK, which.with(attributes -> attributes.with(IFLA_EXT_MASK, RTEXT_FILTER_VF)));
    }

    // ---- changing

    /**
     * Creates a link.
     *
     * @param wanted what is wanted; it has a kind, and mostly a name
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if the kernel refused, for example because the name is taken ({@code EEXIST}) or because it does not
     *     know the kind ({@code EOPNOTSUPP})
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck create(LinkSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWLINK, wanted).flags(NLM_F_CREATE | NLM_F_EXCL));
    }

    /**
     * Changes a link, what its kind says of itself included.
     *
     * @param wanted the index, or else the name, of the link, and what is wanted of it
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if the kernel refused
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck change(LinkSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWLINK, wanted));
    }

    /**
     * Brings a link up.
     *
     * @param index its index
     * @throws KernelException if the kernel refused, for example because a macvlan's address is in use on its lower device
     *     ({@code EADDRINUSE})
     * @throws NetlinkException if there is no answer
     */
    public void setUp(int index) throws NetlinkException {
        change(LinkSpec.indexed(index).up());
    }

    /**
     * Brings a link down.
     *
     * @param index its index
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public void setDown(int index) throws NetlinkException {
        change(LinkSpec.indexed(index).down());
    }

    /**
     * Renames a link.
     *
     * @param index its index
     * @param name the new name
     * @throws KernelException if the kernel refused, for example because the name is taken ({@code EEXIST})
     * @throws NetlinkException if there is no answer
     */
    public void rename(int index, String name) throws NetlinkException {
        change(LinkSpec.indexed(index).name(name));
    }

    /**
     * Sets the MTU.
     *
     * @param index the index of the link
     * @param bytes u32, from the link's smallest to its largest MTU, else the kernel answers {@code EINVAL}
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public void setMtu(int index, long bytes) throws NetlinkException {
        change(LinkSpec.indexed(index).mtu(bytes));
    }

    /**
     * Sets the MAC address.
     *
     * @param index the index of the link
     * @param address the address
     * @throws NetlinkException if the kernel refused, for example a multicast address ({@code EADDRNOTAVAIL}), or there is no
     *     answer
     */
    public void setAddress(int index, MacAddress address) throws NetlinkException {
        change(LinkSpec.indexed(index).address(address));
    }

    /**
     * Moves a link to another network namespace, where it keeps its index if that is free. Needs {@code CAP_NET_ADMIN} in both.
     *
     * @param index its index
     * @param namespace where to
     * @throws NetlinkException if the kernel refused, for example because the name is taken there ({@code EEXIST}), or there is no
     *     answer
     */
    public void moveTo(int index, NetworkNamespace namespace) throws NetlinkException {
        change(LinkSpec.indexed(index).namespace(namespace));
    }

    /**
     * Deletes a link.
     *
     * @param index its index
     * @throws KernelException if the kernel refused, for example because it is no virtual device ({@code EOPNOTSUPP})
     * @throws NetlinkException if there is no answer
     */
    public void delete(int index) throws NetlinkException {
        client.execute(Request.of(RTM_DELLINK, LinkSpec.indexed(index)));
    }

    /**
     * Deletes a link.
     *
     * @param name its name
     * @throws KernelException if the kernel refused, for example because it is no virtual device ({@code EOPNOTSUPP})
     * @throws NetlinkException if there is no answer
     */
    public void delete(String name) throws NetlinkException {
        client.execute(Request.of(RTM_DELLINK, LinkSpec.named(name)));
    }

    /**
     * Deletes all links of a group at once, which takes the kernel hardly longer than one link does.
     *
     * @param group u32, not 0
     * @throws KernelException if the kernel refused: the group is 0 ({@code EPERM}), has no link ({@code ENODEV}), or has one that
     *     is no virtual device ({@code EOPNOTSUPP}), in which case none is deleted
     * @throws NetlinkException if there is no answer
     */
    public void deleteGroup(long group) throws NetlinkException {
        client.execute(Request.of(RTM_DELLINK, LinkSpec.ANY.group(group)));
    }

    /**
     * Gives a link alternative names, by which it can be found as well. Since Linux 5.5.
     *
     * @param index its index
     * @param names the names, at most 127 bytes each
     * @throws KernelException if the kernel refused, for example because a name is taken ({@code EEXIST})
     * @throws NetlinkException if there is no answer
     */
    public void addNames(int index, List<String> names) throws NetlinkException {
        client.execute(Request.of(RTM_NEWLINKPROP, LinkSpec.indexed(index).alternativeNames(names))
                .flags(NLM_F_CREATE | NLM_F_EXCL | NLM_F_APPEND));
    }

    /**
     * Takes alternative names from a link.
     *
     * @param index its index
     * @param names the names
     * @throws KernelException if the kernel refused, for example because the link has no such name ({@code ENOENT})
     * @throws NetlinkException if there is no answer
     */
    public void deleteNames(int index, List<String> names) throws NetlinkException {
        client.execute(Request.of(RTM_DELLINKPROP, LinkSpec.indexed(index).alternativeNames(names)));
    }

    /**
     * The list of source addresses of a macvlan or macvtap device in source mode.
     *
     * @param link the device
     * @return what reads and changes the list
     */
    public MacvlanSources sources(Link link) {
        return new MacvlanSources(this, link);
    }
}
