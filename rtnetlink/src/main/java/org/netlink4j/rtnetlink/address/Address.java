package org.netlink4j.rtnetlink.address;

import static org.netlink4j.rtnetlink.address.Ifa.IFA_ADDRESS;
import static org.netlink4j.rtnetlink.address.Ifa.IFA_BROADCAST;
import static org.netlink4j.rtnetlink.address.Ifa.IFA_CACHEINFO;
import static org.netlink4j.rtnetlink.address.Ifa.IFA_FLAGS;
import static org.netlink4j.rtnetlink.address.Ifa.IFA_LABEL;
import static org.netlink4j.rtnetlink.address.Ifa.IFA_LOCAL;
import static org.netlink4j.rtnetlink.address.Ifa.IFA_PROTO;
import static org.netlink4j.rtnetlink.address.Ifa.IFA_RT_PRIORITY;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;

/**
 * An address of a device as the kernel describes it: {@code RTM_NEWADDR}. All that the kernel said is in {@link #attributes}. Equal
 * if all is equal but {@code IFA_CACHEINFO}, for lifetimes run down all the time.
 *
 * @param header the fixed header
 * @param attributes attributes of {@link Ifa}
 */
public record Address(AddressHeader header, Attributes attributes) {
    /** A lifetime that never ends: {@code INFINITY_LIFE_TIME}, u32. */
    public static final long FOREVER = 0xffff_ffffL;

    /**
     * What tells addresses apart.
     *
     * @param index index of the device
     * @param prefixLength length of the prefix in bits
     * @param local {@code IFA_LOCAL}
     * @param peer {@code IFA_ADDRESS}
     */
    public record Key(int index, int prefixLength, Optional<IpAddress> local, Optional<IpAddress> peer) {}

    /** Checks the table. */
    public Address {
        Objects.requireNonNull(header);
        AddressSpec.require(attributes);
    }

    /**
     * Decodes a message.
     *
     * @param message a reader at an {@code RTM_NEWADDR} or {@code RTM_DELADDR}
     * @return the address, which keeps nothing of the reader
     * @throws MalformedMessageException if a length does not fit, or a known attribute has the wrong width
     */
    public static Address decode(MessageReader message) throws MalformedMessageException {
        return new Address(
                AddressHeader.decode(message), Attributes.decode(Ifa.ATTRIBUTES, message.attributes(Ifa.IFADDRMSG.size())));
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

    /** {@return what tells it from other addresses of the namespace} */
    public Key key() {
        return new Key(header.index(), header.prefixLength(), attributes.ip(IFA_LOCAL), attributes.ip(IFA_ADDRESS));
    }

    /** {@return the index of the device} */
    public int index() {
        return header.index();
    }

    /** {@return the address of this end; {@code IFA_LOCAL}, or {@code IFA_ADDRESS} where there is none; empty for other families} */
    public Optional<IpAddress> local() {
        return attributes.ip(IFA_LOCAL).or(() -> attributes.ip(IFA_ADDRESS));
    }

    /** {@return the address of the other end; {@code IFA_ADDRESS}; empty if it is the same as that of this end} */
    public Optional<IpAddress> peer() {
        return attributes.ip(IFA_ADDRESS).filter(address -> !Optional.of(address).equals(local()));
    }

    /** {@return the length of the prefix in bits} */
    public int prefixLength() {
        return header.prefixLength();
    }

    /** {@return the broadcast address; {@code IFA_BROADCAST}; IPv4 only} */
    public Optional<IpAddress> broadcast() {
        return attributes.ip(IFA_BROADCAST);
    }

    /** {@return the scope; see {@link org.netlink4j.rtnetlink.RtScope}} */
    public int scope() {
        return header.scope();
    }

    /** {@return the flags, bits of {@link IfaF}; {@code IFA_FLAGS}, or those of the header of an old kernel} */
    public int flags() {
        return attributes.integer(IFA_FLAGS).orElse(header.flags());
    }

    /** {@return the name, which begins with that of the device; {@code IFA_LABEL}; IPv4 only} */
    public Optional<String> label() {
        return attributes.text(IFA_LABEL);
    }

    /** {@return the metric of the route to the prefix; {@code IFA_RT_PRIORITY}, the bits of a u32} */
    public OptionalInt metric() {
        return attributes.integer(IFA_RT_PRIORITY);
    }

    /** {@return who made it, {@code IFAPROT_*}; {@code IFA_PROTO}, u8} */
    public OptionalInt protocol() {
        return attributes.integer(IFA_PROTO);
    }

    /** {@return the seconds after which it will be gone, {@link #FOREVER} for never; {@code IFA_CACHEINFO}} */
    public OptionalLong validLifetime() {
        return attributes.field(IFA_CACHEINFO, "ifa_valid");
    }

    /** {@return the seconds after which no new connections use it, {@link #FOREVER} for never; {@code IFA_CACHEINFO}} */
    public OptionalLong preferredLifetime() {
        return attributes.field(IFA_CACHEINFO, "ifa_prefered");
    }

    private Attributes lasting() {
        return attributes.without(IFA_CACHEINFO);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address that && header.equals(that.header) && lasting().equals(that.lasting());
    }

    @Override
    public int hashCode() {
        return Objects.hash(header, lasting());
    }
}
