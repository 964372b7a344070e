package org.netlink4j.rtnetlink.nsid;

import static org.netlink4j.rtnetlink.nsid.Netnsa.NETNSA_CURRENT_NSID;
import static org.netlink4j.rtnetlink.nsid.Netnsa.NETNSA_NSID;

import java.util.Objects;
import java.util.OptionalInt;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;

/**
 * The id that one network namespace has for another: {@code RTM_NEWNSID}.
 *
 * @param attributes attributes of {@link Netnsa}
 */
public record NamespaceId(Attributes attributes) implements MessageBody {
    private static final int HEADER = 4;

    /** The kernel's word for no id, or any. */
    static final int NONE = -1;

    /** Checks the table. */
    public NamespaceId {
        if (Objects.requireNonNull(attributes).set() != Netnsa.ATTRIBUTES) {
            throw new IllegalArgumentException("not attributes of a namespace's id: " + attributes);
        }
    }

    /**
     * Decodes a message.
     *
     * @param message a reader at an {@code RTM_NEWNSID} or {@code RTM_DELNSID}
     * @return the id, which keeps nothing of the reader
     * @throws MalformedMessageException if a length does not fit, or a known attribute has the wrong width
     */
    public static NamespaceId decode(MessageReader message) throws MalformedMessageException {
        return new NamespaceId(Attributes.decode(Netnsa.ATTRIBUTES, message.attributes(Netnsa.RTGENMSG.size())));
    }

    /** {@return the id, from 0 on; {@code NETNSA_NSID}; empty if there is none} */
    public OptionalInt id() {
        return number(NETNSA_NSID);
    }

    /**
     * The id that this namespace has for the same one, if the other one was asked.
     *
     * @return the id, from 0 on; {@code NETNSA_CURRENT_NSID}; empty if it has none, or was asked itself
     */
    public OptionalInt here() {
        return number(NETNSA_CURRENT_NSID);
    }

    private OptionalInt number(int attribute) {
        OptionalInt number = attributes.integer(attribute);
        return number.isPresent() && number.getAsInt() != NONE ? number : OptionalInt.empty();
    }

    @Override
    public void write(MessageWriter out) {
        out.zeros(HEADER);
        attributes.writeTo(out.attributes());
    }
}
