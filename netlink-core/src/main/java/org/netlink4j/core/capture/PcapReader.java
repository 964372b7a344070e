package org.netlink4j.core.capture;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.netlink4j.core.MalformedMessageException;

/**
 * Reads pcap files with {@code LINKTYPE_NETLINK}, such as {@code tcpdump -i nlmon0 -w FILE} and {@link PcapWriter} write: of
 * either byte order, with microseconds or nanoseconds. A file may come from anybody: what does not follow the format is a
 * {@link MalformedMessageException}, and no more is allocated than about what the file really holds. For one thread at a time.
 */
public final class PcapReader implements Closeable {
    private final InputStream in;
    private final ByteOrder order;
    private final int nanosecondsPerTick;

    private PcapReader(InputStream in) throws IOException {
        this.in = new BufferedInputStream(in);
        ByteBuffer header = ByteBuffer.wrap(this.in.readNBytes(Pcap.FILE_HEADER));
        if (header.remaining() < Pcap.FILE_HEADER) {
            throw new MalformedMessageException("no pcap file: it has " + header.remaining() + " bytes");
        }
        order = byteOrder(header.getInt(0));
        header.order(order);
        nanosecondsPerTick = header.getInt(0) == Pcap.MAGIC_NANOSECONDS ? 1 : 1000;
        if (header.getShort(4) != Pcap.MAJOR) {
            throw new MalformedMessageException("version " + Short.toUnsignedInt(header.getShort(4)) + " of pcap, not " + Pcap.MAJOR);
        }
        int linkType = header.getInt(20) & Pcap.LINKTYPE_MASK;
        if (linkType != Pcap.LINKTYPE_NETLINK) {
            throw new MalformedMessageException("a capture of link type " + linkType + ", not netlink (" + Pcap.LINKTYPE_NETLINK + ")");
        }
    }

    private static ByteOrder byteOrder(int magic) throws MalformedMessageException {
        return switch (magic) {
            case Pcap.MAGIC_MICROSECONDS, Pcap.MAGIC_NANOSECONDS -> ByteOrder.BIG_ENDIAN;
            default -> switch (Integer.reverseBytes(magic)) {
                case Pcap.MAGIC_MICROSECONDS, Pcap.MAGIC_NANOSECONDS -> ByteOrder.LITTLE_ENDIAN;
                default -> throw new MalformedMessageException("no pcap file: it begins with 0x" + Integer.toHexString(magic));
            };
        };
    }

    /**
     * Opens a file.
     *
     * @param file where it is
     * @return the reader, to be closed
     * @throws MalformedMessageException if it is no capture of netlink
     * @throws IOException if it cannot be read
     */
    public static PcapReader open(Path file) throws IOException {
        InputStream stream = Files.newInputStream(file);
        try {
            return over(stream);
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    /**
     * Reads a stream.
     *
     * @param in the stream, which {@link #close} closes
     * @return the reader, to be closed
     * @throws MalformedMessageException if it is no capture of netlink
     * @throws IOException if it cannot be read
     */
    public static PcapReader over(InputStream in) throws IOException {
        return new PcapReader(Objects.requireNonNull(in));
    }

    /** {@return the byte order of the machine that captured, which is also that of the messages} */
    public ByteOrder byteOrder() {
        return order;
    }

    /**
     * Reads the next datagram. Blocks as long as the stream does.
     *
     * @return the datagram; empty at the end of the file
     * @throws MalformedMessageException if the rest does not follow the format, or the file ends inside a datagram
     * @throws IOException if it cannot be read
     */
    public Optional<CapturedDatagram> next() throws IOException {
        byte[] head = in.readNBytes(Pcap.RECORD_HEADER);
        if (head.length == 0) {
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(head).order(order);
        requireAll(Pcap.RECORD_HEADER, head.length);
        long kept = Integer.toUnsignedLong(header.getInt(8));
        long length = Integer.toUnsignedLong(header.getInt(12));
        if (kept < Pcap.COOKED_HEADER || kept > Pcap.LARGEST || length < kept) {
            throw new MalformedMessageException("a datagram of " + length + " bytes, of which " + kept + " are kept");
        }
        long nanoseconds = Integer.toUnsignedLong(header.getInt(4)) * nanosecondsPerTick;
        if (nanoseconds >= TimeUnit.SECONDS.toNanos(1)) { // a time that the format could not say again
            throw new MalformedMessageException(nanoseconds + " nanoseconds after a second");
        }
        Instant time = Instant.ofEpochSecond(Integer.toUnsignedLong(header.getInt(0)), nanoseconds);
        byte[] bytes = in.readNBytes((int) kept); // grows with what is there, not with what is promised
        requireAll(kept, bytes.length);
        return Optional.of(datagram(time, bytes, length));
    }

    private static void requireAll(long wanted, int there) throws MalformedMessageException {
        if (there < wanted) {
            throw new MalformedMessageException("the file ends after " + there + " of " + wanted + " bytes");
        }
    }

    private static CapturedDatagram datagram(Instant time, byte[] bytes, long length) throws MalformedMessageException {
        ByteBuffer cooked = ByteBuffer.wrap(bytes);
        int hardware = Short.toUnsignedInt(cooked.getShort(2));
        if (hardware != Pcap.ARPHRD_NETLINK) {
            throw new MalformedMessageException("hardware type " + hardware + ", not netlink (" + Pcap.ARPHRD_NETLINK + ")");
        }
        return new CapturedDatagram(
                time,
                Direction.of(Short.toUnsignedInt(cooked.getShort(0))),
                Short.toUnsignedInt(cooked.getShort(14)),
                Arrays.copyOfRange(bytes, Pcap.COOKED_HEADER, bytes.length),
                length - Pcap.COOKED_HEADER);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
