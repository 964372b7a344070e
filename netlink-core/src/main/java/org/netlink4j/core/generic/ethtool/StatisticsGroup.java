package org.netlink4j.core.generic.ethtool;

import static org.netlink4j.core.generic.ethtool.EthtoolStats.ETHTOOL_A_STATS_GRP_HIST_BKT_HI;
import static org.netlink4j.core.generic.ethtool.EthtoolStats.ETHTOOL_A_STATS_GRP_HIST_BKT_LOW;
import static org.netlink4j.core.generic.ethtool.EthtoolStats.ETHTOOL_A_STATS_GRP_HIST_RX;
import static org.netlink4j.core.generic.ethtool.EthtoolStats.ETHTOOL_A_STATS_GRP_HIST_TX;
import static org.netlink4j.core.generic.ethtool.EthtoolStats.ETHTOOL_A_STATS_GRP_HIST_VAL;
import static org.netlink4j.core.generic.ethtool.EthtoolStats.ETHTOOL_A_STATS_GRP_ID;
import static org.netlink4j.core.generic.ethtool.EthtoolStats.ETHTOOL_A_STATS_GRP_SS_ID;
import static org.netlink4j.core.generic.ethtool.EthtoolStats.ETHTOOL_A_STATS_GRP_STAT;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.netlink4j.core.schema.Attributes;

/**
 * A group of standard statistics. A counter that the driver does not have is left out.
 *
 * @param attributes what the kernel sent, of {@link EthtoolStats#GROUP}
 */
public record StatisticsGroup(Attributes attributes) {
    /**
     * Frames of some sizes.
     *
     * @param low the smallest size in bytes
     * @param high the largest size in bytes; 0 for no limit
     * @param frames how many there were, unsigned 64 bits
     */
    public record Bucket(int low, int high, long frames) {
        private static Bucket of(Attributes bucket) {
            return new Bucket(
                    bucket.integer(ETHTOOL_A_STATS_GRP_HIST_BKT_LOW).orElse(0),
                    bucket.integer(ETHTOOL_A_STATS_GRP_HIST_BKT_HI).orElse(0),
                    bucket.number(ETHTOOL_A_STATS_GRP_HIST_VAL).orElse(0));
        }
    }

    /** {@return which group; {@code ETHTOOL_STATS_*} of {@link EthtoolStats}} */
    public int id() {
        return attributes.integer(ETHTOOL_A_STATS_GRP_ID).orElse(0);
    }

    /** {@return the set that names the counters; see {@link EthSs}} */
    public int nameSet() {
        return attributes.integer(ETHTOOL_A_STATS_GRP_SS_ID).orElse(0);
    }

    /** {@return the counters, unsigned 64 bits, by their place in the set of names} */
    public SortedMap<Integer, Long> counters() {
        SortedMap<Integer, Long> counters = new TreeMap<>();
        for (Attributes counter : attributes.nests(ETHTOOL_A_STATS_GRP_STAT)) {
            counter.numbers().forEach(number -> counters.put(number, counter.number(number).orElse(0)));
        }
        return Collections.unmodifiableSortedMap(counters);
    }

    /** {@return received frames by size} */
    public List<Bucket> received() {
        return attributes.nests(ETHTOOL_A_STATS_GRP_HIST_RX).stream().map(Bucket::of).toList();
    }

    /** {@return transmitted frames by size} */
    public List<Bucket> transmitted() {
        return attributes.nests(ETHTOOL_A_STATS_GRP_HIST_TX).stream().map(Bucket::of).toList();
    }
}
