package org.netlink4j.core.capture;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.netlink4j.core.socket.Datagram;
import org.netlink4j.core.socket.DatagramTransport;
import org.netlink4j.core.socket.ObservedTransport;

/**
 * Writes netlink datagrams as a pcap file with {@code LINKTYPE_NETLINK} and nanoseconds, which tcpdump and Wireshark read. May be
 * used by many threads, so that several clients may share a file. Writing blocks as long as the stream does.
 */
public final class PcapWriter implements Closeable {
    private final OutputStream out;
    private IOException failure;
    private boolean closed;

    private PcapWriter(OutputStream out) throws IOException {
        this.out = new BufferedOutputStream(out);
        this.out.write(ByteBuffer.allocate(Pcap.FILE_HEADER).order(ByteOrder.nativeOrder())
                .putInt(Pcap.MAGIC_NANOSECONDS)
                .putShort((short) Pcap.MAJOR)
                .putShort((short) Pcap.MINOR)
                .putInt(0)
                .putInt(0)
                .putInt(Pcap.LARGEST)
                .putInt(Pcap.LINKTYPE_NETLINK)
                .array());
    }

    /**
     * Begins a capture in a file, which is made or emptied.
     *
     * @param file where it is
     * @return the writer, to be closed
     * @throws IOException if it cannot be written
     */
    public static PcapWriter create(Path file) throws IOException {
        OutputStream stream = Files.newOutputStream(file);
        try {
            return over(stream);
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    /**
     * Begins a capture in a stream.
     *
     * @param out the stream, which {@link #close} closes
     * @return the writer, to be closed
     * @throws IOException if it cannot be written
     */
    public static PcapWriter over(OutputStream out) throws IOException {
        return new PcapWriter(Objects.requireNonNull(out));
    }

    /**
     * Writes one datagram.
     *
     * @param time when it was sent or received: from 1970 to 2106
     * @param direction where it was on its way to
     * @param protocol the netlink protocol, 16 bits, for example 0 for {@code NETLINK_ROUTE}
     * @param datagram the bytes, at most 16 MiB
     * @throws IOException if it cannot be written
     */
    public void write(Instant time, Direction direction, int protocol, byte[] datagram) throws IOException {
        if (protocol >>> 16 != 0 || time.getEpochSecond() >>> 32 != 0 || datagram.length > Pcap.LARGEST - Pcap.COOKED_HEADER) {
            throw new IllegalArgumentException("protocol " + protocol + " at " + time + ", " + datagram.length + " bytes");
        }
        int length = Pcap.COOKED_HEADER + datagram.length;
        byte[] header = ByteBuffer.allocate(Pcap.RECORD_HEADER + Pcap.COOKED_HEADER)
                .order(ByteOrder.nativeOrder())
                .putInt((int) time.getEpochSecond())
                .putInt(time.getNano())
                .putInt(length)
                .putInt(length)
                .order(ByteOrder.BIG_ENDIAN)
                .putShort((short) direction.packetType())
                .putShort((short) Pcap.ARPHRD_NETLINK)
                .putLong(0)
                .putShort((short) 0)
                .putShort((short) protocol)
                .array();
        synchronized (this) {
            if (closed) {
                throw new IOException("the capture is closed");
            }
            out.write(header);
            out.write(datagram);
        }
    }

    /**
     * A transport that also writes all that it carries here. A failure to write does not disturb the conversation: nothing more
     * is written then, and {@link #close} throws it.
     *
     * @param transport what carries the datagrams; closed with the result
     * @param protocol the netlink protocol that it carries, 16 bits
     * @return the transport to use instead
     */
    public DatagramTransport capture(DatagramTransport transport, int protocol) {
        if (protocol >>> 16 != 0) {
            throw new IllegalArgumentException("protocol " + protocol + " has 16 bits");
        }
        return new ObservedTransport(transport, new ObservedTransport.Observer() {
            @Override
            public void sending(MemorySegment memory, long length, int destinationPort) {
                keep(memory, length, destinationPort == 0 ? Direction.TO_KERNEL : Direction.TO_USER, protocol);
            }

            @Override
            public void received(Datagram datagram) {
                keep(datagram.memory(), datagram.length(), Direction.TO_USER, protocol);
            }
        });
    }

    private synchronized void keep(MemorySegment memory, long length, Direction direction, int protocol) {
        if (failure != null) {
            return;
        }
        try {
            write(Instant.now(), direction, protocol, memory.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE));
        } catch (IOException e) {
            failure = e;
        }
    }

    /**
     * Ends the capture. A client that still uses it goes on without.
     *
     * @throws IOException if not all could be written
     */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            out.close();
        } catch (IOException e) {
            failure = failure == null ? e : failure;
        }
        if (failure != null) {
            throw failure;
        }
    }
}
