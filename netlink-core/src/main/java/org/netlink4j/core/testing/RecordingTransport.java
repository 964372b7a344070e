package org.netlink4j.core.testing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.OverrunException;
import org.netlink4j.core.TruncatedException;
import org.netlink4j.core.socket.Datagram;
import org.netlink4j.core.socket.DatagramTransport;

/**
 * Writes all that goes over a transport into a text file, which {@link ReplayTransport} plays back. The file has one line a
 * datagram, begins with {@code netlink4j-recording 1} and is complete when the transport is closed:
 *
 * <pre>
 * netlink4j-recording 1 PORT RECEIVE-BUFFER-SIZE
 * &gt; DESTINATION-PORT BYTES               sent
 * &lt; SENDER-PORT GROUPS GROUP BYTES       received
 * ! overrun                              or truncated: a receive that failed
 * </pre>
 *
 * <p>Not pcap: that has no place for losses, for the port ids of senders and for multicast groups, which a replay needs. To look at
 * traffic with other programs, use {@link org.netlink4j.core.capture.PcapWriter#capture}.
 *
 * <p>It contains all that was said, so addresses and names too. A file that cannot be written is an {@link UncheckedIOException}.
 */
public final class RecordingTransport implements DatagramTransport {
    private final DatagramTransport transport;
    private final BufferedWriter file;
    private boolean closed;

    /**
     * Records a transport.
     *
     * @param transport what to record; closed with this
     * @param file where to; replaced if it is there
     * @throws IOException if the file cannot be written
     */
    public RecordingTransport(DatagramTransport transport, Path file) throws IOException {
        this.transport = transport;
        this.file = Files.newBufferedWriter(file);
        write(Recording.header(transport.portId(), transport.receiveBufferSize()));
    }

    private synchronized void write(String line) {
        if (closed) {
            return; // a thread that was still busy when another closed the transport
        }
        try {
            file.write(line);
            file.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(MemorySegment memory, long length) {
        return memory.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
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
        transport.send(memory, length, destinationPort);
        write(new Recording.Sent(destinationPort, bytes(memory, length)).line());
    }

    @Override
    public boolean receive(Datagram into, long deadline) throws NetlinkException {
        try {
            if (!transport.receive(into, deadline)) {
                return false;
            }
        } catch (OverrunException e) {
            write(Recording.Lost.OVERRUN.line());
            throw e;
        } catch (TruncatedException e) {
            write(Recording.Lost.TRUNCATED.line());
            throw e;
        }
        byte[] bytes = bytes(into.memory(), into.length());
        write(new Recording.Received(into.senderPort(), into.groups(), into.group(), bytes).line());
        return true;
    }

    @Override
    public void wake() {
        transport.wake();
    }

    @Override
    public void close() {
        transport.close();
        synchronized (this) {
            closed = true;
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
