package org.netlink4j.rtnetlink.tc.filter;

import java.util.Objects;
import java.util.Optional;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.rtnetlink.tc.Tca;
import org.netlink4j.rtnetlink.tc.TcHeader;

/**
 * A chain of filters as the kernel describes it: {@code RTM_NEWCHAIN}. Its point is the queueing discipline: whether of a clsact it is
 * for packets that come or that leave, the kernel does not say.
 *
 * @param header the fixed header
 * @param attributes attributes of {@link TcaFilter}
 */
public record Chain(TcHeader header, Attributes attributes) implements FilterObject {
    /** Checks the table. */
    public Chain {
        Objects.requireNonNull(header);
        FilterKindType.require(TcaFilter.ATTRIBUTES, attributes);
    }

    /**
     * Decodes a message.
     *
     * @param message a reader at an {@code RTM_NEWCHAIN} or {@code RTM_DELCHAIN}
     * @return the chain, which keeps nothing of the reader
     * @throws MalformedMessageException if a length does not fit, or a known attribute has the wrong width
     */
    public static Chain decode(MessageReader message) throws MalformedMessageException {
        return new Chain(
                TcHeader.decode(message), Attributes.decode(TcaFilter.ATTRIBUTES, message.attributes(Tca.TCMSG.size())));
    }

    /** {@return the template: all filters of the chain are of its kind and compare no more than it does; empty if there is none} */
    public Optional<FilterKind<?>> template() {
        return kindName().map(name -> FilterKindType.decode(name, this));
    }
}
