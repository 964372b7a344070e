package org.netlink4j.rtnetlink.encap;

import static org.netlink4j.rtnetlink.encap.RplIptunnel.RPL_IPTUNNEL_SRH;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;

/**
 * A source routing header of RPL (RFC 6554) in the packet.
 *
 * @param data attributes of {@link RplIptunnel}
 */
public record RplEncap(Attributes data) implements TypedEncap<RplEncap> {
    /** Checks the table. */
    public RplEncap {
        EncapType.RPL.require(data);
    }

    /** {@return the type, {@link LwtunnelEncap#LWTUNNEL_ENCAP_RPL}} */
    @Override
    public int type() {
        return EncapType.RPL.number();
    }

    @Override
    public RplEncap over(Attributes data) {
        return new RplEncap(data);
    }

    private static final int FIXED = 8;
    private static final int UNIT = 8;
    private static final int ROUTING_TYPE = 3;
    private static final int MOST = 127;

    /**
     * A path.
     *
     * @param path the nodes in order, 1 to 127
     * @return the encapsulation
     */
    public static RplEncap of(List<Ipv6Address> path) {
        if (path.isEmpty() || path.size() > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " nodes, not " + path.size());
        }
        ByteBuffer out = ByteBuffer.allocate(FIXED + path.size() * Ipv6Address.LENGTH);
        out.put((byte) 0).put((byte) (out.capacity() / UNIT - 1)).put((byte) ROUTING_TYPE).put((byte) path.size()).putInt(0);
        path.reversed().forEach(node -> out.putLong(node.high()).putLong(node.low()));
        return new RplEncap(Attributes.none(RplIptunnel.ATTRIBUTES).with(RPL_IPTUNNEL_SRH, out.array()));
    }

    /**
     * The path.
     *
     * @return the nodes in order
     * @throws MalformedMessageException if the attribute is not there, a length does not fit or addresses are compressed
     */
    public List<Ipv6Address> path() throws MalformedMessageException {
        ByteBuffer in = ByteBuffer.wrap(data.payload(RPL_IPTUNNEL_SRH).orElse(new byte[0]));
        if (in.capacity() < FIXED || in.get(2) != ROUTING_TYPE || in.getInt(4) != 0
                || in.capacity() != FIXED + (in.get(3) & 0xff) * Ipv6Address.LENGTH) {
            throw new MalformedMessageException("no source routing header of whole addresses in " + in.capacity() + " bytes");
        }
        List<Ipv6Address> path = new ArrayList<>();
        for (int at = in.capacity() - Ipv6Address.LENGTH; at >= FIXED; at -= Ipv6Address.LENGTH) {
            path.add(new Ipv6Address(in.getLong(at), in.getLong(at + Long.BYTES)));
        }
        return List.copyOf(path);
    }
}
