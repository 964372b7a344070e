package org.netlink4j.rtnetlink.address;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REPLACE;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELADDR;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWADDR;
import static org.netlink4j.rtnetlink.address.IfaF.IFA_F_HOMEADDRESS;
import static org.netlink4j.rtnetlink.address.IfaF.IFA_F_NODAD;
import static org.netlink4j.rtnetlink.address.IfaF.IFA_F_NOPREFIXROUTE;
import static org.netlink4j.rtnetlink.address.IfaF.IFA_F_PERMANENT;
import static org.netlink4j.rtnetlink.link.IpRequests.CHANGE;
import static org.netlink4j.rtnetlink.link.IpRequests.NEW;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.Errno;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Watch;
import org.netlink4j.core.client.WatchEvent;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.InNamespace;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.RtScope;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.IpRequests;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.testkit.HeaderConstants;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

@KernelTest
class AddressesIT extends InNamespace {
    private static final int V0 = 10;
    private static final IpPrefix FOUR = IpPrefix.parse("192.0.2.1/24");
    private static final IpPrefix SIX = IpPrefix.parse("2001:db8::1/64");

    private Addresses addresses;

    @BeforeEach
    void open() throws NetlinkException {
        rtnetlink.links().create(LinkSpec.named("v0").index(V0).kind(Veth.withPeer(LinkSpec.named("v1"))));
        addresses = rtnetlink.addresses();
    }

    private Address get(IpPrefix prefix) throws NetlinkException {
        return addresses.get(V0, prefix.address()).orElseThrow();
    }

    @Test
    void createsAndDeletes() throws NetlinkException {
        IpPrefix peer = IpPrefix.parse("192.0.2.2/32");
        addresses.create(AddressSpec.of(V0, FOUR).peer(peer).broadcast(IpAddress.parse("192.0.2.255")).label("v0:a")
                .scope(RtScope.RT_SCOPE_LINK).flags(IFA_F_NOPREFIXROUTE).metric(7).protocol(66));
        Address four = get(FOUR);
        assertEquals(Optional.of(peer.address()), four.peer());
        assertEquals(32, four.prefixLength());
        assertEquals(Optional.of(IpAddress.parse("192.0.2.255")), four.broadcast());
        assertEquals(Optional.of("v0:a"), four.label());
        assertEquals(RtScope.RT_SCOPE_LINK, four.scope());
        assertEquals(IFA_F_NOPREFIXROUTE | IFA_F_PERMANENT, four.flags());
        assertEquals(OptionalInt.of(7), four.metric());
        assertEquals(OptionalInt.of(66), four.protocol());
        assertEquals(OptionalLong.of(Address.FOREVER), four.validLifetime());
        assertEquals(Errno.EEXIST, assertThrows(KernelException.class,
                () -> addresses.create(AddressSpec.of(V0, FOUR).peer(peer))).errno());
        addresses.delete(AddressSpec.of(V0, FOUR).peer(peer));
        assertEquals(0, addresses.list(V0).size());
        assertEquals(Errno.EADDRNOTAVAIL, assertThrows(KernelException.class,
                () -> addresses.delete(AddressSpec.of(V0, FOUR))).errno());
    }

    @Test
    void replacesLifetimes() throws NetlinkException {
        addresses.create(AddressSpec.of(V0, SIX).flags(IFA_F_NODAD));
        assertEquals(IFA_F_NODAD | IFA_F_PERMANENT, get(SIX).flags());
        assertEquals(Optional.empty(), get(SIX).peer());
        addresses.replace(AddressSpec.of(V0, SIX).lifetimes(1000, 500).flags(IFA_F_NODAD));
        assertEquals(0, get(SIX).flags() & IFA_F_PERMANENT);
        assertEquals(500, get(SIX).preferredLifetime().orElseThrow(), 5);
        assertEquals(1000, get(SIX).validLifetime().orElseThrow(), 5);
        assertEquals(addresses.list(), addresses.list(V0));
    }

    @Test
    void losesNothing() throws NetlinkException {
        addresses.create(AddressSpec.of(V0, FOUR));
        for (Address address : addresses.list()) {
            byte[] buffer = new byte[512];
            MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(buffer), 0, buffer.length).begin(RTM_NEWADDR, 0, 0, 0);
            address.write(out);
            MessageReader in = new MessageReader().over(MemorySegment.ofArray(buffer), 0, out.end());
            in.next();
            Address again = Address.decode(in);
            assertEquals(address, again);
            assertArrayEquals(address.attributes().encode(), again.attributes().encode());
        }
    }

    @Test
    void watches() throws NetlinkException {
        try (NetlinkClient client = NetlinkClient.open(Rtnetlink.PROTOCOL, namespace);
                EventStream events = EventStream.open(Rtnetlink.PROTOCOL, Set.of(5, 9), SocketOptions.DEFAULT, namespace);
                Watch<Address.Key, Address> watch = Watch.open(events, client, Addresses.watched())) {
            assertEquals(Map.of(), watch.objects());
            addresses.create(AddressSpec.of(V0, FOUR).lifetimes(1000, 500));
            assertEquals(new WatchEvent.Appeared<>(get(FOUR)), next(watch));
            addresses.replace(AddressSpec.of(V0, FOUR).lifetimes(2000, 500)); // which is no change
            addresses.replace(AddressSpec.of(V0, FOUR));
            assertInstanceOf(WatchEvent.Changed.class, next(watch));
            assertEquals(Map.of(get(FOUR).key(), get(FOUR)), watch.objects());
            addresses.delete(AddressSpec.of(V0, FOUR));
            assertInstanceOf(WatchEvent.Disappeared.class, next(watch));
            assertEquals(Map.of(), watch.objects());
        }
    }

    private static WatchEvent<Address> next(Watch<Address.Key, Address> watch) throws NetlinkException {
        return watch.next(Duration.ofSeconds(5)).orElseThrow();
    }

    @Test
    @NeedsCommand({"ip", "strace"})
    void asksAsIpDoes() {
        IpRequests requests = new IpRequests(namespace);
        AddressSpec four = AddressSpec.of(V0, FOUR);
        requests.same("ip addr add 192.0.2.1/24 dev v0", RTM_NEWADDR, NEW, four);
        requests.same("ip addr add 192.0.2.1/24 dev v0 scope link noprefixroute", RTM_NEWADDR, NEW,
                four.with(all -> all.without(Ifa.IFA_ADDRESS)).flags(IFA_F_NOPREFIXROUTE)
                        .with(all -> all.with(Ifa.IFA_ADDRESS, FOUR.address())).scope(RtScope.RT_SCOPE_LINK));
        requests.same("ip addr replace 192.0.2.1/24 dev v0 valid_lft 1000 preferred_lft 500", RTM_NEWADDR,
                CHANGE | NLM_F_CREATE | NLM_F_REPLACE, four.lifetimes(1000, 500));
        requests.same("ip addr add 192.0.2.1 peer 192.0.2.2 dev v0", RTM_NEWADDR, NEW,
                AddressSpec.of(V0, IpPrefix.of(FOUR.address())).peer(IpPrefix.parse("192.0.2.2")));
        requests.same("ip addr add 2001:db8::1/64 dev v0 nodad home", RTM_NEWADDR, NEW,
                AddressSpec.of(V0, SIX).flags(IFA_F_NODAD | IFA_F_HOMEADDRESS));
        requests.same("ip addr del 192.0.2.1/24 dev v0", RTM_DELADDR, CHANGE, four);
    }

    @Test
    void flagsAreThoseOfTheHeader() {
        HeaderConstants.assertHolder(IfaF.class, "linux/if_addr.h");
    }
}
