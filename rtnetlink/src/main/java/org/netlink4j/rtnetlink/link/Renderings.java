package org.netlink4j.rtnetlink.link;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringJoiner;
import org.netlink4j.core.schema.Attributes;

/** How {@code ip -json} shows values that are not plain numbers, for the tables. */
final class Renderings {
    private static final HexFormat OCTETS = HexFormat.ofDelimiter(":");

    /** The bytes of the priority in {@code struct ifla_bridge_id}. */
    private static final int PRIORITY = 2;

    private Renderings() {}

    private static Optional<Long> number(Attributes among, int number) {
        OptionalLong value = among.number(number);
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }

    /** A truth value. */
    static Optional<Boolean> truth(Attributes among, int number) {
        return number(among, number).map(value -> value != 0);
    }

    /** A truth value that is left out if it is false. */
    static Optional<Boolean> onlyTrue(Attributes among, int number) {
        return truth(among, number).filter(value -> value);
    }

    /** A number that is left out if it is zero. */
    static Optional<Long> nonZero(Attributes among, int number) {
        return number(among, number).filter(value -> value != 0);
    }

    /** A number as C writes it with {@code %#x}. */
    static Optional<String> hex(Attributes among, int number) {
        return number(among, number).map(value -> (value == 0 ? "" : "0x") + Long.toHexString(value));
    }

    /** Seconds out of hundredths. */
    static Optional<BigDecimal> hundredths(Attributes among, int number) {
        return number(among, number).map(value -> BigDecimal.valueOf(value, 2));
    }

    /** Another device. */
    static Optional<LinkIndex> index(Attributes among, int number) {
        return number(among, number).map(value -> new LinkIndex(value.intValue()));
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

    static String address(byte[] octets) {
        return OCTETS.formatHex(octets);
    }
}
