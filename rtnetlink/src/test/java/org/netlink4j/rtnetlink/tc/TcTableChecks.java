package org.netlink4j.rtnetlink.tc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.testkit.HeaderConstants;

/** What is checked of all tables of traffic control. */
public final class TcTableChecks {
    private TcTableChecks() {}

    /** Sizes and offsets of structures, as the C compiler has them. */
    public static void structuresAgree(Collection<AttributeSet> tables, List<StructSpec> more, String... headers) {
        Map<String, Long> ours = new TreeMap<>();
        tables.stream()
                .flatMap(table -> table.specs().stream())
                .filter(spec -> spec.type() == AttributeType.STRUCT)
                .map(AttributeSpec::struct)
                .forEach(struct -> add(struct.orElseThrow(), ours));
        more.forEach(struct -> add(struct, ours));
        HeaderConstants.assertAgree(ours, headers);
    }

    private static void add(StructSpec struct, Map<String, Long> ours) {
        ours.put("sizeof(struct " + struct.name() + ")", (long) struct.size());
        for (StructSpec.Field field : struct.fields()) {
            ours.put("offsetof(struct " + struct.name() + ", " + field.name() + ")", (long) field.offset());
        }
    }

    /** The header of a newer kernel may have more, and then its number is to be named here. */
    public static void nothingIsMissing(Collection<AttributeSet> tables, Set<String> gaps, Map<String, Integer> other, String... headers) {
        Map<String, Integer> largest = new TreeMap<>();
        tables.stream().filter(table -> !table.specs().isEmpty()).forEach(table -> {
            List<Integer> numbers = table.specs().stream().map(AttributeSpec::number).sorted().toList();
            if (!gaps.contains(table.name())) {
                assertEquals(IntStream.rangeClosed(1, numbers.size()).boxed().toList(), numbers, table.name());
            }
            largest.put(table.name() + "_MAX", numbers.getLast());
        });
        largest.putAll(other);
        Map<String, Long> theirs = HeaderConstants.values(Arrays.asList(headers), largest.keySet());
        assertTrue(theirs.size() > 10, theirs::toString);
        theirs.forEach((name, number) -> assertTrue(number <= largest.get(name), () -> name + " is " + number));
    }
}
