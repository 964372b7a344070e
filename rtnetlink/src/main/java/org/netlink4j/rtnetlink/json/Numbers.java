package org.netlink4j.rtnetlink.json;

import java.util.Optional;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/** How {@code ip -json} and {@code tc -json} show attributes that are numbers, for the tables. */
public final class Numbers {
    private Numbers() {}

    /**
     * A number as it is.
     *
     * @param among where the attribute is
     * @param number the attribute's number
     * @return the number; empty if it is not there
     */
    public static Optional<Long> number(Attributes among, int number) {
        OptionalLong value = among.number(number);
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }

    /**
     * A truth value.
     *
     * @param among where the attribute is
     * @param number the attribute's number
     * @return whether the number is not zero; empty if it is not there
     */
    public static Optional<Boolean> truth(Attributes among, int number) {
        return number(among, number).map(value -> value != 0);
    }

    /**
     * A truth value that is left out if it is false.
     *
     * @param among where the attribute is
     * @param number the attribute's number
     * @return true, or empty
     */
    public static Optional<Boolean> onlyTrue(Attributes among, int number) {
        return truth(among, number).filter(value -> value);
    }

    /**
     * A number that is left out if it is zero.
     *
     * @param among where the attribute is
     * @param number the attribute's number
     * @return the number; empty if it is zero or not there
     */
    public static Optional<Long> nonZero(Attributes among, int number) {
        return number(among, number).filter(value -> value != 0);
    }

    /**
     * A number as C writes it with {@code %#x}.
     *
     * @param among where the attribute is
     * @param number the attribute's number
     * @return the number in hexadecimal; empty if it is not there
     */
    public static Optional<String> hex(Attributes among, int number) {
        return number(among, number).map(value -> (value == 0 ? "" : "0x") + Long.toHexString(value));
    }
}
