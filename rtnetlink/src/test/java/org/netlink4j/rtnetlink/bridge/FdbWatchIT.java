package org.netlink4j.rtnetlink.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_APPEND;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_BULK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_EXCL;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REPLACE;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELNEIGH;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNEIGH;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Watch;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.rtnetlink.Churn;
import org.netlink4j.rtnetlink.InNamespace;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.Told;
import org.netlink4j.rtnetlink.link.Bridge;
import org.netlink4j.rtnetlink.link.BridgePort;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.rtnetlink.link.Vxlan;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** Forwarding entries are known as the kernel has them, however fast they change, and whatever the kernel does not say. */
@KernelTest
class FdbWatchIT extends InNamespace {
    private static final int BR0 = 1010;
    private static final int V0 = 1011;
    private static final int V1 = 1013;
    private static final int VXLAN = 1020;
    private static final int ADDRESSES = 150;
    private static final Duration QUIET = Duration.ofMillis(250);
    private static final MacAddress ANY = MacAddress.parse("00:00:00:00:00:00");

    @BeforeEach
    void open() throws NetlinkException {
        rtnetlink.links().create(LinkSpec.named("br0").index(BR0).kind(new Bridge()));
        rtnetlink.links().create(LinkSpec.named("vx0").index(VXLAN).kind(new Vxlan().id(7).port(4789)));
        for (int port : List.of(V0, V1)) {
            rtnetlink.links().create(LinkSpec.named("v" + port).index(port).master(BR0)
                    .kind(Veth.withPeer(LinkSpec.named("w" + port).index(port + 1))));
            rtnetlink.links().change(LinkSpec.indexed(port).port(new BridgePort().learning(false)));
        }
    }

    private Watch<FdbEntry.Key, FdbEntry> watch(int buffer) throws NetlinkException {
        return Watch.open(
                EventStream.open(Rtnetlink.PROTOCOL, Fdb.watchedGroups(), SocketOptions.DEFAULT.receiveBuffer(buffer), namespace),
                client, Fdb.watched());
    }

    /** What the kernel lists, without the code of the watch. */
    private Map<FdbEntry.Key, FdbEntry> listed() throws NetlinkException {
        return rtnetlink.fdb().list().stream()
                .filter(entry -> entry.bridge().isPresent() || entry.destination().isPresent() || entry.nextHop().isPresent())
                .collect(Collectors.toMap(FdbEntry::key, Function.identity()));
    }

    @Test
    void knownPlusToldIsAlwaysWhatIsThere() throws NetlinkException {
        new Churn<>(Fdb.watched(), Fdb.watchedGroups(), FdbEntry::key, FdbWatchIT::change, this::listed).run(namespace, client);
    }

    /** Some are refused, for example because the entry is not there. */
    private static Request change(Random random) {
        MacAddress address = new MacAddress(0x0200_0000_0000L | random.nextInt(ADDRESSES));
        int port = random.nextBoolean() ? V0 : V1;
        FdbSpec local = FdbSpec.ofPort(port, address);
        IpAddress far = new Ipv4Address(0xc000_0200 | random.nextInt(8));
        return switch (random.nextInt(400) % 10) {
            case 0, 1 -> Request.of(RTM_NEWNEIGH, local).flags(NLM_F_CREATE | NLM_F_EXCL);
            case 2, 3 -> Request.of(RTM_NEWNEIGH, local.asStatic()).flags(NLM_F_CREATE | NLM_F_REPLACE);
            case 4 -> Request.of(RTM_NEWNEIGH, local.externallyLearnt().sticky()).flags(NLM_F_CREATE | NLM_F_REPLACE);
            case 5, 6 -> Request.of(RTM_DELNEIGH, local);
            case 7 -> Request.of(RTM_NEWNEIGH, FdbSpec.ofDevice(VXLAN, address).destination(far)).flags(NLM_F_CREATE | NLM_F_REPLACE);
            case 8 -> Request.of(RTM_DELNEIGH, FdbSpec.ofDevice(VXLAN, address));
            default -> switch (random.nextInt(20)) {
                case 0 -> Request.of(RTM_DELNEIGH, FdbFlush.ofDevice(BR0).port(port)).flags(NLM_F_BULK);
                case 1 -> Request.of(RTM_DELNEIGH, FdbFlush.ofDevice(VXLAN)).flags(NLM_F_BULK);
                case 2, 3, 4 -> Request.of(RTM_DELNEIGH, FdbSpec.ofDevice(VXLAN, ANY).destination(far));
                default -> Request.of(RTM_NEWNEIGH, FdbSpec.ofDevice(VXLAN, ANY).destination(far)).flags(NLM_F_CREATE | NLM_F_APPEND);
            };
        };
    }

    @Test
    void noticesThatALocalEntryPassesToAnotherPort() throws NetlinkException {
        MacAddress same = MacAddress.parse("02:00:00:00:00:77");
        rtnetlink.links().setAddress(V0, same);
        rtnetlink.links().setAddress(V1, same);
        try (Watch<FdbEntry.Key, FdbEntry> watch = watch(1 << 20)) {
            Told<FdbEntry.Key, FdbEntry> told = new Told<>(watch, FdbEntry::key);
            int owner = rtnetlink.fdb().get(FdbSpec.ofBridge(BR0, same)).index();
            rtnetlink.links().change(LinkSpec.indexed(owner).master(0));
            int heir = rtnetlink.fdb().get(FdbSpec.ofBridge(BR0, same)).index();
            assertEquals(owner == V0 ? V1 : V0, heir);
            told.follow(QUIET);
            told.assertAre(listed(), "after a port left");
            assertEquals(1, told.resynchronised());
        }
    }

    @Test
    @NeedsCommand("ip")
    void noticesThatEntriesGoWithTheirNextHop() throws NetlinkException {
        MacAddress address = MacAddress.parse("02:00:00:00:00:78");
        Commands commands = Commands.inside(namespace.path().toString());
        commands.run("ip", "nexthop", "add", "id", "12", "via", "192.0.2.5", "fdb");
        commands.run("ip", "nexthop", "add", "id", "22", "group", "12", "fdb");
        try (Watch<FdbEntry.Key, FdbEntry> watch = watch(1 << 20)) {
            Told<FdbEntry.Key, FdbEntry> told = new Told<>(watch, FdbEntry::key);
            rtnetlink.fdb().create(FdbSpec.ofDevice(VXLAN, address).nextHop(22));
            told.follow(QUIET);
            told.assertAre(listed(), "after an entry was made");
            assertEquals(1, watch.objects().values().stream().filter(entry -> entry.address().equals(Optional.of(address))).count());
            commands.run("ip", "nexthop", "del", "id", "22");
            told.follow(QUIET);
            told.assertAre(listed(), "after its next hop went");
            assertEquals(0, watch.objects().values().stream().filter(entry -> entry.address().equals(Optional.of(address))).count());
        }
    }
}
