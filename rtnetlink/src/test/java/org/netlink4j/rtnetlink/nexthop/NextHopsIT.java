package org.netlink4j.rtnetlink.nexthop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_DUMP;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REPLACE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REQUEST;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET6;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELNEXTHOP;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETNEXTHOP;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETNEXTHOPBUCKET;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNEXTHOP;
import static org.netlink4j.rtnetlink.link.IpRequests.CHANGE;
import static org.netlink4j.rtnetlink.link.IpRequests.NEW;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.Errno;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.InNamespace;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.address.AddressSpec;
import org.netlink4j.rtnetlink.address.IfaF;
import org.netlink4j.rtnetlink.encap.IpEncap;
import org.netlink4j.rtnetlink.encap.LwtunnelIp;
import org.netlink4j.rtnetlink.link.Bridge;
import org.netlink4j.rtnetlink.link.IpRequests;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.rtnetlink.route.RouteSpec;
import org.netlink4j.rtnetlink.route.RtnhF;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

@KernelTest
class NextHopsIT extends InNamespace {
    private static final int V0 = 1010;
    private static final int B0 = 1020;
    private static final int DUMP = NLM_F_REQUEST | NLM_F_DUMP;
    private static final IpAddress VIA = IpAddress.parse("10.0.0.2");
    private static final IpAddress VIA6 = IpAddress.parse("2001:db8::2");
    private static final IpPrefix FOUR = IpPrefix.parse("10.5.0.0/16");
    private static final NextHopSpec FIRST = NextHopSpec.of(1).gateway(VIA).device(V0);
    private static final NextHopSpec SECOND = NextHopSpec.of(2).gateway(IpAddress.parse("10.0.0.3")).device(V0);
    private static final NextHopSpec THIRD = NextHopSpec.of(3).gateway(VIA6).device(V0);

    private NextHops nextHops;

    @BeforeEach
    void open() throws NetlinkException {
        rtnetlink.links().create(LinkSpec.named("v0").index(V0).kind(Veth.withPeer(LinkSpec.named("v1").index(V0 + 1))));
        rtnetlink.links().setUp(1); // on which blackholes are
        rtnetlink.links().setUp(V0);
        rtnetlink.links().setUp(V0 + 1);
        rtnetlink.addresses().create(AddressSpec.of(V0, IpPrefix.parse("10.0.0.1/24")));
        rtnetlink.addresses().create(AddressSpec.of(V0, IpPrefix.parse("2001:db8::1/64")).flags(IfaF.IFA_F_NODAD));
        nextHops = rtnetlink.nextHops();
    }

    private List<Long> ids(NextHopFilter filter) throws NetlinkException {
        return nextHops.list(filter).stream().map(NextHopObject::id).toList();
    }

    @Test
    void createsReplacesAndDeletes() throws NetlinkException {
        nextHops.create(FIRST.protocol(4));
        NextHopObject object = nextHops.get(1);
        assertEquals(Optional.of(VIA), object.gateway());
        assertEquals(OptionalInt.of(V0), object.device());
        assertEquals(4, object.header().protocol());
        assertEquals(AF_INET, object.header().family());
        assertFalse(object.isBlackhole() || object.isForwarding() || object.isGroup());
        assertEquals(List.of(), object.members());
        assertEquals(Errno.EEXIST, assertThrows(KernelException.class, () -> nextHops.create(FIRST)).errno());
        nextHops.replace(FIRST.gateway(IpAddress.parse("10.9.9.9")).onLink());
        assertEquals(RtnhF.RTNH_F_ONLINK, nextHops.get(1).flags());
        nextHops.delete(1);
        assertEquals(Errno.ENOENT, assertThrows(KernelException.class, () -> nextHops.get(1)).errno());
        assertEquals(Errno.ENOENT, assertThrows(KernelException.class, () -> nextHops.delete(1)).errno());
    }

    @Test
    void findsAFreeId() throws NetlinkException {
        nextHops.create(FIRST);
        NextHopObject object = nextHops.createAny(NextHopSpec.ANY.blackhole());
        assertNotEquals(1, object.id());
        assertTrue(object.isBlackhole());
        assertEquals(object, nextHops.get(object.id()));
    }

    @Test
    void groupsHaveWeights() throws NetlinkException {
        nextHops.create(FIRST);
        nextHops.create(THIRD);
        List<NextHopMember> members = List.of(new NextHopMember(1, 255), NextHopMember.of(3));
        nextHops.create(NextHopSpec.of(7).group(members));
        NextHopObject group = nextHops.get(7);
        assertTrue(group.isGroup());
        assertEquals(members, group.members());
        assertEquals(Nha.NEXTHOP_GRP_TYPE_MPATH, group.groupType());
        assertEquals(Optional.empty(), group.resilient());
        rtnetlink.routes().create(RouteSpec.of(FOUR).nextHopId(7));
        assertEquals(OptionalInt.of(7), rtnetlink.routes().match(IpAddress.parse("10.5.0.1")).nextHopId());
        rtnetlink.routes().delete(rtnetlink.routes().match(IpAddress.parse("10.5.0.1")).spec());
    }

    /** Since Linux 6.12. */
    @Test
    void weightsMayBeLarge() throws NetlinkException {
        nextHops.create(FIRST);
        List<NextHopMember> members = List.of(new NextHopMember(1, 1000));
        try {
            nextHops.create(NextHopSpec.of(7).group(members));
        } catch (KernelException e) {
            assumeFalse(e.errno() == Errno.EINVAL, "this kernel is older than 6.12");
            throw e;
        }
        assertEquals(members, nextHops.get(7).members());
    }

    @Test
    void resilientGroupsHaveBuckets() throws NetlinkException {
        nextHops.create(FIRST);
        nextHops.create(SECOND);
        ResilientGroup setup = new ResilientGroup(8, 6000, 30000);
        nextHops.create(NextHopSpec.of(8).group(List.of(NextHopMember.of(1), NextHopMember.of(2))).resilient(setup));
        NextHopObject group = nextHops.get(8);
        assertEquals(Nha.NEXTHOP_GRP_TYPE_RES, group.groupType());
        assertEquals(Optional.of(setup), group.resilient());
        assertEquals(0, group.unbalancedTime().orElseThrow());
        List<NextHopBucket> buckets = nextHops.buckets(BucketFilter.ALL.group(8));
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7), buckets.stream().map(NextHopBucket::index).toList());
        assertEquals(4, nextHops.buckets(BucketFilter.ALL.member(2)).size());
        assertEquals(8, nextHops.buckets(BucketFilter.ALL.device(V0)).size());
        NextHopBucket last = nextHops.bucket(8, 7);
        assertEquals(List.of(8L, 7L, buckets.getLast().member()), List.of(last.group(), (long) last.index(), last.member()));
        assertTrue(last.idleTime() >= buckets.getLast().idleTime());
        assertEquals(Errno.ENOENT, assertThrows(KernelException.class, () -> nextHops.bucket(8, 8)).errno());
    }

    @Test
    void filtersLists() throws NetlinkException {
        rtnetlink.links().create(LinkSpec.named("b0").index(B0).kind(new Bridge()));
        rtnetlink.links().change(LinkSpec.indexed(V0 + 1).master(B0));
        nextHops.create(FIRST.protocol(77));
        nextHops.create(THIRD);
        nextHops.create(NextHopSpec.of(4).device(V0 + 1));
        nextHops.create(NextHopSpec.of(5).gateway(VIA).forwarding());
        nextHops.create(NextHopSpec.of(6).group(List.of(NextHopMember.of(5))).forwarding());
        nextHops.create(NextHopSpec.of(7).group(List.of(NextHopMember.of(1))));
        assertEquals(List.of(1L, 3L, 4L, 5L, 6L, 7L), ids(NextHopFilter.ALL));
        assertEquals(List.of(3L), ids(NextHopFilter.ofFamily(AF_INET6)));
        assertEquals(List.of(1L, 3L), ids(NextHopFilter.ALL.device(V0)));
        assertEquals(List.of(4L), ids(NextHopFilter.ALL.master(B0)));
        assertEquals(List.of(6L, 7L), ids(NextHopFilter.ALL.onlyGroups()));
        assertEquals(List.of(5L, 6L), ids(NextHopFilter.ALL.onlyForwarding()));
        assertEquals(List.of(1L), ids(NextHopFilter.ALL.protocol(77)));
        assertTrue(nextHops.get(5).isForwarding() && nextHops.get(6).isForwarding());
        assertEquals(List.of(), nextHops.list(NextHopFilter.ALL).stream().filter(o -> !o.attributes().unknown().isEmpty()).toList());
    }

    /** Since Linux 6.9. */
    @Test
    void groupsCount() throws NetlinkException {
        nextHops.create(FIRST);
        nextHops.create(NextHopSpec.of(7).group(List.of(NextHopMember.of(1))));
        NextHopObject group;
        try {
            group = nextHops.getWithStatistics(7);
        } catch (KernelException e) {
            assumeFalse(e.errno() == Errno.EINVAL, "this kernel is older than 6.9");
            throw e;
        }
        assertEquals(Map.of(1L, 0L), group.packets());
        assertEquals(group, nextHops.list(NextHopFilter.ALL.onlyGroups().withStatistics()).getFirst());
        assertEquals(Map.of(), nextHops.get(7).packets());
    }

    @Test
    void wrapsPackets() throws NetlinkException {
        NextHopSpec spec = NextHopSpec.of(1).encap(IpEncap.to(Ipv4Address.parse("10.0.0.9")).id(5)).gateway(VIA).device(V0);
        try {
            nextHops.create(spec);
        } catch (KernelException e) {
            assumeFalse(e.errno() == Errno.EOPNOTSUPP, "this kernel lacks the encapsulation");
            throw e;
        }
        assertEquals(5, ((IpEncap) nextHops.get(1).encap().orElseThrow()).id().orElseThrow());
    }

    @Test
    @NeedsCommand({"ip", "strace"})
    void asksAsIpDoes() {
        IpRequests requests = new IpRequests(namespace);
        List<NextHopMember> two = List.of(NextHopMember.of(1), new NextHopMember(2, 200));
        requests.same("ip nexthop show", RTM_GETNEXTHOP, DUMP, NextHopFilter.ALL.request());
        requests.same("ip -6 nexthop show dev v0", RTM_GETNEXTHOP, DUMP, NextHopFilter.ofFamily(AF_INET6).device(V0).request());
        requests.same("ip nexthop show groups fdb", RTM_GETNEXTHOP, DUMP, NextHopFilter.ALL.onlyGroups().onlyForwarding().request());
        requests.same("ip nexthop show master v1", RTM_GETNEXTHOP, DUMP, NextHopFilter.ALL.master(V0 + 1).request());
        requests.same("ip nexthop bucket show id 7 dev v0 nhid 5", RTM_GETNEXTHOPBUCKET, DUMP,
                BucketFilter.ALL.group(7).device(V0).member(5).request());
        requests.same("ip nexthop add id 1 via 10.0.0.2 dev v0", RTM_NEWNEXTHOP, NEW, FIRST);
        requests.same("ip nexthop add id 1 via 10.9.9.9 dev v0 onlink protocol static", RTM_NEWNEXTHOP, NEW,
                NextHopSpec.of(1).gateway(IpAddress.parse("10.9.9.9")).onLink().protocol(4).device(V0));
        requests.same("ip nexthop add id 3 via 2001:db8::2 dev v0", RTM_NEWNEXTHOP, NEW, THIRD);
        requests.same("ip nexthop add id 3 dev v0", RTM_NEWNEXTHOP, NEW, NextHopSpec.of(3).device(V0));
        requests.same("ip -6 nexthop add id 3 dev v0", RTM_NEWNEXTHOP, NEW, NextHopSpec.of(3).family(AF_INET6).device(V0));
        requests.same("ip nexthop add blackhole", RTM_NEWNEXTHOP, NEW, NextHopSpec.ANY.blackhole());
        requests.same("ip -6 nexthop add id 7 blackhole", RTM_NEWNEXTHOP, NEW, NextHopSpec.of(7).family(AF_INET6).blackhole());
        requests.same("ip nexthop replace id 3 group 1/2,200", RTM_NEWNEXTHOP, CHANGE | NLM_F_CREATE | NLM_F_REPLACE,
                NextHopSpec.of(3).group(two));
        requests.same("ip nexthop add id 3 group 1/2,200 fdb", RTM_NEWNEXTHOP, NEW, NextHopSpec.of(3).group(two).forwarding());
        requests.same("ip nexthop add id 3 group 1/2,200 type resilient buckets 8 idle_timer 60 unbalanced_timer 300", RTM_NEWNEXTHOP,
                NEW, NextHopSpec.of(3).group(two).resilient(new ResilientGroup(8, 6000, 30000)));
        requests.same("ip nexthop add id 3 via 10.0.0.2 fdb", RTM_NEWNEXTHOP, NEW, NextHopSpec.of(3).gateway(VIA).forwarding());
        requests.same("ip nexthop add id 3 encap ip id 5 dst 10.0.0.9 via 10.0.0.2 dev v0", RTM_NEWNEXTHOP, NEW,
                NextHopSpec.of(3).encap(new IpEncap(Attributes.none(LwtunnelIp.ATTRIBUTES)).id(5)
                        .with(LwtunnelIp.LWTUNNEL_IP_DST, IpAddress.parse("10.0.0.9"))).gateway(VIA).device(V0));
        requests.same("ip nexthop del id 3", RTM_DELNEXTHOP, CHANGE, NextHopSpec.of(3));
        requests.same("ip nexthop get id 3", RTM_GETNEXTHOP, NLM_F_REQUEST, NextHopSpec.of(3));
        requests.same("ip nexthop bucket get id 7 index 5", RTM_GETNEXTHOPBUCKET, NLM_F_REQUEST, NextHops.bucketAt(7, 5));
    }
}
