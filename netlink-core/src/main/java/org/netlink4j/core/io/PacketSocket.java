package org.netlink4j.core.io;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.netlink4j.core.ffm.Constants.AF_PACKET;
import static org.netlink4j.core.ffm.Constants.SOCK_CLOEXEC;
import static org.netlink4j.core.ffm.Constants.SOCK_NONBLOCK;
import static org.netlink4j.core.ffm.Constants.SOCK_RAW;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.ffm.Libc;
import org.netlink4j.core.socket.NetworkNamespace;

/** An {@code AF_PACKET} socket on one device for one Ethernet type. Needs {@code CAP_NET_RAW}. */
public final class PacketSocket {
    /** {@code struct sockaddr_ll} of {@code linux/if_packet.h}: size in bytes. */
    private static final int SOCKADDR_LL = 20;

    private static final int SLL_PROTOCOL = 2;
    private static final int SLL_IFINDEX = 4;

    private PacketSocket() {}

    /**
     * Opens a socket that sends on a device and receives what comes in there.
     *
     * @param namespace where the device is
     * @param ifindex the device
     * @param ethertype the Ethernet type, 16 bits: frames of other types are not received
     * @return the socket, to be closed
     * @throws NetlinkException if the kernel does not give it
     */
    public static FrameFile open(NetworkNamespace namespace, int ifindex, int ethertype) throws NetlinkException {
        return namespace.call(() -> open(ifindex, ethertype));
    }

    private static FrameFile open(int ifindex, int ethertype) throws SystemCallException {
        try (Arena arena = Arena.ofConfined()) {
            Libc libc = new Libc(arena);
            // Protocol 0: nothing is received before the socket is bound to its device.
            int fd = libc.socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
            if (fd < 0) {
                throw new SystemCallException("socket(AF_PACKET, SOCK_RAW)", -fd);
            }
            MemorySegment address = arena.allocate(SOCKADDR_LL, 4);
            address.set(JAVA_SHORT, 0, (short) AF_PACKET);
            address.set(JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN), SLL_PROTOCOL, (short) ethertype);
            address.set(JAVA_INT, SLL_IFINDEX, ifindex);
            int result = libc.bind(fd, address, SOCKADDR_LL);
            if (result < 0) {
                libc.close(fd);
                throw new SystemCallException("binding a packet socket to device " + ifindex, -result);
            }
            return new FrameFile("the packet socket on device " + ifindex, fd);
        }
    }

    /**
     * Builds an Ethernet frame.
     *
     * @param arena owns it
     * @param destination six octets
     * @param source six octets
     * @param ethertype 16 bits
     * @param payload what follows
     * @return the frame
     */
    public static MemorySegment frame(Arena arena, byte[] destination, byte[] source, int ethertype, byte[] payload) {
        MemorySegment frame = arena.allocate(14L + payload.length, 1);
        MemorySegment.copy(destination, 0, frame, JAVA_BYTE, 0, 6);
        MemorySegment.copy(source, 0, frame, JAVA_BYTE, 6, 6);
        frame.set(JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN).withByteAlignment(1), 12, (short) ethertype);
        MemorySegment.copy(payload, 0, frame, JAVA_BYTE, 14, payload.length);
        return frame;
    }
}
