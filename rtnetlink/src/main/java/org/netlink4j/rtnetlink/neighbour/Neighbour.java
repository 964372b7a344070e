package org.netlink4j.rtnetlink.neighbour;

import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_CACHEINFO;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_DST;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_FLAGS_EXT;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_LLADDR;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_PROBES;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_PROTOCOL;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;

/**
 * A neighbour as the kernel describes it: {@code RTM_NEWNEIGH}. All that the kernel said is in {@link #attributes}. Equal if all is
 * equal but {@code NDA_CACHEINFO} and {@code NDA_PROBES}, for ages and counts change all the time.
 *
 * @param header the fixed header
 * @param attributes attributes of {@link Nda}
 */
public record Neighbour(NeighbourHeader header, Attributes attributes) {
    /**
     * What tells neighbours apart.
     *
     * @param family address family
     * @param index index of the device
     * @param destination {@code NDA_DST}
     * @param proxy whether it is a proxy entry
     */
    public record Key(int family, int index, Optional<IpAddress> destination, boolean proxy) {}

    /** Checks the table. */
    public Neighbour {
        Objects.requireNonNull(header);
        NeighbourSpec.require(attributes);
    }

    /**
     * Decodes a message.
     *
     * @param message a reader at an {@code RTM_NEWNEIGH} or {@code RTM_DELNEIGH}
     * @return the neighbour, which keeps nothing of the reader
     * @throws MalformedMessageException if a length does not fit, or a known attribute has the wrong width
     */
    public static Neighbour decode(MessageReader message) throws MalformedMessageException {
        return new Neighbour(
                NeighbourHeader.decode(message), Attributes.decode(Nda.ATTRIBUTES, message.attributes(Nda.NDMSG.size())));
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

    /** {@return what tells it from other neighbours of the namespace} */
    public Key key() {
        return new Key(header.family(), header.index(), destination(), isProxy());
    }

    /** {@return the index of the device} */
    public int index() {
        return header.index();
    }

    /** {@return the network address; {@code NDA_DST}; empty for other families} */
    public Optional<IpAddress> destination() {
        return attributes.ip(NDA_DST);
    }

    /** {@return the MAC address; {@code NDA_LLADDR}; empty if it is not known or has another length} */
    public Optional<MacAddress> address() {
        return attributes.mac(NDA_LLADDR);
    }

    /** {@return the state, bits of {@link Nud}} */
    public int state() {
        return header.state();
    }

    /** {@return the flags, bits of {@link Ntf}} */
    public int flags() {
        return header.flags();
    }

    /** {@return more flags, {@code NTF_EXT_*} of {@link Ntf}; {@code NDA_FLAGS_EXT}} */
    public int extendedFlags() {
        return attributes.integer(NDA_FLAGS_EXT).orElse(0);
    }

    /** {@return whether this host answers for the address; {@code NTF_PROXY}} */
    public boolean isProxy() {
        return (header.flags() & Ntf.NTF_PROXY) != 0;
    }

    /** {@return who made it, {@code RTPROT_*}; {@code NDA_PROTOCOL}, u8} */
    public OptionalInt protocol() {
        return attributes.integer(NDA_PROTOCOL);
    }

    private Attributes lasting() {
        return attributes.without(NDA_CACHEINFO).without(NDA_PROBES);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Neighbour that && header.equals(that.header) && lasting().equals(that.lasting());
    }

    @Override
    public int hashCode() {
        return Objects.hash(header, lasting());
    }
}
