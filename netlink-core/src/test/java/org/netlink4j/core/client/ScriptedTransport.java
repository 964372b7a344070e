package org.netlink4j.core.client;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.Datagram;
import org.netlink4j.core.socket.DatagramTransport;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;

/** A transport whose answers a test wrote beforehand; where none is left, the deadline has passed. */
final class ScriptedTransport implements DatagramTransport {
    private static final int PORT = 4711;

    /** What to answer to the next request, given its sequence number. */
    interface Answer {
        void write(MessageWriter out, int sequence);
    }

    private record Step(int sender, byte[] datagram, NetlinkException failure) {}

    private final Deque<Consumer<Integer>> perRequest = new ArrayDeque<>();
    private final Deque<Step> toReceive = new ArrayDeque<>();
    private final List<byte[]> sent = new ArrayList<>();
    private boolean closed;

    /** The kernel answers the next request with one datagram. */
    ScriptedTransport answer(Answer answer) {
        return answer(0, answer);
    }

    /** The same from another port. */
    ScriptedTransport answer(int sender, Answer answer) {
        perRequest.add(sequence -> toReceive.add(new Step(sender, encode(answer, sequence), null)));
        return this;
    }

    /** The kernel answers the next request with several datagrams. */
    ScriptedTransport answers(Answer... answers) {
        perRequest.add(sequence -> {
            for (Answer answer : answers) {
                toReceive.add(new Step(0, encode(answer, sequence), null));
            }
        });
        return this;
    }

    /** A datagram that comes before anything else. */
    ScriptedTransport stray(int sender, byte[] datagram) {
        toReceive.add(new Step(sender, datagram, null));
        return this;
    }

    /** Receiving fails after the next request. */
    ScriptedTransport failure(NetlinkException failure) {
        perRequest.add(_ -> toReceive.add(new Step(0, new byte[0], failure)));
        return this;
    }

    static byte[] encode(Answer answer, int sequence) {
        byte[] buffer = new byte[16384];
        MemorySegment memory = MemorySegment.ofArray(buffer);
        MessageWriter out = new MessageWriter().over(memory, 0, buffer.length);
        answer.write(out, sequence);
        return memory.asSlice(0, out.position()).toArray(ValueLayout.JAVA_BYTE);
    }

    List<byte[]> sent() {
        return sent;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public int portId() {
        return PORT;
    }

    @Override
    public int receiveBufferSize() {
        return 212_992;
    }

    @Override
    public void send(MemorySegment memory, long length, int destinationPort) throws NetlinkException {
        byte[] request = memory.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
        sent.add(request);
        MessageReader reader = new MessageReader().over(MemorySegment.ofArray(request), 0, request.length);
        if (!reader.next()) {
            throw new AssertionError("an empty request");
        }
        Consumer<Integer> answer = perRequest.poll();
        if (answer != null) {
            answer.accept(reader.sequence());
        }
    }

    @Override
    public boolean receive(Datagram into, long deadline) throws NetlinkException {
        Step step = toReceive.poll();
        if (step == null) {
            return false;
        }
        if (step.failure != null) {
            throw step.failure;
        }
        MemorySegment.copy(step.datagram, 0, into.memory(), ValueLayout.JAVA_BYTE, 0, step.datagram.length);
        into.received(step.datagram.length, step.sender, 0);
        return true;
    }

    @Override
    public void wake() {
        // nobody waits: receive() never blocks
    }

    @Override
    public void close() {
        closed = true;
    }
}
