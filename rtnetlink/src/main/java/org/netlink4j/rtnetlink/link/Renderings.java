package org.netlink4j.rtnetlink.link;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.EtherType;
import org.netlink4j.rtnetlink.json.Numbers;

/** How {@code ip -json} shows values that are not plain numbers, for the tables. */
final class Renderings {
    private static final HexFormat OCTETS = HexFormat.ofDelimiter(":");

    /** The bytes of the priority in {@code struct ifla_bridge_id}. */
    private static final int PRIORITY = 2;

    private Renderings() {}

    /** A number as C writes it with {@code %#x}, left out if it is zero. */
    static Optional<String> nonZeroHex(Attributes among, int number) {
        return Numbers.nonZero(among, number).map(value -> "0x" + Long.toHexString(value));
    }

    /** A number as C writes it with {@code 0x} and a fixed count of digits. */
    static String paddedHex(long value, int digits) {
        return "0x" + HexFormat.of().toHexDigits(value, digits);
    }

    /** The words of the bits that are set, in order of the bits; unknown ones follow in hexadecimal. */
    static List<String> bits(long value, List<String> words) {
        List<String> set = new ArrayList<>();
        for (int bit = 0; bit < words.size(); bit++) {
            if ((value >>> bit & 1) != 0) {
                set.add(words.get(bit));
            }
        }
        long unknown = value >>> words.size() << words.size();
        if (unknown != 0) {
            set.add(Long.toHexString(unknown));
        }
        return set;
    }

    /** A text for a number, which is shown itself if there is none. */
    static Map<Long, String> words(String... inOrder) {
        return IntStream.range(0, inOrder.length).boxed().collect(Collectors.toMap(Integer::longValue, i -> inOrder[i]));
    }

    /** An IP address that is left out if it is none. */
    static Optional<String> address(Attributes among, int number) {
        return among.ip(number).filter(address -> !address.isUnspecified()).map(IpAddress::toString);
    }

    /** The end of a tunnel. */
    static Optional<String> endpoint(Attributes among, int number) {
        return among.ip(number).map(address -> address.isUnspecified() ? "any" : address.toString());
    }

    /** A number in network order that is shown like an IPv4 address. */
    static Optional<String> dotted(Attributes among, int number) {
        return among.integer(number).stream().mapToObj(value -> new Ipv4Address(value).toString()).findFirst();
    }

    /** What a frame carries. */
    static Optional<String> etherType(Attributes among, int number) {
        return among.integer(number).stream().mapToObj(value -> new EtherType(value).toString()).findFirst();
    }

    /** Seconds out of hundredths. */
    static Optional<BigDecimal> hundredths(Attributes among, int number) {
        return Numbers.number(among, number).map(value -> BigDecimal.valueOf(value, 2));
    }

    /** Another device. */
    static Optional<LinkIndex> index(Attributes among, int number) {
        return Numbers.number(among, number).map(value -> new LinkIndex(value.intValue()));
    }

    /** Another device, left out if there is none. */
    static Optional<LinkIndex> someIndex(Attributes among, int number) {
        return index(among, number).filter(index -> index.value() != 0);
    }

    /** {@code struct ifla_bridge_id}: the octets of the address are without leading zeros. */
    static Optional<String> bridgeId(Attributes among, int number) {
        return among.payload(number).filter(id -> id.length > PRIORITY).map(id -> {
            StringJoiner address = new StringJoiner(":");
            for (int i = PRIORITY; i < id.length; i++) {
                address.add(Integer.toHexString(id[i] & 0xff));
            }
            return HexFormat.of().formatHex(id, 0, PRIORITY) + "." + address;
        });
    }

    /** A range of ports: {@code struct ifla_vxlan_port_range}. */
    static Optional<Map<String, Long>> portRange(Attributes among, int number) {
        OptionalLong low = among.field(number, "low");
        OptionalLong high = among.field(number, "high");
        return low.isPresent() && high.isPresent()
                ? Optional.of(new TreeMap<>(Map.of("low", low.getAsLong(), "high", high.getAsLong())))
                : Optional.empty();
    }

    static String octets(byte[] octets) {
        return OCTETS.formatHex(octets);
    }
}
