package org.netlink4j.rtnetlink.tc.qdisc;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.json.Numbers;

/** How {@code tc -json} shows values that are not plain numbers, for the tables. */
final class Shown {
    private static final long ALL = 0xffff_ffffL;

    /** What {@code printf("%g")} keeps. */
    private static final MathContext SIX_DIGITS = new MathContext(6);

    private static final double MICROSECONDS = 1_000_000;

    private Shown() {}

    // ---- attributes

    /** A truth value that is left out if it is true. */
    static Optional<Boolean> onlyFalse(Attributes among, int number) {
        return Numbers.truth(among, number).filter(value -> !value);
    }

    /** A u32 that is left out if all its bits are set. */
    static Optional<Long> notAll(Attributes among, int number) {
        return Numbers.number(among, number).filter(value -> value != ALL);
    }

    /** The numbers of attributes of the same number in a nest. */
    static List<Long> list(Attributes data, int nest, int element) {
        return data.nest(nest).map(inside -> numbers(inside, element)).orElse(List.of());
    }

    static List<Long> numbers(Attributes inside, int element) {
        List<Long> numbers = new ArrayList<>();
        for (byte[] payload : inside.payloads(element)) {
            numbers.add(Attributes.none(inside.set()).with(element, payload).number(element).orElseThrow());
        }
        return List.copyOf(numbers);
    }

    /** A nest of numbers that all have the same number of attribute. */
    static Attributes nest(AttributeSet set, int element, List<Long> values) {
        Attributes none = Attributes.none(set);
        Attributes nest = none;
        for (long value : values) {
            nest = nest.plus(element, none.with(element, value).payload(element).orElseThrow());
        }
        return nest;
    }

    // ---- structures

    /** Fields that are there, by their names, in this order. */
    static Map<String, Object> members(Attributes among, int number, String... fields) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String field : fields) {
            among.field(number, field).ifPresent(value -> members.put(name(field), value));
        }
        return members;
    }

    /** All fields that are there, by their names. */
    static Optional<Map<String, Object>> structure(Attributes among, int number) {
        StructSpec struct = among.spec(number).struct().orElseThrow();
        return Optional.of(members(among, number, struct.fields().stream().map(StructSpec.Field::name).toArray(String[]::new)));
    }

    /** Adds a field that is not zero. */
    static void nonZero(Map<String, Object> members, Attributes among, int number, String field) {
        nonZero(members, among, number, field, name(field));
    }

    /** Adds a field that is not zero under another name. */
    static void nonZero(Map<String, Object> members, Attributes among, int number, String field, String key) {
        among.field(number, field).stream().filter(value -> value != 0).forEach(value -> members.put(key, value));
    }

    /** Adds a field under another name. */
    static void put(Map<String, Object> members, Attributes among, int number, String field, String key) {
        among.field(number, field).ifPresent(value -> members.put(key, value));
    }

    /** Without the names of the structures in which it is. */
    private static String name(String field) {
        return field.substring(field.lastIndexOf('.') + 1);
    }

    /** The elements of an array in a structure that are there. */
    static List<Long> array(Attributes among, int number, String field, int count) {
        List<Long> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            among.field(number, Structs.element(field, i)).ifPresent(values::add);
        }
        return List.copyOf(values);
    }

    // ---- values

    /** The word for a bit. */
    static String onOff(long flags, int bit) {
        return (flags & bit) != 0 ? "on" : "off";
    }

    /** A number with as many digits as {@code tc} prints. */
    static BigDecimal significant(double value) {
        BigDecimal digits = new BigDecimal(value).round(SIX_DIGITS).stripTrailingZeros();
        return digits.scale() < 0 ? digits.setScale(0) : digits;
    }

    /** A fraction out of the 32 bits of the kernel. */
    static BigDecimal probability(long value) {
        return significant(value / (double) ALL);
    }

    /** Seconds. */
    static BigDecimal seconds(double microseconds) {
        return significant(microseconds / MICROSECONDS);
    }

    static double unsigned(long value) {
        return value >= 0 ? value : value + 0x1p64;
    }
}
