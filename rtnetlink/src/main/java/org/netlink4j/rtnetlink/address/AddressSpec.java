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
import java.util.function.UnaryOperator;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.IpPrefix;

/**
 * What somebody wants of an address, to be handed to {@link Addresses}. Attributes are sent in the order in which they were set.
 *
 * @param header the fixed header
 * @param attributes attributes of {@link Ifa}
 */
public record AddressSpec(AddressHeader header, Attributes attributes) implements MessageBody {
    /** Checks the table. */
    public AddressSpec {
        Objects.requireNonNull(header);
        require(attributes);
    }

    static void require(Attributes attributes) {
        if (attributes.set() != Ifa.ATTRIBUTES) {
            throw new IllegalArgumentException("not attributes of an address: " + attributes);
        }
    }

    /**
     * An address of a device; {@code IFA_LOCAL} and {@code IFA_ADDRESS}.
     *
     * @param index index of the device
     * @param address the address and how many of its bits are the prefix
     * @return the spec
     */
    public static AddressSpec of(int index, IpPrefix address) {
        return new AddressSpec(
                new AddressHeader(address.family(), address.length(), 0, 0, index),
                Attributes.none(Ifa.ATTRIBUTES).with(IFA_LOCAL, address.address()).with(IFA_ADDRESS, address.address()));
    }

    /**
     * Sets the address of the other end; {@code IFA_ADDRESS}.
     *
     * @param peer the address of the same family, and how many of its bits are the prefix
     * @return the spec with it
     */
    public AddressSpec peer(IpPrefix peer) {
        if (peer.family() != header.family()) {
            throw new IllegalArgumentException("another family than that of the address: " + peer);
        }
        return new AddressSpec(
                new AddressHeader(header.family(), peer.length(), header.flags(), header.scope(), header.index()),
                attributes.with(IFA_ADDRESS, peer.address()));
    }

    /**
     * Sets the broadcast address; {@code IFA_BROADCAST}; IPv4 only.
     *
     * @param address the address
     * @return the spec with it
     */
    public AddressSpec broadcast(IpAddress address) {
        return new AddressSpec(header, attributes.with(IFA_BROADCAST, address));
    }

    /**
     * Sets the scope.
     *
     * @param scope {@link org.netlink4j.rtnetlink.RtScope}, u8
     * @return the spec with it
     */
    public AddressSpec scope(int scope) {
        return new AddressSpec(
                new AddressHeader(header.family(), header.prefixLength(), header.flags(), scope, header.index()), attributes);
    }

    /**
     * Sets the flags; {@code IFA_FLAGS} if they do not fit into the header.
     *
     * @param flags bits of {@link IfaF}
     * @return the spec with them
     */
    public AddressSpec flags(int flags) {
        boolean fits = flags >>> Byte.SIZE == 0;
        return new AddressSpec(
                new AddressHeader(header.family(), header.prefixLength(), fits ? flags : 0, header.scope(), header.index()),
                fits ? attributes.without(IFA_FLAGS) : attributes.with(IFA_FLAGS, Integer.toUnsignedLong(flags)));
    }

    /**
     * Sets the name; {@code IFA_LABEL}; IPv4 only.
     *
     * @param label at most 15 bytes, of which the first are the name of the device
     * @return the spec with it
     */
    public AddressSpec label(String label) {
        return new AddressSpec(header, attributes.with(IFA_LABEL, label));
    }

    /**
     * Sets the metric of the route to the prefix; {@code IFA_RT_PRIORITY}.
     *
     * @param metric u32
     * @return the spec with it
     */
    public AddressSpec metric(long metric) {
        return new AddressSpec(header, attributes.with(IFA_RT_PRIORITY, metric));
    }

    /**
     * Says who made it; {@code IFA_PROTO}; since Linux 5.18.
     *
     * @param protocol {@code IFAPROT_*}, u8; those below 16 are the kernel's
     * @return the spec with it
     */
    public AddressSpec protocol(int protocol) {
        return new AddressSpec(header, attributes.with(IFA_PROTO, protocol));
    }

    /**
     * Sets the lifetimes; {@code IFA_CACHEINFO}.
     *
     * @param valid u32: seconds after which it will be gone, not 0; {@link Address#FOREVER} for never
     * @param preferred u32: seconds after which no new connections use it, at most as many
     * @return the spec with them
     */
    public AddressSpec lifetimes(long valid, long preferred) {
        return new AddressSpec(header, attributes.withStruct(IFA_CACHEINFO, preferred, valid, 0, 0));
    }

    /**
     * Sets anything else.
     *
     * @param change makes attributes of {@link Ifa} out of those that are set
     * @return the spec with what that returned
     */
    public AddressSpec with(UnaryOperator<Attributes> change) {
        return new AddressSpec(header, change.apply(attributes));
    }

    @Override
    public void write(MessageWriter out) {
        out.bytes(header.encode());
        attributes.writeTo(out.attributes());
    }
}
