package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.Ifla.IFLA_ADDRESS;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_BROADCAST;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_GROUP;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_IFALIAS;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_IFNAME;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_LINK;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_LINKINFO;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_MASTER;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_MTU;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_NET_NS_FD;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_NUM_RX_QUEUES;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_NUM_TX_QUEUES;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_TXQLEN;
import static org.netlink4j.rtnetlink.link.IflaInfo.IFLA_INFO_DATA;
import static org.netlink4j.rtnetlink.link.IflaInfo.IFLA_INFO_KIND;
import static org.netlink4j.rtnetlink.link.IflaInfo.IFLA_INFO_SLAVE_DATA;
import static org.netlink4j.rtnetlink.link.IflaInfo.IFLA_INFO_SLAVE_KIND;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.wire.MessageWriter;

/**
 * What somebody wants of a link, to be handed to {@link Links#create} or {@link Links#change}. What is not set is left to the
 * kernel, or left as it is. Attributes are sent in the order in which they were set. Values that do not fit, such as a name of more
 * than 15 bytes, are refused here, before anything is sent.
 *
 * @param header the fixed header
 * @param attributes attributes of {@link Ifla}
 */
public record LinkSpec(LinkHeader header, Attributes attributes) implements MessageBody {
    /** Nothing is wanted yet. */
    public static final LinkSpec ANY = new LinkSpec(LinkHeader.NONE, Attributes.none(Ifla.ATTRIBUTES));

    /** Checks the table. */
    public LinkSpec {
        LinkKindType.require(Ifla.ATTRIBUTES, attributes);
    }

    /**
     * A link by its name.
     *
     * @param name 1 to 15 bytes, without slash, colon or white space
     * @return the spec
     */
    public static LinkSpec named(String name) {
        return ANY.name(name);
    }

    /**
     * A link by its index.
     *
     * @param index the index, positive
     * @return the spec
     */
    public static LinkSpec indexed(int index) {
        return ANY.index(index);
    }

    /** What is wanted of the other end of a cable. */
    static Optional<LinkSpec> inside(Attributes data, int number) {
        return data.nest(number)
                .map(attributes -> new LinkSpec(LinkHeader.decode(data.header(number).orElseThrow()), attributes));
    }

    private LinkSpec with(int number, long value) {
        return new LinkSpec(header, attributes.with(number, value));
    }

    /**
     * Sets the name; {@code IFLA_IFNAME}. Together with an index in a change it is the new name, without one it says which link is
     * meant.
     *
     * @param name 1 to 15 bytes, without slash, colon or white space
     * @return the spec with it
     */
    public LinkSpec name(String name) {
        return new LinkSpec(header, attributes.with(IFLA_IFNAME, LinkName.check(name)));
    }

    /**
     * Sets the index: which link is meant, or the index that a new one shall have.
     *
     * @param index the index, positive
     * @return the spec with it
     */
    public LinkSpec index(int index) {
        if (index <= 0) {
            throw new IllegalArgumentException("an index is positive: " + index);
        }
        return new LinkSpec(
                new LinkHeader(header.family(), header.type(), index, header.flags(), header.change()), attributes);
    }

    /**
     * Sets the kind; {@code IFLA_LINKINFO}.
     *
     * @param kind the kind and what is wanted of it
     * @return the spec with it
     */
    public LinkSpec kind(LinkKind kind) {
        Attributes info = Attributes.none(IflaInfo.ATTRIBUTES).with(IFLA_INFO_KIND, kind.kind());
        return new LinkSpec(
                header,
                attributes.with(IFLA_LINKINFO, kind.data().isEmpty() ? info : info.with(IFLA_INFO_DATA, kind.data())));
    }

    /**
     * Sets what the device of which this one is a port is to do with it; {@code IFLA_LINKINFO}. Not together with
     * {@link #kind}.
     *
     * @param port what is wanted of the port
     * @return the spec with it
     */
    public LinkSpec port(LinkPort port) {
        Attributes info = Attributes.none(IflaInfo.ATTRIBUTES).with(IFLA_INFO_SLAVE_KIND, port.kind());
        return new LinkSpec(
                header,
                attributes.with(IFLA_LINKINFO, port.data().isEmpty() ? info : info.with(IFLA_INFO_SLAVE_DATA, port.data())));
    }

    /**
     * Sets the lower device; {@code IFLA_LINK}.
     *
     * @param index its index
     * @return the spec with it
     */
    public LinkSpec lower(int index) {
        return with(IFLA_LINK, Integer.toUnsignedLong(index));
    }

    /**
     * Sets the MAC address; {@code IFLA_ADDRESS}.
     *
     * @param address the address
     * @return the spec with it
     */
    public LinkSpec address(MacAddress address) {
        return new LinkSpec(header, attributes.with(IFLA_ADDRESS, address));
    }

    /**
     * Sets the broadcast address; {@code IFLA_BROADCAST}.
     *
     * @param address the address
     * @return the spec with it
     */
    public LinkSpec broadcast(MacAddress address) {
        return new LinkSpec(header, attributes.with(IFLA_BROADCAST, address));
    }

    /**
     * Sets the MTU; {@code IFLA_MTU}.
     *
     * @param bytes u32
     * @return the spec with it
     */
    public LinkSpec mtu(long bytes) {
        return with(IFLA_MTU, bytes);
    }

    private LinkSpec flags(int flags, int change) {
        return new LinkSpec(
                new LinkHeader(
                        header.family(),
                        header.type(),
                        header.index(),
                        header.flags() & ~change | flags & change,
                        header.change() | change),
                attributes);
    }

    /** {@return the spec with the device brought up; {@code IFF_UP}} */
    public LinkSpec up() {
        return flags(Iff.IFF_UP, Iff.IFF_UP);
    }

    /** {@return the spec with the device brought down; {@code IFF_UP}} */
    public LinkSpec down() {
        return flags(0, Iff.IFF_UP);
    }

    /**
     * Sets the length of the transmit queue; {@code IFLA_TXQLEN}.
     *
     * @param packets u32
     * @return the spec with it
     */
    public LinkSpec txQueueLength(long packets) {
        return with(IFLA_TXQLEN, packets);
    }

    /**
     * Sets the numbers of queues of a new device; {@code IFLA_NUM_TX_QUEUES} and {@code IFLA_NUM_RX_QUEUES}.
     *
     * @param transmit u32
     * @param receive u32
     * @return the spec with them
     */
    public LinkSpec queues(long transmit, long receive) {
        return with(IFLA_NUM_TX_QUEUES, transmit).with(IFLA_NUM_RX_QUEUES, receive);
    }

    /**
     * Sets the group; {@code IFLA_GROUP}.
     *
     * @param group u32
     * @return the spec with it
     */
    public LinkSpec group(long group) {
        return with(IFLA_GROUP, group);
    }

    /**
     * Sets the device of which this one is to be a port; {@code IFLA_MASTER}.
     *
     * @param index its index; 0 for none
     * @return the spec with it
     */
    public LinkSpec master(int index) {
        return with(IFLA_MASTER, Integer.toUnsignedLong(index));
    }

    /**
     * Sets the network namespace in which the device is to be; {@code IFLA_NET_NS_FD}.
     *
     * @param namespace must stay open until the request is sent
     * @return the spec with it
     */
    public LinkSpec namespace(NetworkNamespace namespace) {
        return with(IFLA_NET_NS_FD, namespace.descriptor());
    }

    /**
     * Sets the description; {@code IFLA_IFALIAS}.
     *
     * @param alias at most 255 bytes; empty for none
     * @return the spec with it
     */
    public LinkSpec alias(String alias) {
        return new LinkSpec(header, attributes.with(IFLA_IFALIAS, alias));
    }

    /**
     * Sets anything else.
     *
     * @param change makes attributes of {@link Ifla} out of those that are set
     * @return the spec with what that returned
     */
    public LinkSpec with(UnaryOperator<Attributes> change) {
        return new LinkSpec(header, change.apply(attributes));
    }

    @Override
    public void write(MessageWriter out) {
        out.bytes(header.encode());
        attributes.writeTo(out.attributes());
    }
}
