package org.netlink4j.rtnetlink.bridge;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELVLAN;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWVLAN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.BatchPolicy;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Watch;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.rtnetlink.InNamespace;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.Told;
import org.netlink4j.rtnetlink.link.Bridge;
import org.netlink4j.rtnetlink.link.IflaBr;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.testkit.KernelTest;

/** VLANs are known as the kernel has them, however fast they change, and whatever the kernel does not say. */
@KernelTest
@Timeout(500)
class BridgeVlanWatchIT extends InNamespace {
    private static final int BR0 = 1010;
    private static final int V0 = 1011;
    private static final int ROUNDS = Integer.getInteger("netlink4j.watch.rounds", 2);
    private static final int CHANGES = Integer.getInteger("netlink4j.watch.changes", 2_000);
    private static final int SMALL = 4096;
    private static final int LARGEST = 60;
    private static final Duration QUIET = Duration.ofMillis(500);

    @BeforeEach
    void open() throws NetlinkException {
        Ports.makeFilteringBridge(rtnetlink, BR0);
        rtnetlink.links().create(LinkSpec.named("v0").index(V0).master(BR0).kind(new Veth()));
    }

    private Watch<BridgeVlan.Key, BridgeVlan> watch(int buffer) throws NetlinkException {
        return Watch.open(
                EventStream.open(
                        Rtnetlink.PROTOCOL, BridgeVlans.watchedGroups(), SocketOptions.DEFAULT.receiveBuffer(buffer), namespace),
                client, BridgeVlans.watched());
    }

    /** What the kernel lists, without the code of the watch. */
    private Map<BridgeVlan.Key, BridgeVlan> listed() throws NetlinkException {
        return rtnetlink.bridgeVlans().list().stream().flatMap(range -> range.expand().stream())
                .collect(Collectors.toMap(BridgeVlan::key, Function.identity()));
    }

    @Test
    void knownPlusToldIsAlwaysWhatIsThere() throws NetlinkException {
        try (Watch<BridgeVlan.Key, BridgeVlan> watch = watch(SMALL);
                NetlinkClient changer = NetlinkClient.open(Rtnetlink.PROTOCOL, namespace)) {
            Told<BridgeVlan.Key, BridgeVlan> told = new Told<>(watch, BridgeVlan::key);
            Random random = new Random(42);
            for (int round = 0; round < ROUNDS; round++) {
                for (int done = 0; done < CHANGES; done += 100) {
                    List<Request> changes = new ArrayList<>();
                    for (int i = 0; i < 100; i++) {
                        changes.add(change(random));
                    }
                    changer.batch(changes, BatchPolicy.CONTINUE);
                    if (round % 2 == 1) {
                        told.follow(Duration.ZERO);
                    }
                }
                told.follow(QUIET);
                told.assertAre(listed(), "round " + round);
            }
        }
    }

    private static Request change(Random random) {
        int first = 2 + random.nextInt(LARGEST);
        VlanRange ids = new VlanRange(first, first + random.nextInt(4));
        BridgeVlanSpec some = BridgeVlanSpec.of(random.nextBoolean() ? BR0 : V0, ids);
        return switch (random.nextInt(8)) {
            case 0, 1 -> Request.of(RTM_NEWVLAN, some);
            case 2 -> Request.of(RTM_NEWVLAN, some.untagged());
            case 3 -> Request.of(RTM_NEWVLAN, BridgeVlanSpec.of(some.device(), VlanRange.of(first)).pvid());
            case 4 -> Request.of(RTM_NEWVLAN, some.onlyOptions().state(random.nextInt(5)));
            default -> Request.of(RTM_DELVLAN, some);
        };
    }

    @Test
    void noticesWhatTheKernelDoesNotSay() throws NetlinkException {
        try (Watch<BridgeVlan.Key, BridgeVlan> watch = watch(1 << 20)) {
            Told<BridgeVlan.Key, BridgeVlan> told = new Told<>(watch, BridgeVlan::key);
            rtnetlink.bridgeVlans().create(BridgeVlanSpec.of(V0, VlanRange.of(20)).pvid());
            assertFalse(listed().get(new BridgeVlan.Key(V0, 1)).isPvid());
            told.follow(QUIET);
            told.assertAre(listed(), "after another VLAN became that of untagged frames");
            Bridge other = new Bridge(new Bridge().data().with(IflaBr.IFLA_BR_VLAN_DEFAULT_PVID, 5));
            rtnetlink.links().change(LinkSpec.indexed(BR0).kind(other));
            told.follow(QUIET);
            told.assertAre(listed(), "after the default VLAN was changed");
            rtnetlink.links().change(LinkSpec.indexed(V0).master(0));
            told.follow(QUIET);
            told.assertAre(listed(), "after a port left");
            rtnetlink.links().delete(BR0);
            told.follow(QUIET);
            told.assertAre(Map.of(), "after the bridge went");
        }
    }
}
