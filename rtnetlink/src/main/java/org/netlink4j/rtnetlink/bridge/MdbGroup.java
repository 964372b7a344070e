package org.netlink4j.rtnetlink.bridge;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.MacAddress;
import org.netlink4j.rtnetlink.EtherType;

/**
 * A multicast group: the union of addresses in {@code struct br_mdb_entry} and what says which of them it is.
 *
 * @param protocol EtherType: 0x0800 for an IPv4 address, 0x86dd for an IPv6 address, 0 for a MAC address; u16
 * @param high the first eight octets of the address
 * @param low the last eight octets of the address; 0 if it is shorter
 */
public record MdbGroup(int protocol, long high, long low) {
    private static final int ROOM = 16;

    /** No group, where all are meant. */
    static final MdbGroup NONE = new MdbGroup(0, 0, 0);

    /** Checks the range. */
    public MdbGroup {
        if (protocol >>> 16 != 0) {
            throw new IllegalArgumentException("an EtherType has 16 bits: " + protocol);
        }
    }

    private static MdbGroup of(int protocol, byte[] octets) {
        ByteBuffer union = ByteBuffer.allocate(ROOM).put(0, octets);
        return new MdbGroup(protocol, union.getLong(0), union.getLong(Long.BYTES));
    }

    /**
     * A group of IP.
     *
     * @param address its address
     * @return the group
     */
    public static MdbGroup of(IpAddress address) {
        return of((address instanceof Ipv4Address ? EtherType.IPV4 : EtherType.IPV6).value(), address.octets());
    }

    /**
     * A group of Ethernet, for what is not IP.
     *
     * @param address its address
     * @return the group
     */
    public static MdbGroup of(MacAddress address) {
        return of(0, address.octets());
    }

    /**
     * Parses an address of any of the three kinds.
     *
     * @param text for example {@code "239.1.1.1"}, {@code "ff15::1"} or {@code "01:00:5e:00:00:01"}
     * @return the group
     */
    public static MdbGroup parse(String text) {
        return text.matches("\\p{XDigit}{2}(:\\p{XDigit}{2}){5}") ? of(MacAddress.parse(text)) : of(IpAddress.parse(text));
    }

    private byte[] octets(int length) {
        byte[] octets = new byte[length];
        ByteBuffer.allocate(ROOM).putLong(0, high).putLong(Long.BYTES, low).get(0, octets);
        return octets;
    }

    /** {@return the address of a group of IP; empty for others} */
    public Optional<IpAddress> ip() {
        if (protocol == EtherType.IPV4.value()) {
            return Optional.of(IpAddress.of(octets(Ipv4Address.LENGTH)));
        }
        return protocol == EtherType.IPV6.value() ? Optional.of(IpAddress.of(octets(Ipv6Address.LENGTH))) : Optional.empty();
    }

    /** {@return the address of a group of Ethernet; empty for groups of IP} */
    public Optional<MacAddress> mac() {
        return ip().isPresent() ? Optional.empty() : Optional.of(MacAddress.of(octets(MacAddress.LENGTH)));
    }

    /** {@return the address; after an unknown EtherType that as well, for example {@code "mpls_mc 01:00:5e:00:00:01"}} */
    @Override
    public String toString() {
        String address = ip().map(Object::toString).or(() -> mac().map(Object::toString)).orElseThrow();
        return ip().isPresent() || protocol == 0 ? address : new EtherType(protocol) + " " + address;
    }
}
