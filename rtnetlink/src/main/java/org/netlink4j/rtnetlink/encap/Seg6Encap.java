package org.netlink4j.rtnetlink.encap;

import static org.netlink4j.rtnetlink.encap.Seg6Iptunnel.SEG6_IPTUNNEL_SRH;
import static org.netlink4j.rtnetlink.encap.Seg6Iptunnel.SEG6_IPTUN_MODE_INLINE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;

/**
 * A segment routing header for the packet.
 *
 * @param data attributes of {@link Seg6Iptunnel}
 */
public record Seg6Encap(Attributes data) implements TypedEncap<Seg6Encap> {
    /** Checks the table. */
    public Seg6Encap {
        EncapType.SEG6.require(data);
    }

    /** {@return the type, {@link LwtunnelEncap#LWTUNNEL_ENCAP_SEG6}} */
    @Override
    public int type() {
        return EncapType.SEG6.number();
    }

    @Override
    public Seg6Encap over(Attributes data) {
        return new Seg6Encap(data);
    }

    /**
     * A header.
     *
     * @param mode {@code SEG6_IPTUN_MODE_*}, see {@link Seg6Iptunnel}
     * @param header the header; inline, its last segment is {@code ::}, which the destination of the packet replaces
     * @return the encapsulation
     */
    public static Seg6Encap of(int mode, SegmentRoutingHeader header) {
        byte[] bytes = header.encode();
        byte[] both = ByteBuffer.allocate(Integer.BYTES + bytes.length).order(ByteOrder.nativeOrder()).putInt(mode).put(bytes).array();
        return new Seg6Encap(Attributes.none(Seg6Iptunnel.ATTRIBUTES).with(SEG6_IPTUNNEL_SRH, both));
    }

    /**
     * A path.
     *
     * @param mode {@code SEG6_IPTUN_MODE_*}, see {@link Seg6Iptunnel}
     * @param path the segments in order; inline, the destination of the packet follows them by itself
     * @return the encapsulation
     */
    public static Seg6Encap of(int mode, List<Ipv6Address> path) {
        List<Ipv6Address> segments = new ArrayList<>(path);
        if (mode == SEG6_IPTUN_MODE_INLINE) {
            segments.add(Ipv6Address.ANY);
        }
        return of(mode, SegmentRoutingHeader.of(segments));
    }

    private byte[] payload() throws MalformedMessageException {
        byte[] payload = data.payload(SEG6_IPTUNNEL_SRH).orElse(new byte[0]);
        if (payload.length < Integer.BYTES) {
            throw new MalformedMessageException("SEG6_IPTUNNEL_SRH of " + payload.length + " bytes");
        }
        return payload;
    }

    /**
     * The mode.
     *
     * @return {@code SEG6_IPTUN_MODE_*}, s32
     * @throws MalformedMessageException if the attribute is not there or too short
     */
    public int mode() throws MalformedMessageException {
        return ByteBuffer.wrap(payload()).order(ByteOrder.nativeOrder()).getInt();
    }

    /**
     * The header.
     *
     * @return the header
     * @throws MalformedMessageException if the attribute is not there or a length does not fit
     */
    public SegmentRoutingHeader header() throws MalformedMessageException {
        byte[] payload = payload();
        return SegmentRoutingHeader.decode(Arrays.copyOfRange(payload, Integer.BYTES, payload.length));
    }
}
