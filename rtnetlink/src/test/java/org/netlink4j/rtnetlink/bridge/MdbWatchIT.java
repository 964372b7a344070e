package org.netlink4j.rtnetlink.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_BULK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_EXCL;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REPLACE;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELMDB;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWMDB;
import static org.netlink4j.rtnetlink.bridge.Mcast.MCAST_EXCLUDE;
import static org.netlink4j.rtnetlink.bridge.Mcast.MCAST_INCLUDE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.Ipv4Address;
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
import org.netlink4j.rtnetlink.link.IflaBr;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Vxlan;
import org.netlink4j.testkit.KernelTest;

/** Members of multicast groups are known as the kernel has them, whatever it does not say. */
@KernelTest
class MdbWatchIT extends InNamespace {
    private static final int BR0 = 1010;
    private static final int V0 = 1011;
    private static final int V1 = 1013;
    private static final int VXLAN = 1020;
    private static final Duration QUIET = Duration.ofMillis(250);
    private static final MdbGroup GROUP = group(1);
    private static final Ipv4Address SOURCE = source(1);

    @BeforeEach
    void open() throws NetlinkException, InterruptedException {
        Bridge bridge = new Bridge(new Bridge().data().with(IflaBr.IFLA_BR_MCAST_IGMP_VERSION, 3)
                .with(IflaBr.IFLA_BR_MCAST_QUERIER, 1));
        rtnetlink.links().create(LinkSpec.named("br0").index(BR0).up().kind(bridge));
        rtnetlink.links().create(LinkSpec.named("vx0").index(VXLAN).kind(new Vxlan().id(7).port(4789)));
        Ports.makeForwarding(rtnetlink, BR0, V0, V1);
    }

    private static MdbGroup group(int number) {
        return MdbGroup.of(new Ipv4Address(0xef01_0100 | number));
    }

    private static Ipv4Address source(int number) {
        return new Ipv4Address(0xc000_0200 | number);
    }

    /** What the kernel lists, without the code of the watch. */
    private Map<MdbEntry.Key, MdbEntry> listed() throws NetlinkException {
        return rtnetlink.mdb().list().stream().collect(Collectors.toMap(MdbEntry::key, Function.identity()));
    }

    @Test
    void knownPlusToldIsAlwaysWhatIsThere() throws NetlinkException {
        new Churn<>(Mdb.watched(), Mdb.watchedGroups(), MdbEntry::key, MdbWatchIT::change, this::listed).run(namespace, client);
    }

    /** Some are refused, for example because the member is there. */
    private static Request change(Random random) {
        MdbGroup group = group(1 + random.nextInt(20));
        int port = random.nextBoolean() ? V0 : V1;
        MdbSpec which = MdbSpec.of(BR0, random.nextInt(10) == 0 ? BR0 : port, group);
        MdbSpec onPort = MdbSpec.of(BR0, port, group);
        Ipv4Address source = source(1 + random.nextInt(4));
        int mode = random.nextBoolean() ? MCAST_INCLUDE : MCAST_EXCLUDE;
        return switch (random.nextInt(12)) {
            case 0, 1 -> Request.of(RTM_NEWMDB, which.permanent()).flags(NLM_F_CREATE | NLM_F_EXCL);
            case 2, 3 -> Request.of(RTM_NEWMDB, onPort.permanent().source(source)).flags(NLM_F_CREATE | NLM_F_EXCL);
            case 4, 5 -> Request.of(RTM_NEWMDB, onPort.permanent().filterMode(mode).sources(List.of(source, source(9))))
                    .flags(NLM_F_CREATE | NLM_F_REPLACE);
            case 6 -> Request.of(RTM_NEWMDB, onPort.permanent().protocol(random.nextInt(100))).flags(NLM_F_CREATE | NLM_F_REPLACE);
            case 7 -> Request.of(RTM_DELMDB, onPort.source(source));
            case 8 -> random.nextInt(100) == 0
                    ? Request.of(RTM_DELMDB, MdbFlush.of(BR0)).flags(NLM_F_BULK)
                    : Request.of(RTM_DELMDB, which);
            case 9 -> Request.of(RTM_NEWMDB, MdbSpec.of(VXLAN, VXLAN, group).permanent().destination(source).vni(random.nextInt(9)))
                    .flags(NLM_F_CREATE | (random.nextBoolean() ? NLM_F_EXCL : NLM_F_REPLACE));
            case 10 -> Request.of(RTM_DELMDB, MdbSpec.of(VXLAN, VXLAN, group).destination(source));
            default -> Request.of(RTM_DELMDB, which);
        };
    }

    private interface Change {
        void make() throws NetlinkException;
    }

    private void noticed(Told<MdbEntry.Key, MdbEntry> told, String what, Change change) throws NetlinkException {
        change.make();
        told.follow(QUIET);
        told.assertAre(listed(), what);
    }

    @Test
    void noticesWhatTheKernelDoesNotSay() throws NetlinkException {
        try (Watch<MdbEntry.Key, MdbEntry> watch = Watch.open(
                EventStream.open(Rtnetlink.PROTOCOL, Mdb.watchedGroups(), SocketOptions.DEFAULT, namespace), client, Mdb.watched())) {
            Told<MdbEntry.Key, MdbEntry> told = new Told<>(watch, MdbEntry::key);
            told.follow(QUIET);
            Mdb mdb = rtnetlink.mdb();
            mdb.create(MdbSpec.of(BR0, V0, GROUP).permanent());
            noticed(told, "a member for the sake of another port", () -> mdb.create(MdbSpec.of(BR0, V1, GROUP).permanent().source(SOURCE)));
            assertEquals(1, told.resynchronised(), "it is flagged after it was told");
            mdb.create(MdbSpec.of(BR0, BR0, GROUP));
            noticed(told, "fewer sources", () -> mdb.replace(MdbSpec.of(BR0, V0, GROUP).permanent().filterMode(MCAST_INCLUDE)
                    .sources(List.of(SOURCE))));
            noticed(told, "a bridge that does not snoop", () -> rtnetlink.links().change(
                    LinkSpec.indexed(BR0).kind(new Bridge(new Bridge().data().with(IflaBr.IFLA_BR_MCAST_SNOOPING, 0)))));
            noticed(told, "and one that does again", () -> rtnetlink.links().change(
                    LinkSpec.indexed(BR0).kind(new Bridge(new Bridge().data().with(IflaBr.IFLA_BR_MCAST_SNOOPING, 1)))));
            assertTrue(watch.objects().keySet().stream().anyMatch(key -> key.port() == BR0), "this host is a member");
            noticed(told, "the bridge goes", () -> rtnetlink.links().delete(BR0));
            assertEquals(Map.of(), watch.objects());
        }
    }
}
