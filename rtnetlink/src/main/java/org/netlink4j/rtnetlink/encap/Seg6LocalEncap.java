package org.netlink4j.rtnetlink.encap;

import static org.netlink4j.rtnetlink.encap.Seg6Local.SEG6_LOCAL_ACTION;
import static org.netlink4j.rtnetlink.encap.Seg6Local.SEG6_LOCAL_BPF;
import static org.netlink4j.rtnetlink.encap.Seg6Local.SEG6_LOCAL_BPF_PROG;
import static org.netlink4j.rtnetlink.encap.Seg6Local.SEG6_LOCAL_BPF_PROG_NAME;
import static org.netlink4j.rtnetlink.encap.Seg6Local.SEG6_LOCAL_CNT_BYTES;
import static org.netlink4j.rtnetlink.encap.Seg6Local.SEG6_LOCAL_CNT_ERRORS;
import static org.netlink4j.rtnetlink.encap.Seg6Local.SEG6_LOCAL_CNT_PACKETS;
import static org.netlink4j.rtnetlink.encap.Seg6Local.SEG6_LOCAL_COUNTERS;
import static org.netlink4j.rtnetlink.encap.Seg6Local.SEG6_LOCAL_FLAVORS;
import static org.netlink4j.rtnetlink.encap.Seg6Local.SEG6_LOCAL_FLV_LCBLOCK_BITS;
import static org.netlink4j.rtnetlink.encap.Seg6Local.SEG6_LOCAL_FLV_LCNODE_FN_BITS;
import static org.netlink4j.rtnetlink.encap.Seg6Local.SEG6_LOCAL_FLV_OPERATION;
import static org.netlink4j.rtnetlink.encap.Seg6Local.SEG6_LOCAL_IIF;
import static org.netlink4j.rtnetlink.encap.Seg6Local.SEG6_LOCAL_NH4;
import static org.netlink4j.rtnetlink.encap.Seg6Local.SEG6_LOCAL_NH6;
import static org.netlink4j.rtnetlink.encap.Seg6Local.SEG6_LOCAL_OIF;
import static org.netlink4j.rtnetlink.encap.Seg6Local.SEG6_LOCAL_SRH;
import static org.netlink4j.rtnetlink.encap.Seg6Local.SEG6_LOCAL_TABLE;
import static org.netlink4j.rtnetlink.encap.Seg6Local.SEG6_LOCAL_VRFTABLE;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;

/**
 * What this host does with a packet whose destination is one of its own segments.
 *
 * @param data attributes of {@link Seg6Local}
 */
public record Seg6LocalEncap(Attributes data) implements TypedEncap<Seg6LocalEncap> {
    /** Checks the table. */
    public Seg6LocalEncap {
        EncapType.SEG6_LOCAL.require(data);
    }

    /** {@return the type, {@link LwtunnelEncap#LWTUNNEL_ENCAP_SEG6_LOCAL}} */
    @Override
    public int type() {
        return EncapType.SEG6_LOCAL.number();
    }

    @Override
    public Seg6LocalEncap over(Attributes data) {
        return new Seg6LocalEncap(data);
    }

    /**
     * An action.
     *
     * @param action {@code SEG6_LOCAL_ACTION_*}, see {@link Seg6Local}
     * @return the encapsulation
     */
    public static Seg6LocalEncap of(int action) {
        return new Seg6LocalEncap(Attributes.none(Seg6Local.ATTRIBUTES).with(SEG6_LOCAL_ACTION, action));
    }

    /** {@return the action; {@code SEG6_LOCAL_ACTION}; 0 if it is not said} */
    public int action() {
        return data.integer(SEG6_LOCAL_ACTION).orElse(0);
    }

    /** {@return the table of routes in which is looked; {@code SEG6_LOCAL_TABLE}, u32} */
    public OptionalLong table() {
        return data.number(SEG6_LOCAL_TABLE);
    }

    /**
     * Sets the table of routes in which is looked.
     *
     * @param table u32
     * @return the encapsulation with it
     */
    public Seg6LocalEncap table(long table) {
        return over(data.with(SEG6_LOCAL_TABLE, table));
    }

    /** {@return the table of a VRF in which is looked; {@code SEG6_LOCAL_VRFTABLE}, u32} */
    public OptionalLong vrfTable() {
        return data.number(SEG6_LOCAL_VRFTABLE);
    }

    /**
     * Sets the table of a VRF in which is looked.
     *
     * @param table u32
     * @return the encapsulation with it
     */
    public Seg6LocalEncap vrfTable(long table) {
        return over(data.with(SEG6_LOCAL_VRFTABLE, table));
    }

    /** {@return the neighbour to which the packet goes; {@code SEG6_LOCAL_NH4} or {@code SEG6_LOCAL_NH6}} */
    public Optional<IpAddress> nextHop() {
        return data.ip(SEG6_LOCAL_NH4).or(() -> data.ip(SEG6_LOCAL_NH6));
    }

    /**
     * Sets the neighbour to which the packet goes.
     *
     * @param address IPv4 for {@code SEG6_LOCAL_NH4}, IPv6 for {@code SEG6_LOCAL_NH6}
     * @return the encapsulation with it
     */
    public Seg6LocalEncap nextHop(IpAddress address) {
        return switch (address) {
            case Ipv4Address four -> over(data.with(SEG6_LOCAL_NH4, four));
            case Ipv6Address six -> over(data.with(SEG6_LOCAL_NH6, six));
        };
    }

    /** {@return the index of the device of the lookup; {@code SEG6_LOCAL_IIF}} */
    public OptionalInt inputDevice() {
        return data.integer(SEG6_LOCAL_IIF);
    }

    /**
     * Sets the device of the lookup.
     *
     * @param index its index
     * @return the encapsulation with it
     */
    public Seg6LocalEncap inputDevice(int index) {
        return over(data.with(SEG6_LOCAL_IIF, index));
    }

    /** {@return the index of the device on which the packet leaves; {@code SEG6_LOCAL_OIF}} */
    public OptionalInt outputDevice() {
        return data.integer(SEG6_LOCAL_OIF);
    }

    /**
     * Sets the device on which the packet leaves.
     *
     * @param index its index
     * @return the encapsulation with it
     */
    public Seg6LocalEncap outputDevice(int index) {
        return over(data.with(SEG6_LOCAL_OIF, index));
    }

    /**
     * The header that is added; {@code SEG6_LOCAL_SRH}.
     *
     * @return the header; empty if the attribute is not there
     * @throws MalformedMessageException if a length does not fit
     */
    public Optional<SegmentRoutingHeader> header() throws MalformedMessageException {
        Optional<byte[]> bytes = data.payload(SEG6_LOCAL_SRH);
        return bytes.isPresent() ? Optional.of(SegmentRoutingHeader.decode(bytes.get())) : Optional.empty();
    }

    /**
     * Sets the header that is added. The kernel wants the last segment of the binding action {@code END_B6} to be {@code ::}.
     *
     * @param header the header
     * @return the encapsulation with it
     */
    public Seg6LocalEncap header(SegmentRoutingHeader header) {
        return over(data.with(SEG6_LOCAL_SRH, header.encode()));
    }

    /**
     * Sets the BPF program.
     *
     * @param descriptor its file descriptor
     * @param name a name for people
     * @return the encapsulation with it
     */
    public Seg6LocalEncap program(int descriptor, String name) {
        return over(data.with(SEG6_LOCAL_BPF, Attributes.none(Seg6Local.PROGRAM)
                .with(SEG6_LOCAL_BPF_PROG, descriptor).with(SEG6_LOCAL_BPF_PROG_NAME, name)));
    }

    /** {@return the counters, attributes {@code SEG6_LOCAL_CNT_*}; {@code SEG6_LOCAL_COUNTERS}; since Linux 5.14} */
    public Optional<Attributes> counters() {
        return data.nest(SEG6_LOCAL_COUNTERS);
    }

    /**
     * Asks for counters.
     *
     * @return the encapsulation with them
     */
    public Seg6LocalEncap counted() {
        Attributes zero = Attributes.none(Seg6Local.COUNTERS)
                .with(SEG6_LOCAL_CNT_PACKETS, 0).with(SEG6_LOCAL_CNT_BYTES, 0).with(SEG6_LOCAL_CNT_ERRORS, 0);
        return over(data.with(SEG6_LOCAL_COUNTERS, zero));
    }

    /** {@return the flavours, bits {@code 1 << SEG6_LOCAL_FLV_OP_*}; {@code SEG6_LOCAL_FLV_OPERATION}; since Linux 6.3} */
    public int flavors() {
        return data.nest(SEG6_LOCAL_FLAVORS).map(flavors -> flavors.integer(SEG6_LOCAL_FLV_OPERATION).orElse(0)).orElse(0);
    }

    private Attributes flavorAttributes() {
        return data.nest(SEG6_LOCAL_FLAVORS).orElseGet(() -> Attributes.none(Seg6Local.FLAVORS));
    }

    /**
     * Sets the flavours.
     *
     * @param bits {@code 1 << SEG6_LOCAL_FLV_OP_*}, u32
     * @return the encapsulation with them
     */
    public Seg6LocalEncap flavors(long bits) {
        return over(data.with(SEG6_LOCAL_FLAVORS, flavorAttributes().with(SEG6_LOCAL_FLV_OPERATION, bits)));
    }

    /**
     * Sets the lengths of compressed segments.
     *
     * @param block length of the locator block in bits
     * @param node length of node and function in bits
     * @return the encapsulation with them
     */
    public Seg6LocalEncap compressed(int block, int node) {
        return over(data.with(SEG6_LOCAL_FLAVORS, flavorAttributes()
                .with(SEG6_LOCAL_FLV_LCBLOCK_BITS, block).with(SEG6_LOCAL_FLV_LCNODE_FN_BITS, node)));
    }
}
