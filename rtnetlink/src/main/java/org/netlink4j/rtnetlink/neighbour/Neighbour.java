package org.netlink4j.rtnetlink.neighbour;

import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_CACHEINFO;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_DST;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_PROBES;

import java.util.Objects;
import java.util.Optional;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;

/**
 * A neighbour as the kernel describes it: {@code RTM_NEWNEIGH}. All that the kernel said is in {@link #attributes}. Equal if all is
 * equal but {@code NDA_CACHEINFO} and {@code NDA_PROBES}, for ages and counts change all the time.
 *
 * @param header the fixed header
 * @param attributes attributes of {@link Nda}
 */
public record Neighbour(NeighbourHeader header, Attributes attributes) implements NeighbourMessage {
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

    /** {@return what tells it from other neighbours of the namespace} */
    public Key key() {
        return new Key(header.family(), header.index(), destination(), isProxy());
    }

    /** {@return the network address; {@code NDA_DST}; empty for other families} */
    public Optional<IpAddress> destination() {
        return attributes.ip(NDA_DST);
    }

    /** {@return whether this host answers for the address; {@code NTF_PROXY}} */
    public boolean isProxy() {
        return (header.flags() & Ntf.NTF_PROXY) != 0;
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
