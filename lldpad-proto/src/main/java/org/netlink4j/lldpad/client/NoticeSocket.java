package org.netlink4j.lldpad.client;

import static org.netlink4j.rtnetlink.Rtm.RTM_SETLINK;

import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.TruncatedException;
import org.netlink4j.core.socket.Datagram;
import org.netlink4j.core.socket.DatagramTransport;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.lldpad.VsiNotice;

/**
 * Where notices arrive. lldpad sends them without regard to whether there is room: when some 256 lie unread it stops in the midst
 * of sending, and with it all ports of the machine, until somebody reads them.
 */
final class NoticeSocket implements LldpadClient.Notices {
    /** How many are kept for {@link #next}; of more, the oldest go. */
    static final int KEPT = 4096;

    private static final long BUFFER = 8192;

    private final Arena arena = Arena.ofShared();
    private final Datagram datagram = new Datagram(arena, BUFFER);
    private final ReentrantLock reading = new ReentrantLock();
    private final Queue<VsiNotice> kept = new ArrayDeque<>();
    private final DatagramTransport transport;
    private final Path pidFile;

    /**
     * A place for notices.
     *
     * @param transport a socket of NETLINK_ROUTE, closed with this
     * @param pidFile lldpad's file
     */
    NoticeSocket(DatagramTransport transport, Path pidFile) {
        this.transport = transport;
        this.pidFile = pidFile;
    }

    @Override
    public Optional<VsiNotice> next(Duration wait) throws NetlinkException {
        reading.lock();
        try {
            long deadline = System.nanoTime() + wait.toNanos();
            while (kept.isEmpty() && receive(deadline) && deadline - System.nanoTime() > 0) {} // others could else send for ever
            return Optional.ofNullable(kept.poll());
        } finally {
            reading.unlock();
        }
    }

    @Override
    public void collect() throws NetlinkException {
        if (reading.tryLock()) { // else somebody reads already
            try {
                for (int i = 0; i < KEPT && receive(System.nanoTime()); i++) {} // more than fits: others could else send for ever
            } finally {
                reading.unlock();
            }
        }
    }

    /** {@return whether something came}; it is kept if it is a notice from lldpad. */
    private boolean receive(long deadline) throws NetlinkException {
        try {
            if (!transport.receive(datagram, deadline)) {
                return false;
            }
        } catch (TruncatedException _) {
            return true; // no lldpad sends so much
        }
        MessageReader message = new MessageReader().over(datagram.memory(), 0, datagram.length());
        if (datagram.senderPort() == LldpadSocket.portId(pidFile) && message.next() && message.type() == RTM_SETLINK) {
            if (kept.size() == KEPT) {
                kept.remove();
            }
            kept.add(VsiNotice.decode(message));
        }
        return true;
    }

    @Override
    public void close() {
        transport.close();
        reading.lock();
        try {
            if (arena.scope().isAlive()) {
                arena.close();
            }
        } finally {
            reading.unlock();
        }
    }
}
