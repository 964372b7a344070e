package org.netlink4j.rtnetlink.cli;

import static org.netlink4j.rtnetlink.route.RtmF.RTM_F_NOTIFY;
import static org.netlink4j.rtnetlink.route.RtmF.RTM_F_OFFLOAD;
import static org.netlink4j.rtnetlink.route.RtmF.RTM_F_OFFLOAD_FAILED;
import static org.netlink4j.rtnetlink.route.RtmF.RTM_F_TRAP;
import static org.netlink4j.rtnetlink.route.RtnhF.RTNH_F_DEAD;
import static org.netlink4j.rtnetlink.route.RtnhF.RTNH_F_LINKDOWN;
import static org.netlink4j.rtnetlink.route.RtnhF.RTNH_F_OFFLOAD;
import static org.netlink4j.rtnetlink.route.RtnhF.RTNH_F_ONLINK;
import static org.netlink4j.rtnetlink.route.RtnhF.RTNH_F_PERVASIVE;
import static org.netlink4j.rtnetlink.route.RtnhF.RTNH_F_TRAP;
import static org.netlink4j.rtnetlink.route.RtnhF.RTNH_F_UNRESOLVED;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.netlink4j.rtnetlink.encap.Encap;
import org.netlink4j.rtnetlink.encap.LwtunnelEncap;
import org.netlink4j.rtnetlink.link.LinkIndex;

/** What routes, their ways and next-hop objects have in common. */
final class WayJson {
    private static final Map<Integer, String> FLAGS = new LinkedHashMap<>();

    static {
        FLAGS.put(RTNH_F_DEAD, "dead");
        FLAGS.put(RTNH_F_ONLINK, "onlink");
        FLAGS.put(RTNH_F_PERVASIVE, "pervasive");
        FLAGS.put(RTNH_F_OFFLOAD, "offload");
        FLAGS.put(RTNH_F_TRAP, "trap");
        FLAGS.put(RTM_F_NOTIFY, "notify");
        FLAGS.put(RTNH_F_LINKDOWN, "linkdown");
        FLAGS.put(RTNH_F_UNRESOLVED, "unresolved");
        FLAGS.put(RTM_F_OFFLOAD, "rt_offload");
        FLAGS.put(RTM_F_TRAP, "rt_trap");
        FLAGS.put(RTM_F_OFFLOAD_FAILED, "rt_offload_failed");
    }

    private static final Map<Integer, String> ENCAPS = Map.of(
            LwtunnelEncap.LWTUNNEL_ENCAP_MPLS, "mpls", LwtunnelEncap.LWTUNNEL_ENCAP_IP, "ip",
            LwtunnelEncap.LWTUNNEL_ENCAP_ILA, "ila", LwtunnelEncap.LWTUNNEL_ENCAP_IP6, "ip6",
            LwtunnelEncap.LWTUNNEL_ENCAP_SEG6, "seg6", LwtunnelEncap.LWTUNNEL_ENCAP_BPF, "bpf",
            LwtunnelEncap.LWTUNNEL_ENCAP_SEG6_LOCAL, "seg6local", LwtunnelEncap.LWTUNNEL_ENCAP_RPL, "rpl",
            LwtunnelEncap.LWTUNNEL_ENCAP_IOAM6, "ioam6", LwtunnelEncap.LWTUNNEL_ENCAP_XFRM, "xfrm");

    /** Members of encapsulations that are tables of routes. */
    private static final List<String> TABLES = List.of("table", "vrftable");

    private final OtherLinks links;
    private final Names tables = Names.tables();

    WayJson(OtherLinks links) {
        this.links = links;
    }

    String device(int index) {
        return links.name(index);
    }

    static List<String> flags(int flags) {
        return FLAGS.entrySet().stream().filter(flag -> (flags & flag.getKey()) != 0).map(Map.Entry::getValue).toList();
    }

    /** Adds an encapsulation, of whose members those get a prefix whose key is taken: ip prints such keys twice. */
    void encap(Map<String, Object> members, Encap encap) {
        members.put("encap", ENCAPS.getOrDefault(encap.type(), "unknown"));
        encap.data().values().forEach((key, value) -> members.put(members.containsKey(key) ? "encap_" + key : key, named(key, value)));
    }

    private Object named(String key, Object value) {
        return switch (value) {
            case LinkIndex index -> links.name(index.value());
            case Number table when TABLES.contains(key) -> tables.name(table.longValue());
            default -> value;
        };
    }
}
