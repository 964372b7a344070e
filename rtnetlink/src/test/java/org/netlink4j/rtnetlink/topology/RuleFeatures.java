package org.netlink4j.rtnetlink.topology;

import static org.netlink4j.rtnetlink.IpFamily.AF_INET;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET6;

import java.util.List;
import java.util.Map;
import org.netlink4j.core.IpAddress;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.rule.Fra;
import org.netlink4j.rtnetlink.rule.FrAct;
import org.netlink4j.rtnetlink.rule.RuleSpec;

/** Routing rules. */
final class RuleFeatures {
    static final List<Feature> RULES = List.of(
            Feature.of("IPv4 rule", draw -> rule(draw, false)),
            Feature.of("IPv6 rule", draw -> rule(draw, true)),
            Feature.of("rule that ends", RuleFeatures::ending),
            Feature.of("rule that jumps", RuleFeatures::jump),
            Feature.of("rule of VRFs", RuleFeatures::vrf));

    private static final Map<String, Integer> ENDS = Map.of(
            "blackhole", FrAct.FR_ACT_BLACKHOLE, "unreachable", FrAct.FR_ACT_UNREACHABLE, "prohibit", FrAct.FR_ACT_PROHIBIT,
            "nop", FrAct.FR_ACT_NOP);

    private RuleFeatures() {}

    private static Step rule(Wanted<RuleSpec> wanted) {
        Tool tool = wanted.spec().header().family() == AF_INET6 ? Tool.IP6 : Tool.IP;
        return new Step(tool, "rule add " + wanted.words(), rtnetlink -> rtnetlink.rules().create(wanted.spec()));
    }

    private static Wanted<RuleSpec> at(Draw draw, int family) {
        int priority = draw.next();
        return new Wanted<>("pref " + priority, RuleSpec.of(family).priority(priority));
    }

    private static Wanted<RuleSpec> selecting(Draw draw, boolean six) {
        IpAddress source = six ? draw.six("2001:db8:6") : draw.four("10.70");
        IpPrefix from = IpPrefix.of(source);
        IpPrefix to = IpPrefix.of(six ? draw.six("2001:db8:6") : draw.four("10.70"));
        int low = draw.between(1, 30_000);
        int high = draw.between(30_001, 65_535);
        return at(draw, six ? AF_INET6 : AF_INET).with("from " + from, spec -> spec.source(from))
                .maybe(draw, "to " + to, spec -> spec.destination(to))
                .maybe(draw, "iif lo", spec -> spec.incoming("lo"))
                .maybe(draw, "oif nobody", spec -> spec.outgoing("nobody"))
                .maybe(draw, "tos 0x10", spec -> spec.service(0x10))
                .maybe(draw, "fwmark " + low + "/0xffff", spec -> spec.mark(low).markMask(0xffff))
                .maybe(draw, "uidrange " + low + "-" + high, spec -> spec.users(low, high))
                .maybe(draw, "ipproto tcp", spec -> spec.ipProtocol(6))
                .maybe(draw, "sport " + low, spec -> spec.sourcePorts(low, low))
                .maybe(draw, "dport " + low + "-" + high, spec -> spec.destinationPorts(low, high))
                .maybe(draw, "tun_id", 1, 1000, (spec, n) -> spec.with(all -> all.with(Fra.FRA_TUN_ID, n)))
                .maybe(draw, "protocol", 3, 255, RuleSpec::protocol);
    }

    private static Step rule(Draw draw, boolean six) {
        Wanted<RuleSpec> wanted = selecting(draw, six);
        int table = draw.between(1, 2000);
        return rule((draw.flip() ? new Wanted<>("not " + wanted.words(), wanted.spec().inverted()) : wanted)
                .with("table " + table, spec -> spec.table(table))
                .maybe(draw, "suppress_prefixlength", 0, 24, (spec, n) -> spec.with(all -> all.with(Fra.FRA_SUPPRESS_PREFIXLEN, n)))
                .maybe(draw, "suppress_ifgroup", 1, 9, (spec, n) -> spec.with(all -> all.with(Fra.FRA_SUPPRESS_IFGROUP, n))));
    }

    private static Step ending(Draw draw) {
        String word = draw.one(ENDS.keySet().stream().sorted().toList());
        return rule(selecting(draw, draw.flip()).with(word, spec -> spec.action(ENDS.get(word))));
    }

    private static Step jump(Draw draw) {
        int target = 20_000 + draw.next();
        return rule(selecting(draw, draw.flip()).with("goto " + target, spec -> spec.target(target)));
    }

    private static Step vrf(Draw draw) {
        return rule(at(draw, AF_INET).with("l3mdev", RuleSpec::vrf));
    }
}
