package org.netlink4j.macvtap;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.netlink4j.core.socket.Datagram;
import org.netlink4j.core.socket.DatagramTransport;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.core.wire.Nlmsg;

/** A kernel that refuses everything. */
final class RefusingTransport implements DatagramTransport {
    private static final int HEADER = 16;
    private static final int SEQUENCE = 8;

    private final int errno;
    private byte[] refused = {};
    private int sequence;

    RefusingTransport(int errno) {
        this.errno = errno;
    }

    @Override
    public int portId() {
        return 1;
    }

    @Override
    public int receiveBufferSize() {
        return 1 << 16;
    }

    @Override
    public void send(MemorySegment memory, long length, int destinationPort) {
        refused = memory.asSlice(0, HEADER).toArray(JAVA_BYTE);
        sequence = memory.get(JAVA_INT, SEQUENCE);
    }

    @Override
    public boolean receive(Datagram into, long deadline) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment answer = arena.allocate(64, 8);
            MessageWriter out = new MessageWriter().over(answer, 0, answer.byteSize());
            out.begin(Nlmsg.NLMSG_ERROR, Nlmsg.NLM_F_CAPPED, sequence, portId()).u32(-errno).bytes(refused);
            long length = out.end();
            into.memory().copyFrom(answer.asSlice(0, length));
            into.received(length, 0, 0);
            return true;
        }
    }

    @Override
    public void wake() {}

    @Override
    public void close() {}
}
