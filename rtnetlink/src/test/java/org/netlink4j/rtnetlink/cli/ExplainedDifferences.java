package org.netlink4j.rtnetlink.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netlink4j.core.socket.NetworkNamespace;

/** In what our JSON is not that of iproute2 6.1, and why. */
public enum ExplainedDifferences {
    /** {@code ip} 6.1 does not read what newer kernels say of bridges, bonds, rings and tunnels. */
    LINKS(Newer.OF_LINKS),

    /** {@code protocol} (IFA_PROTO) is read since iproute2 6.3. */
    ADDRESSES(Newer.and(Newer.OF_LINKS, "protocol", "inet6_addr_gen_mode", "linkmode")),

    /** {@code bridge} leaves the device out if it was asked for one device. */
    FORWARDING_ENTRIES(Set.of("ifname")),

    /**
     * {@code tc} prints a single police, extended matches and skbmod without JSON, no peak rate, and the key of many matches of u32 as
     * often as there are.
     */
    FILTERS(Set.of("rate", "burst", "mtu", "conform_action", "peakrate", "ematches", "swap_mac"),
            ExplainedDifferences::lastMatch, BrokenJson::ofFilters),

    /** {@code bridge} 6.1 does not read what a group of a VXLAN has beyond one of a bridge. */
    MULTICAST_GROUPS(Set.of("dst", "dst_port", "vni", "src_vni", "via")),

    /**
     * {@code tc} 6.1 prints no peak rate as JSON, the options of hfsc and multiq without, and no default of hfsc that is 0; it does not
     * read the seed of netem and the selector of fq_codel.
     */
    QDISCS(Set.of("peakrate", "default", "seed", "ce_threshold_mask", "ce_threshold_selector"),
            UnaryOperator.identity(), BrokenJson::ofQdiscs),

    /** {@code ip} loses which metrics are locked, and prints a key of an encapsulation that the route has itself twice. */
    ROUTES(Set.of("lock"), ExplainedDifferences::lastOfEqualKeys),

    /** {@code bridge} 6.1 does not read what newer kernels say of VLANs. */
    VLANS(Set.of("neigh_suppress", "mcast_n_groups", "mcast_max_groups", "msti")),

    /** There are none. */
    NONE(Set.of());

    private final Set<String> onlyOurs;
    private final UnaryOperator<Map<?, ?>> asTheirs;
    private final UnaryOperator<String> mended;

    ExplainedDifferences(Set<String> onlyOurs) {
        this(onlyOurs, UnaryOperator.identity());
    }

    ExplainedDifferences(Set<String> onlyOurs, UnaryOperator<Map<?, ?>> asTheirs) {
        this(onlyOurs, asTheirs, UnaryOperator.identity());
    }

    ExplainedDifferences(Set<String> onlyOurs, UnaryOperator<Map<?, ?>> asTheirs, UnaryOperator<String> mended) {
        this.onlyOurs = onlyOurs;
        this.asTheirs = asTheirs;
        this.mended = mended;
    }

    /** A comparison that allows for them. */
    public IpComparison in(NetworkNamespace namespace) {
        return new IpComparison(namespace, onlyOurs, asTheirs, mended);
    }

    /** Names may be used before those of an enum's own. */
    private static final class Newer {
        private static final Set<String> OF_LINKS =
                Set.of("stp_mode", "broadcast_neighbor", "coupled_control", "version", "port_range");

        private static Set<String> and(Set<String> some, String... more) {
            return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
        }
    }

    private static Map<?, ?> lastMatch(Map<?, ?> ours) {
        Map<Object, Object> theirs = new LinkedHashMap<>(ours);
        theirs.replaceAll((key, value) -> key.equals("match") && value instanceof List<?> many ? many.getLast() : value);
        return theirs;
    }

    /** ip prints what a route and its encapsulation have both in the order dst, encapsulation, table; a reader keeps the last. */
    private static Map<?, ?> lastOfEqualKeys(Map<?, ?> ours) {
        Map<Object, Object> theirs = new LinkedHashMap<>(ours);
        theirs.remove("encap_table");
        for (String key : List.of("dst", "id", "type")) {
            if (theirs.containsKey("encap_" + key)) {
                theirs.put(key, theirs.remove("encap_" + key));
            }
        }
        return theirs;
    }
}
