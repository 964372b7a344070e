package org.netlink4j.core.testing;

import static org.netlink4j.core.wire.Nlmsg.NLMSG_MIN_TYPE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.BufferOverflowException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.netlink4j.core.Errno;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.OverrunException;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.socket.Datagram;
import org.netlink4j.core.socket.MulticastTransport;
import org.netlink4j.core.testing.Answer.Part;
import org.netlink4j.core.testing.Content.Header;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;

/**
 * A kernel in memory, for unit tests of programs that use netlink: it takes the place of a socket under a client and answers as the
 * test says. Waiting for it, waking, closing and interrupting work as with a real socket. Any thread may use it.
 *
 * <p>A request of a type for which nothing was said is refused with {@code EOPNOTSUPP}. Control messages (types below 16) are only
 * acknowledged, as by the real kernel.
 */
public final class FakeKernel implements MulticastTransport {
    /** What the client's socket would have: {@code net.core.rmem_default} of most systems. */
    private static final int RECEIVE_BUFFER = 212_992;

    private static final int PORT = 4711;
    private static final int FIRST_SIZE = 4096;

    private final Inbox inbox = new Inbox();
    private final Map<Integer, Responder> responders = new ConcurrentHashMap<>();
    private final List<byte[]> sent = new CopyOnWriteArrayList<>();
    private final Set<Integer> groups = new ConcurrentSkipListSet<>();
    private final AtomicLong drops = new AtomicLong();
    private final AtomicReference<NetlinkException> nextSendFails = new AtomicReference<>();
    private volatile boolean congested;

    /** A kernel that supports nothing yet. */
    public FakeKernel() {}

    // ---- for the test

    /**
     * Says how requests of a type are answered: the first with the first answer, and so on; the last one stays.
     *
     * @param type {@code nlmsg_type} of the requests
     * @param answers the answers, at least one
     * @return this
     */
    public FakeKernel on(int type, Answer... answers) {
        Deque<Answer> left = new ArrayDeque<>(List.of(answers));
        if (left.isEmpty()) {
            throw new IllegalArgumentException("no answer for type " + type);
        }
        return on(type, _ -> {
            synchronized (left) {
                return left.size() > 1 ? left.poll() : left.peek();
            }
        });
    }

    /**
     * Says how requests of a type are answered.
     *
     * @param type {@code nlmsg_type} of the requests
     * @param responder looks at a request and decides
     * @return this
     */
    public FakeKernel on(int type, Responder responder) {
        responders.put(type, responder);
        return this;
    }

    /**
     * Sends a notification, which arrives if the group was joined and the receive buffer has not overrun.
     *
     * @param group the multicast group, from 1 on
     * @param type {@code nlmsg_type}
     * @param body writes what follows the header
     */
    public void multicast(int group, int type, MessageBody body) {
        if (!groups.contains(group)) {
            return;
        }
        if (congested) {
            drops.incrementAndGet();
        } else {
            byte[] bytes = encode(out -> {
                out.begin(type, 0, 0, 0);
                body.write(out);
                out.end();
            });
            inbox.add(Inbox.datagram(bytes, 0, mask(group), group), Duration.ZERO);
        }
    }

    /** What {@code sockaddr_nl} says of a group: it has no bit for those beyond the 32nd. */
    private static int mask(int group) {
        return group == 0 || group > Integer.SIZE ? 0 : 1 << group - 1;
    }

    /**
     * Lets a datagram arrive that nobody asked for, whatever is in it.
     *
     * @param senderPort who sends it; 0 is the kernel
     * @param datagram the bytes
     */
    public void arrives(int senderPort, byte[] datagram) {
        inbox.add(Inbox.datagram(datagram.clone(), senderPort, 0, 0), Duration.ZERO);
    }

    /**
     * Lets the receive buffer overrun: a receive fails with an {@link OverrunException}. As the real kernel does, this one drops all
     * notifications from now on until what had come before was received.
     */
    public void overrun() {
        congested = true;
        inbox.add(this::failWithOverrun, Duration.ZERO);
    }

    private void failWithOverrun(Datagram into) throws OverrunException {
        drops.incrementAndGet();
        throw new OverrunException("the receive buffer overran: the kernel dropped messages for this socket");
    }

    /**
     * Lets the next datagram not be sent.
     *
     * @param failure what the sender gets
     */
    public void failNextSend(NetlinkException failure) {
        nextSendFails.set(failure);
    }

    /** {@return the datagrams that were sent to this kernel, in order} */
    public List<byte[]> sent() {
        return sent.stream().map(byte[]::clone).toList();
    }

    // ---- for the client

    @Override
    public int portId() {
        return PORT;
    }

    @Override
    public int receiveBufferSize() {
        return RECEIVE_BUFFER;
    }

    @Override
    public void send(MemorySegment memory, long length, int destinationPort) throws NetlinkException {
        inbox.requireOpen();
        NetlinkException failure = nextSendFails.getAndSet(null);
        if (failure != null) {
            throw failure;
        }
        byte[] datagram = memory.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
        sent.add(datagram);
        MessageReader requests = new MessageReader().over(MemorySegment.ofArray(datagram), 0, length);
        while (requests.next()) {
            Header header = new Header(requests.type(), requests.flags(), requests.sequence(), PORT);
            answer(requests).parts().forEach(part -> enqueue(part, header));
        }
    }

    private Answer answer(MessageReader request) {
        Answer otherwise = request.type() < NLMSG_MIN_TYPE ? Answer.acknowledge() : Answer.refuse(Errno.EOPNOTSUPP);
        try {
            return responders.getOrDefault(request.type(), _ -> otherwise).answer(request);
        } catch (MalformedMessageException _) {
            return Answer.refuse(Errno.EINVAL);
        }
    }

    private void enqueue(Part part, Header request) {
        Header answered =
                new Header(request.type(), request.flags(), request.sequence() + part.sequenceShift(), request.portId());
        byte[] bytes = encode(out -> part.content().write(out, answered));
        if (bytes.length == 0) {
            return;
        }
        inbox.add(
                switch (part.arrival()) {
                    case WHOLE -> Inbox.datagram(bytes, part.sender(), mask(part.group()), part.group());
                    case TRUNCATED -> Inbox.truncated(bytes.length, part.sender(), mask(part.group()));
                    case OVERRUN -> this::failWithOverrun;
                },
                part.delay());
    }

    private static byte[] encode(Consumer<MessageWriter> messages) {
        for (int size = FIRST_SIZE; ; size *= 4) {
            try {
                MemorySegment memory = MemorySegment.ofArray(new byte[size]);
                MessageWriter out = new MessageWriter().over(memory, 0, size);
                messages.accept(out);
                return memory.asSlice(0, out.position()).toArray(ValueLayout.JAVA_BYTE);
            } catch (BufferOverflowException _) {
                // once more with more room
            }
        }
    }

    @Override
    public boolean receive(Datagram into, long deadline) throws NetlinkException {
        try {
            return inbox.receive(into, deadline);
        } finally {
            if (inbox.isEmpty()) {
                congested = false;
            }
        }
    }

    @Override
    public void join(int group) throws NetlinkException {
        inbox.requireOpen();
        groups.add(group);
    }

    @Override
    public void leave(int group) throws NetlinkException {
        inbox.requireOpen();
        groups.remove(group);
    }

    @Override
    public Set<Integer> memberships() throws NetlinkException {
        inbox.requireOpen();
        return Set.copyOf(groups);
    }

    @Override
    public long drops() throws NetlinkException {
        inbox.requireOpen();
        return drops.get();
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
