package org.netlink4j.rtnetlink.dcb;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.netlink4j.core.schema.Attributes;

/** The arrays of eight in the structures: one element a priority, a traffic class or a buffer. */
final class Lanes {
    static final int COUNT = 8;

    private Lanes() {}

    /** Refuses another number of elements than eight. */
    static <T> List<T> checked(List<T> lanes) {
        if (lanes.size() != COUNT) {
            throw new IllegalArgumentException(COUNT + " elements wanted, not " + lanes.size());
        }
        return List.copyOf(lanes);
    }

    /** An array of u8; what a shorter structure does not have is 0. */
    static List<Integer> bytes(Attributes ieee, int number, String field) {
        return numbers(ieee, number, field).stream().map(Long::intValue).toList();
    }

    static List<Long> numbers(Attributes ieee, int number, String field) {
        return IntStream.range(0, COUNT).mapToObj(i -> value(ieee, number, field + "[" + i + "]")).toList();
    }

    static long value(Attributes ieee, int number, String field) {
        OptionalLong value = ieee.field(number, field);
        return value.orElse(0);
    }

    /** The payloads of all attributes that the table knows, of whatever number, in order. */
    static List<byte[]> inOrder(Attributes table) {
        Map<Integer, Iterator<byte[]>> byNumber = new HashMap<>();
        return table.numbers().stream()
                .filter(number -> table.set().find(number).isPresent())
                .map(number -> byNumber.computeIfAbsent(number, known -> table.payloads(known).iterator()).next())
                .toList();
    }

    /** A lane of zeros. */
    static List<Integer> zeros() {
        return IntStream.range(0, COUNT).mapToObj(_ -> 0).toList();
    }

    /** All elements behind one another. */
    @SafeVarargs
    static LongStream concat(List<? extends Number>... arrays) {
        LongStream.Builder all = LongStream.builder();
        for (List<? extends Number> array : arrays) {
            array.forEach(element -> all.add(element.longValue()));
        }
        return all.build();
    }
}
