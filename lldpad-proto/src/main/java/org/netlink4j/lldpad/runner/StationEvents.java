package org.netlink4j.lldpad.runner;

import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.lldpad.evb.StationEvent;

/** What happens at a station, in order, for one reader. May be used by many threads, which then share what there is. */
public final class StationEvents implements AutoCloseable {
    private final PortThread thread;
    private final Consumer<StationEvents> leave;
    private final Queue<StationEvent> waiting = new ConcurrentLinkedQueue<>();

    StationEvents(PortThread thread, Consumer<StationEvents> leave) {
        this.thread = thread;
        this.leave = leave;
    }

    void add(StationEvent event) {
        waiting.add(event);
    }

    /**
     * The next event.
     *
     * @param wait how long to wait for it
     * @return empty if none came
     * @throws NetlinkException if the station is closed, its device gone, or the thread interrupted
     */
    public Optional<StationEvent> next(Duration wait) throws NetlinkException {
        long deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            boolean there = thread.await(() -> !waiting.isEmpty(), Duration.ofNanos(deadline - System.nanoTime()));
            Optional<StationEvent> event = Optional.ofNullable(waiting.poll());
            if (event.isPresent() || !there) {
                return event;
            }
        }
    }

    /** Reads no more; events that were not read are lost. */
    @Override
    public void close() {
        leave.accept(this);
    }
}
