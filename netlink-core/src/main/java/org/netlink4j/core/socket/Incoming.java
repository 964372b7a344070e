package org.netlink4j.core.socket;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.netlink4j.core.ffm.Constants.MSGHDR;
import static org.netlink4j.core.ffm.Constants.MSG_CONTROL;
import static org.netlink4j.core.ffm.Constants.MSG_CONTROLLEN;
import static org.netlink4j.core.ffm.Constants.MSG_IOV;
import static org.netlink4j.core.ffm.Constants.MSG_IOVLEN;
import static org.netlink4j.core.ffm.Constants.MSG_NAME;
import static org.netlink4j.core.ffm.Constants.MSG_NAMELEN;
import static org.netlink4j.core.ffm.Constants.MSG_TRUNC;
import static org.netlink4j.core.ffm.Constants.SOCKADDR_NL;
import static org.netlink4j.core.ffm.Constants.SOL_NETLINK;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.netlink4j.core.Errno;
import org.netlink4j.core.TruncatedException;
import org.netlink4j.core.ffm.Libc;

/** Receives datagrams with their senders, and with their control messages where there are any. */
final class Incoming {
    private static final int NETLINK_PKTINFO = 3;
    private static final int NETLINK_LISTEN_ALL_NSID = 8;

    /** Room for both control messages, each a header of 16 bytes and 4 bytes padded to 8. */
    private static final int CONTROL = 48;

    private static final int CMSG_HEADER = 16;

    private static final int PORT = 4;
    private static final int GROUPS = 8;

    private final int fd;
    private final MemorySegment sender;
    private final MemorySegment senderLength;
    private final MemorySegment vector;
    private final MemorySegment header;
    private final MemorySegment control;

    Incoming(int fd, Arena arena) {
        this.fd = fd;
        sender = arena.allocate(SOCKADDR_NL, 4);
        senderLength = arena.allocate(JAVA_INT);
        vector = arena.allocate(16, 8);
        header = arena.allocate(MSGHDR, 8);
        control = arena.allocate(CONTROL, 8);
        header.set(JAVA_LONG, MSG_NAME, sender.address()); // the layout ADDRESS takes milliseconds to set up
        header.set(JAVA_LONG, MSG_IOV, vector.address());
        header.set(JAVA_LONG, MSG_IOVLEN, 1);
        header.set(JAVA_LONG, MSG_CONTROL, control.address());
    }

    /**
     * Receives a datagram that only one sender can have sent, and to this socket alone.
     *
     * @return the length, or {@code -errno}
     */
    long receive(Datagram into, int onlySender) throws TruncatedException {
        MemorySegment memory = into.memory();
        long received;
        do {
            received = into.libc().receive(fd, memory, memory.byteSize(), MSG_TRUNC);
        } while (received == -Errno.EINTR);
        if (received >= 0) {
            into.came(received, onlySender, 0);
        }
        return received;
    }

    /** {@return the length, or {@code -errno}} */
    long receive(Datagram into, boolean withControl) throws TruncatedException {
        long received;
        do {
            received = withControl ? recvmsg(into) : recvfrom(into);
        } while (received == -Errno.EINTR);
        if (received < 0) {
            return received;
        }
        into.came(received, sender.get(JAVA_INT, PORT), sender.get(JAVA_INT, GROUPS));
        if (withControl) {
            readControl(into);
        }
        return received;
    }

    /** Forgets what has come so far. */
    void drain(Libc libc) {
        long result;
        do {
            result = libc.receive(fd, sender, 0, 0);
        } while (result >= 0 || result == -Errno.EINTR || result == -Errno.ENOBUFS);
    }

    /** Takes the kernel a twentieth less of a round trip than {@code recvmsg}. */
    private long recvfrom(Datagram into) {
        MemorySegment memory = into.memory();
        senderLength.set(JAVA_INT, 0, SOCKADDR_NL);
        return into.libc().recvfrom(fd, memory, memory.byteSize(), MSG_TRUNC, sender, senderLength);
    }

    private long recvmsg(Datagram into) {
        MemorySegment memory = into.memory();
        vector.set(ADDRESS, 0, memory);
        vector.set(JAVA_LONG, 8, memory.byteSize());
        header.set(JAVA_INT, MSG_NAMELEN, SOCKADDR_NL);
        header.set(JAVA_LONG, MSG_CONTROLLEN, CONTROL);
        return into.libc().recvmsg(fd, header, MSG_TRUNC);
    }

    /** {@code struct cmsghdr}: u64 length with header, s32 level, s32 type; then, here always, 32 bits. */
    private void readControl(Datagram into) {
        long end = Math.min(CONTROL, header.get(JAVA_LONG, MSG_CONTROLLEN));
        for (long at = 0; at + CMSG_HEADER + Integer.BYTES <= end; at += control.get(JAVA_LONG, at) + 7 & ~7L) {
            if (control.get(JAVA_LONG, at) < CMSG_HEADER) {
                return;
            }
            if (control.get(JAVA_INT, at + 8) == SOL_NETLINK) {
                int value = control.get(JAVA_INT, at + CMSG_HEADER);
                switch (control.get(JAVA_INT, at + 12)) {
                    case NETLINK_PKTINFO -> into.sentTo(value);
                    case NETLINK_LISTEN_ALL_NSID -> into.sentIn(value);
                    default -> {}
                }
            }
        }
    }
}
