package org.netlink4j.core.client;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.conversation.Conversation;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.DatagramTransport;

/** The I/O thread of a {@link SharedNetlinkClient}: the only one that touches the conversation and the buffers. */
final class SharedLoop implements Runnable {
    /** Requests of several callers go together up to this size, far below the socket's send buffer. */
    private static final long SEND_BUFFER = 64 * 1024;

    /** How many datagrams to receive before looking at deadlines and at new calls: a flood must not hold those up. */
    private static final int DATAGRAMS_PER_ROUND = 64;

    /** How long to sleep at most when nothing is open; the thread is woken for new calls. */
    private static final long IDLE = TimeUnit.HOURS.toNanos(1);

    /** What an answer takes of the receive buffer, generously: most objects are smaller, and so are acknowledgements. */
    private static final int ANSWER_COST = 8 * 1024;

    private final DatagramTransport transport;
    private final Semaphore places;
    private final Arena arena = Arena.ofShared();
    private final Conversation conversation;
    private final Receiver receiver;
    private final int window;
    private final Thread thread;

    private final Queue<PendingCall> submitted = new ConcurrentLinkedQueue<>();
    private final Queue<PendingCall> abandoned = new ConcurrentLinkedQueue<>();
    private final Set<PendingCall> unfinished = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean asleep = new AtomicBoolean();
    private volatile boolean closed;
    /** Whether requests wait until others have ended. */
    private volatile boolean backlog;

    /** Whether the last attempt to receive failed. */
    private boolean failing;

    private final Queue<PendingCall> plain = new ArrayDeque<>();
    private final Queue<PendingCall> dumps = new ArrayDeque<>();
    private final List<PendingCall> inDatagram = new ArrayList<>();

    /** Calls that have ended and whose callers have not been woken: one after the other would put the carriers to sleep in between. */
    private final List<PendingCall> ended = new ArrayList<>();

    SharedLoop(NetlinkProtocol protocol, DatagramTransport transport, Semaphore places) {
        this.transport = transport;
        this.places = places;
        conversation = new Conversation(protocol, 0, transport.portId(), (int) System.nanoTime());
        receiver = new Receiver(protocol, transport, conversation, 0, arena);
        window = Math.max(1, transport.receiveBufferSize() / ANSWER_COST);
        thread = Thread.ofPlatform().daemon().name("netlink4j-" + protocol.name()).unstarted(this);
    }

    void start() {
        thread.start();
    }

    boolean isCurrentThread() {
        return Thread.currentThread() == thread;
    }

    long dropped() {
        return receiver.dropped();
    }

    /** Hands a call over; its place is given back when it is finished. */
    void submit(PendingCall call) {
        unfinished.add(call);
        if (closed) {
            fail(call);
            return;
        }
        submitted.add(call);
        wake();
    }

    /**
     * Takes a call back whose caller has gone away. It gives its place back at once; the conversation forgets it before the next
     * request is sent. The thread is woken for that only if a request waits: thousands of callers may go away at once.
     */
    void abandon(PendingCall call) {
        abandoned.add(call);
        finish(call);
        if (backlog) {
            wake();
        }
    }

    private void wake() {
        if (asleep.compareAndSet(true, false)) {
            transport.wake();
        }
    }

    void close() {
        closed = true;
        transport.close();
        failAll(); // the thread may be in the kernel for long; nobody shall wait for it
    }

    private void failAll() {
        unfinished.forEach(this::fail);
    }

    private void fail(PendingCall call) {
        call.closed();
        finish(call);
    }

    /** Lets the caller know at the end of the round; on the I/O thread. */
    void ended(PendingCall call) {
        ended.add(call);
    }

    private void wakeCallers() {
        for (PendingCall call : ended) {
            call.wakeCaller(closed); // or else a later call might be done and an earlier one, which closing has ended, unknown
            finish(call);
        }
        ended.clear();
    }

    /** Gives the place back, once. */
    void finish(PendingCall call) {
        if (unfinished.remove(call)) {
            places.release();
        }
    }

    @Override
    public void run() {
        try (arena) {
            MemorySegment sendBuffer = arena.allocate(SEND_BUFFER, 8);
            while (!closed) {
                take();
                sendBuffer = send(sendBuffer);
                wakeCallers();
                receive();
                wakeCallers();
            }
        } finally {
            closed = true;
            wakeCallers();
            transport.close();
            failAll();
        }
    }

    private void take() {
        for (PendingCall call = submitted.poll(); call != null; call = submitted.poll()) {
            (call.isDump() ? dumps : plain).add(call);
        }
        for (PendingCall call = abandoned.poll(); call != null; call = abandoned.poll()) {
            conversation.cancel(call.exchange(), new InterruptedCallException("the caller has gone away"));
            // it may be in a queue still, and is left out when its turn comes
        }
    }

    // ---- sending: as many as fit into one datagram and whose answers fit into the receive buffer

    private MemorySegment send(MemorySegment buffer) {
        MemorySegment memory = buffer;
        long length = 0;
        if (!dumps.isEmpty() && !conversation.isDumpRunning()) {
            PendingCall dump = dumps.poll();
            memory = roomFor(memory, dump);
            length = append(dump, memory, 0);
        }
        while (!plain.isEmpty() && conversation.openExchanges() < window) {
            PendingCall call = plain.peek();
            if (length == 0) {
                memory = roomFor(memory, call);
            } else if (length + call.request().length > SEND_BUFFER) {
                break;
            }
            length += append(plain.poll(), memory, length);
        }
        if (length > 0) {
            transmit(memory, length);
        }
        return memory;
    }

    private MemorySegment roomFor(MemorySegment buffer, PendingCall call) {
        return call.request().length <= buffer.byteSize() ? buffer : arena.allocate(call.request().length, 8);
    }

    /** {@return how many bytes were added} */
    private long append(PendingCall call, MemorySegment buffer, long at) {
        if (call.isAbandoned()) {
            finish(call);
            return 0;
        }
        conversation.begin(call.exchange(), call, call.type(), call.flags(), call.deadline());
        int length = call.request().length;
        MemorySegment.copy(call.request(), 0, buffer, ValueLayout.JAVA_BYTE, at, length);
        RequestBuffer.stamp(buffer, at, call.flags(), call.exchange().sequence());
        inDatagram.add(call);
        return length;
    }

    private void transmit(MemorySegment buffer, long length) {
        try {
            transport.send(buffer, length, 0);
        } catch (NetlinkException e) {
            inDatagram.forEach(call -> conversation.notSent(call.exchange(), e));
        }
        inDatagram.clear();
    }

    // ---- receiving: whatever there is, then sleep until there is something to do

    private void receive() {
        try {
            boolean more = receiver.receive(System.nanoTime() + sleepTime());
            failing = false;
            for (int i = 1; more && i < DATAGRAMS_PER_ROUND && isMoreToCome(); i++) {
                more = receiver.receive(System.nanoTime());
            }
        } catch (SystemCallException e) { // out of memory, perhaps: if it happens again at once, there is no receiving any more
            wakeCallers();
            closed |= failing;
            failing = true;
            conversation.endAll(e);
        } catch (NetlinkException e) {
            wakeCallers();
            closed = true;
            conversation.endAll(e);
        }
        asleep.set(false);
        conversation.expire(System.nanoTime());
    }

    /** Answers are there when the request has been sent, but those of a dump: new calls need not wait for all of them. */
    private boolean isMoreToCome() {
        return conversation.openExchanges() > 0 && (submitted.isEmpty() || !conversation.isDumpRunning());
    }

    /** Zero if there is something to send at once; else the I/O thread says that it has to be woken for new calls. */
    private long sleepTime() {
        boolean canSend = !plain.isEmpty() && conversation.openExchanges() < window
                || !dumps.isEmpty() && !conversation.isDumpRunning();
        if (canSend) {
            return 0;
        }
        backlog = !plain.isEmpty() || !dumps.isEmpty();
        asleep.set(true);
        if (!submitted.isEmpty() || backlog && !abandoned.isEmpty() || closed) {
            asleep.set(false);
            return 0;
        }
        long now = System.nanoTime();
        return Math.max(0, conversation.nextDeadline(now + IDLE) - now);
    }
}
