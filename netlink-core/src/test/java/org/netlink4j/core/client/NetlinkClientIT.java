package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NotSupportedException;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.MessageSpec;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.core.wire.Nlmsg;
import org.netlink4j.testkit.KernelTest;

/** The blocking client against the real kernel, with NETLINK_ROUTE as the family. */
@KernelTest
@Timeout(60)
class NetlinkClientIT extends InNamespace {
    private static final int RTM_DELLINK = 17;
    private static final int RTM_GETLINK = 18;
    private static final int CREATE = Nlmsg.NLM_F_CREATE | Nlmsg.NLM_F_EXCL;

    private static final AttributeSet BRIDGE = AttributeSet.of("IFLA_BR", AttributeSpec.u32(1, "IFLA_BR_FORWARD_DELAY"));
    private static final AttributeSet INFO =
            AttributeSet.of(
                    "IFLA_INFO",
                    AttributeSpec.string(1, "IFLA_INFO_KIND"),
                    AttributeSpec.selected(2, "IFLA_INFO_DATA", 1, kind -> Optional.of(BRIDGE)));
    private static final AttributeSet IFLA =
            AttributeSet.of("IFLA", AttributeSpec.string(3, "IFLA_IFNAME"), AttributeSpec.nest(18, "IFLA_LINKINFO", () -> INFO));
    private static final StructSpec IFINFOMSG = new StructSpec("ifinfomsg", 16, List.of());
    private static final NetlinkProtocol LINKS =
            NetlinkProtocol.of(
                    0,
                    "NETLINK_ROUTE",
                    new MessageSpec(RTM_NEWLINK, "RTM_NEWLINK", IFINFOMSG, IFLA),
                    new MessageSpec(RTM_GETLINK, "RTM_GETLINK", IFINFOMSG, IFLA));

    private static final Request ALL_LINKS = Request.of(RTM_GETLINK, out -> out.zeros(16));

    NetlinkClientIT() {
        super(LINKS);
    }

    @Test
    void createsListsGetsAndDeletes() throws Exception {
        client.execute(newLink("br7", "bridge"));
        List<Integer> indexes = client.list(ALL_LINKS, link -> link.u32(4));
        assertEquals(2, indexes.size());
        Request get = Request.of(RTM_GETLINK, out -> out.zeros(4).u32(indexes.getLast()).zeros(8));
        String name = client.get(get, link -> {
            var attributes = link.attributes(16);
            while (attributes.next()) {
                if (attributes.type() == 3) {
                    return attributes.string();
                }
            }
            return "";
        });
        assertEquals("br7", name);
        client.execute(Request.of(RTM_DELLINK, out -> out.zeros(16).attributes().stringz(3, "br7")));
        assertEquals(1, client.list(ALL_LINKS, link -> link.u32(4)).size());
    }

    @Test
    void refusalsCarryErrnoAndTheKernelsWords() throws Exception {
        KernelException unknown = assertThrows(KernelException.class, () -> client.execute(newLink("x0", "nosuchkind")));
        assertEquals(Errno.EOPNOTSUPP, unknown.errno());
        assertEquals(Optional.of("Unknown device type"), unknown.kernelMessage());
        client.execute(newLink("br7", "bridge"));
        KernelException exists = assertThrows(KernelException.class, () -> client.execute(newLink("br7", "bridge")));
        assertEquals(Errno.EEXIST, exists.errno());
    }

    @Test
    void theKernelsOffsetBecomesAPathInWords() {
        // a name longer than IFNAMSIZ breaks the kernel's policy for IFLA_IFNAME
        KernelException e = assertThrows(
                KernelException.class, () -> client.execute(newLink("a-name-far-too-long-for-linux", "bridge")));
        assertEquals(Errno.ERANGE, e.errno());
        assertEquals(Optional.of("IFLA_IFNAME"), e.attributePath());
        assertTrue(e.getMessage().endsWith(", at IFLA_IFNAME, allowed at most 15 bytes"), e.getMessage());
        // and one nested: a number of the wrong width
        Request twoBytes = Request.of(RTM_NEWLINK, out ->
                        out.zeros(16).attributes().begin(18).string(1, "bridge").begin(2).u16(1, 7).end().end())
                .flags(CREATE);
        KernelException nested = assertThrows(KernelException.class, () -> client.execute(twoBytes));
        assertEquals(Optional.of("IFLA_LINKINFO/IFLA_INFO_DATA/IFLA_BR_FORWARD_DELAY"), nested.attributePath());
    }

    @Test
    void aLargeDumpComesCompleteInManyDatagrams() throws Exception {
        int bridges = 120; // about 1.6 KiB each: several datagrams of 32 KiB
        for (int i = 0; i < bridges; i++) {
            client.execute(newLink("br" + i, "bridge"));
        }
        assertEquals(bridges + 1, client.list(ALL_LINKS, link -> link.u32(4)).stream().distinct().count());
    }

    @Test
    void aConsumerThatStopsEarlyLeavesTheSocketUsable() throws Exception {
        for (int i = 0; i < 60; i++) {
            client.execute(newLink("br" + i, "bridge"));
        }
        for (int round = 0; round < 5; round++) {
            List<Integer> seen = new ArrayList<>();
            assertThrows(NotSupportedException.class, () -> client.dump(ALL_LINKS, link -> {
                seen.add(link.u32(4));
                if (seen.size() == 3) {
                    throw new NotSupportedException("enough");
                }
            }));
            client.execute(newLink("during" + round, "bridge"));
            assertEquals(62 + round, client.list(ALL_LINKS, link -> link.u32(4)).size());
        }
    }

    @Test
    void closeEndsCallsOfOtherThreads() throws Exception {
        List<CompletableFuture<Throwable>> outcomes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            CompletableFuture<Throwable> outcome = new CompletableFuture<>();
            outcomes.add(outcome);
            Thread.ofPlatform().start(() -> {
                try {
                    while (true) {
                        client.list(ALL_LINKS, link -> link.u32(4));
                    }
                } catch (Throwable t) {
                    outcome.complete(t);
                }
            });
        }
        Thread.sleep(50);
        client.close();
        for (CompletableFuture<Throwable> outcome : outcomes) {
            assertInstanceOf(ClosedException.class, outcome.get(5, TimeUnit.SECONDS));
        }
    }

    @Test
    void manyThreadsGetTheirOwnAnswers() throws Exception {
        client.execute(newLink("br1", "bridge"));
        List<Integer> indexes = client.list(ALL_LINKS, link -> link.u32(4));
        List<CompletableFuture<Boolean>> results = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            int index = indexes.get(thread % indexes.size());
            Request get = Request.of(RTM_GETLINK, out -> out.zeros(4).u32(index).zeros(8)).timeout(Duration.ofSeconds(30));
            results.add(CompletableFuture.supplyAsync(() -> {
                try {
                    for (int i = 0; i < 200; i++) {
                        int answered = client.<Integer>get(get, link -> link.u32(4));
                        if (answered != index) {
                            return false;
                        }
                    }
                    return true;
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }));
        }
        for (CompletableFuture<Boolean> result : results) {
            assertTrue(result.get(30, TimeUnit.SECONDS));
        }
    }
}
