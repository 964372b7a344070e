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

/**
 * Walks attributes and checks what the table says of them: widths of numbers, and that nests are attributes in turn. Every object
 * that is decoded comes through here, so the walk keeps its place in local variables, which a reader cannot do.
 */
final class Validation {
    private static final ValueLayout.OfShort U16 = ValueLayout.JAVA_SHORT_UNALIGNED;
    private static final AttributeSpec[] NONE = {};

    private final MemorySegment memory;

    private Validation(MemorySegment memory) {
        this.memory = memory;
    }

    /** Checks from where the reader stands, and stays, to the end of its level, and says where the last attribute ends. */
    static long check(AttributeSet set, AttributeReader reader) throws MalformedMessageException {
        return new Validation(reader.memory()).level(set, reader.nextOffset(), reader.endOffset(), reader.depth());
    }

    private long level(AttributeSet set, long from, long end, int depth) throws MalformedMessageException {
        if (depth > AttributeReader.MAX_DEPTH) {
            throw new MalformedMessageException("more than " + AttributeReader.MAX_DEPTH + " nests at offset " + from);
        }
        AttributeSpec[] selections = NONE; // once a level: searching for every nest takes quadratic time
        long at = plain(memory, set, from, end);
        while (end - at >= NLA_HDRLEN) {
            int length = Short.toUnsignedInt(memory.get(U16, at));
            if (length < NLA_HDRLEN || length > end - at) {
                new AttributeReader().over(memory, at, end).next(); // has words for that
            }
            AttributeSpec spec = set.require(memory.get(U16, at + 2) & NLA_TYPE_MASK);
            if (spec.type() == AttributeType.SELECTED) {
                int known = Arrays.asList(selections).indexOf(spec);
                if (known < 0) {
                    known = selections.length;
                    selections = Arrays.copyOf(selections, known + 2); // each followed by what is selected
                    selections[known] = spec;
                    selections[known + 1] = selected(set, spec, memory, from, end);
                }
                spec = selections[known + 1];
            }
            payload(spec, at + NLA_HDRLEN, at + length, depth);
            at = plain(memory, set, at + Nlmsg.align(length), end);
        }
        return Math.min(at, end); // the last one may lack its padding
    }

    /**
     * Goes past attributes of which nothing but their width can be wrong: nearly all. A loop of its own, and so small that all it
     * needs stays in registers.
     *
     * @return where the first is that needs a closer look, or the end
     */
    private static long plain(MemorySegment memory, AttributeSet set, long from, long end) {
        long at = from;
        while (end - at >= NLA_HDRLEN) {
            long length = Short.toUnsignedLong(memory.get(U16, at));
            if (length < NLA_HDRLEN || length > end - at) {
                break;
            }
            int width = set.width(memory.get(U16, at + 2) & NLA_TYPE_MASK);
            if (width != length - NLA_HDRLEN && width != AttributeSet.ANY_WIDTH) {
                break;
            }
            at += Nlmsg.align(length);
        }
        return at;
    }

    private void payload(AttributeSpec spec, long from, long end, int depth) throws MalformedMessageException {
        requireWidth(spec, from, (int) (end - from));
        if (spec.type().isNest()) {
            nest(spec, spec.nest(), from, end, depth);
        }
    }

    /** Checks the attributes in the current one. */
    static void checkNest(AttributeSpec spec, AttributeSet set, AttributeReader reader) throws MalformedMessageException {
        long from = reader.offset();
        new Validation(reader.memory()).nest(spec, set, from, from + reader.length(), reader.depth());
    }

    private void nest(AttributeSpec spec, AttributeSet set, long from, long end, int depth) throws MalformedMessageException {
        if (set == AttributeSet.UNKNOWN) {
            return; // bytes, as far as we know
        }
        if (spec.type() == AttributeType.LIST) {
            AttributeReader elements = new AttributeReader().over(memory, from, end);
            while (ListElement.nextElement(spec, elements)) {
                ListElement.enter(spec, elements);
                level(set, elements.nextOffset(), elements.endOffset(), depth + 2);
                elements.leave();
            }
        } else {
            level(set, from + spec.headerSize(), end, depth + 1);
        }
    }

    private static void requireWidth(AttributeSpec spec, long offset, int length) throws MalformedMessageException {
        if (!spec.type().fits(length) || length < spec.headerSize()) {
            throw new MalformedMessageException(
                    spec.name() + " at offset " + (offset - NLA_HDRLEN) + " has " + length + " bytes, not what a " + spec.type()
                            + " has");
        }
    }

    /** What a sibling selects, which may stand anywhere at the same level. */
    static AttributeSpec selected(AttributeSet set, AttributeSpec spec, MemorySegment memory, long from, long end)
            throws MalformedMessageException {
        for (long at = from; end - at >= NLA_HDRLEN; ) {
            int length = Short.toUnsignedInt(memory.get(U16, at));
            if (length < NLA_HDRLEN || length > end - at) {
                break; // who goes on reading is told
            }
            if ((memory.get(U16, at + 2) & NLA_TYPE_MASK) == spec.selector()) {
                AttributeSpec last = spec.selectedLast(memory, at + NLA_HDRLEN, length - NLA_HDRLEN);
                return last == null ? select(set, spec, copy(memory, at + NLA_HDRLEN, length - NLA_HDRLEN)) : last;
            }
            at += Nlmsg.align(length);
        }
        return spec.selected(Optional.empty());
    }

    private static byte[] copy(MemorySegment memory, long at, int length) {
        byte[] copy = new byte[length];
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, at, copy, 0, length);
        return copy;
    }

    private static AttributeSpec select(AttributeSet set, AttributeSpec spec, byte[] selector) throws MalformedMessageException {
        AttributeSpec selected = spec.selected(Optional.of(text(set.require(spec.selector()), selector)));
        spec.selectedNow(selector, selected);
        return selected;
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
