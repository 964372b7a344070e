package org.netlink4j.core.schema;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.AttributeReader;

/** Walks attributes and checks what the table says of them: widths of numbers, and that nests are attributes in turn. */
final class Validation {
    private Validation() {}

    /** Checks from where the reader stands to the end of its level, and leaves it there. */
    static void check(AttributeSet set, AttributeReader reader) throws MalformedMessageException {
        long from = reader.nextOffset();
        Map<AttributeSpec, AttributeSpec> selections = Map.of(); // once a level: searching for every nest takes quadratic time
        while (reader.next()) {
            AttributeSpec spec = set.lookup(reader.type());
            if (spec == null) {
                continue;
            }
            if (spec.type() == AttributeType.SELECTED) {
                if (!selections.containsKey(spec)) {
                    selections = new HashMap<>(selections);
                    selections.put(spec, selected(set, spec, reader, from));
                }
                spec = selections.get(spec);
            }
            requireWidth(spec, reader);
            if (spec.type().isNest()) {
                checkNest(spec.nest(), spec.headerSize(), reader);
            }
        }
    }

    private static void requireWidth(AttributeSpec spec, AttributeReader reader) throws MalformedMessageException {
        if (!spec.type().fits(reader.length())) {
            throw new MalformedMessageException(
                    spec.name() + " at offset " + (reader.offset() - 4) + " has " + reader.length() + " bytes, not what a "
                            + spec.type() + " has");
        }
    }

    private static void checkNest(AttributeSet set, int header, AttributeReader reader) throws MalformedMessageException {
        if (set == AttributeSet.UNKNOWN) {
            return; // bytes, as far as we know
        }
        reader.enter(header);
        check(set, reader);
        reader.leave();
    }

    /** What a sibling selects, which may stand anywhere at the same level. */
    static AttributeSpec selected(AttributeSet set, AttributeSpec spec, AttributeReader reader, long from)
            throws MalformedMessageException {
        AttributeReader siblings = new AttributeReader().over(reader.memory(), from, reader.endOffset());
        while (siblings.next()) {
            if (siblings.type() == spec.selector()) {
                return spec.selected(Optional.of(text(set.require(spec.selector()), siblings)));
            }
        }
        return spec.selected(Optional.empty());
    }

    private static String text(AttributeSpec selector, AttributeReader reader) throws MalformedMessageException {
        if (selector.type() == AttributeType.STRING) {
            return reader.string();
        }
        requireWidth(selector, reader);
        byte[] value = reader.bytes();
        return Long.toString(Scalars.get(selector, value, 0, value.length));
    }
}
