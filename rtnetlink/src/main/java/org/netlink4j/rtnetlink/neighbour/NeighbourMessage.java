package org.netlink4j.rtnetlink.neighbour;

import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_FLAGS_EXT;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_LLADDR;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_PROTOCOL;

import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageWriter;

/** What neighbours and forwarding entries have in common, for the kernel describes both with {@code RTM_NEWNEIGH}. */
public interface NeighbourMessage {
    /** {@return the fixed header} */
    NeighbourHeader header();

    /** {@return attributes of {@link Nda}} */
    Attributes attributes();

    /**
     * Writes what follows the message header, just as it was decoded.
     *
     * @param out a writer after the message header
     */
    default void write(MessageWriter out) {
        out.bytes(header().encode());
        attributes().writeTo(out.attributes());
    }

    /** {@return the index of the device; of a bridge's forwarding entry, that of the port} */
    default int index() {
        return header().index();
    }

    /** {@return the MAC address; {@code NDA_LLADDR}; empty if it is not known or has another length} */
    default Optional<MacAddress> address() {
        return attributes().mac(NDA_LLADDR);
    }

    /** {@return the state, bits of {@link Nud}} */
    default int state() {
        return header().state();
    }

    /** {@return the flags, bits of {@link Ntf}} */
    default int flags() {
        return header().flags();
    }

    /** {@return more flags, {@code NTF_EXT_*} of {@link Ntf}; {@code NDA_FLAGS_EXT}} */
    default int extendedFlags() {
        return attributes().integer(NDA_FLAGS_EXT).orElse(0);
    }

    /** {@return who made it, {@code RTPROT_*}; {@code NDA_PROTOCOL}, u8} */
    default OptionalInt protocol() {
        return attributes().integer(NDA_PROTOCOL);
    }
}
