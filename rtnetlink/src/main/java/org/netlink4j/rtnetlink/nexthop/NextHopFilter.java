package org.netlink4j.rtnetlink.nexthop;

import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_FDB;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_GROUPS;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_MASTER;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_OIF;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_OP_FLAGS;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_OP_FLAG_DUMP_STATS;

import java.util.OptionalInt;
import org.netlink4j.core.schema.Attributes;

/**
 * Which next-hop objects a list is to contain. The kernel filters all but protocols and objects for forwarding
 * entries.
 *
 * @param family address family; see {@link org.netlink4j.rtnetlink.IpFamily}; {@code AF_UNSPEC} for all families and groups
 * @param device index of the device on which packets leave; empty for any
 * @param master index of the device of which that one is a port; empty for any
 * @param protocol {@code RTPROT_*}, u8; empty for any
 * @param groups groups only
 * @param forwarding objects for forwarding entries only
 * @param statistics with counters; since Linux 6.9, before that they are not there
 */
public record NextHopFilter(
        int family, OptionalInt device, OptionalInt master, OptionalInt protocol, boolean groups, boolean forwarding,
        boolean statistics) {
    /** All objects. */
    public static final NextHopFilter ALL = ofFamily(0);

    /**
     * Objects of a family.
     *
     * @param family address family; see {@link org.netlink4j.rtnetlink.IpFamily}
     * @return the filter
     */
    public static NextHopFilter ofFamily(int family) {
        return new NextHopFilter(family, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), false, false, false);
    }

    /**
     * Narrows to a device.
     *
     * @param index its index
     * @return the filter
     */
    public NextHopFilter device(int index) {
        return new NextHopFilter(family, OptionalInt.of(index), master, protocol, groups, forwarding, statistics);
    }

    /**
     * Narrows to ports of a device.
     *
     * @param index its index
     * @return the filter
     */
    public NextHopFilter master(int index) {
        return new NextHopFilter(family, device, OptionalInt.of(index), protocol, groups, forwarding, statistics);
    }

    /**
     * Narrows to who made them.
     *
     * @param protocol {@code RTPROT_*}, u8
     * @return the filter
     */
    public NextHopFilter protocol(int protocol) {
        return new NextHopFilter(family, device, master, OptionalInt.of(protocol), groups, forwarding, statistics);
    }

    /**
     * Narrows to groups.
     *
     * @return the filter
     */
    public NextHopFilter onlyGroups() {
        return new NextHopFilter(family, device, master, protocol, true, forwarding, statistics);
    }

    /**
     * Narrows to objects for forwarding entries.
     *
     * @return the filter
     */
    public NextHopFilter onlyForwarding() {
        return new NextHopFilter(family, device, master, protocol, groups, true, statistics);
    }

    /**
     * Asks for counters; since Linux 6.9, which older kernels refuse.
     *
     * @return the filter
     */
    public NextHopFilter withStatistics() {
        return new NextHopFilter(family, device, master, protocol, groups, forwarding, true);
    }

    /** What asks the kernel for these objects. */
    NextHopSpec request() {
        Attributes attributes = Attributes.none(Nha.ATTRIBUTES);
        if (device.isPresent()) {
            attributes = attributes.with(NHA_OIF, device.getAsInt());
        }
        if (groups) {
            attributes = attributes.withFlag(NHA_GROUPS);
        }
        if (master.isPresent()) {
            attributes = attributes.with(NHA_MASTER, master.getAsInt());
        }
        if (forwarding) {
            attributes = attributes.withFlag(NHA_FDB);
        }
        if (statistics) {
            attributes = attributes.with(NHA_OP_FLAGS, NHA_OP_FLAG_DUMP_STATS);
        }
        return new NextHopSpec(new NextHopHeader(family, 0, 0, 0), attributes);
    }

    boolean matches(NextHopObject object) {
        return (protocol.isEmpty() || protocol.getAsInt() == object.header().protocol())
                && (!forwarding || object.isForwarding()); // Linux 6.18 takes NHA_FDB, but does nothing with it
    }
}
