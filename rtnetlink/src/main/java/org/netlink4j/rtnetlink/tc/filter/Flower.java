package org.netlink4j.rtnetlink.tc.filter;

import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_INDEV;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_IN_HW_COUNT;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_CT_LABELS;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_CT_STATE;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ENC_IPV4_DST;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ENC_IPV4_SRC;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ENC_IPV6_DST;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ENC_IPV6_SRC;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ENC_KEY_ID;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ENC_OPTS;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ENC_OPTS_MASK;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ETH_DST;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ETH_SRC;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_ETH_TYPE;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_IPV4_DST;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_IPV4_SRC;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_IPV6_DST;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_IPV6_SRC;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_IP_PROTO;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_PORT_DST_MAX;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_PORT_DST_MIN;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_PORT_SRC_MAX;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_PORT_SRC_MIN;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_SCTP_DST;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_SCTP_SRC;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_TCP_DST;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_TCP_SRC;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_UDP_DST;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_UDP_SRC;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_VLAN_ID;
import static org.netlink4j.rtnetlink.tc.filter.TcaFlower.TCA_FLOWER_KEY_VLAN_PRIO;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.Octets;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.EtherType;
import org.netlink4j.rtnetlink.IpPrefix;

/**
 * A filter that compares fields of headers, most of them under a mask. The kernel wants the fields on which others rest, too: the
 * Ethernet type for IP addresses, the IP protocol for ports. What has no method here is set by {@link #match} and {@link #with}.
 *
 * {@snippet :
 * new Flower().ethernetType(EtherType.IPV4).ipProtocol(6).destination(IpPrefix.parse("192.0.2.0/24")).destinationPort(443)
 * }
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaFlower}
 */
public record Flower(Attributes data) implements FilterKind<Flower> {
    static final String KIND = "flower";

    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int SCTP = 132;

    /** Checks the table. */
    public Flower {
        FilterKindType.require(TcaFlower.ATTRIBUTES, data);
    }

    /** A filter that compares nothing yet. */
    public Flower() {
        this(Attributes.none(TcaFlower.ATTRIBUTES));
    }

    /**
     * Compares a number under a mask.
     *
     * @param key an attribute of {@link TcaFlower} that has a mask beside it
     * @param value the number
     * @param mask which bits of it count
     * @return the kind with it
     */
    public Flower match(int key, long value, long mask) {
        int maskKey = FlowerKeys.requireMask(key);
        return with(key, value).with(maskKey, mask);
    }

    /**
     * Compares a whole value: a mask in which all bits count.
     *
     * @param key an attribute of {@link TcaFlower} that has a mask beside it and a width of its own
     * @param value the value, as it stands in the message
     * @return the kind with it
     */
    public Flower match(int key, Octets value) {
        return match(key, value, ones(value.length()));
    }

    /**
     * Compares a value under a mask.
     *
     * @param key an attribute of {@link TcaFlower} that has a mask beside it
     * @param value the value, as it stands in the message
     * @param mask which bits of it count, as long as the value
     * @return the kind with it
     */
    public Flower match(int key, Octets value, Octets mask) {
        if (value.length() != mask.length()) {
            throw new IllegalArgumentException("value " + value + " and mask " + mask + " are not of one length");
        }
        return over(data.with(key, value.toArray()).with(FlowerKeys.requireMask(key), mask.toArray()));
    }

    private static Octets ones(int bytes) {
        byte[] mask = new byte[bytes];
        Arrays.fill(mask, (byte) -1);
        return Octets.of(mask);
    }

    /** The value of a key, as it stands in the message. */
    private Optional<Octets> value(int key) {
        return data.payload(key).map(Octets::of);
    }

    /**
     * The mask of a key.
     *
     * @param key an attribute of {@link TcaFlower} that has a mask beside it
     * @return the mask, as it stands in the message; empty if the key is not compared
     */
    public Optional<Octets> mask(int key) {
        return value(FlowerKeys.requireMask(key));
    }

    /**
     * Compares the device on which the packet came.
     *
     * @param device its name
     * @return the kind with it
     */
    public Flower incoming(String device) {
        return with(TCA_FLOWER_INDEV, device);
    }

    /** {@return the device on which the packet came} */
    public Optional<String> incoming() {
        return data.text(TCA_FLOWER_INDEV);
    }

    /**
     * Compares the protocol behind all VLAN tags. Wanted by most other fields.
     *
     * @param type the protocol
     * @return the kind with it
     */
    public Flower ethernetType(EtherType type) {
        return with(TCA_FLOWER_KEY_ETH_TYPE, type.value());
    }

    /** {@return the protocol behind all VLAN tags} */
    public Optional<EtherType> ethernetType() {
        return data.integer(TCA_FLOWER_KEY_ETH_TYPE).stream().mapToObj(EtherType::new).findFirst();
    }

    /**
     * Compares the Ethernet destination.
     *
     * @param address the address
     * @return the kind with it
     */
    public Flower destination(MacAddress address) {
        return match(TCA_FLOWER_KEY_ETH_DST, Octets.of(address.octets()));
    }

    /** {@return the Ethernet destination, of which the bits of {@link #mask} count} */
    public Optional<MacAddress> ethernetDestination() {
        return data.mac(TCA_FLOWER_KEY_ETH_DST);
    }

    /**
     * Compares the Ethernet source.
     *
     * @param address the address
     * @return the kind with it
     */
    public Flower source(MacAddress address) {
        return match(TCA_FLOWER_KEY_ETH_SRC, Octets.of(address.octets()));
    }

    /** {@return the Ethernet source, of which the bits of {@link #mask} count} */
    public Optional<MacAddress> ethernetSource() {
        return data.mac(TCA_FLOWER_KEY_ETH_SRC);
    }

    /**
     * Compares the id of the outer VLAN tag.
     *
     * @param id 12 bits
     * @return the kind with it
     */
    public Flower vlan(int id) {
        return with(TCA_FLOWER_KEY_VLAN_ID, id);
    }

    /** {@return the id of the outer VLAN tag} */
    public OptionalInt vlan() {
        return data.integer(TCA_FLOWER_KEY_VLAN_ID);
    }

    /**
     * Compares the priority of the outer VLAN tag.
     *
     * @param priority 3 bits
     * @return the kind with it
     */
    public Flower vlanPriority(int priority) {
        return with(TCA_FLOWER_KEY_VLAN_PRIO, priority);
    }

    /** {@return the priority of the outer VLAN tag} */
    public OptionalInt vlanPriority() {
        return data.integer(TCA_FLOWER_KEY_VLAN_PRIO);
    }

    /**
     * Compares the IP protocol. Wanted by ports.
     *
     * @param protocol {@code IPPROTO_*}, u8
     * @return the kind with it
     */
    public Flower ipProtocol(int protocol) {
        return with(TCA_FLOWER_KEY_IP_PROTO, protocol);
    }

    /** {@return the IP protocol} */
    public OptionalInt ipProtocol() {
        return data.integer(TCA_FLOWER_KEY_IP_PROTO);
    }

    /**
     * Compares the source.
     *
     * @param prefix the prefix
     * @return the kind with it
     */
    public Flower source(IpPrefix prefix) {
        return prefix(TCA_FLOWER_KEY_IPV4_SRC, TCA_FLOWER_KEY_IPV6_SRC, prefix);
    }

    /** {@return the source, of which the bits of {@link #mask} count} */
    public Optional<IpAddress> source() {
        return data.ip(TCA_FLOWER_KEY_IPV4_SRC).or(() -> data.ip(TCA_FLOWER_KEY_IPV6_SRC));
    }

    /**
     * Compares the destination.
     *
     * @param prefix the prefix
     * @return the kind with it
     */
    public Flower destination(IpPrefix prefix) {
        return prefix(TCA_FLOWER_KEY_IPV4_DST, TCA_FLOWER_KEY_IPV6_DST, prefix);
    }

    /** {@return the destination, of which the bits of {@link #mask} count} */
    public Optional<IpAddress> destination() {
        return data.ip(TCA_FLOWER_KEY_IPV4_DST).or(() -> data.ip(TCA_FLOWER_KEY_IPV6_DST));
    }

    private Flower prefix(int four, int six, IpPrefix prefix) {
        byte[] octets = prefix.address().octets();
        byte[] mask = new byte[octets.length];
        for (int bit = 0; bit < prefix.length(); bit++) {
            mask[bit / Byte.SIZE] |= (byte) (0x80 >>> bit % Byte.SIZE);
        }
        return match(prefix.address() instanceof Ipv4Address ? four : six, Octets.of(octets), Octets.of(mask));
    }

    /**
     * Compares the source port; the IP protocol, TCP, UDP or SCTP, has to be set before.
     *
     * @param port u16
     * @return the kind with it
     */
    public Flower sourcePort(int port) {
        return with(portKey(TCA_FLOWER_KEY_TCP_SRC, TCA_FLOWER_KEY_UDP_SRC, TCA_FLOWER_KEY_SCTP_SRC), port);
    }

    /**
     * Compares the destination port; the IP protocol, TCP, UDP or SCTP, has to be set before.
     *
     * @param port u16
     * @return the kind with it
     */
    public Flower destinationPort(int port) {
        return with(portKey(TCA_FLOWER_KEY_TCP_DST, TCA_FLOWER_KEY_UDP_DST, TCA_FLOWER_KEY_SCTP_DST), port);
    }

    private int portKey(int tcp, int udp, int sctp) {
        return switch (ipProtocol().orElse(0)) {
            case TCP -> tcp;
            case UDP -> udp;
            case SCTP -> sctp;
            default -> throw new IllegalArgumentException("the IP protocol is not TCP, UDP nor SCTP: " + data);
        };
    }

    /**
     * Compares the source port with a range.
     *
     * @param first u16
     * @param last u16, higher
     * @return the kind with it
     */
    public Flower sourcePorts(int first, int last) {
        return with(TCA_FLOWER_KEY_PORT_SRC_MIN, first).with(TCA_FLOWER_KEY_PORT_SRC_MAX, last);
    }

    /**
     * Compares the destination port with a range.
     *
     * @param first u16
     * @param last u16, higher
     * @return the kind with it
     */
    public Flower destinationPorts(int first, int last) {
        return with(TCA_FLOWER_KEY_PORT_DST_MIN, first).with(TCA_FLOWER_KEY_PORT_DST_MAX, last);
    }

    /**
     * Compares the state of the connection, which the action ct has looked up.
     *
     * @param set which of {@code TCA_FLOWER_KEY_CT_FLAGS_*} have to be set
     * @param clear which must not be set
     * @return the kind with it
     */
    public Flower connection(int set, int clear) {
        return match(TCA_FLOWER_KEY_CT_STATE, set, set | clear);
    }

    /**
     * Compares the label of the connection.
     *
     * @param label 16 bytes
     * @param mask which bits of it count, 16 bytes
     * @return the kind with it
     */
    public Flower connectionLabel(Octets label, Octets mask) {
        return match(TCA_FLOWER_KEY_CT_LABELS, label, mask);
    }

    /**
     * Compares the id of the tunnel through which the packet came.
     *
     * @param id u32
     * @return the kind with it
     */
    public Flower tunnel(long id) {
        return with(TCA_FLOWER_KEY_ENC_KEY_ID, id);
    }

    /**
     * Compares the outer source.
     *
     * @param prefix the prefix
     * @return the kind with it
     */
    public Flower outerSource(IpPrefix prefix) {
        return prefix(TCA_FLOWER_KEY_ENC_IPV4_SRC, TCA_FLOWER_KEY_ENC_IPV6_SRC, prefix);
    }

    /**
     * Compares the outer destination.
     *
     * @param prefix the prefix
     * @return the kind with it
     */
    public Flower outerDestination(IpPrefix prefix) {
        return prefix(TCA_FLOWER_KEY_ENC_IPV4_DST, TCA_FLOWER_KEY_ENC_IPV6_DST, prefix);
    }

    /**
     * Compares the options of the tunnel.
     *
     * @param options attributes of {@link TcaFlower#OPTIONS}
     * @param mask the same attributes, with masks for values
     * @return the kind with it
     */
    public Flower tunnelOptions(Attributes options, Attributes mask) {
        return over(data.with(TCA_FLOWER_KEY_ENC_OPTS, options).with(TCA_FLOWER_KEY_ENC_OPTS_MASK, mask));
    }

    /** {@return on how many devices the hardware does it; only in answers} */
    public OptionalInt hardwareCount() {
        return data.integer(TCA_FLOWER_IN_HW_COUNT);
    }

    @Override
    public Map<String, Object> values() {
        return FlowerJson.of(data);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Flower over(Attributes data) {
        return new Flower(data);
    }
}
