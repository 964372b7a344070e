package org.netlink4j.core.socket;

import java.lang.foreign.MemorySegment;
import java.util.Objects;
import org.netlink4j.core.NetlinkException;

/** Shows every datagram that passes through another transport: for tracing and for captures. */
public final class ObservedTransport implements DatagramTransport {
    private final DatagramTransport transport;
    private final Observer observer;

    /** Sees the datagrams, on the thread that sends or receives. */
    public interface Observer {
        /**
         * A datagram is about to be sent.
         *
         * @param memory begins with it; valid until this returns
         * @param length its length in bytes
         * @param destinationPort the receiver's port id; 0 is the kernel
         */
        void sending(MemorySegment memory, long length, int destinationPort);

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
     * @param observer sees them
     */
    public ObservedTransport(DatagramTransport transport, Observer observer) {
        this.transport = Objects.requireNonNull(transport);
        this.observer = Objects.requireNonNull(observer);
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
        observer.sending(memory, length, destinationPort);
        transport.send(memory, length, destinationPort);
    }

    @Override
    public boolean receive(Datagram into, long deadline) throws NetlinkException {
        boolean received = transport.receive(into, deadline);
        if (received) {
            observer.received(into);
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
