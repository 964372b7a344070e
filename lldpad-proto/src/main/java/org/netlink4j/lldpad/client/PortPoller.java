package org.netlink4j.lldpad.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.netlink4j.core.Errno;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.lldpad.PortEntry;
import org.netlink4j.lldpad.PortStatus;

/**
 * The only reader of a port's status, for lldpad forgets a finished VSI once it has told of it: whoever looks, looks for all who
 * wait.
 */
final class PortPoller {
    /** One request at a time: a lldpad that is still busy with a frame drops the next. */
    private final Semaphore room = new Semaphore(1, true);
    private final LldpadChannel channel;
    private final int index;
    private final long interval;
    private final List<Watch> watches = new ArrayList<>();
    private Optional<Long> last = Optional.empty();

    PortPoller(LldpadChannel channel, int index, long intervalNanos) {
        this.channel = channel;
        this.index = index;
        interval = intervalNanos;
    }

    /** Somebody who waits for a VSI, and what was seen of it since. */
    static final class Watch {
        private final UUID instance;
        private final Queue<Optional<PortEntry>> seen = new ArrayDeque<>();

        private Watch(UUID instance) {
            this.instance = instance;
        }
    }

    /** Waits until no other request is under way; {@link #leave} ends it. */
    void enter() throws InterruptedCallException {
        try {
            room.acquire();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedCallException("interrupted while other requests about the port were under way");
        }
    }

    void leave() {
        room.release();
    }

    synchronized Watch watch(UUID instance) {
        Watch watch = new Watch(instance);
        watches.add(watch);
        return watch;
    }

    synchronized void forget(Watch watch) {
        watches.remove(watch);
    }

    /** Drops what was seen so far. */
    synchronized void restart(Watch watch) {
        watch.seen.clear();
    }

    /** What is listed now. */
    synchronized PortStatus look(long now) throws NetlinkException {
        PortStatus status = status();
        last = Optional.of(now);
        watches.forEach(watch -> watch.seen.add(status.find(watch.instance)));
        return status;
    }

    private PortStatus status() throws NetlinkException {
        try {
            return channel.get(index);
        } catch (KernelException e) {
            if (e.errno() == Errno.ENODEV) {
                return new PortStatus(index, List.of()); // VDP has not started on the port
            }
            throw e;
        }
    }

    /** The next thing that was seen; if there is none yet, and nobody has just looked, looks. */
    synchronized Optional<Optional<PortEntry>> next(Watch watch, long now) throws NetlinkException {
        if (watch.seen.isEmpty() && (last.isEmpty() || now - last.get() >= interval)) {
            look(now);
        }
        return Optional.ofNullable(watch.seen.poll());
    }
}
