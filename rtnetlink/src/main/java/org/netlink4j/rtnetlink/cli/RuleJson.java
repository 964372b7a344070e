package org.netlink4j.rtnetlink.cli;

import static org.netlink4j.rtnetlink.IpFamily.AF_INET;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET6;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWRULE;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_IPV4_RULE;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_IPV6_RULE;
import static org.netlink4j.rtnetlink.rule.FibRule.FIB_RULE_IIF_DETACHED;
import static org.netlink4j.rtnetlink.rule.FibRule.FIB_RULE_INVERT;
import static org.netlink4j.rtnetlink.rule.FibRule.FIB_RULE_OIF_DETACHED;
import static org.netlink4j.rtnetlink.rule.FibRule.FIB_RULE_UNRESOLVED;
import static org.netlink4j.rtnetlink.rule.FrAct.FR_ACT_BLACKHOLE;
import static org.netlink4j.rtnetlink.rule.FrAct.FR_ACT_GOTO;
import static org.netlink4j.rtnetlink.rule.FrAct.FR_ACT_NOP;
import static org.netlink4j.rtnetlink.rule.FrAct.FR_ACT_PROHIBIT;
import static org.netlink4j.rtnetlink.rule.FrAct.FR_ACT_TO_TBL;
import static org.netlink4j.rtnetlink.rule.FrAct.FR_ACT_UNREACHABLE;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_FLOW;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_IP_PROTO;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_L3MDEV;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_SUPPRESS_IFGROUP;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.LinkGroup;
import org.netlink4j.rtnetlink.rule.Rule;

/** Routing rules as {@code ip -json -details rule show} prints them. */
final class RuleJson {
    private static final String SIX = "-6";

    static final ObjectList COMMAND = new ObjectList(
            """
            rule list [-6] [--json]

              the routing rules of IPv4 in this network namespace, one line each

              -6        those of IPv6
              --json    the keys and values of "ip -json -details rule show"
            """,
            Set.of(SIX),
            Set.of(),
            List.of("priority", "src", "srclen", "dst", "dstlen", "iif", "oif", "fwmark", "table", "action", "goto", "protocol"),
            RuleJson::list);

    static final EventKind EVENTS =
            EventKind.of("rule", RTM_NEWRULE, Set.of(RTNLGRP_IPV4_RULE, RTNLGRP_IPV6_RULE), COMMAND.columns(), _ -> {
                RuleJson view = new RuleJson();
                return message -> view.of(Rule.decode(message));
            });

    private static final Map<Integer, String> ACTIONS =
            Map.of(FR_ACT_BLACKHOLE, "blackhole", FR_ACT_UNREACHABLE, "unreachable", FR_ACT_PROHIBIT, "prohibit");

    private static final Map<Integer, String> IP_PROTOCOLS =
            Map.of(1, "icmp", 6, "tcp", 17, "udp", 47, "gre", 50, "esp", 51, "ah", 58, "ipv6-icmp", 132, "sctp");

    private static final long NO_GROUP = 0xffff_ffffL;

    private final Names protocols = Names.protocols();
    private final Names services = Names.services();
    private final Names tables = Names.tables();
    private final Names realms = Names.realms();
    private final GroupNames groups = GroupNames.ofSystem();

    private static List<Map<String, Object>> list(Rtnetlink rtnetlink, Arguments arguments) throws NetlinkException {
        arguments.noOperands();
        RuleJson view = new RuleJson();
        return rtnetlink.rules().list(arguments.has(SIX) ? AF_INET6 : AF_INET).stream().map(view::of).toList();
    }

    /** The members of the JSON object of a rule. */
    Map<String, Object> of(Rule rule) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("priority", rule.priority());
        mark(members, rule, FIB_RULE_INVERT, "not");
        rule.source().ifPresentOrElse(source -> prefix(members, "src", source), () -> members.put("src", "all"));
        rule.destination().ifPresent(destination -> prefix(members, "dst", destination));
        members.putAll(rule.attributes().values());
        mark(members, rule, FIB_RULE_IIF_DETACHED, "iif_detached");
        mark(members, rule, FIB_RULE_OIF_DETACHED, "oif_detached");
        if (rule.header().service() != 0) {
            members.put("tos", services.name(rule.header().service(), "0x%02x".formatted(rule.header().service())));
        }
        rule.mark().ifPresent(mark -> members.put("fwmark", "0x" + Integer.toHexString(mark)));
        rule.markMask().stream().filter(mask -> mask != -1)
                .forEach(mask -> members.put("fwmask", "0x" + Integer.toHexString(mask)));
        rule.attributes().integer(FRA_L3MDEV).stream().filter(on -> on != 0)
                .forEach(_ -> members.put("l3mdev", Optional.empty()));
        rule.attributes().integer(FRA_IP_PROTO)
                .ifPresent(number -> members.put("ipproto", IP_PROTOCOLS.getOrDefault(number, "ipproto-" + number)));
        rule.attributes().number(FRA_SUPPRESS_IFGROUP).stream().filter(group -> group != NO_GROUP)
                .forEach(group -> members.put("suppress_ifgroup", groups.name(new LinkGroup(group))));
        realms(members, rule.attributes().integer(FRA_FLOW));
        action(members, rule);
        rule.protocol().ifPresent(protocol -> members.put("protocol", protocols.name(protocol)));
        return members;
    }

    private static void mark(Map<String, Object> members, Rule rule, int flag, String key) {
        if ((rule.flags() & flag) != 0) {
            members.put(key, Optional.empty());
        }
    }

    private static void prefix(Map<String, Object> members, String key, IpPrefix prefix) {
        members.put(key, prefix.address().toString());
        if (!prefix.isHost()) {
            members.put(key + "len", prefix.length());
        }
    }

    /** That of the source is in the high half. */
    private void realms(Map<String, Object> members, OptionalInt both) {
        if (both.isPresent()) {
            int from = both.getAsInt() >>> Short.SIZE;
            if (from != 0) {
                members.put("flow_from", realms.name(from));
            }
            members.put("flow_to", realms.name(both.getAsInt() & 0xffff));
        }
    }

    private void action(Map<String, Object> members, Rule rule) {
        switch (rule.action()) {
            case FR_ACT_TO_TBL -> {
                if (rule.table() != 0) {
                    members.put("table", tables.name(rule.table()));
                }
            }
            case FR_ACT_GOTO -> {
                rule.target().ifPresentOrElse(target -> members.put("goto", target), () -> members.put("goto", "none"));
                mark(members, rule, FIB_RULE_UNRESOLVED, "unresolved");
            }
            case FR_ACT_NOP -> members.put("nop", Optional.empty());
            default -> members.put("action", ACTIONS.getOrDefault(rule.action(), Integer.toString(rule.action())));
        }
    }
}
