package org.netlink4j.rtnetlink.netconf;

import static org.netlink4j.rtnetlink.netconf.Netconfa.NETCONFA_FORWARDING;
import static org.netlink4j.rtnetlink.netconf.Netconfa.NETCONFA_IFINDEX;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;

/**
 * The settings of a family for one device, for all, or for new ones: {@code RTM_NEWNETCONF}.
 *
 * @param family address family, u8
 * @param attributes attributes of {@link Netconfa}
 */
public record Netconf(int family, Attributes attributes) implements MessageBody {
    private static final int HEADER = 4;

    /** Checks the range and the table. */
    public Netconf {
        if (family >>> 8 != 0) {
            throw new IllegalArgumentException("a family has 8 bits: " + family);
        }
        if (Objects.requireNonNull(attributes).set() != Netconfa.ATTRIBUTES) {
            throw new IllegalArgumentException("not attributes of settings: " + attributes);
        }
    }

    /**
     * Decodes a message.
     *
     * @param message a reader at an {@code RTM_NEWNETCONF} or {@code RTM_DELNETCONF}
     * @return the settings, which keep nothing of the reader
     * @throws MalformedMessageException if a length does not fit, or a known attribute has the wrong width
     */
    public static Netconf decode(MessageReader message) throws MalformedMessageException {
        return new Netconf(
                message.u8(0), Attributes.decode(Netconfa.ATTRIBUTES, message.attributes(Netconfa.NETCONFMSG.size())));
    }

    /** {@return the index of the device, or {@code NETCONFA_IFINDEX_ALL} or {@code NETCONFA_IFINDEX_DEFAULT}} */
    public OptionalInt index() {
        return attributes.integer(NETCONFA_IFINDEX);
    }

    /** {@return whether packets are forwarded; {@code NETCONFA_FORWARDING}; empty if the message does not say} */
    public Optional<Boolean> isForwarding() {
        return isOn(NETCONFA_FORWARDING);
    }

    /**
     * Whether a setting is on.
     *
     * @param number a {@code NETCONFA_*}
     * @return whether it is not 0; empty if the message does not say
     */
    public Optional<Boolean> isOn(int number) {
        OptionalInt value = attributes.integer(number);
        return value.isPresent() ? Optional.of(value.getAsInt() != 0) : Optional.empty();
    }

    @Override
    public void write(MessageWriter out) {
        out.u8(family).zeros(HEADER - 1);
        attributes.writeTo(out.attributes());
    }
}
