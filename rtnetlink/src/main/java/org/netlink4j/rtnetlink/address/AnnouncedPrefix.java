package org.netlink4j.rtnetlink.address;

import static org.netlink4j.rtnetlink.address.PrefixAttribute.PREFIX_ADDRESS;
import static org.netlink4j.rtnetlink.address.PrefixAttribute.PREFIX_CACHEINFO;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.IpPrefix;

/**
 * A prefix that a router announced: {@code RTM_NEWPREFIX}, which the kernel tells to {@code RTNLGRP_IPV6_PREFIX}.
 *
 * @param header the fixed header, {@link PrefixAttribute#PREFIXMSG}
 * @param attributes attributes of {@link PrefixAttribute}
 */
public record AnnouncedPrefix(Header header, Attributes attributes) {
    /** The bits of the option itself, RFC 4861, as newer kernels give them; and those that older ones make of them. */
    private static final int ON_LINK = 0x80 | 0x01;

    private static final int AUTONOMOUS = 0x40 | 0x02;

    /**
     * The fixed header.
     *
     * @param family address family, u8
     * @param index index of the device, s32
     * @param type type of the option of neighbour discovery, u8: 3
     * @param length length of the prefix in bits, u8
     * @param flags u8: those of the option, 0x80 and 0x40, or in older kernels 0x01 and 0x02; see {@link AnnouncedPrefix#isOnLink}
     *     and {@link AnnouncedPrefix#isAutonomous}
     */
    public record Header(int family, int index, int type, int length, int flags) {
        /** Checks the ranges. */
        public Header {
            if ((family | type | length | flags) >>> 8 != 0) {
                throw new IllegalArgumentException("a field has more bits than the message has for it");
            }
        }
    }

    /** Checks the table. */
    public AnnouncedPrefix {
        Objects.requireNonNull(header);
        if (Objects.requireNonNull(attributes).set() != PrefixAttribute.ATTRIBUTES) {
            throw new IllegalArgumentException("not attributes of a prefix: " + attributes);
        }
    }

    /**
     * Decodes a message.
     *
     * @param message a reader at an {@code RTM_NEWPREFIX}
     * @return the prefix, which keeps nothing of the reader
     * @throws MalformedMessageException if a length does not fit, or a known attribute has the wrong width
     */
    public static AnnouncedPrefix decode(MessageReader message) throws MalformedMessageException {
        return new AnnouncedPrefix(
                new Header(message.u8(0), message.u32(4), message.u8(8), message.u8(9), message.u8(10)),
                Attributes.decode(PrefixAttribute.ATTRIBUTES, message.attributes(PrefixAttribute.PREFIXMSG.size())));
    }

    /**
     * Writes what follows the message header.
     *
     * @param out a writer after the message header
     */
    public void write(MessageWriter out) {
        out.u8(header.family).zeros(3).u32(header.index).u8(header.type).u8(header.length).u8(header.flags).u8(0);
        attributes.writeTo(out.attributes());
    }

    /** {@return the prefix; {@code PREFIX_ADDRESS}; empty if the message makes no sense} */
    public Optional<IpPrefix> prefix() {
        return attributes.ipv6(PREFIX_ADDRESS)
                .filter(address -> header.length <= IpPrefix.of(address).length())
                .map(address -> new IpPrefix(address, header.length));
    }

    /** {@return whether addresses of it are on the link} */
    public boolean isOnLink() {
        return (header.flags & ON_LINK) != 0;
    }

    /** {@return whether hosts make themselves addresses of it} */
    public boolean isAutonomous() {
        return (header.flags & AUTONOMOUS) != 0;
    }

    /** {@return for how many seconds addresses of it are preferred; 2^32 - 1 for ever; empty if the message does not say} */
    public OptionalLong preferredLifetime() {
        return attributes.field(PREFIX_CACHEINFO, "preferred_time");
    }

    /** {@return for how many seconds it is valid; 2^32 - 1 for ever; empty if the message does not say} */
    public OptionalLong validLifetime() {
        return attributes.field(PREFIX_CACHEINFO, "valid_time");
    }
}
