package org.netlink4j.core.testing;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.NotSupportedException;
import org.netlink4j.core.OverrunException;
import org.netlink4j.core.socket.Datagram;
import org.netlink4j.core.socket.DatagramTransport;

/**
 * Plays back what a {@link RecordingTransport} wrote: a request that equals a recorded one but for its sequence number and port id
 * gets the answers that the recorded one got, with its own sequence number. Requests may come in another order than they were
 * recorded; equal ones are answered in the order of the recording, each recorded one once. What was received without answering a
 * request, such as an overrun, comes after the request that was sent before it.
 */
public final class ReplayTransport implements DatagramTransport {
    private static final int SEQUENCE = 8;
    private static final int PORT = 12;

    /** A recorded request and its answers; number 0 for what came before any request. */
    private record Exchange(int sequence, List<Recording.Entry> answers) {}

    private final int portId;
    private final int receiveBufferSize;
    private final Inbox inbox = new Inbox();
    private final Map<ByteBuffer, Deque<Exchange>> exchanges = new HashMap<>();
    private final Map<Integer, Integer> sequences = new HashMap<>();

    private ReplayTransport(Recording recording) {
        portId = recording.portId();
        receiveBufferSize = recording.receiveBufferSize();
        Map<Integer, Exchange> bySequence = new HashMap<>();
        Exchange latest = new Exchange(0, new ArrayList<>());
        List<Recording.Entry> first = latest.answers;
        for (Recording.Entry entry : recording.entries()) {
            switch (entry) {
                case Recording.Sent sent -> {
                    List<Exchange> begun = new ArrayList<>();
                    Recording.forEachMessage(sent.bytes(), (_, request) -> {
                        Exchange exchange = new Exchange(request.sequence(), new ArrayList<>());
                        exchanges.computeIfAbsent(key(request.bytes()), _ -> new ArrayDeque<>()).add(exchange);
                        bySequence.put(request.sequence(), exchange);
                        begun.add(exchange);
                    });
                    latest = begun.isEmpty() ? latest : begun.getLast();
                }
                case Recording.Received received -> answered(received, bySequence, latest).answers.add(received);
                case Recording.Lost lost -> latest.answers.add(lost);
            }
        }
        first.forEach(this::enqueue);
    }

    /**
     * Opens a recording.
     *
     * @param recording the file
     * @return a transport that plays it back
     * @throws IOException if it cannot be read or is no recording
     */
    public static ReplayTransport open(Path recording) throws IOException {
        return new ReplayTransport(Recording.read(recording));
    }

    private static Exchange answered(Recording.Received received, Map<Integer, Exchange> bySequence, Exchange otherwise) {
        Exchange[] found = {otherwise};
        if (received.sender() == 0 && received.groups() == 0 && received.group() == 0) {
            Recording.forEachMessage(received.bytes(), (at, message) -> {
                if (at == 0) {
                    found[0] = bySequence.getOrDefault(message.sequence(), otherwise);
                }
            });
        }
        return found[0];
    }

    /** A request without what differs from one run to the next. */
    private static ByteBuffer key(byte[] request) {
        return ByteBuffer.wrap(request).putInt(SEQUENCE, 0).putInt(PORT, 0);
    }

    private void enqueue(Recording.Entry entry) {
        switch (entry) {
            case Recording.Received received -> inbox.add(
                    Inbox.datagram(renumbered(received.bytes()), received.sender(), received.groups(), received.group()),
                    Duration.ZERO);
            case Recording.Lost lost -> inbox.add(
                    lost == Recording.Lost.TRUNCATED ? Inbox.truncated(0, 0, 0) : ReplayTransport::overrun, Duration.ZERO);
            case Recording.Sent _ -> throw new AssertionError("nobody receives what was sent");
        }
    }

    private static void overrun(Datagram into) throws OverrunException {
        throw new OverrunException("the receive buffer overran when this was recorded");
    }

    private byte[] renumbered(byte[] datagram) {
        byte[] copy = datagram.clone();
        MemorySegment memory = MemorySegment.ofArray(copy);
        Recording.forEachMessage(datagram, (at, message) ->
                memory.set(JAVA_INT_UNALIGNED, at + SEQUENCE, sequences.getOrDefault(message.sequence(), message.sequence())));
        return copy;
    }

    @Override
    public int portId() {
        return portId;
    }

    @Override
    public int receiveBufferSize() {
        return receiveBufferSize;
    }

    /**
     * Sends one datagram.
     *
     * @throws NotSupportedException if the recording has no such request, or not so many
     */
    @Override
    public synchronized void send(MemorySegment memory, long length, int destinationPort) throws NetlinkException {
        inbox.requireOpen();
        byte[] datagram = memory.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
        List<Exchange> found = new ArrayList<>();
        List<Integer> unknown = new ArrayList<>();
        Recording.forEachMessage(datagram, (_, request) -> {
            Deque<Exchange> equal = exchanges.getOrDefault(key(request.bytes()), new ArrayDeque<>());
            if (equal.isEmpty()) {
                unknown.add(request.type());
            } else {
                sequences.put(equal.peek().sequence, request.sequence());
                found.add(equal.poll());
            }
        });
        if (!unknown.isEmpty()) {
            throw new NotSupportedException("the recording has no such request, or no further one, of type " + unknown.getFirst());
        }
        found.forEach(exchange -> exchange.answers.forEach(this::enqueue));
    }

    @Override
    public boolean receive(Datagram into, long deadline) throws NetlinkException {
        return inbox.receive(into, deadline);
    }

    @Override
    public void wake() {
        inbox.wake();
    }

    @Override
    public void close() {
        inbox.close();
    }
}
