package org.netlink4j.core.socket;

import java.lang.foreign.MemorySegment;
import org.netlink4j.core.NetlinkException;

/**
 * Carries netlink datagrams: a socket, or something else in its place for tests and tracing. One thread at a time sends and
 * receives; any thread may close.
 */
public interface DatagramTransport extends AutoCloseable {
    /** {@return this end's port id, the bits of an unsigned 32-bit number} */
    int portId();

    /** {@return the size of the receive buffer as the kernel counts it, in bytes; more answers than fit there are lost} */
    int receiveBufferSize();

    /**
     * Sends one datagram. Blocks only as long as the kernel takes to process the request.
     *
     * @param memory native memory
     * @param length how many of its first bytes are the datagram
     * @param destinationPort the receiver's port id; 0 is the kernel
     * @throws NetlinkException if it cannot be sent
     */
    void send(MemorySegment memory, long length, int destinationPort) throws NetlinkException;

    /**
     * Waits for a datagram.
     *
     * @param into where it goes
     * @param deadline of {@link System#nanoTime}
     * @return false if the deadline passed first, or {@link #wake} was called
     * @throws org.netlink4j.core.TruncatedException if a datagram was too large for its room: it is lost, {@code into} tells who
     *     sent it and has room for the next one
     * @throws org.netlink4j.core.OverrunException if datagrams were lost because the receive buffer was full
     * @throws NetlinkException if the transport was closed, or the thread interrupted while nothing was there
     */
    boolean receive(Datagram into, long deadline) throws NetlinkException;

    /** Makes the {@link #receive} that is under way, or else the next one that would wait, return. Any thread may call it. */
    void wake();

    /** Closes the transport; a thread that waits in {@link #receive} gets a {@link org.netlink4j.core.ClosedException}. */
    @Override
    void close();
}
