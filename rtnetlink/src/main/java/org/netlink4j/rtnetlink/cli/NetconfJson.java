package org.netlink4j.rtnetlink.cli;

import static org.netlink4j.rtnetlink.IpFamily.AF_INET;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET6;
import static org.netlink4j.rtnetlink.IpFamily.AF_MPLS;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNETCONF;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_IPV4_NETCONF;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_IPV6_NETCONF;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_MPLS_NETCONF;
import static org.netlink4j.rtnetlink.netconf.Netconfa.NETCONFA_BC_FORWARDING;
import static org.netlink4j.rtnetlink.netconf.Netconfa.NETCONFA_FORCE_FORWARDING;
import static org.netlink4j.rtnetlink.netconf.Netconfa.NETCONFA_FORWARDING;
import static org.netlink4j.rtnetlink.netconf.Netconfa.NETCONFA_IFINDEX_ALL;
import static org.netlink4j.rtnetlink.netconf.Netconfa.NETCONFA_IFINDEX_DEFAULT;
import static org.netlink4j.rtnetlink.netconf.Netconfa.NETCONFA_IGNORE_ROUTES_WITH_LINKDOWN;
import static org.netlink4j.rtnetlink.netconf.Netconfa.NETCONFA_INPUT;
import static org.netlink4j.rtnetlink.netconf.Netconfa.NETCONFA_MC_FORWARDING;
import static org.netlink4j.rtnetlink.netconf.Netconfa.NETCONFA_PROXY_NEIGH;
import static org.netlink4j.rtnetlink.netconf.Netconfa.NETCONFA_RP_FILTER;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.netconf.Netconf;

/** Settings of devices as {@code ip -json netconf} prints them. */
final class NetconfJson {
    static final ObjectList COMMAND = new ObjectList(
            """
            netconf list [--json]

              the settings of IPv4, IPv6 and MPLS for the devices of this network namespace, for all, and for new ones, one
              line each

              --json    the keys and values of "ip -json netconf"; and "bc_forwarding", "force_forwarding" and those of MPLS
            """,
            Set.of(),
            Set.of(),
            List.of("family", "interface", "forwarding", "rp_filter", "mc_forwarding", "proxy_neigh"),
            NetconfJson::list);

    static final EventKind EVENTS = EventKind.of(
            "netconf",
            RTM_NEWNETCONF,
            Set.of(RTNLGRP_IPV4_NETCONF, RTNLGRP_IPV6_NETCONF, RTNLGRP_MPLS_NETCONF),
            COMMAND.columns(),
            links -> message -> of(Netconf.decode(message), links));

    private static final Map<Integer, String> SWITCHES = new LinkedHashMap<>();

    private static final List<String> REVERSE_PATH_FILTERS = List.of("off", "strict", "loose");

    static {
        SWITCHES.put(NETCONFA_FORWARDING, "forwarding");
        SWITCHES.put(NETCONFA_MC_FORWARDING, "mc_forwarding");
        SWITCHES.put(NETCONFA_BC_FORWARDING, "bc_forwarding");
        SWITCHES.put(NETCONFA_PROXY_NEIGH, "proxy_neigh");
        SWITCHES.put(NETCONFA_IGNORE_ROUTES_WITH_LINKDOWN, "ignore_routes_with_linkdown");
        SWITCHES.put(NETCONFA_INPUT, "input");
        SWITCHES.put(NETCONFA_FORCE_FORWARDING, "force_forwarding");
    }

    private NetconfJson() {}

    private static List<Map<String, Object>> list(Rtnetlink rtnetlink, Arguments arguments) throws NetlinkException {
        arguments.noOperands();
        OtherLinks links = new OtherLinks(rtnetlink.links(), List.of());
        List<Map<String, Object>> settings = new ArrayList<>();
        for (int family : new int[] {AF_INET, AF_INET6, AF_MPLS}) {
            rtnetlink.netconf().list(family).forEach(some -> settings.add(of(some, links)));
        }
        return settings;
    }

    private static Map<String, Object> of(Netconf settings, OtherLinks links) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("family", Families.word(settings.family()));
        settings.index().ifPresent(index -> members.put("interface", switch (index) {
            case NETCONFA_IFINDEX_ALL -> "all";
            case NETCONFA_IFINDEX_DEFAULT -> "default";
            default -> links.name(index);
        }));
        settings.attributes().integer(NETCONFA_RP_FILTER).ifPresent(filter -> members.put(
                "rp_filter",
                filter >= 0 && filter < REVERSE_PATH_FILTERS.size() ? REVERSE_PATH_FILTERS.get(filter) : Integer.toString(filter)));
        SWITCHES.forEach((number, key) -> settings.isOn(number).ifPresent(on -> members.put(key, on)));
        return members;
    }
}
