package org.netlink4j.rtnetlink.encap;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;

/**
 * A segment routing header of IPv6 (RFC 8754): {@code struct ipv6_sr_hdr} of {@code linux/seg6.h}.
 *
 * @param nextHeader protocol behind the header, u8; 0 in what is configured
 * @param segmentsLeft index of the segment to go to, u8
 * @param flags u8; {@link #FLAG_HMAC}
 * @param tag u16
 * @param segments the segments in the order in which a packet visits them, at most 127; the header has them the other way round
 * @param options what follows the segments, a multiple of 8 bytes
 */
public record SegmentRoutingHeader(
        int nextHeader, int segmentsLeft, int flags, int tag, List<Ipv6Address> segments, Octets options) {
    /** Bit of {@code flags}: there is a keyed hash among the options; {@code SR6_FLAG1_HMAC}. */
    public static final int FLAG_HMAC = 1 << 3;

    private static final int ROUTING_TYPE = 4;
    private static final int FIXED = 8;
    private static final int UNIT = 8;
    private static final int TLV_HMAC = 5;
    private static final int HMAC_LENGTH = 38;

    /** Checks the ranges. */
    public SegmentRoutingHeader {
        segments = List.copyOf(segments);
        Objects.requireNonNull(options);
        if ((nextHeader | segmentsLeft | flags) >>> 8 != 0 || tag >>> 16 != 0) {
            throw new IllegalArgumentException("a field has more bits than the header has for it");
        }
        int length = segments.size() * Ipv6Address.LENGTH + options.length();
        if (segments.isEmpty() || length % UNIT != 0 || length / UNIT > 255) {
            throw new IllegalArgumentException(segments.size() + " segments and " + options.length() + " bytes of options");
        }
    }

    /**
     * The header that leads a packet along a path.
     *
     * @param path the segments in order
     * @return the header
     */
    public static SegmentRoutingHeader of(List<Ipv6Address> path) {
        return new SegmentRoutingHeader(0, path.size() - 1, 0, 0, path, Octets.EMPTY);
    }

    /**
     * Adds a keyed hash, which the kernel computes for every packet.
     *
     * @param keyId id of the key, u32, which this host has to know
     * @return the header with it
     */
    public SegmentRoutingHeader hmac(long keyId) {
        if (keyId >>> 32 != 0) {
            throw new IllegalArgumentException("an id of a key has 32 bits: " + keyId);
        }
        byte[] option = ByteBuffer.allocate(2 + HMAC_LENGTH).put((byte) TLV_HMAC).put((byte) HMAC_LENGTH).putInt(4, (int) keyId).array();
        return new SegmentRoutingHeader(nextHeader, segmentsLeft, flags | FLAG_HMAC, tag, segments, Octets.of(option));
    }

    /** {@return the id of the key of the hash, if there is one, u32} */
    public OptionalLong hmacKeyId() {
        byte[] all = options.toArray();
        return (flags & FLAG_HMAC) != 0 && all.length >= 2 + HMAC_LENGTH && all[0] == TLV_HMAC
                ? OptionalLong.of(Integer.toUnsignedLong(ByteBuffer.wrap(all).getInt(4)))
                : OptionalLong.empty();
    }

    /**
     * Decodes a header.
     *
     * @param bytes the whole header
     * @return the header
     * @throws MalformedMessageException if a length does not fit, or this is another routing header
     */
    public static SegmentRoutingHeader decode(byte[] bytes) throws MalformedMessageException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < FIXED || (in.get(1) & 0xff) * UNIT + UNIT != bytes.length || in.get(2) != ROUTING_TYPE) {
            throw new MalformedMessageException("no segment routing header of " + bytes.length + " bytes");
        }
        int count = (in.get(4) & 0xff) + 1;
        if (FIXED + count * Ipv6Address.LENGTH > bytes.length) {
            throw new MalformedMessageException(count + " segments do not fit into " + bytes.length + " bytes");
        }
        List<Ipv6Address> segments = new ArrayList<>();
        for (int i = count - 1; i >= 0; i--) {
            int at = FIXED + i * Ipv6Address.LENGTH;
            segments.add(new Ipv6Address(in.getLong(at), in.getLong(at + Long.BYTES)));
        }
        byte[] rest = new byte[bytes.length - FIXED - count * Ipv6Address.LENGTH];
        in.get(bytes.length - rest.length, rest);
        return new SegmentRoutingHeader(
                in.get(0) & 0xff, in.get(3) & 0xff, in.get(5) & 0xff, in.getShort(6) & 0xffff, segments, Octets.of(rest));
    }

    /** {@return the whole header} */
    public byte[] encode() {
        byte[] rest = options.toArray();
        ByteBuffer out = ByteBuffer.allocate(FIXED + segments.size() * Ipv6Address.LENGTH + rest.length);
        out.put((byte) nextHeader).put((byte) (out.capacity() / UNIT - 1)).put((byte) ROUTING_TYPE).put((byte) segmentsLeft);
        out.put((byte) (segments.size() - 1)).put((byte) flags).putShort((short) tag);
        for (Ipv6Address segment : segments.reversed()) {
            out.putLong(segment.high()).putLong(segment.low());
        }
        return out.put(rest).array();
    }
}
