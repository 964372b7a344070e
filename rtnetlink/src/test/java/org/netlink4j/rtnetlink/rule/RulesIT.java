package org.netlink4j.rtnetlink.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET6;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELRULE;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWRULE;
import static org.netlink4j.rtnetlink.link.IpRequests.CHANGE;
import static org.netlink4j.rtnetlink.link.IpRequests.NEW;
import static org.netlink4j.rtnetlink.rule.FibRule.FIB_RULE_IIF_DETACHED;
import static org.netlink4j.rtnetlink.rule.FibRule.FIB_RULE_UNRESOLVED;
import static org.netlink4j.rtnetlink.rule.FrAct.FR_ACT_PROHIBIT;
import static org.netlink4j.rtnetlink.rule.FrAct.FR_ACT_TO_TBL;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Watch;
import org.netlink4j.core.client.WatchEvent;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.rtnetlink.InNamespace;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.IpRequests;
import org.netlink4j.testkit.HeaderConstants;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

@KernelTest
class RulesIT extends InNamespace {
    private static final int RTNLGRP_IPV4_RULE = 8;
    private static final int RTNLGRP_IPV6_RULE = 19;
    private static final IpPrefix FROM = IpPrefix.parse("10.0.0.0/8");
    private static final IpPrefix TO = IpPrefix.parse("11.0.0.0/8");

    private Rules rules;

    @BeforeEach
    void open() throws NetlinkException {
        rules = rtnetlink.rules();
    }

    @Test
    void createsAndDeletes() throws NetlinkException {
        RuleSpec spec = RuleSpec.of(AF_INET).priority(7).source(FROM).destination(TO).incoming("gone").outgoing("lo").service(0x10)
                .mark(1).markMask(0xff).table(1000).protocol(77).users(0, 0).ipProtocol(6).sourcePorts(10, 10).destinationPorts(5, 9);
        rules.create(spec);
        Rule rule = rules.get(AF_INET, 7).orElseThrow();
        assertEquals(Optional.of(FROM), rule.source());
        assertEquals(Optional.of(TO), rule.destination());
        assertEquals(Optional.of("gone"), rule.incoming());
        assertEquals(Optional.of("lo"), rule.outgoing());
        assertEquals(FIB_RULE_IIF_DETACHED, rule.flags());
        assertEquals(0, rule.key().flags());
        assertEquals(OptionalInt.of(1), rule.mark());
        assertEquals(OptionalInt.of(0xff), rule.markMask());
        assertEquals(1000, rule.table());
        assertEquals(FR_ACT_TO_TBL, rule.action());
        assertEquals(OptionalInt.of(77), rule.protocol());
        assertEquals(Errno.EEXIST, assertThrows(KernelException.class, () -> rules.create(spec)).errno());
        rules.delete(spec);
        assertEquals(Optional.empty(), rules.get(AF_INET, 7));
        assertEquals(Errno.ENOENT, assertThrows(KernelException.class, () -> rules.delete(spec)).errno());
    }

    @Test
    void goesOnWithAnotherRule() throws NetlinkException {
        rules.create(RuleSpec.of(AF_INET6).priority(7).target(9).inverted());
        Rule rule = rules.get(AF_INET6, 7).orElseThrow();
        assertEquals(OptionalLong.of(9), rule.target());
        assertTrue((rule.flags() & FIB_RULE_UNRESOLVED) != 0);
        assertEquals(Optional.empty(), rules.get(AF_INET, 7));
        assertTrue(rules.list(0).contains(rule));
    }

    @Test
    void watches() throws NetlinkException {
        try (NetlinkClient client = NetlinkClient.open(Rtnetlink.PROTOCOL, namespace);
                EventStream events = EventStream.open(
                        Rtnetlink.PROTOCOL, Set.of(RTNLGRP_IPV4_RULE, RTNLGRP_IPV6_RULE), SocketOptions.DEFAULT, namespace);
                Watch<Rule, Rule> watch = Watch.open(events, client, Rules.watched())) {
            int before = watch.objects().size();
            RuleSpec spec = RuleSpec.of(AF_INET).priority(7).source(FROM).incoming("gone").table(1000);
            rules.create(spec);
            Rule rule = rules.get(AF_INET, 7).orElseThrow();
            assertEquals(new WatchEvent.Appeared<>(rule), watch.next(Duration.ofSeconds(5)).orElseThrow());
            assertEquals(before + 1, watch.objects().size());
            rules.delete(spec);
            assertEquals(new WatchEvent.Disappeared<>(rule), watch.next(Duration.ofSeconds(5)).orElseThrow());
            assertEquals(before, watch.objects().size());
        }
    }

    @Test
    @NeedsCommand({"ip", "strace"})
    void asksAsIpDoes() {
        IpRequests requests = new IpRequests(namespace);
        RuleSpec spec = RuleSpec.of(AF_INET);
        requests.same("ip rule add from 10.0.0.0/8 to 11.0.0.0/8 iif v0 oif vx tos 0x10 fwmark 1/0xff table 1000 pref 7", RTM_NEWRULE,
                NEW, spec.source(FROM).destination(TO).incoming("v0").outgoing("vx").service(0x10).mark(1).markMask(0xff).table(1000)
                        .priority(7));
        requests.same("ip rule add pref 5 goto 32766", RTM_NEWRULE, NEW, spec.priority(5).target(32766));
        requests.same("ip rule add pref 8 prohibit", RTM_NEWRULE, NEW, spec.priority(8).action(FR_ACT_PROHIBIT));
        requests.same("ip rule add not from 10.0.0.0/8 table 5 protocol 77", RTM_NEWRULE, NEW,
                spec.inverted().source(FROM).table(5).protocol(77));
        requests.same("ip rule add uidrange 0-0 ipproto tcp sport 10 dport 5-9 table main", RTM_NEWRULE, NEW,
                spec.users(0, 0).ipProtocol(6).sourcePorts(10, 10).destinationPorts(5, 9).table(254));
        requests.same("ip rule add pref 9 l3mdev", RTM_NEWRULE, NEW, spec.priority(9).vrf());
        requests.same("ip rule del pref 8", RTM_DELRULE, CHANGE, spec.priority(8));
    }

    @Test
    void constantsAreThoseOfTheHeader() {
        HeaderConstants.assertHolder(FibRule.class, "linux/fib_rules.h");
        HeaderConstants.assertHolder(FrAct.class, "linux/fib_rules.h");
    }
}
