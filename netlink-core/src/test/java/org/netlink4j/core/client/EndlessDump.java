package org.netlink4j.core.client;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_DONE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_MULTI;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.Datagram;
import org.netlink4j.core.socket.DatagramTransport;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;

/** A program for {@link StreamedDumpTest}: sees 1 GiB of objects, in a client and a way that its arguments say, and counts them. */
final class EndlessDump implements DatagramTransport {
    static final int MESSAGES_PER_DATAGRAM = 300;
    static final int DATAGRAMS = 35_000;

    private static final int SEQUENCE = 8;
    private static final int PAYLOAD = 88;
    private static final int TYPE = 20;

    private final MemorySegment datagram = Arena.global().allocate(32 * 1024, 8);
    private final MemorySegment done = Arena.global().allocate(20, 8);
    private final int size;
    private int sequence;
    private int left;

    private EndlessDump() {
        MessageWriter out = new MessageWriter().over(datagram, 0, datagram.byteSize());
        for (int i = 0; i < MESSAGES_PER_DATAGRAM; i++) {
            out.begin(TYPE, NLM_F_MULTI, 0, 0).zeros(PAYLOAD);
            out.end();
        }
        size = (int) out.position();
        out.over(done, 0, done.byteSize()).begin(NLMSG_DONE, NLM_F_MULTI, 0, 0).zeros(4);
        out.end();
    }

    public static void main(String[] arguments) throws Exception {
        NetlinkProtocol protocol = NetlinkProtocol.of(0, "TEST");
        Request all = Request.of(TYPE, out -> out.zeros(4)).timeout(Duration.ofMinutes(2));
        try (Requester client = arguments[0].equals("shared")
                ? SharedNetlinkClient.over(protocol, new EndlessDump())
                : NetlinkClient.over(protocol, new EndlessDump())) {
            long[] seen = new long[2];
            if (arguments[1].equals("keeping")) {
                client.list(all, MessageReader::type);
            }
            client.dump(all, message -> {
                seen[0]++;
                seen[1] += message.payloadLength() + 16;
            });
            System.out.println(seen[0] + " messages, " + (seen[1] >>> 30) + " GiB");
        }
    }

    @Override
    public int portId() {
        return 1;
    }

    @Override
    public int receiveBufferSize() {
        return 212_992;
    }

    @Override
    public void send(MemorySegment memory, long length, int destinationPort) {
        sequence = memory.get(JAVA_INT_UNALIGNED, SEQUENCE);
        left = DATAGRAMS;
        for (long at = 0; at < size; at += size / MESSAGES_PER_DATAGRAM) {
            datagram.set(JAVA_INT_UNALIGNED, at + SEQUENCE, sequence);
        }
        done.set(JAVA_INT_UNALIGNED, SEQUENCE, sequence);
    }

    @Override
    public boolean receive(Datagram into, long deadline) {
        if (left < 0) {
            return false;
        }
        MemorySegment from = left-- == 0 ? done : datagram.asSlice(0, size);
        into.memory().copyFrom(from);
        into.received(from.byteSize(), 0, 0);
        return true;
    }

    @Override
    public void wake() {}

    @Override
    public void close() {}
}
