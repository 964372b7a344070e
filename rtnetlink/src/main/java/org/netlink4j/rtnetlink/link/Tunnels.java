package org.netlink4j.rtnetlink.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.Rendering;


/** How {@code ip -json} shows what GRE, IP-in-IP and VTI tunnels have in common. */
final class Tunnels {
    private static final long TRAFFIC_CLASS = 0x0ff0_0000L;
    private static final long FLOW_LABEL = 0x000f_ffffL;
    private static final List<String> ENCAPSULATIONS = List.of("fou", "gue");

    private static final List<String> IP6_FLAGS = List.of(
            "ip6_tnl_f_ign_encap_limit",
            "ip6_tnl_f_use_orig_tclass",
            "ip6_tnl_f_use_orig_flowlabel",
            "ip6_tnl_f_mip6_dev",
            "ip6_tnl_f_rcv_dscp_copy",
            "ip6_tnl_f_use_orig_fwmark",
            "ip6_tnl_f_allow_local_remote");

    private Tunnels() {}

    private static Map<String, Object> map() {
        return new LinkedHashMap<>();
    }

    /** The flags of a tunnel over IPv6. */
    static Optional<Map<String, Object>> ip6Flags(Attributes data, int number) {
        Map<String, Object> set = map();
        long known = (1L << IP6_FLAGS.size()) - 1;
        Renderings.bits(data.number(number).orElse(0) & known, IP6_FLAGS).forEach(flag -> set.put(flag, true));
        return Optional.of(set);
    }

    /** Shows a number unless a flag says that it is inherited or not used. */
    static Rendering unless(int flag, int flags, Rendering otherwise) {
        return (data, number) ->
                (data.integer(flags).orElse(0) & flag) == 0 ? otherwise.render(data, number) : Optional.empty();
    }

    /** The first word of an IPv6 header: traffic class and flow label, each unless it is inherited. */
    static Rendering flow(int flags) {
        return (data, number) -> {
            long flow = data.number(number).orElse(0);
            int inherited = data.integer(flags).orElse(0);
            Map<String, Object> shown = map();
            if ((inherited & IflaIptun.IP6_TNL_F_USE_ORIG_TCLASS) == 0) {
                shown.put("tclass", Renderings.paddedHex((flow & TRAFFIC_CLASS) >>> 20, 2));
            }
            if ((inherited & IflaIptun.IP6_TNL_F_USE_ORIG_FLOWLABEL) == 0) {
                shown.put("flowlabel", Renderings.paddedHex(flow & FLOW_LABEL, 5));
            }
            return Optional.of(shown);
        };
    }

    /** The UDP encapsulation, out of four attributes that follow one another. */
    static Optional<Map<String, Object>> encapsulation(Attributes data, int number) {
        int type = data.integer(number).orElse(0);
        if (type == 0) {
            return Optional.empty();
        }
        int flags = data.integer(number + 1).orElse(0);
        Map<String, Object> shown = map();
        shown.put("type", type <= ENCAPSULATIONS.size() ? ENCAPSULATIONS.get(type - 1) : Optional.empty());
        shown.put("sport", data.integer(number + 2).orElse(0));
        shown.put("dport", data.integer(number + 3).orElse(0));
        shown.put("csum", (flags & 1) != 0);
        shown.put("csum6", (flags & 2) != 0);
        shown.put("remcsum", (flags & 4) != 0);
        return Optional.of(shown);
    }
}
