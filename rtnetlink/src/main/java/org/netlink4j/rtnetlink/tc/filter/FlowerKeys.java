package org.netlink4j.rtnetlink.tc.filter;

import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.netlink4j.core.schema.AttributeSpec;

/** Which attribute of flower is the mask of which: the names tell. */
final class FlowerKeys {
    private static final String MASK = "_MASK";

    private static final Map<Integer, Integer> MASKS = TcaFlower.ATTRIBUTES.specs().stream()
            .flatMap(value -> TcaFlower.ATTRIBUTES.specs().stream().filter(mask -> mask.name().equals(value.name() + MASK))
                    .map(mask -> Map.entry(value.number(), mask.number())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private FlowerKeys() {}

    /** The number of the mask of a key; empty if it has none. */
    static OptionalInt mask(int key) {
        Integer mask = MASKS.get(key);
        return mask == null ? OptionalInt.empty() : OptionalInt.of(mask);
    }

    /** The number of the mask of a key that the caller takes for one with a mask. */
    static int requireMask(int key) {
        return mask(key).orElseThrow(() -> new IllegalArgumentException(
                TcaFlower.ATTRIBUTES.find(key).map(AttributeSpec::name).orElse(Integer.toString(key)) + " has no mask"));
    }
}
