package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaMacvlan.IFLA_MACVLAN_MACADDR;
import static org.netlink4j.rtnetlink.link.IflaMacvlan.IFLA_MACVLAN_MACADDR_DATA;
import static org.netlink4j.rtnetlink.link.IflaMacvlan.IFLA_MACVLAN_MACADDR_MODE;
import static org.netlink4j.rtnetlink.link.IflaMacvlan.MACVLAN_MACADDR_ADD;
import static org.netlink4j.rtnetlink.link.IflaMacvlan.MACVLAN_MACADDR_DEL;
import static org.netlink4j.rtnetlink.link.IflaMacvlan.MACVLAN_MACADDR_FLUSH;
import static org.netlink4j.rtnetlink.link.IflaMacvlan.MACVLAN_MACADDR_SET;

import java.util.Collection;
import java.util.List;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.schema.Attributes;

/**
 * The list of source addresses of a macvlan or macvtap device, which the device has in source mode. Changing it needs
 * {@code CAP_NET_ADMIN}; outside of source mode the kernel answers {@code EINVAL}. Every call is one request, so of several changes
 * at once none is lost.
 */
public final class MacvlanSources {
    private final Links links;
    private final int index;
    private final MacvlanKind<?> kind;

    MacvlanSources(Links links, Link link) {
        this.links = links;
        index = link.index();
        kind = link.kind(MacvlanKind.class)
                .orElseThrow(() -> new IllegalArgumentException(link.name() + " is no macvlan and no macvtap"));
    }

    private void change(MacvlanKind<?> operation) throws NetlinkException {
        links.change(LinkSpec.indexed(index).kind(operation));
    }

    private static Attributes operation(int operation) {
        return Attributes.none(IflaMacvlan.ATTRIBUTES).with(IFLA_MACVLAN_MACADDR_MODE, operation);
    }

    static MacvlanKind<?> adding(MacvlanKind<?> kind, MacAddress address) {
        return kind.over(operation(MACVLAN_MACADDR_ADD).with(IFLA_MACVLAN_MACADDR, address));
    }

    static MacvlanKind<?> deleting(MacvlanKind<?> kind, MacAddress address) {
        return kind.over(operation(MACVLAN_MACADDR_DEL).with(IFLA_MACVLAN_MACADDR, address));
    }

    static MacvlanKind<?> setting(MacvlanKind<?> kind, Collection<MacAddress> addresses) {
        Attributes list = Attributes.none(IflaMacvlan.ATTRIBUTES.find(IFLA_MACVLAN_MACADDR_DATA).orElseThrow().nest());
        for (MacAddress address : addresses) {
            list = list.plus(IFLA_MACVLAN_MACADDR, address.octets());
        }
        return kind.over(operation(MACVLAN_MACADDR_SET).with(IFLA_MACVLAN_MACADDR_DATA, list));
    }

    static MacvlanKind<?> flushing(MacvlanKind<?> kind) {
        return kind.over(operation(MACVLAN_MACADDR_FLUSH));
    }

    /**
     * Asks for the list.
     *
     * @return the addresses, in no order
     * @throws NetlinkException if the device is gone or there is no answer
     */
    public List<MacAddress> list() throws NetlinkException {
        return links.get(index).kind(MacvlanKind.class).map(MacvlanSources::sources).orElse(List.of());
    }

    private static List<MacAddress> sources(MacvlanKind<?> kind) {
        return kind.sources();
    }

    /**
     * Adds an address; nothing happens if it is in the list.
     *
     * @param address the address, not multicast
     * @throws NetlinkException if the kernel refused, for example a multicast address ({@code EADDRNOTAVAIL}), or there is no
     *     answer
     */
    public void add(MacAddress address) throws NetlinkException {
        change(adding(kind, address));
    }

    /**
     * Takes an address from the list; nothing happens if it is not in it.
     *
     * @param address the address
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public void delete(MacAddress address) throws NetlinkException {
        change(deleting(kind, address));
    }

    /**
     * Replaces the list.
     *
     * @param addresses the new list
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public void set(Collection<MacAddress> addresses) throws NetlinkException {
        change(setting(kind, addresses));
    }

    /**
     * Empties the list.
     *
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public void flush() throws NetlinkException {
        change(flushing(kind));
    }
}
