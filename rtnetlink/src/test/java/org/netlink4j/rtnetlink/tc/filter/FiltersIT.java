package org.netlink4j.rtnetlink.tc.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_EXCL;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELCHAIN;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELTFILTER;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWCHAIN;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWQDISC;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWTFILTER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.Octets;
import org.netlink4j.core.client.Event;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.socket.BpfInstruction;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.rtnetlink.EtherType;
import org.netlink4j.rtnetlink.InNamespace;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.rtnetlink.tc.Tca;
import org.netlink4j.rtnetlink.tc.TcHandle;
import org.netlink4j.rtnetlink.tc.TcHeader;
import org.netlink4j.rtnetlink.tc.action.Action;
import org.netlink4j.rtnetlink.tc.action.ControlAction;
import org.netlink4j.rtnetlink.tc.action.Gact;
import org.netlink4j.rtnetlink.tc.action.Mirred;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;
import org.netlink4j.testkit.NeedsKernel;

@KernelTest
class FiltersIT extends InNamespace {
    private static final int RTNLGRP_TC = 4;
    private static final int DEVICE = 77;
    private static final int PEER = 78;
    /** For those that want one: to the filter route it means that it is for realm 7, whatever the source. */
    private static final int HANDLE = 0xffff_0007;
    private static final int ESP = 50;
    private static final EtherType CFM = new EtherType(0x8902);
    private static final FilterPoint INGRESS = FilterPoint.ingress(DEVICE);
    private static final U32 WORD = new U32().keys(List.of(U32Key.at(12, 0x0a000000, 0xff000000)));
    private static final Action MIRROR = Action.of(Mirred.mirror(PEER));

    private Filters filters;

    @BeforeEach
    void open() throws NetlinkException {
        rtnetlink.links().create(LinkSpec.named("v0").index(DEVICE).kind(new Veth()));
        rtnetlink.links().create(LinkSpec.named("v2").index(PEER).kind(new Veth()));
        filters = rtnetlink.filters();
        clsact(DEVICE, Attributes.none(Tca.ATTRIBUTES));
    }

    private void clsact(int device, Attributes more) throws NetlinkException {
        TcHeader header = TcHeader.NONE.index(device).parent(TcHandle.CLSACT).handle(TcHandle.of(0xffff, 0));
        Attributes attributes = more.with(Tca.TCA_KIND, "clsact");
        try (NetlinkClient client = NetlinkClient.open(Rtnetlink.PROTOCOL, namespace)) {
            client.execute(Request.of(RTM_NEWQDISC, out -> {
                out.bytes(header.encode());
                attributes.writeTo(out.attributes());
            }).flags(NLM_F_CREATE | NLM_F_EXCL));
        }
    }

    private static FilterSpec spec(FilterPoint point, int priority) {
        return FilterSpec.of(point).protocol(EtherType.IPV4).priority(priority);
    }

    @Test
    void createsChangesReplacesAndDeletes() throws NetlinkException {
        FilterSpec named = spec(INGRESS, 7).handle(U32Handle.of(0x800, 0, 0x801).handle()).kind(U32.KIND);
        Octets cookie = Octets.parse("c0ffee");
        filters.create(named.kind(WORD.classId(TcHandle.of(1, 2)).actions(MIRROR.cookie(cookie), MIRROR)));
        Filter made = filters.get(named);
        assertEquals(7, made.priority());
        assertEquals(EtherType.IPV4, made.protocol());
        assertEquals(0, made.chain());
        assertEquals(INGRESS, made.point());
        U32 kind = (U32) made.kind();
        assertEquals(List.of(U32Key.at(12, 0x0a000000, 0xff000000)), kind.keys());
        assertEquals(Optional.of(TcHandle.of(1, 2)), kind.classId());
        assertEquals(TcaClsFlags.TCA_CLS_FLAGS_NOT_IN_HW, kind.flags());
        assertEquals(2, made.actions().size());
        assertEquals(Optional.of(cookie), made.actions().getFirst().cookie());
        assertEquals(OptionalInt.of(1), made.actions().getFirst().kind().bindings());
        assertEquals(List.of(), made.attributes().unknown());
        assertEquals(List.of(), kind.data().unknown());
        assertEquals(Errno.EEXIST, assertThrows(KernelException.class, () -> filters.create(named.kind(WORD))).errno());
        filters.change(named.kind(WORD.actions(MIRROR)));
        assertEquals(1, filters.get(named).actions().size());
        filters.replace(named.kind(WORD));
        assertEquals(0, filters.get(named).actions().size());
        assertEquals(List.of(true, false, false), filters.list(INGRESS).stream().map(Filter::isOnlyKind).toList(), "kind, table, filter");
        FilterSpec second = named.handle(U32Handle.of(0x800, 0, 0x802).handle());
        filters.create(second.kind(WORD));
        filters.delete(named);
        assertEquals(Errno.ENOENT, assertThrows(KernelException.class, () -> filters.get(named)).errno());
        filters.delete(spec(INGRESS, 7));
        assertEquals(List.of(), filters.list(INGRESS));
    }

    @Test
    void refusesToGetFromAChainThatIsNotThere() throws NetlinkException {
        FilterSpec named = spec(INGRESS, 7).chain(3).handle(U32Handle.of(0x800, 0, 0x801).handle()).kind(U32.KIND);
        assertEquals(Errno.EINVAL, assertThrows(KernelException.class, () -> filters.get(named)).errno());
        filters.create(named.kind(WORD));
        assertEquals(3, filters.get(named).chain());
        filters.flush(INGRESS, 3);
        assertEquals(Errno.EINVAL, assertThrows(KernelException.class, () -> filters.get(named)).errno());
    }

    @Test
    void walksHashTables() throws NetlinkException {
        U32Key protocol = U32Key.at(8, 0x00060000, 0x00ff0000);
        filters.create(spec(INGRESS, 7).handle(U32Handle.table(3).handle()).kind(U32.hashTable(16)));
        filters.create(spec(INGRESS, 7).kind(new U32().in(U32Handle.of(3, 5, 0)).keys(List.of(protocol)).mark(5, 0xff).incoming("v0")));
        filters.create(spec(INGRESS, 7).kind(
                new U32().link(U32Handle.table(3)).keys(List.of(protocol)).skipHeader(0, 0xf00, 6).hashKey(0xff, 12)));
        List<U32> kinds = filters.list(INGRESS).stream().filter(filter -> !filter.isOnlyKind()).map(filter -> (U32) filter.kind()).toList();
        assertTrue(kinds.stream().anyMatch(kind -> kind.buckets().equals(OptionalInt.of(16))), kinds::toString);
        assertTrue(kinds.stream().anyMatch(kind -> kind.link().equals(Optional.of(U32Handle.table(3)))), kinds::toString);
        U32 inTable = kinds.stream().filter(kind -> kind.incoming().isPresent()).findFirst().orElseThrow();
        inTable.mark().ifPresent(mark -> assertEquals(5, mark)); // both only if the kernel was built with them
        inTable.hits().ifPresent(hits -> assertEquals(0, hits));
    }

    @Test
    void listsByChainAndFlushes() throws NetlinkException {
        for (int chain : List.of(0, 5, 9)) {
            // All u32 of one priority share their tables, whatever their chain, so of different ones.
            filters.create(spec(INGRESS, 10 + chain).chain(chain).kind(WORD));
            filters.create(spec(FilterPoint.egress(DEVICE), 20 + chain).chain(chain).kind(WORD));
        }
        assertEquals(9, filters.list(INGRESS).size());
        assertEquals(Set.of(5L), Set.copyOf(filters.list(INGRESS, 5).stream().map(Filter::chain).toList()));
        assertEquals(18, filters.listAll(DEVICE).size());
        filters.flush(INGRESS);
        assertEquals(List.of(), filters.list(INGRESS));
        assertEquals(9, filters.listAll(DEVICE).size());
        assertEquals(List.of(), filters.list(FilterPoint.ingress(PEER)), "no such qdisc");
    }

    @Test
    @NeedsCommand("tc")
    void listsTheFiltersOfClassfulQdiscs() throws NetlinkException {
        Commands.inside(namespace.path().toString()).run("tc", "qdisc", "add", "dev", "v2", "root", "handle", "1:", "htb");
        filters.create(spec(FilterPoint.at(PEER, TcHandle.of(1, 0)), 7).kind(WORD));
        assertEquals(3, filters.listAll(PEER).size());
        assertEquals(3, filters.list(FilterPoint.at(PEER, TcHandle.UNSPEC)).size(), "those of the root");
    }

    @Test
    void sharesBlocks() throws NetlinkException {
        FilterPoint block = FilterPoint.block(22);
        assertThrows(KernelException.class, () -> filters.create(spec(block, 7).kind(WORD)));
        clsact(PEER, Attributes.none(Tca.ATTRIBUTES).with(Tca.TCA_INGRESS_BLOCK, 22).with(Tca.TCA_EGRESS_BLOCK, 23));
        filters.create(spec(block, 7).kind(WORD));
        Filter filter = filters.list(block).getLast();
        assertEquals(block, filter.point());
        assertTrue(filter.point().isBlock());
        assertEquals(List.of(), filters.list(FilterPoint.block(23)));
        rtnetlink.chains().create(block, 4);
        assertEquals(List.of(0L, 4L), rtnetlink.chains().list(block).stream().map(Chain::chain).toList());
        assertEquals(List.of(), filters.listAll(PEER).stream().filter(found -> !found.point().isBlock()).toList());
    }

    @Test
    void makesAndDeletesChains() throws NetlinkException {
        Chains chains = rtnetlink.chains();
        chains.create(INGRESS, 5);
        assertEquals(Errno.EEXIST, assertThrows(KernelException.class, () -> chains.create(INGRESS, 5)).errno());
        Chain chain = chains.get(INGRESS, 5);
        assertEquals(5, chain.chain());
        assertEquals(FilterPoint.at(DEVICE, TcHandle.of(0xffff, 0)), chain.point(), "the kernel only says the qdisc");
        assertEquals(Optional.empty(), chain.template());
        assertEquals(List.of(5L), chains.list(INGRESS).stream().map(Chain::chain).toList());
        filters.create(spec(INGRESS, 7).chain(5).kind(WORD));
        chains.delete(INGRESS, 5);
        assertEquals(List.of(), filters.list(INGRESS));
        assertEquals(Errno.EINVAL, assertThrows(KernelException.class, () -> chains.get(INGRESS, 5)).errno());
    }

    @Test
    void makesChainsWithATemplate() throws NetlinkException {
        Flower template = new Flower().ethernetType(EtherType.IPV4).destination(IpPrefix.parse("0.0.0.0/8"));
        supported("flower", () -> filters.create(spec(INGRESS, 7).kind(template)));
        rtnetlink.chains().create(INGRESS, 9, template);
        FilterKind<?> kind = rtnetlink.chains().get(INGRESS, 9).template().orElseThrow();
        assertEquals(Optional.of(Octets.parse("ff000000")), ((Flower) kind).mask(TcaFlower.TCA_FLOWER_KEY_IPV4_DST));
    }

    @Test
    void seesEvents() throws NetlinkException {
        try (EventStream events = EventStream.open(Rtnetlink.PROTOCOL, Set.of(RTNLGRP_TC), SocketOptions.DEFAULT, namespace)) {
            rtnetlink.chains().create(INGRESS, 5);
            filters.create(spec(INGRESS, 7).kind(WORD));
            filters.flush(INGRESS);
            rtnetlink.chains().delete(INGRESS, 5);
            List<Integer> types = new ArrayList<>();
            while (!types.contains(RTM_DELCHAIN)) {
                Event<Long> event = events.next(Duration.ofSeconds(5), message -> Filter.decode(message).chain()).orElseThrow();
                if (event instanceof Event.Notification<Long> notification) {
                    types.add(notification.type());
                }
            }
            assertTrue(types.containsAll(List.of(RTM_NEWCHAIN, RTM_NEWTFILTER, RTM_DELTFILTER)), types::toString);
        }
    }

    /** Skips if the kernel does not have the kind. */
    private static void supported(String kind, Change change) throws NetlinkException {
        try {
            change.run();
        } catch (KernelException e) {
            Assumptions.assumeFalse(e.errno() == Errno.ENOENT, () -> "this kernel has no filter " + kind + ", or not all it needs: " + e);
            throw e;
        }
    }

    private interface Change {
        void run() throws NetlinkException;
    }

    static Stream<FilterKind<?>> kinds() {
        Flower flower = new Flower().ethernetType(EtherType.IPV4);
        return Stream.of(
                WORD,
                Bpf.classic(List.of(new BpfInstruction(6, 0, 0, -1))).actions(MIRROR),
                Bpf.classic(List.of(new BpfInstruction(6, 0, 0, 2))).directAction(),
                new Matchall().classId(TcHandle.of(1, 3)).actions(Action.of(new Gact(ControlAction.DROP))),
                flower.source(IpPrefix.parse("10.0.0.0/9")).ipProtocol(6).destinationPorts(10, 20).sourcePort(5),
                flower.destination(MacAddress.parse("02:00:00:00:00:01")).source(MacAddress.parse("02:00:00:00:00:02")),
                flower.connection(TcaFlower.TCA_FLOWER_KEY_CT_FLAGS_TRACKED, TcaFlower.TCA_FLOWER_KEY_CT_FLAGS_NEW)
                        .connectionLabel(Octets.zeros(16), Octets.parse("ff" + "00".repeat(15))),
                flower.tunnel(5).outerSource(IpPrefix.parse("10.0.0.1/32")),
                new Basic().matches(List.of(new Ematch.Term(new Ematch.Compare(20, 0xff00, 3, 2, false, 2, 1), true, false)))
                        .classId(TcHandle.of(1, 2)),
                new OtherFilter("cgroup"),
                new OtherFilter("fw").classId(TcHandle.of(1, 2)),
                new OtherFilter("route").classId(TcHandle.of(1, 2)).with(TcaRoute4.TCA_ROUTE4_TO, 7),
                new OtherFilter("flow").classId(TcHandle.of(1, 2)).with(TcaFlow.TCA_FLOW_KEYS, 2).with(TcaFlow.TCA_FLOW_MODE, 1));
    }

    /** What the kernel says of a filter has all that was wanted of it. */
    @ParameterizedTest
    @MethodSource("kinds")
    void keepsWhatWasWanted(FilterKind<?> wanted) throws NetlinkException {
        FilterSpec spec = spec(INGRESS, 7).kind(wanted);
        supported(wanted.kind(), () -> filters.create(wanted instanceof OtherFilter ? spec.handle(new TcHandle(HANDLE)) : spec));
        FilterKind<?> made = filters.list(INGRESS).getLast().kind();
        assertEquals(wanted.getClass(), made.getClass());
        assertEquals(List.of(), made.data().unknown());
        assertEquals(wanted.classId(), made.classId());
        assertEquals(wanted.actions().size(), made.actions().size());
        if (wanted instanceof Basic basic) {
            assertEquals(basic.matches(), ((Basic) made).matches());
        } else if (!(wanted instanceof U32)) {
            wanted.data().numbers().stream()
                    .filter(number -> wanted.data().set().find(number).orElseThrow().type() != AttributeType.ARRAY)
                    .forEach(number -> assertEquals(wanted.data().payload(number).map(Octets::of), made.data().payload(number).map(Octets::of),
                            () -> wanted.data().set().nameOf(number)));
        }
    }

    @NeedsKernel("6.6")
    @Test
    void flowerMatchesSecurityParameterIndices() throws NetlinkException {
        keepsWhatWasWanted(new Flower().ethernetType(EtherType.IPV4).ipProtocol(ESP).match(TcaFlower.TCA_FLOWER_KEY_SPI, 0x1234, 0xffff_ffffL));
    }

    @NeedsKernel("6.5")
    @Test
    void flowerMatchesFaultManagement() throws NetlinkException {
        Flower flower = new Flower().ethernetType(CFM);
        keepsWhatWasWanted(flower.over(flower.data().with(TcaFlower.TCA_FLOWER_KEY_CFM, Attributes.none(TcaFlower.CFM)
                .with(TcaFlower.TCA_FLOWER_KEY_CFM_MD_LEVEL, 5).with(TcaFlower.TCA_FLOWER_KEY_CFM_OPCODE, 1))));
    }
}
