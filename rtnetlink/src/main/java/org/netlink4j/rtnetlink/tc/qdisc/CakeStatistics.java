package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.Tca.TCA_STATS_APP;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaCake.TCA_CAKE_STATS_CAPACITY_ESTIMATE64;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaCake.TCA_CAKE_STATS_MEMORY_USED;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaCake.TCA_CAKE_STATS_TIN_STATS;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * The counters that only cake has; {@code TCA_STATS_APP}.
 *
 * @param attributes {@code TCA_CAKE_STATS_*} of {@link TcaCake}
 */
public record CakeStatistics(Attributes attributes) {
    /** Refuses nulls. */
    public CakeStatistics {
        Objects.requireNonNull(attributes);
    }

    /**
     * The counters of a queueing discipline.
     *
     * @param qdisc the queueing discipline
     * @return the counters; empty if it is no cake
     */
    public static Optional<CakeStatistics> of(Qdisc qdisc) {
        return qdisc.kindName().filter(Cake.KIND::equals).flatMap(_ -> qdisc.statistics())
                .flatMap(statistics -> statistics.attributes().nest(TCA_STATS_APP))
                .map(CakeStatistics::new);
    }

    /** {@return memory in bytes, u32} */
    public OptionalLong memoryUsed() {
        return attributes.number(TCA_CAKE_STATS_MEMORY_USED);
    }

    /** {@return bytes per second that were measured, u64} */
    public OptionalLong capacityEstimate() {
        return attributes.number(TCA_CAKE_STATS_CAPACITY_ESTIMATE64);
    }

    /** {@return the counters of each tin, {@code TCA_CAKE_TIN_STATS_*} of {@link TcaCake}} */
    public List<Attributes> tins() {
        return attributes.nests(TCA_CAKE_STATS_TIN_STATS);
    }
}
