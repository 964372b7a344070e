package org.netlink4j.core.io;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.netlink4j.core.ffm.Constants.AF_PACKET;
import static org.netlink4j.core.ffm.Constants.ETH_P_ALL;
import static org.netlink4j.core.ffm.Constants.MR_ADDRESS;
import static org.netlink4j.core.ffm.Constants.MR_ALEN;
import static org.netlink4j.core.ffm.Constants.MR_TYPE;
import static org.netlink4j.core.ffm.Constants.PACKET_ADD_MEMBERSHIP;
import static org.netlink4j.core.ffm.Constants.PACKET_MREQ;
import static org.netlink4j.core.ffm.Constants.PACKET_MR_MULTICAST;
import static org.netlink4j.core.ffm.Constants.PACKET_OUTGOING;
import static org.netlink4j.core.ffm.Constants.SLL_IFINDEX;
import static org.netlink4j.core.ffm.Constants.SLL_PROTOCOL;
import static org.netlink4j.core.ffm.Constants.SOCKADDR_LL;
import static org.netlink4j.core.ffm.Constants.SOCK_CLOEXEC;
import static org.netlink4j.core.ffm.Constants.SOCK_NONBLOCK;
import static org.netlink4j.core.ffm.Constants.SOCK_RAW;
import static org.netlink4j.core.ffm.Constants.SOL_PACKET;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.ffm.Libc;
import org.netlink4j.core.ffm.SocketFilter;
import org.netlink4j.core.socket.NetworkNamespace;

/** An {@code AF_PACKET} socket on one device. Needs {@code CAP_NET_RAW}. */
public final class PacketSocket {
    // Classic BPF, linux/bpf_common.h and linux/filter.h.
    private static final int LOAD_HALF = 0x28;
    private static final int LOAD_BYTE = 0x30;
    private static final int JUMP_IF_EQUAL = 0x15;
    private static final int RETURN = 0x06;
    private static final int SKF_AD_OFF = -0x1000;
    private static final int SKF_AD_PKTTYPE = SKF_AD_OFF + 4;
    private static final int SKF_AD_VLAN_TAG_PRESENT = SKF_AD_OFF + 48;
    private static final int TYPE_OFFSET = 12;
    private static final int WHOLE_FRAME = -1;

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
        return namespace.call(() -> open(ifindex, ethertype, _ -> {}));
    }

    /**
     * Opens a socket that sends on a device and receives what comes in there without a VLAN tag, before a bridge or a macvlan
     * takes it. What this host sends is not received.
     *
     * @param namespace where the device is
     * @param ifindex the device
     * @param ethertypes Ethernet types, 16 bits each, at most 100: frames of other types are not received
     * @param groups group addresses whose frames the device shall take
     * @return the socket, to be closed
     * @throws NetlinkException if the kernel does not give it
     */
    public static FrameFile open(NetworkNamespace namespace, int ifindex, Set<Integer> ethertypes, Set<MacAddress> groups)
            throws NetlinkException {
        return namespace.call(() -> open(ifindex, ETH_P_ALL, fd -> {
            filter(fd, List.copyOf(ethertypes));
            for (MacAddress group : groups) {
                join(fd, ifindex, group);
            }
        }));
    }

    /** What is done with a socket before it receives anything. */
    private interface Preparation {
        void prepare(int fd) throws SystemCallException;
    }

    private static FrameFile open(int ifindex, int ethertype, Preparation preparation) throws SystemCallException {
        try (Arena arena = Arena.ofConfined()) {
            Libc libc = new Libc(arena);
            // Protocol 0: nothing is received before the socket is bound to its device.
            int fd = libc.socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
            check("socket(AF_PACKET, SOCK_RAW)", fd);
            try {
                preparation.prepare(fd);
                MemorySegment address = arena.allocate(SOCKADDR_LL, 4);
                address.set(JAVA_SHORT, 0, (short) AF_PACKET);
                address.set(JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN), SLL_PROTOCOL, (short) ethertype);
                address.set(JAVA_INT, SLL_IFINDEX, ifindex);
                check("binding a packet socket to device " + ifindex, libc.bind(fd, address, SOCKADDR_LL));
            } catch (SystemCallException e) {
                libc.close(fd);
                throw e;
            }
            return new FrameFile("the packet socket on device " + ifindex, fd);
        }
    }

    private static void check(String what, int result) throws SystemCallException {
        if (result < 0) {
            throw new SystemCallException(what, -result);
        }
    }

    /** Keeps what comes in, has no VLAN tag, and is of one of the types. */
    private static void filter(int fd, List<Integer> types) throws SystemCallException {
        try (Arena arena = Arena.ofConfined()) {
            int drop = 5 + types.size(); // index of the instruction
            SocketFilter program = new SocketFilter(arena)
                    .add(LOAD_BYTE, 0, 0, SKF_AD_PKTTYPE)
                    .add(JUMP_IF_EQUAL, drop - 2, 0, PACKET_OUTGOING)
                    .add(LOAD_BYTE, 0, 0, SKF_AD_VLAN_TAG_PRESENT)
                    .add(JUMP_IF_EQUAL, 0, drop - 4, 0)
                    .add(LOAD_HALF, 0, 0, TYPE_OFFSET);
            for (int i = 0; i < types.size(); i++) {
                program.add(JUMP_IF_EQUAL, types.size() - i, 0, types.get(i));
            }
            program.add(RETURN, 0, 0, 0).add(RETURN, 0, 0, WHOLE_FRAME);
            check("socket option SO_ATTACH_FILTER", program.attach(fd));
        }
    }

    private static void join(int fd, int ifindex, MacAddress group) throws SystemCallException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment request = arena.allocate(PACKET_MREQ, 4);
            request.set(JAVA_INT, 0, ifindex);
            request.set(JAVA_SHORT, MR_TYPE, (short) PACKET_MR_MULTICAST);
            request.set(JAVA_SHORT, MR_ALEN, (short) MacAddress.LENGTH);
            MemorySegment.copy(group.octets(), 0, request, JAVA_BYTE, MR_ADDRESS, MacAddress.LENGTH);
            check("joining " + group + " on device " + ifindex,
                    new Libc(arena).setsockopt(fd, SOL_PACKET, PACKET_ADD_MEMBERSHIP, request, PACKET_MREQ));
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
