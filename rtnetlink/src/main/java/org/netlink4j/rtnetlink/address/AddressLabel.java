package org.netlink4j.rtnetlink.address;

import static org.netlink4j.rtnetlink.address.Ifal.IFAL_ADDRESS;
import static org.netlink4j.rtnetlink.address.Ifal.IFAL_LABEL;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.IpPrefix;

/**
 * The label of a prefix: {@code RTM_NEWADDRLABEL}. A source address with the label of the destination is preferred (RFC 6724). Both
 * as the kernel describes it and as somebody wants it.
 *
 * @param family address family, u8; the kernel has labels for IPv6 only
 * @param length length of the prefix in bits, u8
 * @param device index of the device for which it holds, u32; 0 for all
 * @param sequence counts the changes of the list, u32; only in answers
 * @param attributes attributes of {@link Ifal}
 */
public record AddressLabel(int family, int length, int device, int sequence, Attributes attributes) implements MessageBody {
    /** Checks the ranges and the table. */
    public AddressLabel {
        if ((family | length) >>> 8 != 0) {
            throw new IllegalArgumentException("8 bits each have family " + family + " and length " + length + " of the prefix");
        }
        if (Objects.requireNonNull(attributes).set() != Ifal.ATTRIBUTES) {
            throw new IllegalArgumentException("not attributes of a label: " + attributes);
        }
    }

    /**
     * Names a prefix, to get or to delete its label.
     *
     * @param prefix the prefix
     * @return it, for all devices
     */
    public static AddressLabel of(IpPrefix prefix) {
        return new AddressLabel(
                prefix.family(), prefix.length(), 0, 0, Attributes.none(Ifal.ATTRIBUTES).with(IFAL_ADDRESS, prefix.address()));
    }

    /**
     * Sets the label.
     *
     * @param label u32, but not 2^32 - 1
     * @return the prefix with it
     */
    public AddressLabel label(long label) {
        return new AddressLabel(family, length, device, sequence, attributes.with(IFAL_LABEL, label));
    }

    /**
     * Sets the device for which it holds.
     *
     * @param index index of the device; 0 for all
     * @return the label for it
     */
    public AddressLabel device(int index) {
        return new AddressLabel(family, length, index, sequence, attributes);
    }

    /**
     * Decodes a message.
     *
     * @param message a reader at an {@code RTM_NEWADDRLABEL} or {@code RTM_DELADDRLABEL}
     * @return the label, which keeps nothing of the reader
     * @throws MalformedMessageException if a length does not fit, or a known attribute has the wrong width
     */
    public static AddressLabel decode(MessageReader message) throws MalformedMessageException {
        return new AddressLabel(
                message.u8(0),
                message.u8(2),
                message.u32(4),
                message.u32(8),
                Attributes.decode(Ifal.ATTRIBUTES, message.attributes(Ifal.IFADDRLBLMSG.size())));
    }

    /** {@return the prefix; {@code IFAL_ADDRESS}; empty if the message makes no sense} */
    public Optional<IpPrefix> prefix() {
        return attributes.ip(IFAL_ADDRESS).filter(this::fits).map(address -> new IpPrefix(address, length));
    }

    private boolean fits(IpAddress address) {
        return length <= IpPrefix.of(address).length();
    }

    /** {@return the label, u32; {@code IFAL_LABEL}; empty if the message does not say} */
    public OptionalLong label() {
        return attributes.number(IFAL_LABEL);
    }

    /** {@return the index of the device for which it holds; empty for all} */
    public OptionalInt onlyDevice() {
        return device == 0 ? OptionalInt.empty() : OptionalInt.of(device);
    }

    @Override
    public void write(MessageWriter out) {
        out.u8(family).u8(0).u8(length).u8(0).u32(device).u32(sequence);
        attributes.writeTo(out.attributes());
    }
}
