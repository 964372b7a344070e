package org.netlink4j.core.generic.ethtool;

import static org.netlink4j.core.generic.ethtool.EthtoolMsg.ETHTOOL_MSG_STATS_GET;
import static org.netlink4j.core.generic.ethtool.EthtoolStats.ETHTOOL_A_STATS_GRP;
import static org.netlink4j.core.generic.ethtool.EthtoolStats.ETHTOOL_A_STATS_HEADER;

import java.util.List;
import java.util.Optional;
import org.netlink4j.core.schema.Attributes;

/**
 * Standard statistics.
 *
 * @param attributes what the kernel sent, of {@link EthtoolStats#ATTRIBUTES}
 */
public record Statistics(Attributes attributes) implements Report {
    static final Kind<Statistics> KIND =
            new Kind<>(ETHTOOL_MSG_STATS_GET, EthtoolStats.ATTRIBUTES, ETHTOOL_A_STATS_HEADER, Statistics::new);

    @Override
    public Device device() {
        return Device.in(attributes, KIND.header());
    }

    /** {@return the groups} */
    public List<StatisticsGroup> groups() {
        return attributes.nests(ETHTOOL_A_STATS_GRP).stream().map(StatisticsGroup::new).toList();
    }

    /**
     * Looks a group up.
     *
     * @param id which group; {@code ETHTOOL_STATS_*} of {@link EthtoolStats}
     * @return empty if it is not among them
     */
    public Optional<StatisticsGroup> group(int id) {
        return groups().stream().filter(group -> group.id() == id).findFirst();
    }
}
