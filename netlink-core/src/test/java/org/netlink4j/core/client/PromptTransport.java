package org.netlink4j.core.client;

import static org.netlink4j.core.wire.Nlmsg.NLMSG_ERROR;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Queue;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.Datagram;
import org.netlink4j.core.socket.DatagramTransport;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;

/**
 * Answers at once, with as few accesses to memory as possible, for each is a place where Lincheck may let another thread go on. Its
 * receive buffer has room for the answer to one request.
 */
final class PromptTransport implements DatagramTransport {
    /** A request that is answered with a message of its type, or with an acknowledgement if it wants one. */
    static final int ANSWERED = 20;

    /** A request that is not answered. */
    static final int SILENT = 21;

    private static final int PORT = 7;

    private record Answer(int type, int sequence) {}

    private final Queue<Answer> answers = new ArrayDeque<>();
    private boolean woken;
    private boolean closed;

    @Override
    public int portId() {
        return PORT;
    }

    @Override
    public int receiveBufferSize() {
        return 1;
    }

    @Override
    public synchronized void send(MemorySegment memory, long length, int destinationPort) throws NetlinkException {
        requireOpen();
        MessageReader requests = new MessageReader().over(memory, 0, length);
        while (requests.next()) {
            if (requests.type() == ANSWERED) {
                boolean acknowledged = (requests.flags() & NLM_F_ACK) != 0;
                answers.add(new Answer(acknowledged ? NLMSG_ERROR : ANSWERED, requests.sequence()));
            }
        }
    }

    private void requireOpen() throws ClosedException {
        if (closed) {
            throw new ClosedException("the transport is closed");
        }
    }

    @Override
    public synchronized boolean receive(Datagram into, long deadline) throws NetlinkException {
        while (true) {
            requireOpen();
            Answer answer = answers.poll();
            if (answer != null) {
                MemorySegment memory = into.memory();
                MessageWriter out = new MessageWriter().over(memory, 0, memory.byteSize());
                out.begin(answer.type, 0, answer.sequence, PORT).zeros(20).end();
                into.received(out.position(), 0, 0);
                return true;
            }
            if (woken || deadline - System.nanoTime() <= 0) {
                woken = false;
                return false;
            }
            try {
                wait();
            } catch (InterruptedException e) {
                throw new InterruptedCallException("interrupted");
            }
        }
    }

    @Override
    public synchronized void wake() {
        woken = true;
        notifyAll();
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
