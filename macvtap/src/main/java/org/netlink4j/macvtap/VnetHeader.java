package org.netlink4j.macvtap;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * The header before a frame of a queue with {@link Tun#IFF_VNET_HDR}: {@code struct virtio_net_hdr} (10 bytes) or
 * {@code struct virtio_net_hdr_mrg_rxbuf} (12 bytes) of {@code linux/virtio_net.h}. Values that are not known here are kept.
 * A queue uses the byte order of the machine.
 *
 * @param flags 8 bits of {@code VIRTIO_NET_HDR_F_*}
 * @param gsoType 8 bits, {@code VIRTIO_NET_HDR_GSO_*}
 * @param headerLength 16 bits: a hint how long the protocol headers are that every segment gets
 * @param gsoSize 16 bits: how many payload bytes a segment gets
 * @param checksumStart 16 bits: where the bytes begin that the checksum covers
 * @param checksumOffset 16 bits: where the checksum belongs, counted from {@code checksumStart}
 * @param buffers 16 bits, only in the 12-byte header, else 0: how many buffers the frame fills. It means something between a
 *     virtual machine and its monitor only: a queue ignores it in what is written, and what is read need not have it set
 */
public record VnetHeader(
        int flags, int gsoType, int headerLength, int gsoSize, int checksumStart, int checksumOffset, int buffers) {
    /** Size in bytes without {@link #buffers}: what a queue begins with. */
    public static final int SIZE = 10;

    /** Size in bytes with {@link #buffers}. */
    public static final int SIZE_WITH_BUFFERS = 12;

    /** The checksum from {@link #checksumStart} on is still to be computed. */
    public static final int VIRTIO_NET_HDR_F_NEEDS_CSUM = 1;

    /** The checksum was found right. */
    public static final int VIRTIO_NET_HDR_F_DATA_VALID = 2;

    /** Not to be segmented. */
    public static final int VIRTIO_NET_HDR_GSO_NONE = 0;

    /** TCP over IPv4. */
    public static final int VIRTIO_NET_HDR_GSO_TCPV4 = 1;

    /** UDP, to be fragmented. */
    public static final int VIRTIO_NET_HDR_GSO_UDP = 3;

    /** TCP over IPv6. */
    public static final int VIRTIO_NET_HDR_GSO_TCPV6 = 4;

    /** UDP, to be segmented. */
    public static final int VIRTIO_NET_HDR_GSO_UDP_L4 = 5;

    /** Added to a TCP type: with explicit congestion notification. */
    public static final int VIRTIO_NET_HDR_GSO_ECN = 0x80;

    /** An ordinary frame: nothing left to do. */
    public static final VnetHeader NONE = new VnetHeader(0, 0, 0, 0, 0, 0, 0);

    private static final int GSO_TYPE = 1;
    private static final int HDR_LEN = 2;
    private static final int GSO_SIZE = 4;
    private static final int CSUM_START = 6;
    private static final int CSUM_OFFSET = 8;
    private static final int NUM_BUFFERS = 10;

    /** Checks the widths. */
    public VnetHeader {
        if ((flags | gsoType) >>> 8 != 0
                || (headerLength | gsoSize | checksumStart | checksumOffset | buffers) >>> 16 != 0) {
            throw new IllegalArgumentException("flags and type have 8 bits, the rest 16: " + flags + " " + gsoType + " "
                    + headerLength + " " + gsoSize + " " + checksumStart + " " + checksumOffset + " " + buffers);
        }
    }

    /**
     * Reads a header.
     *
     * @param memory begins with the header
     * @param size {@link #SIZE} or {@link #SIZE_WITH_BUFFERS}
     * @param order of the 16-bit fields
     * @return the header
     * @throws IndexOutOfBoundsException if the memory is shorter than the size
     */
    public static VnetHeader decode(MemorySegment memory, int size, ByteOrder order) {
        MemorySegment header = memory.asSlice(0, checkSize(size));
        ValueLayout.OfShort u16 = JAVA_SHORT_UNALIGNED.withOrder(order);
        return new VnetHeader(
                Byte.toUnsignedInt(header.get(JAVA_BYTE, 0)),
                Byte.toUnsignedInt(header.get(JAVA_BYTE, GSO_TYPE)),
                Short.toUnsignedInt(header.get(u16, HDR_LEN)),
                Short.toUnsignedInt(header.get(u16, GSO_SIZE)),
                Short.toUnsignedInt(header.get(u16, CSUM_START)),
                Short.toUnsignedInt(header.get(u16, CSUM_OFFSET)),
                size == SIZE ? 0 : Short.toUnsignedInt(header.get(u16, NUM_BUFFERS)));
    }

    /**
     * Writes the header.
     *
     * @param memory begins with the header afterwards
     * @param size {@link #SIZE}, which leaves {@link #buffers} out, or {@link #SIZE_WITH_BUFFERS}
     * @param order of the 16-bit fields
     * @throws IndexOutOfBoundsException if the memory is shorter than the size
     */
    public void encode(MemorySegment memory, int size, ByteOrder order) {
        MemorySegment header = memory.asSlice(0, checkSize(size));
        ValueLayout.OfShort u16 = JAVA_SHORT_UNALIGNED.withOrder(order);
        header.set(JAVA_BYTE, 0, (byte) flags);
        header.set(JAVA_BYTE, GSO_TYPE, (byte) gsoType);
        header.set(u16, HDR_LEN, (short) headerLength);
        header.set(u16, GSO_SIZE, (short) gsoSize);
        header.set(u16, CSUM_START, (short) checksumStart);
        header.set(u16, CSUM_OFFSET, (short) checksumOffset);
        if (size == SIZE_WITH_BUFFERS) {
            header.set(u16, NUM_BUFFERS, (short) buffers);
        }
    }

    private static int checkSize(int size) {
        if (size != SIZE && size != SIZE_WITH_BUFFERS) {
            throw new IllegalArgumentException("a vnet header has " + SIZE + " or " + SIZE_WITH_BUFFERS + " bytes, not " + size);
        }
        return size;
    }
}
