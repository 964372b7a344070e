package org.netlink4j.core.schema;

import static org.netlink4j.core.wire.Nlmsg.NLA_HDRLEN;
import static org.netlink4j.core.wire.Nlmsg.NLA_TYPE_MASK;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Optional;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.AttributeReader;
import org.netlink4j.core.wire.Nlmsg;

/** Walks attributes and checks what the table says of them: widths of numbers, and that nests are attributes in turn. */
final class Validation {
    private static final ValueLayout.OfShort U16 = ValueLayout.JAVA_SHORT_UNALIGNED;
    private static final AttributeSpec[] NONE = {};

    private Validation() {}

    /** Checks from where the reader stands to the end of its level, and leaves it there. */
    static void check(AttributeSet set, AttributeReader reader) throws MalformedMessageException {
        long from = reader.nextOffset();
        AttributeSpec[] selections = NONE; // once a level: searching for every nest takes quadratic time
        while (reader.next()) {
            AttributeSpec spec = set.lookup(reader.type());
            if (spec == null) {
                continue;
            }
            if (spec.type() == AttributeType.SELECTED) {
                int at = Arrays.asList(selections).indexOf(spec);
                if (at < 0) {
                    at = selections.length;
                    selections = Arrays.copyOf(selections, at + 2); // each followed by what is selected
                    selections[at] = spec;
                    selections[at + 1] = selected(set, spec, reader, from);
                }
                spec = selections[at + 1];
            }
            requireWidth(spec, reader);
            if (spec.type().isNest()) {
                checkNest(spec, spec.nest(), reader);
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

    /** Checks the attributes in the current one. */
    static void checkNest(AttributeSpec spec, AttributeSet set, AttributeReader reader) throws MalformedMessageException {
        if (set == AttributeSet.UNKNOWN) {
            return; // bytes, as far as we know
        }
        reader.enter(spec.headerSize());
        if (spec.type() == AttributeType.LIST) {
            while (ListElement.nextElement(spec, reader)) {
                ListElement.enter(spec, reader);
                check(set, reader);
                reader.leave();
            }
        } else {
            check(set, reader);
        }
        reader.leave();
    }

    /** What a sibling selects, which may stand anywhere at the same level. */
    static AttributeSpec selected(AttributeSet set, AttributeSpec spec, AttributeReader reader, long from)
            throws MalformedMessageException {
        MemorySegment memory = reader.memory();
        long end = reader.endOffset();
        for (long at = from; end - at >= NLA_HDRLEN; ) { // a reader of its own for each nest would be the most that is allocated
            int length = Short.toUnsignedInt(memory.get(U16, at));
            if (length < NLA_HDRLEN || length > end - at) {
                break; // who goes on reading is told
            }
            if ((memory.get(U16, at + 2) & NLA_TYPE_MASK) == spec.selector()) {
                byte[] value = new byte[length - NLA_HDRLEN];
                MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, at + NLA_HDRLEN, value, 0, value.length);
                return spec.selected(Optional.of(text(set.require(spec.selector()), value)));
            }
            at += Nlmsg.align(length);
        }
        return spec.selected(Optional.empty());
    }

    private static String text(AttributeSpec selector, byte[] value) throws MalformedMessageException {
        if (selector.type() == AttributeType.STRING) {
            return Scalars.text(value, 0, value.length);
        }
        if (!selector.type().fits(value.length)) {
            throw new MalformedMessageException(
                    selector.name() + " has " + value.length + " bytes, not what a " + selector.type() + " has");
        }
        return Long.toString(Scalars.get(selector, value, 0, value.length));
    }
}
