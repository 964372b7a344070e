package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.Ifla.IFLA_ADDRESS;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_AF_SPEC;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_ALLMULTI;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_ALT_IFNAME;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_BROADCAST;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_CARRIER_CHANGES;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_CARRIER_DOWN_COUNT;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_CARRIER_UP_COUNT;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_EVENT;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_GROUP;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_GRO_IPV4_MAX_SIZE;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_GRO_MAX_SIZE;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_GSO_IPV4_MAX_SIZE;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_GSO_MAX_SEGS;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_GSO_MAX_SIZE;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_HEADROOM;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_IFALIAS;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_IFNAME;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_LINK;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_LINKINFO;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_LINK_NETNSID;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_MASTER;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_MAX_MTU;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_MAX_PACING_OFFLOAD_HORIZON;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_MIN_MTU;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_MTU;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_NETNS_IMMUTABLE;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_NEW_IFINDEX;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_NEW_NETNSID;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_NUM_RX_QUEUES;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_NUM_TX_QUEUES;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_NUM_VF;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_OPERSTATE;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_PARENT_DEV_BUS_NAME;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_PARENT_DEV_NAME;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_PERM_ADDRESS;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_PHYS_PORT_ID;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_PHYS_PORT_NAME;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_PHYS_SWITCH_ID;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_PORT_SELF;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_PROMISCUITY;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_PROP_LIST;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_PROTO_DOWN;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_PROTO_DOWN_REASON;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_PROTO_DOWN_REASON_VALUE;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_QDISC;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_STATS64;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_TAILROOM;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_TSO_MAX_SEGS;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_TSO_MAX_SIZE;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_TXQLEN;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_VFINFO_LIST;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_VF_PORTS;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_XDP;
import static org.netlink4j.rtnetlink.link.IflaInfo.IFLA_INFO_DATA;
import static org.netlink4j.rtnetlink.link.IflaInfo.IFLA_INFO_KIND;
import static org.netlink4j.rtnetlink.link.IflaInfo.IFLA_INFO_SLAVE_DATA;
import static org.netlink4j.rtnetlink.link.IflaInfo.IFLA_INFO_SLAVE_KIND;
import static org.netlink4j.rtnetlink.link.IflaVf.IFLA_VF_INFO;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;

/**
 * A link as the kernel describes it: {@code RTM_NEWLINK}. All that the kernel said is in {@link #attributes}; the accessors name
 * the usual parts of it and never ask the kernel again.
 *
 * <p>Equal if all is equal but what changes all the time or without a word: counters, timers, the settings of address families
 * ({@code IFLA_AF_SPEC}), the queueing discipline, how often it is promiscuous, and what a message was sent for.
 *
 * @param header the fixed header
 * @param attributes attributes of {@link Ifla}
 */
public record Link(LinkHeader header, Attributes attributes) {
    /** Checks the table. */
    public Link {
        LinkKindType.require(Ifla.attributes(header.family()), attributes);
    }

    /**
     * Decodes a message.
     *
     * @param message a reader at an {@code RTM_NEWLINK}, {@code RTM_DELLINK} or {@code RTM_SETLINK}
     * @return the link, which keeps nothing of the reader
     * @throws MalformedMessageException if a length does not fit, or a known attribute has the wrong width
     */
    public static Link decode(MessageReader message) throws MalformedMessageException {
        LinkHeader header = LinkHeader.decode(message);
        return new Link(
                header,
                Attributes.decode(Ifla.attributes(header.family()), message.attributes(LinkHeader.IFINFOMSG.size())));
    }

    /**
     * Writes what follows the message header, just as it was decoded.
     *
     * @param out a writer after the message header
     */
    public void write(MessageWriter out) {
        out.bytes(header.encode());
        attributes.writeTo(out.attributes());
    }

    /** {@return the index of the device in its network namespace} */
    public int index() {
        return header.index();
    }

    /**
     * The name of the device; {@code IFLA_IFNAME}.
     *
     * @return 1 to 15 bytes; empty in the messages of some families only
     */
    public String name() {
        return attributes.text(IFLA_IFNAME).orElse("");
    }

    /** {@return the alternative names; {@code IFLA_ALT_IFNAME}} */
    public List<String> alternativeNames() {
        return attributes.nest(IFLA_PROP_LIST).map(list -> list.texts(IFLA_ALT_IFNAME)).orElse(List.of());
    }

    /** {@return the flags, bits of {@link Iff}} */
    public int flags() {
        return header.flags();
    }

    /** {@return whether the administrator brought the device up; {@code IFF_UP}} */
    public boolean isUp() {
        return (header.flags() & Iff.IFF_UP) != 0;
    }

    /** {@return whether the device has a carrier; {@code IFF_LOWER_UP}} */
    public boolean hasCarrier() {
        return (header.flags() & Iff.IFF_LOWER_UP) != 0;
    }

    /** {@return the operational state; {@code IFLA_OPERSTATE}} */
    public Optional<OperState> operState() {
        return attributes.integer(IFLA_OPERSTATE).stream().mapToObj(OperState::new).findFirst();
    }

    /** {@return the MAC address; {@code IFLA_ADDRESS}; empty if the device has none or one of another length} */
    public Optional<MacAddress> address() {
        return attributes.mac(IFLA_ADDRESS);
    }

    /** {@return the broadcast address; {@code IFLA_BROADCAST}; empty if the device has none or one of another length} */
    public Optional<MacAddress> broadcast() {
        return attributes.mac(IFLA_BROADCAST);
    }

    /**
     * The MAC address that the hardware was made with; {@code IFLA_PERM_ADDRESS}.
     *
     * @return empty if the device has none, as most without hardware, or one of another length
     */
    public Optional<MacAddress> permanentAddress() {
        return attributes.mac(IFLA_PERM_ADDRESS);
    }

    /** {@return the name of the parent device, for example {@code "0000:00:03.0"}; {@code IFLA_PARENT_DEV_NAME}} */
    public Optional<String> parentDevice() {
        return attributes.text(IFLA_PARENT_DEV_NAME);
    }

    /** {@return the bus of the parent device, for example {@code "pci"}; {@code IFLA_PARENT_DEV_BUS_NAME}} */
    public Optional<String> parentBus() {
        return attributes.text(IFLA_PARENT_DEV_BUS_NAME);
    }

    /** {@return the name of the port in hardware, for example {@code "p0"}; {@code IFLA_PHYS_PORT_NAME}} */
    public Optional<String> physicalPortName() {
        return attributes.text(IFLA_PHYS_PORT_NAME);
    }

    /** {@return 1 to 32 bytes, the same for all devices of a port in hardware; {@code IFLA_PHYS_PORT_ID}} */
    public Optional<byte[]> physicalPortId() {
        return attributes.payload(IFLA_PHYS_PORT_ID);
    }

    /** {@return 1 to 32 bytes, the same for all ports of a switch in hardware; {@code IFLA_PHYS_SWITCH_ID}} */
    public Optional<byte[]> physicalSwitchId() {
        return attributes.payload(IFLA_PHYS_SWITCH_ID);
    }

    /** {@return the largest payload in bytes; {@code IFLA_MTU}} */
    public OptionalInt mtu() {
        return attributes.integer(IFLA_MTU);
    }

    /** {@return the smallest payload that may be set as {@link #mtu} in bytes; {@code IFLA_MIN_MTU}, the bits of a u32} */
    public OptionalInt minMtu() {
        return attributes.integer(IFLA_MIN_MTU);
    }

    /** {@return the largest payload that may be set as {@link #mtu} in bytes, 0 for no limit; {@code IFLA_MAX_MTU}, the bits of a u32} */
    public OptionalInt maxMtu() {
        return attributes.integer(IFLA_MAX_MTU);
    }

    /** {@return the index of the lower device, or of the other end of a cable; {@code IFLA_LINK}; empty if there is none} */
    public OptionalInt lower() {
        return attributes.integer(IFLA_LINK).stream().filter(index -> index != 0).findFirst();
    }

    /**
     * The id of the network namespace that {@link #lower} is in; {@code IFLA_LINK_NETNSID}.
     *
     * @return empty if it is in this one; -1 if the namespace has no id here
     */
    public OptionalInt lowerNamespaceId() {
        return attributes.integer(IFLA_LINK_NETNSID);
    }

    /** {@return whether the device may not change its network namespace; {@code IFLA_NETNS_IMMUTABLE}; since Linux 6.15} */
    public Optional<Boolean> namespaceImmutable() {
        return attributes.integer(IFLA_NETNS_IMMUTABLE).stream().mapToObj(immutable -> immutable != 0).findFirst();
    }

    /**
     * The id of the network namespace that the device went to, in the {@code RTM_DELLINK} of the one that it left;
     * {@code IFLA_NEW_NETNSID}.
     *
     * @return s32; empty if the device did not move; -1 if the namespace has no id here
     */
    public OptionalInt newNamespaceId() {
        return attributes.integer(IFLA_NEW_NETNSID);
    }

    /** {@return the index of the device where it went, beside {@link #newNamespaceId}; {@code IFLA_NEW_IFINDEX}, s32} */
    public OptionalInt newIndex() {
        return attributes.integer(IFLA_NEW_IFINDEX);
    }

    /** {@return what the message was sent for; {@code IFLA_EVENT}; only in notifications, and empty in most of them} */
    public Optional<LinkEvent> event() {
        return attributes.integer(IFLA_EVENT).stream().mapToObj(LinkEvent::new).findFirst();
    }

    /** {@return the index of the device of which this one is a port; {@code IFLA_MASTER}} */
    public OptionalInt master() {
        return attributes.integer(IFLA_MASTER);
    }

    /** {@return the length of the transmit queue in packets; {@code IFLA_TXQLEN}} */
    public OptionalInt txQueueLength() {
        return attributes.integer(IFLA_TXQLEN);
    }

    /** {@return the name of the queueing discipline at the root, for example {@code "noqueue"}; {@code IFLA_QDISC}} */
    public Optional<String> queueingDiscipline() {
        return attributes.text(IFLA_QDISC);
    }

    /** {@return the number of transmit queues; {@code IFLA_NUM_TX_QUEUES}, the bits of a u32} */
    public OptionalInt txQueues() {
        return attributes.integer(IFLA_NUM_TX_QUEUES);
    }

    /** {@return the number of receive queues; {@code IFLA_NUM_RX_QUEUES}, the bits of a u32} */
    public OptionalInt rxQueues() {
        return attributes.integer(IFLA_NUM_RX_QUEUES);
    }

    /** {@return how many ask the device for all frames; {@code IFLA_PROMISCUITY}, the bits of a u32} */
    public OptionalInt promiscuity() {
        return attributes.integer(IFLA_PROMISCUITY);
    }

    /** {@return how many ask the device for all multicast frames; {@code IFLA_ALLMULTI}, the bits of a u32; since Linux 6.0} */
    public OptionalInt allMulticast() {
        return attributes.integer(IFLA_ALLMULTI);
    }

    /** {@return how often the carrier came or went; {@code IFLA_CARRIER_CHANGES}, the bits of a u32} */
    public OptionalInt carrierChanges() {
        return attributes.integer(IFLA_CARRIER_CHANGES);
    }

    /** {@return how often the carrier came; {@code IFLA_CARRIER_UP_COUNT}, the bits of a u32} */
    public OptionalInt carrierUpCount() {
        return attributes.integer(IFLA_CARRIER_UP_COUNT);
    }

    /** {@return how often the carrier went; {@code IFLA_CARRIER_DOWN_COUNT}, the bits of a u32} */
    public OptionalInt carrierDownCount() {
        return attributes.integer(IFLA_CARRIER_DOWN_COUNT);
    }

    /** {@return the group; {@code IFLA_GROUP}, the bits of a u32} */
    public OptionalInt group() {
        return attributes.integer(IFLA_GROUP);
    }

    /** {@return the description; {@code IFLA_IFALIAS}} */
    public Optional<String> alias() {
        return attributes.text(IFLA_IFALIAS);
    }

    /**
     * A counter; {@code IFLA_STATS64}.
     *
     * @param name a field of {@code struct rtnl_link_stats64}, for example {@code "rx_packets"}
     * @return the bits of a u64; empty if the kernel did not send it
     */
    public OptionalLong counter(String name) {
        return attributes.field(IFLA_STATS64, name);
    }

    /** {@return all counters; {@code IFLA_STATS64}; empty if the kernel did not send them} */
    public Optional<LinkStatistics> statistics() {
        return attributes.has(IFLA_STATS64) ? Optional.of(LinkStatistics.of(attributes)) : Optional.empty();
    }

    /** {@return whether a protocol keeps the device without carrier; {@code IFLA_PROTO_DOWN}} */
    public Optional<Boolean> protoDown() {
        return attributes.integer(IFLA_PROTO_DOWN).stream().mapToObj(down -> down != 0).findFirst();
    }

    /** {@return why, a bit each; {@code IFLA_PROTO_DOWN_REASON}; empty if there is no reason} */
    public OptionalInt protoDownReasons() {
        return attributes.nest(IFLA_PROTO_DOWN_REASON)
                .map(nest -> nest.integer(IFLA_PROTO_DOWN_REASON_VALUE))
                .orElse(OptionalInt.empty());
    }

    /** {@return the largest packet for segmentation offload in bytes; {@code IFLA_GSO_MAX_SIZE}, the bits of a u32} */
    public OptionalInt gsoMaxSize() {
        return attributes.integer(IFLA_GSO_MAX_SIZE);
    }

    /** {@return the largest number of segments that segmentation offload may make; {@code IFLA_GSO_MAX_SEGS}, the bits of a u32} */
    public OptionalInt gsoMaxSegments() {
        return attributes.integer(IFLA_GSO_MAX_SEGS);
    }

    /** {@return the largest packet that receive offload may make in bytes; {@code IFLA_GRO_MAX_SIZE}, the bits of a u32} */
    public OptionalInt groMaxSize() {
        return attributes.integer(IFLA_GRO_MAX_SIZE);
    }

    /** {@return the largest IPv4 packet for segmentation offload in bytes; {@code IFLA_GSO_IPV4_MAX_SIZE}, the bits of a u32} */
    public OptionalInt gsoIpv4MaxSize() {
        return attributes.integer(IFLA_GSO_IPV4_MAX_SIZE);
    }

    /** {@return the largest IPv4 packet that receive offload may make in bytes; {@code IFLA_GRO_IPV4_MAX_SIZE}, the bits of a u32} */
    public OptionalInt groIpv4MaxSize() {
        return attributes.integer(IFLA_GRO_IPV4_MAX_SIZE);
    }

    /** {@return the largest packet for TCP segmentation in hardware in bytes; {@code IFLA_TSO_MAX_SIZE}, the bits of a u32} */
    public OptionalInt tsoMaxSize() {
        return attributes.integer(IFLA_TSO_MAX_SIZE);
    }

    /** {@return the largest number of segments for TCP segmentation in hardware; {@code IFLA_TSO_MAX_SEGS}, the bits of a u32} */
    public OptionalInt tsoMaxSegments() {
        return attributes.integer(IFLA_TSO_MAX_SEGS);
    }

    /** {@return bytes that the device wants free before a packet; {@code IFLA_HEADROOM}, u16; since Linux 6.18} */
    public OptionalInt headroom() {
        return attributes.integer(IFLA_HEADROOM);
    }

    /** {@return bytes that the device wants free after a packet; {@code IFLA_TAILROOM}, u16; since Linux 6.18} */
    public OptionalInt tailroom() {
        return attributes.integer(IFLA_TAILROOM);
    }

    /**
     * How far ahead the device can hold packets back by itself; {@code IFLA_MAX_PACING_OFFLOAD_HORIZON}, since Linux 6.13.
     *
     * @return nanoseconds, the bits of a u64
     */
    public OptionalLong maxPacingOffloadHorizon() {
        return attributes.number(IFLA_MAX_PACING_OFFLOAD_HORIZON);
    }

    /** {@return the XDP programs; {@code IFLA_XDP}; empty if the kernel did not say} */
    public Optional<LinkXdp> xdp() {
        return attributes.nest(IFLA_XDP).map(LinkXdp::new);
    }

    private Optional<Attributes> family(int family) {
        return header.family() == Ifla.AF_BRIDGE
                ? Optional.empty()
                : attributes.nest(IFLA_AF_SPEC).flatMap(families -> families.nest(family));
    }

    /** {@return what IPv4 says of the link; {@code IFLA_AF_SPEC}} */
    public Optional<LinkInet> inet() {
        return family(Ifla.AF_INET).map(LinkInet::new);
    }

    /** {@return what IPv6 says of the link; {@code IFLA_AF_SPEC}} */
    public Optional<LinkInet6> inet6() {
        return family(Ifla.AF_INET6).map(LinkInet6::new);
    }

    /** {@return what the bridge says of its port, in messages of its family; attributes of {@link IflaBridge}} */
    public Optional<Attributes> bridge() {
        return header.family() == Ifla.AF_BRIDGE ? attributes.nest(IFLA_AF_SPEC) : Optional.empty();
    }

    /** {@return how many virtual functions the device has; {@code IFLA_NUM_VF}, the bits of a u32} */
    public OptionalInt functionCount() {
        return attributes.integer(IFLA_NUM_VF);
    }

    /** {@return the virtual functions; {@code IFLA_VFINFO_LIST}} */
    public List<VirtualFunction> functions() {
        return attributes.nest(IFLA_VFINFO_LIST)
                .map(list -> list.nests(IFLA_VF_INFO).stream().map(VirtualFunction::new).toList())
                .orElse(List.of());
    }

    /** {@return the port profiles of virtual functions, attributes of {@link IflaPort}; {@code IFLA_VF_PORTS}} */
    public List<Attributes> functionPorts() {
        return attributes.nest(IFLA_VF_PORTS).map(list -> list.nests(IflaPort.IFLA_VF_PORT)).orElse(List.of());
    }

    /** {@return the port profile of the device itself, attributes of {@link IflaPort}; {@code IFLA_PORT_SELF}} */
    public Optional<Attributes> selfPort() {
        return attributes.nest(IFLA_PORT_SELF);
    }

    private Optional<Attributes> info() {
        return attributes.nest(IFLA_LINKINFO);
    }

    /** {@return what only this kind of device has; {@code IFLA_LINKINFO}; empty for devices without a kind, such as hardware} */
    public Optional<LinkKind> kind() {
        return info().flatMap(info ->
                info.text(IFLA_INFO_KIND).map(kind -> LinkKindType.decode(kind, info.nest(IFLA_INFO_DATA))));
    }

    /**
     * What only this kind of device has, if it is of that kind.
     *
     * @param <K> the kind
     * @param kind the type of the kind, for example {@code Macvtap.class}
     * @return empty if the device is of another kind
     */
    public <K extends LinkKind> Optional<K> kind(Class<K> kind) {
        Objects.requireNonNull(kind);
        return kind().filter(kind::isInstance).map(kind::cast);
    }

    /** {@return what the device says of which this one is a port; {@code IFLA_LINKINFO}; empty if it is no port of a known kind} */
    public Optional<LinkPort> port() {
        return info().flatMap(info ->
                info.text(IFLA_INFO_SLAVE_KIND).map(kind -> LinkKindType.decodePort(kind, info.nest(IFLA_INFO_SLAVE_DATA))));
    }

    /**
     * What the device says of which this one is a port, if that device is of a kind.
     *
     * @param <P> the port
     * @param port the type of the port, for example {@code BridgePort.class}
     * @return empty if the link is no port of such a device
     */
    public <P extends LinkPort> Optional<P> port(Class<P> port) {
        Objects.requireNonNull(port);
        return port().filter(port::isInstance).map(port::cast);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Link that
                && header.unchanged().equals(that.header.unchanged())
                && LastingLink.of(attributes).equals(LastingLink.of(that.attributes));
    }

    @Override
    public int hashCode() {
        return Objects.hash(header.unchanged(), LastingLink.of(attributes));
    }
}
