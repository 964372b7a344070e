package org.netlink4j.rtnetlink;

import java.util.Objects;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.Ipv6Address;

/**
 * An IP address and how many of its leading bits count. The other bits are kept as they are.
 *
 * @param address the address
 * @param length 0 to 32 for IPv4, 0 to 128 for IPv6
 */
public record IpPrefix(IpAddress address, int length) {
    /** Checks the length. */
    public IpPrefix {
        if (length < 0 || length > bits(Objects.requireNonNull(address))) {
            throw new IllegalArgumentException("a prefix of " + address + " has at most " + bits(address) + " bits: " + length);
        }
    }

    /**
     * A whole address.
     *
     * @param address the address
     * @return the prefix of full length
     */
    public static IpPrefix of(IpAddress address) {
        return new IpPrefix(address, bits(address));
    }

    /**
     * Parses the usual notation.
     *
     * @param text for example {@code "192.0.2.0/24"}; without a slash all bits count
     * @return the prefix
     */
    public static IpPrefix parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? of(IpAddress.parse(text))
                : new IpPrefix(IpAddress.parse(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    private static int bits(IpAddress address) {
        return switch (address) {
            case Ipv4Address _ -> Ipv4Address.LENGTH * Byte.SIZE;
            case Ipv6Address _ -> Ipv6Address.LENGTH * Byte.SIZE;
        };
    }

    /** {@return the address family; see {@link IpFamily}} */
    public int family() {
        return IpFamily.of(address);
    }

    /** {@return whether all bits of the address count} */
    public boolean isHost() {
        return length == bits(address);
    }

    /** {@return the usual notation, for example {@code "192.0.2.0/24"}; an address of which all bits count stands alone} */
    @Override
    public String toString() {
        return isHost() ? address.toString() : address + "/" + length;
    }
}
