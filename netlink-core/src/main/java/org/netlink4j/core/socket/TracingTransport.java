package org.netlink4j.core.socket;

import java.lang.foreign.MemorySegment;
import java.util.Objects;
import org.netlink4j.core.NetlinkException;

/** Shows every datagram that passes through another transport. */
public final class TracingTransport implements DatagramTransport {
    private final DatagramTransport transport;
    private final Trace trace;

    /** Sees the datagrams, on the thread that sends or receives. */
    public interface Trace {
        /**
         * A datagram is about to be sent.
         *
         * @param memory begins with it; valid until this returns
         * @param length its length in bytes
         */
        void sending(MemorySegment memory, long length);

        /**
         * A datagram was received.
         *
         * @param datagram it; valid until this returns
         */
        void received(Datagram datagram);
    }

    /**
     * Wraps a transport.
     *
     * @param transport what carries the datagrams; closed with this one
     * @param trace sees them
     */
    public TracingTransport(DatagramTransport transport, Trace trace) {
        this.transport = Objects.requireNonNull(transport);
        this.trace = Objects.requireNonNull(trace);
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
        trace.sending(memory, length);
        transport.send(memory, length, destinationPort);
    }

    @Override
    public boolean receive(Datagram into, long deadline) throws NetlinkException {
        boolean received = transport.receive(into, deadline);
        if (received) {
            trace.received(into);
        }
        return received;
    }

    @Override
    public void wake() {
        transport.wake();
    }

    @Override
    public void close() {
        transport.close();
    }
}
