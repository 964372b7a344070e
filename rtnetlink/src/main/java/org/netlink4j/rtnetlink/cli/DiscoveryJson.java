package org.netlink4j.rtnetlink.cli;

import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNDUSEROPT;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWPREFIX;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_IPV6_PREFIX;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_ND_USEROPT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.netlink4j.rtnetlink.address.AnnouncedPrefix;
import org.netlink4j.rtnetlink.neighbour.DiscoveryOption;

/** What routers announce and the kernel passes on: events only. */
final class DiscoveryJson {
    static final EventKind PREFIXES = EventKind.of(
            "prefix",
            RTM_NEWPREFIX,
            Set.of(RTNLGRP_IPV6_PREFIX),
            List.of("prefix", "dev", "onlink", "autoconf", "valid_lft", "preferred_lft"),
            links -> message -> prefix(AnnouncedPrefix.decode(message), links));

    static final EventKind OPTIONS = EventKind.of(
            "nduseropt",
            RTM_NEWNDUSEROPT,
            Set.of(RTNLGRP_ND_USEROPT),
            List.of("dev", "router", "icmp_type", "option"),
            links -> message -> option(DiscoveryOption.decode(message), links));

    private DiscoveryJson() {}

    private static Map<String, Object> prefix(AnnouncedPrefix announced, OtherLinks links) {
        Map<String, Object> members = new LinkedHashMap<>();
        announced.prefix().ifPresent(prefix -> members.put("prefix", prefix.address() + "/" + prefix.length()));
        members.put("dev", links.name(announced.header().index()));
        members.put("onlink", announced.isOnLink());
        members.put("autoconf", announced.isAutonomous());
        announced.validLifetime().ifPresent(seconds -> members.put("valid_lft", seconds));
        announced.preferredLifetime().ifPresent(seconds -> members.put("preferred_lft", seconds));
        return members;
    }

    private static Map<String, Object> option(DiscoveryOption option, OtherLinks links) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("dev", links.name(option.index()));
        option.router().ifPresent(router -> members.put("router", router.toString()));
        members.put("icmp_type", option.icmpType());
        members.put("icmp_code", option.icmpCode());
        members.put("option", option.option().toString());
        return members;
    }
}
