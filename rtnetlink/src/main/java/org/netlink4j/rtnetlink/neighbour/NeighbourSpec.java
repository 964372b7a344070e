package org.netlink4j.rtnetlink.neighbour;

import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_DST;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_FLAGS_EXT;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_LLADDR;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_PROTOCOL;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_PROXY;
import static org.netlink4j.rtnetlink.neighbour.Nud.NUD_PERMANENT;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.IpFamily;

/**
 * What somebody wants of a neighbour, to be handed to {@link Neighbours}. Attributes are sent in the order in which they were set.
 *
 * @param header the fixed header
 * @param attributes attributes of {@link Nda}
 */
public record NeighbourSpec(NeighbourHeader header, Attributes attributes) implements MessageBody {
    /** Checks the table. */
    public NeighbourSpec {
        Objects.requireNonNull(header);
        require(attributes);
    }

    static void require(Attributes attributes) {
        if (attributes.set() != Nda.ATTRIBUTES) {
            throw new IllegalArgumentException("not attributes of a neighbour: " + attributes);
        }
    }

    /**
     * A permanent neighbour.
     *
     * @param index index of the device
     * @param destination the network address; {@code NDA_DST}
     * @return the spec
     */
    public static NeighbourSpec of(int index, IpAddress destination) {
        return new NeighbourSpec(
                new NeighbourHeader(IpFamily.of(destination), index, NUD_PERMANENT, 0, 0),
                Attributes.none(Nda.ATTRIBUTES).with(NDA_DST, destination));
    }

    /**
     * A proxy entry: this host answers for an address.
     *
     * @param index index of the device on which it answers
     * @param destination the network address; {@code NDA_DST}
     * @return the spec
     */
    public static NeighbourSpec proxy(int index, IpAddress destination) {
        return of(index, destination).flags(NTF_PROXY);
    }

    /**
     * Sets the MAC address; {@code NDA_LLADDR}.
     *
     * @param address the address
     * @return the spec with it
     */
    public NeighbourSpec address(MacAddress address) {
        return new NeighbourSpec(header, attributes.with(NDA_LLADDR, address));
    }

    /**
     * Sets the state.
     *
     * @param state {@link Nud}, u16
     * @return the spec with it
     */
    public NeighbourSpec state(int state) {
        return new NeighbourSpec(header.withState(state), attributes);
    }

    /**
     * Sets the flags.
     *
     * @param flags bits of {@link Ntf}, u8
     * @return the spec with them
     */
    public NeighbourSpec flags(int flags) {
        return new NeighbourSpec(header.withFlags(flags), attributes);
    }

    /**
     * Sets more flags; {@code NDA_FLAGS_EXT}; since Linux 5.16.
     *
     * @param flags {@code NTF_EXT_*} of {@link Ntf}, u32
     * @return the spec with them
     */
    public NeighbourSpec extendedFlags(long flags) {
        return new NeighbourSpec(header, attributes.with(NDA_FLAGS_EXT, flags));
    }

    /**
     * Says who made it; {@code NDA_PROTOCOL}.
     *
     * @param protocol {@code RTPROT_*}, u8
     * @return the spec with it
     */
    public NeighbourSpec protocol(int protocol) {
        return new NeighbourSpec(header, attributes.with(NDA_PROTOCOL, protocol));
    }

    /**
     * Sets anything else.
     *
     * @param change makes attributes of {@link Nda} out of those that are set
     * @return the spec with what that returned
     */
    public NeighbourSpec with(UnaryOperator<Attributes> change) {
        return new NeighbourSpec(header, change.apply(attributes));
    }

    @Override
    public void write(MessageWriter out) {
        out.bytes(header.encode());
        attributes.writeTo(out.attributes());
    }
}
