package org.netlink4j.core;

import java.net.InetAddress;

/** An IPv4 or IPv6 address as a value over primitives, so that large dumps need no array for it. */
public sealed interface IpAddress permits Ipv4Address, Ipv6Address {
    /**
     * Reads an address.
     *
     * @param octets 4 or 16, in network order
     * @return the address
     */
    static IpAddress of(byte[] octets) {
        return switch (octets.length) {
            case Ipv4Address.LENGTH -> Ipv4Address.of(octets);
            case Ipv6Address.LENGTH -> Ipv6Address.of(octets);
            default -> throw new IllegalArgumentException("an IP address has 4 or 16 octets, not " + octets.length);
        };
    }

    /**
     * Converts an address of the Java library.
     *
     * @param address the address; the scope of an IPv6 address is dropped
     * @return the address
     */
    static IpAddress of(InetAddress address) {
        return of(address.getAddress());
    }

    /**
     * Parses the usual notation; names are not looked up.
     *
     * @param text for example {@code "192.0.2.1"} or {@code "2001:db8::1"}
     * @return the address
     */
    static IpAddress parse(String text) {
        return text.indexOf(':') < 0 ? Ipv4Address.parse(text) : Ipv6Address.parse(text);
    }

    /** {@return the octets in network order, 4 or 16} */
    byte[] octets();

    /** {@return whether all bits are zero: no address, or any} */
    boolean isUnspecified();

    /** {@return whether it is the address of a group: 224.0.0.0/4 or ff00::/8} */
    boolean isMulticast();

    /** {@return the same address of the Java library, an IPv6 one without a scope} */
    InetAddress toInetAddress();
}
