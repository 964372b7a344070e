package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.rtnetlink.tc.action.TcaTunnelKey.TCA_TUNNEL_KEY_ACT_RELEASE;
import static org.netlink4j.rtnetlink.tc.action.TcaTunnelKey.TCA_TUNNEL_KEY_ACT_SET;
import static org.netlink4j.rtnetlink.tc.action.TcaTunnelKey.TCA_TUNNEL_KEY_ENC_DST_PORT;
import static org.netlink4j.rtnetlink.tc.action.TcaTunnelKey.TCA_TUNNEL_KEY_ENC_IPV4_DST;
import static org.netlink4j.rtnetlink.tc.action.TcaTunnelKey.TCA_TUNNEL_KEY_ENC_IPV4_SRC;
import static org.netlink4j.rtnetlink.tc.action.TcaTunnelKey.TCA_TUNNEL_KEY_ENC_IPV6_DST;
import static org.netlink4j.rtnetlink.tc.action.TcaTunnelKey.TCA_TUNNEL_KEY_ENC_IPV6_SRC;
import static org.netlink4j.rtnetlink.tc.action.TcaTunnelKey.TCA_TUNNEL_KEY_ENC_KEY_ID;
import static org.netlink4j.rtnetlink.tc.action.TcaTunnelKey.TCA_TUNNEL_KEY_ENC_TOS;
import static org.netlink4j.rtnetlink.tc.action.TcaTunnelKey.TCA_TUNNEL_KEY_ENC_TTL;
import static org.netlink4j.rtnetlink.tc.action.TcaTunnelKey.TCA_TUNNEL_KEY_NO_CSUM;
import static org.netlink4j.rtnetlink.tc.action.TcaTunnelKey.TCA_TUNNEL_KEY_NO_FRAG;
import static org.netlink4j.rtnetlink.tc.action.TcaTunnelKey.TCA_TUNNEL_KEY_PARMS;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.schema.Attributes;

/**
 * Says how the packet is to be wrapped by a tunnel device that asks for it, or forgets how it was wrapped. Options of geneve, vxlan
 * and erspan are attributes of {@link TcaTunnelKey}, set by {@link #over}; beware: Linux 6.18.44 panics on some of them.
 *
 * @param data {@code TCA_ACT_OPTIONS}, attributes of {@link TcaTunnelKey}
 */
public record TunnelKey(Attributes data) implements ActionKind<TunnelKey> {
    static final String KIND = "tunnel_key";
    private static final String ACTION = "t_action";

    /** Checks the table. */
    public TunnelKey {
        ActionKindType.require(TcaTunnelKey.ATTRIBUTES, data);
    }

    private static TunnelKey of(int action) {
        return new TunnelKey(Attributes.none(TcaTunnelKey.ATTRIBUTES)
                .withField(TCA_TUNNEL_KEY_PARMS, TcGen.ACTION, ControlAction.PIPE.value())
                .withField(TCA_TUNNEL_KEY_PARMS, ACTION, action));
    }

    /**
     * Says how the packet is to be wrapped.
     *
     * @param source outer source
     * @param destination outer destination, of the same version
     * @return the kind
     */
    public static TunnelKey set(IpAddress source, IpAddress destination) {
        TunnelKey set = of(TCA_TUNNEL_KEY_ACT_SET);
        boolean four = source instanceof Ipv4Address;
        return set.with(four ? TCA_TUNNEL_KEY_ENC_IPV4_SRC : TCA_TUNNEL_KEY_ENC_IPV6_SRC, source)
                .with(four ? TCA_TUNNEL_KEY_ENC_IPV4_DST : TCA_TUNNEL_KEY_ENC_IPV6_DST, destination);
    }

    /** {@return the kind that forgets how the packet was wrapped} */
    public static TunnelKey unset() {
        return of(TCA_TUNNEL_KEY_ACT_RELEASE);
    }

    /**
     * Sets the id of the tunnel.
     *
     * @param id u32
     * @return the kind with it
     */
    public TunnelKey id(long id) {
        return with(TCA_TUNNEL_KEY_ENC_KEY_ID, id);
    }

    /**
     * Sets the outer destination port.
     *
     * @param port u16
     * @return the kind with it
     */
    public TunnelKey port(int port) {
        return with(TCA_TUNNEL_KEY_ENC_DST_PORT, port);
    }

    /**
     * Says whether the outer packet has a checksum.
     *
     * @param on whether it has
     * @return the kind with it
     */
    public TunnelKey checksum(boolean on) {
        return with(TCA_TUNNEL_KEY_NO_CSUM, !on);
    }

    /**
     * Sets the outer type of service.
     *
     * @param service u8
     * @return the kind with it
     */
    public TunnelKey service(int service) {
        return with(TCA_TUNNEL_KEY_ENC_TOS, service);
    }

    /**
     * Sets the outer time to live.
     *
     * @param hops u8; 0 for the default
     * @return the kind with it
     */
    public TunnelKey timeToLive(int hops) {
        return with(TCA_TUNNEL_KEY_ENC_TTL, hops);
    }

    /**
     * Forbids to fragment the outer packet. Since Linux 6.3.
     *
     * @return the kind with it
     */
    public TunnelKey noFragment() {
        return flag(TCA_TUNNEL_KEY_NO_FRAG, true);
    }

    /** {@return what is done: {@code TCA_TUNNEL_KEY_ACT_*}} */
    public OptionalInt action() {
        return data.field(TCA_TUNNEL_KEY_PARMS, ACTION).stream().mapToInt(value -> (int) value).findFirst();
    }

    /** {@return outer source} */
    public Optional<IpAddress> source() {
        return data.ip(TCA_TUNNEL_KEY_ENC_IPV4_SRC).or(() -> data.ip(TCA_TUNNEL_KEY_ENC_IPV6_SRC));
    }

    /** {@return outer destination} */
    public Optional<IpAddress> destination() {
        return data.ip(TCA_TUNNEL_KEY_ENC_IPV4_DST).or(() -> data.ip(TCA_TUNNEL_KEY_ENC_IPV6_DST));
    }

    /** {@return the id of the tunnel, u32; empty if it has none} */
    public OptionalLong id() {
        return data.number(TCA_TUNNEL_KEY_ENC_KEY_ID);
    }

    /** {@return outer destination port, u16} */
    public OptionalInt port() {
        return data.integer(TCA_TUNNEL_KEY_ENC_DST_PORT);
    }

    /** {@return whether the outer packet has a checksum} */
    public Optional<Boolean> checksum() {
        return truth(TCA_TUNNEL_KEY_NO_CSUM).map(no -> !no);
    }

    /** {@return outer type of service, u8} */
    public OptionalInt service() {
        return data.integer(TCA_TUNNEL_KEY_ENC_TOS);
    }

    /** {@return outer time to live, u8; 0 for the default} */
    public OptionalInt timeToLive() {
        return data.integer(TCA_TUNNEL_KEY_ENC_TTL);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public TunnelKey over(Attributes data) {
        return new TunnelKey(data);
    }
}
