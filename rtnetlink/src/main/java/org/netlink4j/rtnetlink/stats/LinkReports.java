package org.netlink4j.rtnetlink.stats;

import static org.netlink4j.rtnetlink.Rtm.RTM_GETSTATS;
import static org.netlink4j.rtnetlink.Rtm.RTM_SETSTATS;
import static org.netlink4j.rtnetlink.stats.IflaStats.IFLA_STATS_GET_FILTERS;
import static org.netlink4j.rtnetlink.stats.IflaStats.IFLA_STATS_SET_OFFLOAD_XSTATS_L3_STATS;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageWriter;

/**
 * Asks for statistics of links. Every call blocks until the kernel has answered, at most five seconds. Asking needs no capability;
 * changing needs {@code CAP_NET_ADMIN} in the network namespace. Changes of what the hardware counts are told to
 * {@code RTNLGRP_STATS}.
 */
public final class LinkReports {
    private final Requester client;

    /**
     * Statistics over a client.
     *
     * @param client a client of {@link org.netlink4j.rtnetlink.Rtnetlink#PROTOCOL}
     */
    public LinkReports(Requester client) {
        this.client = Objects.requireNonNull(client);
    }

    /**
     * What is wanted of the statistics.
     *
     * @param index index of the device; 0 for all
     * @param mask of each {@code IFLA_STATS_LINK_*} that is wanted a bit; see {@link #of(int...)}
     * @param attributes attributes of {@link IflaStats#REQUESTS}
     */
    public record Wanted(int index, int mask, Attributes attributes) implements MessageBody {
        /** Checks the table. */
        public Wanted {
            if (Objects.requireNonNull(attributes).set() != IflaStats.REQUESTS) {
                throw new IllegalArgumentException("not attributes of a request for statistics: " + attributes);
            }
        }

        /**
         * Wants some groups of statistics.
         *
         * @param groups the numbers of the {@code IFLA_STATS_*} that are wanted
         * @return what is wanted, of all devices
         */
        public static Wanted of(int... groups) {
            int mask = 0;
            for (int group : groups) {
                mask |= bit(group);
            }
            return new Wanted(0, mask, Attributes.none(IflaStats.REQUESTS));
        }

        /** {@code IFLA_STATS_FILTER_BIT}. */
        private static int bit(int number) {
            return 1 << (number - 1);
        }

        /**
         * Wants those of one device.
         *
         * @param device its index; 0 for all
         * @return the same of that device only
         */
        public Wanted device(int device) {
            return new Wanted(device, mask, attributes);
        }

        /**
         * Wants only some statistics of groups; since Linux 5.18.
         *
         * @param filters of the number of a group, the numbers of the attributes in it that are wanted
         * @return the same with these filters
         */
        public Wanted filtered(Map<Integer, List<Integer>> filters) {
            Attributes masks = Attributes.none(IflaStats.FILTERS);
            for (Map.Entry<Integer, List<Integer>> filter : new TreeMap<>(filters).entrySet()) {
                int wanted = filter.getValue().stream().mapToInt(Wanted::bit).reduce(0, (a, b) -> a | b);
                masks = masks.with(filter.getKey(), Integer.toUnsignedLong(wanted));
            }
            return new Wanted(index, mask, attributes.with(IFLA_STATS_GET_FILTERS, masks));
        }

        @Override
        public void write(MessageWriter out) {
            out.zeros(4).u32(index).u32(mask);
            attributes.writeTo(out.attributes());
        }
    }

    /**
     * Lists statistics of all devices.
     *
     * @param wanted which; at least one group
     * @return one report a device
     * @throws KernelException if nothing is wanted, or a filter is for nothing ({@code EINVAL})
     * @throws NetlinkException if there is no answer
     */
    public List<LinkReport> list(Wanted wanted) throws NetlinkException {
        return client.list(Request.of(RTM_GETSTATS, wanted.device(0)), LinkReport::decode);
    }

    /**
     * Gets statistics of one device.
     *
     * @param wanted which, and of which device
     * @return the report
     * @throws KernelException if there is no such device ({@code ENODEV}), or nothing is wanted ({@code EINVAL})
     * @throws NetlinkException if there is no answer
     */
    public LinkReport get(Wanted wanted) throws NetlinkException {
        return client.get(Request.of(RTM_GETSTATS, wanted), LinkReport::decode);
    }

    /**
     * Asks the hardware to count what it routes, or no longer to count; since Linux 5.18. The kernel agrees even if there is no
     * such hardware, or if it is so already.
     *
     * @param device index of the device
     * @param on whether it is to count
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if there is no such device ({@code ENODEV})
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck setHardwareCounting(int device, boolean on) throws NetlinkException {
        Attributes wanted = Attributes.none(IflaStats.REQUESTS).with(IFLA_STATS_SET_OFFLOAD_XSTATS_L3_STATS, on ? 1 : 0);
        return client.execute(Request.of(RTM_SETSTATS, new Wanted(device, 0, wanted)));
    }
}
