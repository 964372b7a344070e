package org.netlink4j.rtnetlink.neighbour;

import static org.netlink4j.rtnetlink.neighbour.Ndta.NDTA_CONFIG;
import static org.netlink4j.rtnetlink.neighbour.Ndta.NDTA_NAME;
import static org.netlink4j.rtnetlink.neighbour.Ndta.NDTA_PARMS;
import static org.netlink4j.rtnetlink.neighbour.Ndta.NDTPA_IFINDEX;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;

/**
 * A neighbour table, or the settings of one device in it: {@code RTM_NEWNEIGHTBL}. Both as the kernel describes them and as somebody
 * wants them.
 *
 * @param family address family, u8
 * @param attributes attributes of {@link Ndta}
 */
public record NeighbourTable(int family, Attributes attributes) implements MessageBody {
    /** Checks the range and the table. */
    public NeighbourTable {
        if (family >>> 8 != 0) {
            throw new IllegalArgumentException("a family has 8 bits: " + family);
        }
        if (Objects.requireNonNull(attributes).set() != Ndta.ATTRIBUTES) {
            throw new IllegalArgumentException("not attributes of a neighbour table: " + attributes);
        }
    }

    /**
     * What a request begins with.
     *
     * @param family {@code AF_INET} or {@code AF_INET6}; 0 for both in a list
     * @return nothing but that
     */
    public static NeighbourTable of(int family) {
        return new NeighbourTable(family, Attributes.none(Ndta.ATTRIBUTES));
    }

    /**
     * Decodes a message.
     *
     * @param message a reader at an {@code RTM_NEWNEIGHTBL}
     * @return the table, which keeps nothing of the reader
     * @throws MalformedMessageException if a length does not fit, or a known attribute has the wrong width
     */
    public static NeighbourTable decode(MessageReader message) throws MalformedMessageException {
        return new NeighbourTable(message.u8(0), Attributes.decode(Ndta.ATTRIBUTES, message.attributes(Ndta.NDTMSG.size())));
    }

    /** {@return the name of the table; {@code NDTA_NAME}; empty text if it is missing} */
    public String name() {
        return attributes.text(NDTA_NAME).orElse("");
    }

    /** {@return whether this is about the table itself, and not about one device; {@code NDTA_CONFIG}} */
    public boolean isWhole() {
        return attributes.has(NDTA_CONFIG);
    }

    /** {@return the index of the device; {@code NDTPA_IFINDEX}; empty in the settings that new devices begin with} */
    public OptionalInt index() {
        return parameters().integer(NDTPA_IFINDEX);
    }

    /** {@return the settings, attributes {@code NDTPA_*}; {@code NDTA_PARMS}; empty if there are none} */
    public Attributes parameters() {
        return attributes.nest(NDTA_PARMS).orElse(Attributes.none(Ndta.PARAMETERS));
    }

    /**
     * Sets what is to change of the table itself.
     *
     * @param change makes attributes of {@link Ndta} out of those that are set
     * @return the table with what that returned
     */
    public NeighbourTable with(UnaryOperator<Attributes> change) {
        return new NeighbourTable(family, change.apply(attributes));
    }

    /**
     * Sets settings.
     *
     * @param change makes attributes {@code NDTPA_*} out of those that are set
     * @return the table with what that returned
     */
    public NeighbourTable withParameters(UnaryOperator<Attributes> change) {
        return new NeighbourTable(family, attributes.with(NDTA_PARMS, change.apply(parameters())));
    }

    @Override
    public void write(MessageWriter out) {
        out.u8(family).zeros(Ndta.NDTMSG.size() - 1);
        attributes.writeTo(out.attributes());
    }
}
