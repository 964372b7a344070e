package org.netlink4j.rtnetlink;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_EXCL;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REPLACE;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET6;
import static org.netlink4j.rtnetlink.IpFamily.AF_UNSPEC;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_IPV4_IFADDR;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_IPV4_RULE;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_IPV6_IFADDR;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_IPV6_RULE;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_LINK;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_NEIGH;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_NEXTHOP;

import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Request;
import org.netlink4j.rtnetlink.address.Address;
import org.netlink4j.rtnetlink.address.AddressSpec;
import org.netlink4j.rtnetlink.address.Addresses;
import org.netlink4j.rtnetlink.address.IfaF;
import org.netlink4j.rtnetlink.link.Bridge;
import org.netlink4j.rtnetlink.link.BridgePort;
import org.netlink4j.rtnetlink.link.Ifb;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Links;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.rtnetlink.neighbour.Neighbour;
import org.netlink4j.rtnetlink.neighbour.NeighbourSpec;
import org.netlink4j.rtnetlink.neighbour.Neighbours;
import org.netlink4j.rtnetlink.neighbour.Nud;
import org.netlink4j.rtnetlink.nexthop.NextHopFilter;
import org.netlink4j.rtnetlink.nexthop.NextHopObject;
import org.netlink4j.rtnetlink.nexthop.NextHopSpec;
import org.netlink4j.rtnetlink.nexthop.NextHops;
import org.netlink4j.rtnetlink.rule.Rule;
import org.netlink4j.rtnetlink.rule.RuleSpec;
import org.netlink4j.rtnetlink.rule.Rules;
import org.netlink4j.testkit.KernelTest;

/** Links, addresses, neighbours, rules and next hops are known as the kernel has them, however fast they change. */
@KernelTest
class ChurnIT extends InNamespace {
    private static final int BR0 = 1010;
    private static final int V0 = 1011;
    private static final int TOGGLED = 1020;
    private static final int MADE = 1100;

    @BeforeEach
    void open() throws NetlinkException {
        rtnetlink.links().create(LinkSpec.named("br0").index(BR0).up().kind(new Bridge()));
        rtnetlink.links().create(LinkSpec.named("toggled").index(TOGGLED).kind(new Ifb()));
        rtnetlink.links().create(LinkSpec.named("v0").index(V0).kind(Veth.withPeer(LinkSpec.named("v1").index(V0 + 1))));
        rtnetlink.links().setUp(V0);
        rtnetlink.links().setUp(V0 + 1);
    }

    @Test
    void links() throws NetlinkException {
        new Churn<>(Links.watched(), Set.of(RTNLGRP_LINK), Link::index, ChurnIT::link,
                () -> rtnetlink.links().list().stream().collect(Collectors.toMap(Link::index, Function.identity())))
                .run(namespace, client);
    }

    /** Devices come and go in the time of a thousand other changes. Of those that are down, the kernel does not tell all. */
    private static Request link(Random random) {
        int which = random.nextInt(3);
        LinkSpec some = LinkSpec.indexed(which == 0 ? BR0 : V0 + which - 1);
        return switch (random.nextInt(1000)) {
            case 0, 1, 2, 3, 4, 5 -> Request.of(Rtm.RTM_NEWLINK, LinkSpec.named("made" + which).index(MADE + which).kind(new Ifb()))
                    .flags(NLM_F_CREATE | NLM_F_EXCL);
            case 6, 7, 8 -> Request.of(Rtm.RTM_DELLINK, LinkSpec.indexed(MADE + which));
            case 9, 10, 11, 12 -> Request.of(Rtm.RTM_NEWLINK, LinkSpec.indexed(V0).master(random.nextBoolean() ? BR0 : 0));
            case 13, 14, 15 -> Request.of(Rtm.RTM_NEWLINK, LinkSpec.indexed(TOGGLED).down());
            case 16, 17, 18 -> Request.of(Rtm.RTM_NEWLINK, LinkSpec.indexed(TOGGLED).up());
            case 19, 20, 21 -> Request.of(Rtm.RTM_NEWLINK, LinkSpec.indexed(TOGGLED).mtu(1280 + random.nextInt(200)));
            default -> switch (random.nextInt(6)) {
                case 0 -> Request.of(Rtm.RTM_NEWLINK, some.mtu(1280 + random.nextInt(200)));
                case 1 -> Request.of(Rtm.RTM_NEWLINK, some.txQueueLength(random.nextInt(2000)));
                case 2 -> Request.of(Rtm.RTM_NEWLINK, some.alias("alias" + random.nextInt(100)));
                case 3 -> Request.of(Rtm.RTM_NEWLINK, some.address(new MacAddress(0x0200_0000_0000L | random.nextInt(1000))));
                case 4 -> Request.of(Rtm.RTM_NEWLINK, LinkSpec.indexed(V0).port(new BridgePort().learning(random.nextBoolean())));
                default -> Request.of(Rtm.RTM_NEWLINK, some.group(random.nextInt(100)));
            };
        };
    }

    @Test
    void addresses() throws NetlinkException {
        new Churn<>(Addresses.watched(), Set.of(RTNLGRP_IPV4_IFADDR, RTNLGRP_IPV6_IFADDR), Address::key, ChurnIT::address,
                () -> rtnetlink.addresses().list().stream().collect(Collectors.toMap(Address::key, Function.identity())))
                .run(namespace, client);
    }

    private static Request address(Random random) {
        int host = 1 + random.nextInt(150);
        IpAddress address = random.nextBoolean() ? new Ipv4Address(0x0a00_0000 | host) : new Ipv6Address(0x20010db8_00000000L, host);
        AddressSpec spec = AddressSpec.of(random.nextBoolean() ? V0 : V0 + 1, new IpPrefix(address, address instanceof Ipv4Address ? 24 : 64))
                .flags(IfaF.IFA_F_NODAD);
        return switch (random.nextInt(5)) {
            case 0, 1 -> Request.of(Rtm.RTM_NEWADDR, spec).flags(NLM_F_CREATE | NLM_F_EXCL);
            case 2 -> Request.of(Rtm.RTM_NEWADDR, spec.lifetimes(1000 + random.nextInt(1000), 500)).flags(NLM_F_CREATE | NLM_F_REPLACE);
            default -> Request.of(Rtm.RTM_DELADDR, spec);
        };
    }

    @Test
    void neighbours() throws NetlinkException {
        new Churn<>(Neighbours.watched(), Set.of(RTNLGRP_NEIGH), Neighbour::key, ChurnIT::neighbour,
                () -> rtnetlink.neighbours().list().stream()
                        .filter(neighbour -> neighbour.header().state() != Nud.NUD_NOARP)
                        .collect(Collectors.toMap(Neighbour::key, Function.identity())))
                .run(namespace, client);
    }

    private static Request neighbour(Random random) {
        int host = 1 + random.nextInt(150);
        IpAddress address = random.nextBoolean() ? new Ipv4Address(0x0a00_0000 | host) : new Ipv6Address(0x20010db8_00000000L, host);
        NeighbourSpec which = NeighbourSpec.of(random.nextBoolean() ? V0 : V0 + 1, address);
        NeighbourSpec spec = which.address(new MacAddress(0x0200_0000_0000L | random.nextInt(20)));
        return switch (random.nextInt(5)) {
            case 0, 1 -> Request.of(Rtm.RTM_NEWNEIGH, spec).flags(NLM_F_CREATE | NLM_F_EXCL);
            case 2 -> Request.of(Rtm.RTM_NEWNEIGH, spec).flags(NLM_F_CREATE | NLM_F_REPLACE);
            default -> Request.of(Rtm.RTM_DELNEIGH, which);
        };
    }

    @Test
    void rules() throws NetlinkException {
        new Churn<>(Rules.watched(), Set.of(RTNLGRP_IPV4_RULE, RTNLGRP_IPV6_RULE), Rule::key, ChurnIT::rule,
                () -> rtnetlink.rules().list(AF_UNSPEC).stream().collect(Collectors.toMap(Rule::key, Function.identity())))
                .run(namespace, client);
    }

    private static Request rule(Random random) {
        RuleSpec spec = RuleSpec.of(random.nextBoolean() ? AF_INET : AF_INET6).priority(1 + random.nextInt(100))
                .table(100 + random.nextInt(3)).mark(random.nextInt(2));
        return random.nextBoolean()
                ? Request.of(Rtm.RTM_NEWRULE, spec).flags(NLM_F_CREATE | NLM_F_EXCL)
                : Request.of(Rtm.RTM_DELRULE, spec);
    }

    @Test
    void nextHops() throws NetlinkException {
        rtnetlink.addresses().create(AddressSpec.of(V0, new IpPrefix(new Ipv4Address(0x0a00_0001), 24)));
        new Churn<>(NextHops.watched(), Set.of(RTNLGRP_NEXTHOP, RTNLGRP_LINK), NextHopObject::id, ChurnIT::nextHop,
                () -> rtnetlink.nextHops().list(NextHopFilter.ALL).stream().collect(Collectors.toMap(NextHopObject::id, Function.identity())))
                .run(namespace, client);
    }

    /** Few deletions: for each of them the kernel waits some milliseconds. */
    private static Request nextHop(Random random) {
        NextHopSpec which = NextHopSpec.of(1 + random.nextInt(150));
        return random.nextInt(200) == 0
                ? Request.of(Rtm.RTM_DELNEXTHOP, which)
                : Request.of(Rtm.RTM_NEWNEXTHOP, which.device(V0).gateway(new Ipv4Address(0x0a00_0002 + random.nextInt(200))))
                        .flags(NLM_F_CREATE | NLM_F_REPLACE);
    }
}
