package org.netlink4j.rtnetlink.neighbour;

import static org.netlink4j.rtnetlink.neighbour.Nduseropt.NDUSEROPT_SRCADDR;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;

/**
 * An option of neighbour discovery that is not for the kernel, such as the DNS servers of RFC 8106: {@code RTM_NEWNDUSEROPT}, which the
 * kernel tells to {@code RTNLGRP_ND_USEROPT}.
 *
 * @param family address family, u8
 * @param index index of the device, s32
 * @param icmpType type of the message in which it came, u8: 134 is a router advertisement
 * @param icmpCode code of that message, u8
 * @param option the option as it came: type, length in units of 8 octets, and so on
 * @param attributes attributes of {@link Nduseropt}
 */
public record DiscoveryOption(int family, int index, int icmpType, int icmpCode, Octets option, Attributes attributes) {
    /** Checks the ranges and the table. */
    public DiscoveryOption {
        if ((family | icmpType | icmpCode) >>> 8 != 0 || option.length() >>> 16 != 0) {
            throw new IllegalArgumentException("a field has more bits than the message has for it");
        }
        if (Objects.requireNonNull(attributes).set() != Nduseropt.ATTRIBUTES) {
            throw new IllegalArgumentException("not attributes of an option: " + attributes);
        }
    }

    /**
     * Decodes a message.
     *
     * @param message a reader at an {@code RTM_NEWNDUSEROPT}
     * @return the option, which keeps nothing of the reader
     * @throws MalformedMessageException if a length does not fit, or a known attribute has the wrong width
     */
    public static DiscoveryOption decode(MessageReader message) throws MalformedMessageException {
        int header = Nduseropt.NDUSEROPTMSG.size();
        int length = message.u16(Nduseropt.LENGTH.offset());
        if (message.payloadLength() < header + length) {
            throw new MalformedMessageException("an option of " + length + " bytes in a message of " + message.length());
        }
        return new DiscoveryOption(
                message.u8(0),
                message.u32(4),
                message.u8(8),
                message.u8(9),
                Octets.of(Arrays.copyOfRange(message.payload(), header, header + length)),
                Attributes.decode(Nduseropt.ATTRIBUTES, message.attributes(header + length)));
    }

    /**
     * Writes what follows the message header.
     *
     * @param out a writer after the message header
     */
    public void write(MessageWriter out) {
        out.u8(family).u8(0).u16(option.length()).u32(index).u8(icmpType).u8(icmpCode).zeros(6).bytes(option.toArray());
        attributes.writeTo(out.attributes());
    }

    /** {@return the address of the router; {@code NDUSEROPT_SRCADDR}; empty if the message does not say} */
    public Optional<Ipv6Address> router() {
        return attributes.ipv6(NDUSEROPT_SRCADDR);
    }
}
