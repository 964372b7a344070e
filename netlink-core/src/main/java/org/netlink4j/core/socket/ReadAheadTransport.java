package org.netlink4j.core.socket;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.ffm.Lifetime;

/**
 * Receives long dumps ahead of the reader, for machines with more than one processor: after a large datagram the kernel has the
 * next one ready until the dump ends, and a thread of this transport receives up to 16 of them while the reader decodes. So a dump
 * takes about the kernel's time alone. Small dumps and single answers go as without it, and losses are reported in their place.
 *
 * <p>The thread begins with the first large datagram, never waits in the kernel, ends when nothing is there, and is gone a second
 * later. The datagrams take 1 MiB of native memory from the first large one until {@link #close}.
 *
 * <p>{@link org.netlink4j.core.client.NetlinkClient#openReadingAhead} opens a client over one.
 */
public final class ReadAheadTransport implements DatagramTransport {
    /** The kernel fills the datagrams of a dump up to 32 KiB. */
    private static final int LARGE = 16 * 1024;

    private final DatagramTransport transport;
    private final int large;
    private final Arena arena = Arena.ofShared();
    private final Lifetime lifetime = new Lifetime("the transport", arena::close);
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("netlink4j-read-ahead").factory());
    private final AtomicInteger wakes = new AtomicInteger();

    /** Made when it is needed. */
    private volatile DatagramRing ring;

    /** Whether the ring may still have something; only the reader asks. */
    private boolean ahead;

    /** The reader returned for the sake of all wakes up to this one. */
    private int heeded;

    /**
     * Reads ahead of whoever receives from it.
     *
     * @param transport what carries the datagrams; closed with this one. One thread must be able to send while another receives, as
     *     with {@link NetlinkSocket}
     */
    public ReadAheadTransport(DatagramTransport transport) {
        this(transport, LARGE);
    }

    /** With datagrams that promise another from fewer bytes on. */
    ReadAheadTransport(DatagramTransport transport, int large) {
        this.transport = Objects.requireNonNull(transport);
        this.large = large;
        thread.allowCoreThreadTimeOut(true);
    }

    @Override
    public int portId() {
        return transport.portId();
    }

    @Override
    public int receiveBufferSize() {
        return transport.receiveBufferSize();
    }

    @Override
    public void send(MemorySegment memory, long length, int destinationPort) throws NetlinkException {
        transport.send(memory, length, destinationPort);
    }

    @Override
    public boolean receive(Datagram into, long deadline) throws NetlinkException {
        lifetime.enter();
        try {
            if (ahead) {
                if (ring.take(into)) {
                    return true;
                }
                ahead = false;
                if (wakes.get() != heeded) { // the other thread may have been woken instead
                    heeded = wakes.get();
                    return false;
                }
            }
            int before = wakes.get();
            boolean received = transport.receive(into, deadline);
            if (!received) {
                heeded = before;
            } else if (into.length() >= large) {
                begin(into);
            }
            return received;
        } finally {
            lifetime.leave();
        }
    }

    private void begin(Datagram met) {
        if (ring == null) {
            ring = new DatagramRing(arena);
        }
        ring.begin(met.memory().byteSize());
        ahead = true;
        try {
            thread.execute(this::receiveAhead);
        } catch (RejectedExecutionException _) {
            ring.end(null); // closed meanwhile
        } catch (OutOfMemoryError e) { // no thread to be had: then without
            ring.end(null);
        }
    }

    private void receiveAhead() {
        Throwable why = null;
        try {
            lifetime.enter();
            try {
                receiveAll();
            } finally {
                lifetime.leave();
            }
        } catch (Throwable t) { // it belongs to the reader
            why = t;
        }
        ring.end(why);
    }

    private void receiveAll() throws NetlinkException {
        for (Datagram free = ring.free(); free != null; free = ring.free()) {
            if (!transport.receive(free, System.nanoTime())) {
                return;
            }
            ring.add();
        }
    }

    @Override
    public void wake() {
        wakes.incrementAndGet();
        transport.wake();
    }

    @Override
    public void close() {
        lifetime.close(() -> {
            transport.close();
            thread.shutdown();
            if (ring != null) {
                ring.stop();
            }
        });
    }
}
