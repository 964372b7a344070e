package org.netlink4j.core.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.core.ffm.Constants.AF_NETLINK;
import static org.netlink4j.core.ffm.Constants.SOCK_CLOEXEC;
import static org.netlink4j.core.ffm.Constants.SOCK_RAW;
import static org.netlink4j.core.ffm.Constants.SOL_NETLINK;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.Errno;
import org.netlink4j.core.OverrunException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.ffm.Libc;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.testkit.ChildJvm;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.LogWarnings;
import org.netlink4j.testkit.NeedsCommand;

/** Every option of {@link SocketOptions}, memberships, filters and counters, against the real kernel. */
@KernelTest
@Timeout(60)
class SocketOptionsIT {
    private static final int NETLINK_ROUTE = 0;
    private static final int RTNLGRP_LINK = 1;
    private static final int RTNLGRP_IPV4_MCADDR = 37;
    private static final int RTM_NEWLINK = 16;
    private static final int RTM_DELLINK = 17;

    private final Arena arena = Arena.ofShared();
    private final Datagram datagram = new Datagram(arena, 65536);
    private NetworkNamespace namespace;

    @BeforeEach
    void open() throws Exception {
        namespace = NetworkNamespace.createAnonymous();
    }

    @AfterEach
    void close() {
        namespace.close();
        arena.close();
    }

    private NetlinkSocket open(SocketOptions options) throws Exception {
        return NetlinkSocket.open(NETLINK_ROUTE, options, namespace);
    }

    private void inside(String command) {
        Commands.inside(namespace.path().toString()).run(command.split(" "));
    }

    private boolean receive(NetlinkSocket socket) throws Exception {
        return socket.receive(datagram, System.nanoTime() + Duration.ofSeconds(5).toNanos());
    }

    private int type() throws Exception {
        MessageReader message = new MessageReader().over(datagram.memory(), 0, datagram.length());
        assertTrue(message.next());
        return message.type();
    }

    // ---- flags: what was asked for, and nothing else, is on

    private static final int[] FLAGS = {3, 4, 5, 8, 10, 11, 12};

    private Set<Integer> flagsOf(SocketOptions options) throws Exception {
        return namespace.call(() -> {
            Libc libc = new Libc(arena);
            int fd = libc.socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);
            try {
                Options applied = new Options(fd);
                applied.apply(options);
                assertEquals(Set.of(), applied.unsupported());
                Set<Integer> on = new TreeSet<>();
                for (int flag : FLAGS) {
                    MemorySegment value = arena.allocateFrom(ValueLayout.JAVA_INT, 0);
                    MemorySegment length = arena.allocateFrom(ValueLayout.JAVA_INT, 4);
                    assertEquals(0, libc.getsockopt(fd, SOL_NETLINK, flag, value, length));
                    if (value.get(ValueLayout.JAVA_INT, 0) != 0) {
                        on.add(flag);
                    }
                }
                return on;
            } finally {
                libc.close(fd);
            }
        });
    }

    @Test
    void eachFlagIsSwitchedOnByItsOwnOption() throws Exception {
        SocketOptions none = SocketOptions.DEFAULT.strictChecking(false);
        assertEquals(Set.of(10, 11), flagsOf(none), "capped and extended acknowledgements always");
        assertEquals(Set.of(10, 11, 12), flagsOf(none.strictChecking(true)));
        assertEquals(Set.of(3, 10, 11), flagsOf(none.packetInfo(true)));
        assertEquals(Set.of(4, 10, 11), flagsOf(none.broadcastError(true)));
        assertEquals(Set.of(5, 10, 11), flagsOf(none.noEnobufs(true)));
        assertEquals(Set.of(8, 10, 11), flagsOf(none.allNamespaces(true)));
    }

    @Test
    void anOptionThatTheKernelLacksIsNamedInTheLogTooAndNotFatal() throws Throwable {
        Libc libc = new Libc(arena);
        int udp = libc.socket(2, 2, 0); // AF_INET, SOCK_DGRAM: it has no option of level SOL_NETLINK, like an old kernel
        try {
            Options options = new Options(udp);
            List<String> logged =
                    LogWarnings.of("org.netlink4j.core", () -> options.apply(SocketOptions.DEFAULT.packetInfo(true)));
            assertEquals(4, logged.size());
            assertEquals("WARNING this kernel lacks the socket option NETLINK_EXT_ACK; going on without it", logged.getFirst());
            assertEquals(
                    Set.of("NETLINK_EXT_ACK", "NETLINK_CAP_ACK", "NETLINK_GET_STRICT_CHK", "NETLINK_PKTINFO"),
                    options.unsupported());
        } finally {
            libc.close(udp);
        }
    }

    @Test
    @NeedsCommand("unshare")
    void allNamespacesWithoutTheCapabilityIsAClearFailure() {
        List<String> command = new ArrayList<>(List.of("unshare", "--user"));
        command.addAll(ChildJvm.command(List.of(), AllNamespacesProbe.class, NetlinkSocket.class));
        String said = Commands.here().run(command.toArray(String[]::new));
        assertEquals("socket option NETLINK_LISTEN_ALL_NSID: EPERM (Operation not permitted)", said.strip());
    }

    // ---- sizes

    @ParameterizedTest
    @ValueSource(ints = {4096, 100_000, 8 << 20})
    void theBufferSizesThatWereObtainedAreReported(int wanted) throws Exception {
        try (NetlinkSocket socket = open(SocketOptions.DEFAULT.receiveBuffer(wanted).sendBuffer(wanted))) {
            if (mayForce() || wanted < 200_000) {
                assertEquals(2 * wanted, socket.receiveBufferSize(), "the kernel doubles it");
                assertEquals(2 * wanted, socket.sendBufferSize());
            } else {
                assertTrue(socket.receiveBufferSize() < 2 * wanted, "limited by net.core.rmem_max");
                assertTrue(socket.receiveBufferSize() >= 100_000);
            }
        }
    }

    /** Forcing needs a capability in the initial user namespace. */
    private static boolean mayForce() throws Exception {
        return Files.readString(Path.of("/proc/self/uid_map")).strip().replaceAll("\\s+", " ").equals("0 0 4294967295");
    }

    // ---- groups

    @Test
    void membershipsAreThoseThatWereJoinedAndNotLeft() throws Exception {
        try (NetlinkSocket socket = open(SocketOptions.DEFAULT)) {
            assertEquals(Set.of(), socket.memberships());
            socket.join(RTNLGRP_LINK);
            socket.join(5);
            socket.join(RTNLGRP_IPV4_MCADDR);
            assertEquals(Set.of(RTNLGRP_LINK, 5, RTNLGRP_IPV4_MCADDR), socket.memberships());
            socket.leave(5);
            assertEquals(Set.of(RTNLGRP_LINK, RTNLGRP_IPV4_MCADDR), socket.memberships());
            assertEquals(Errno.EINVAL, assertThrows(SystemCallException.class, () -> socket.join(10_000)).errno());
            assertEquals(Errno.EINVAL, assertThrows(SystemCallException.class, () -> socket.leave(0)).errno());
        }
    }

    @Test
    void packetInfoTellsTheGroupAndWithoutItThereIsNone() throws Exception {
        try (NetlinkSocket with = open(SocketOptions.DEFAULT.packetInfo(true));
                NetlinkSocket without = open(SocketOptions.DEFAULT)) {
            with.join(RTNLGRP_LINK);
            without.join(RTNLGRP_LINK);
            inside("ip link add br0 type bridge");
            assertTrue(receive(with));
            assertEquals(RTNLGRP_LINK, datagram.group());
            assertTrue(receive(without));
            assertEquals(0, datagram.group());
            assertEquals(1, datagram.groups());
            assertTrue(datagram.isMulticast());
        }
    }

    @Test
    void whatIsSentToAGroupBeyondThe32ndIsKnownAsMulticast() throws Exception {
        inside("ip link add br0 type bridge");
        try (NetlinkSocket socket = open(SocketOptions.DEFAULT)) {
            socket.join(RTNLGRP_IPV4_MCADDR);
            inside("ip link set br0 up"); // joins 224.0.0.1
            assertTrue(receive(socket));
            assertEquals(0, datagram.groups(), "sockaddr_nl has no bit for it");
            assertEquals(RTNLGRP_IPV4_MCADDR, datagram.group());
            assertTrue(datagram.isMulticast());
        }
    }

    @Test
    void eachDatagramTellsItsNamespace() throws Exception {
        try (NetworkNamespace other = NetworkNamespace.createAnonymous();
                NetlinkSocket socket = open(SocketOptions.DEFAULT.allNamespaces(true))) {
            inside("ip link add v0 type veth peer name v1");
            inside("ip link set v1 netns " + other.path()); // gives the other namespace an id here
            socket.join(RTNLGRP_LINK);
            Commands.inside(other.path().toString()).run("ip", "link", "add", "br0", "type", "bridge");
            assertTrue(receive(socket));
            assertTrue(datagram.hasNsid());
            inside("ip link add br0 type bridge");
            while (datagram.hasNsid()) {
                assertTrue(receive(socket));
            }
            assertEquals(RTM_NEWLINK, type());
        }
    }

    // ---- filters

    @Test
    void aFilterDropsAMessageType() throws Exception {
        int inNetworkOrder = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? RTM_NEWLINK : Short.reverseBytes((short) RTM_NEWLINK);
        List<BpfInstruction> program = List.of(
                new BpfInstruction(0x28, 0, 0, 4), // load nlmsg_type
                new BpfInstruction(0x15, 0, 1, inNetworkOrder), // skip one unless RTM_NEWLINK
                new BpfInstruction(0x06, 0, 0, 0), // drop
                new BpfInstruction(0x06, 0, 0, -1)); // keep
        try (NetlinkSocket socket = open(SocketOptions.DEFAULT)) {
            socket.join(RTNLGRP_LINK);
            socket.attachFilter(program);
            inside("ip link add br0 type bridge");
            inside("ip link del br0");
            assertTrue(receive(socket));
            assertEquals(RTM_DELLINK, type());
            socket.detachFilter();
            inside("ip link add br0 type bridge");
            assertTrue(receive(socket));
            assertEquals(RTM_NEWLINK, type());
            assertEquals(Errno.ENOENT, assertThrows(SystemCallException.class, socket::detachFilter).errno());
            socket.attachFilter(List.of(
                    new BpfInstruction(0x28, 0, 0, 4), // load nlmsg_type
                    new BpfInstruction(0x15, 1, 0, inNetworkOrder), // skip one if RTM_NEWLINK
                    new BpfInstruction(0x06, 0, 0, 0), // drop
                    new BpfInstruction(0x06, 0, 0, -1))); // keep
            inside("ip link add br1 type bridge");
            assertTrue(receive(socket));
            assertEquals(RTM_NEWLINK, type());
            socket.detachFilter();
            List<BpfInstruction> endless = List.of(new BpfInstruction(0x28, 0, 0, 4));
            assertEquals(
                    Errno.EINVAL, assertThrows(SystemCallException.class, () -> socket.attachFilter(endless)).errno());
        }
    }

    // ---- losses

    private void makeManyLinks() {
        Commands.inside(namespace.path().toString())
                .run("sh", "-c", "for i in $(seq 40); do ip link add br$i type bridge; done");
    }

    @Test
    void anOverrunIsReportedOnceAndCountedAsTheKernelCountsIt() throws Exception {
        try (NetlinkSocket socket = open(SocketOptions.DEFAULT.receiveBuffer(4096))) {
            socket.join(RTNLGRP_LINK);
            assertEquals(0, socket.drops());
            makeManyLinks();
            assertThrows(OverrunException.class, () -> receive(socket));
            assertTrue(receive(socket), "what came before the loss is there");
            assertTrue(socket.drops() > 0);
            assertEquals(dropsColumn(socket.portId()), socket.drops());
        }
    }

    @Test
    void withNoEnobufsLossesAreOnlyCounted() throws Exception {
        try (NetlinkSocket socket = open(SocketOptions.DEFAULT.receiveBuffer(4096).noEnobufs(true))) {
            socket.join(RTNLGRP_LINK);
            makeManyLinks();
            while (socket.receive(datagram, System.nanoTime())) {
                assertEquals(RTM_NEWLINK, type());
            }
            assertTrue(socket.drops() > 0);
            assertEquals(dropsColumn(socket.portId()), socket.drops());
        }
    }

    /** Columns of {@code /proc/net/netlink}: sk Eth Pid Groups Rmem Wmem Dump Locks Drops Inode. */
    private long dropsColumn(int portId) throws Exception {
        String table = namespace.call(() -> Files.readString(Path.of("/proc/thread-self/net/netlink")));
        return table.lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(row -> row[1].equals("0") && row[2].equals(Integer.toUnsignedString(portId)))
                .mapToLong(row -> Long.parseLong(row[8]))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aClosedSocketTellsNothing() throws Exception {
        NetlinkSocket socket = open(SocketOptions.DEFAULT);
        socket.close();
        assertThrows(ClosedException.class, socket::memberships);
        assertThrows(ClosedException.class, socket::drops);
        assertThrows(ClosedException.class, () -> socket.join(RTNLGRP_LINK));
        assertThrows(ClosedException.class, () -> socket.hearOnly(0));
        assertFalse(socket.unsupportedOptions().contains("NETLINK_EXT_ACK"));
    }
}
