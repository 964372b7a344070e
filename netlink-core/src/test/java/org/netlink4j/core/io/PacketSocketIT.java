package org.netlink4j.core.io;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

@KernelTest
@NeedsCommand({"ip", "nsenter"})
class PacketSocketIT {
    private static final MacAddress GROUP = MacAddress.parse("01:80:c2:00:00:0e");
    private static final MacAddress SOURCE = MacAddress.parse("52:54:00:0a:00:01");
    private static final int ONE = 0x88b5;
    private static final int TWO = 0x88b6;
    private static final int OTHER = 0x88b7;

    private final Arena arena = Arena.ofShared();
    private NetworkNamespace namespace;

    @BeforeEach
    void cable() throws NetlinkException {
        namespace = NetworkNamespace.createAnonymous();
        Commands.inside(namespace.path().toString())
                .run("sh", "-c", "ip link add a0 index 11 type veth peer name b0 index 12 && ip link set a0 up && ip link set b0 up");
    }

    @AfterEach
    void end() {
        namespace.close();
        arena.close();
    }

    private void send(FrameFile from, int type, int number) throws NetlinkException {
        byte[] payload = new byte[46];
        payload[0] = (byte) number;
        MemorySegment frame = PacketSocket.frame(arena, GROUP.octets(), SOURCE.octets(), type, payload);
        assertEquals(60, from.write(frame));
    }

    private byte[] next(FrameFile file) throws NetlinkException {
        MemorySegment room = arena.allocate(2000);
        int length = file.read(room, System.nanoTime() + TimeUnit.SECONDS.toNanos(5), () -> {});
        assertTrue(length > 0, "no frame came");
        return room.asSlice(0, length).toArray(JAVA_BYTE);
    }

    @Test
    void severalTypesAreReceivedAndOthersAndOwnFramesAreNot() throws Exception {
        try (FrameFile near = PacketSocket.open(namespace, 11, Set.of(ONE, TWO), Set.of(GROUP));
                FrameFile far = PacketSocket.open(namespace, 12, Set.of(ONE, TWO), Set.of(GROUP))) {
            send(near, ONE, 1);
            send(far, OTHER, 2);
            send(far, TWO, 3);
            send(far, ONE, 4);
            assertArrayEquals(new byte[] {(byte) 0x88, (byte) 0xb6, 3}, Arrays.copyOfRange(next(near), 12, 15));
            assertArrayEquals(new byte[] {(byte) 0x88, (byte) 0xb5, 4}, Arrays.copyOfRange(next(near), 12, 15));
            assertArrayEquals(new byte[] {(byte) 0x88, (byte) 0xb5, 1}, Arrays.copyOfRange(next(far), 12, 15));
            assertEquals(FrameFile.WOULD_BLOCK, near.read(arena.allocate(2000)));
            assertEquals(FrameFile.WOULD_BLOCK, far.read(arena.allocate(2000)));
        }
    }

    @Test
    void theDeviceTakesTheFramesOfItsGroupsWhileTheSocketIsOpen() throws Exception {
        String address = GROUP.toString().replace(":", "");
        try (FrameFile _ = PacketSocket.open(namespace, 11, Set.of(ONE), Set.of(GROUP))) {
            assertTrue(groups().contains(address), "no membership");
        }
        assertTrue(!groups().contains(address), "the membership was left behind");
    }

    private String groups() throws NetlinkException {
        return namespace.call(() -> {
            try {
                return Files.readString(Path.of("/proc/thread-self/net/dev_mcast"));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }
}
