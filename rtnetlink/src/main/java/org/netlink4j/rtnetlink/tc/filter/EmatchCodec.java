package org.netlink4j.rtnetlink.tc.filter;

import static org.netlink4j.rtnetlink.tc.filter.TcaEmatchTree.TCF_EM_CANID;
import static org.netlink4j.rtnetlink.tc.filter.TcaEmatchTree.TCF_EM_CMP;
import static org.netlink4j.rtnetlink.tc.filter.TcaEmatchTree.TCF_EM_CONTAINER;
import static org.netlink4j.rtnetlink.tc.filter.TcaEmatchTree.TCF_EM_INVERT;
import static org.netlink4j.rtnetlink.tc.filter.TcaEmatchTree.TCF_EM_IPSET;
import static org.netlink4j.rtnetlink.tc.filter.TcaEmatchTree.TCF_EM_IPT;
import static org.netlink4j.rtnetlink.tc.filter.TcaEmatchTree.TCF_EM_META;
import static org.netlink4j.rtnetlink.tc.filter.TcaEmatchTree.TCF_EM_NBYTE;
import static org.netlink4j.rtnetlink.tc.filter.TcaEmatchTree.TCF_EM_REL_AND;
import static org.netlink4j.rtnetlink.tc.filter.TcaEmatchTree.TCF_EM_REL_END;
import static org.netlink4j.rtnetlink.tc.filter.TcaEmatchTree.TCF_EM_REL_MASK;
import static org.netlink4j.rtnetlink.tc.filter.TcaEmatchTree.TCF_EM_REL_OR;
import static org.netlink4j.rtnetlink.tc.filter.TcaEmatchTree.TCF_EM_TEXT;
import static org.netlink4j.rtnetlink.tc.filter.TcaEmatchTree.TCF_EM_U32;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/**
 * The tree of extended matches in its list: matches follow one another until one says that it is the last, and a container says at
 * which place the matches of its brackets begin.
 */
final class EmatchCodec {
    static final int NIBBLE = 4;
    static final int LENGTH = 12;

    private static final int NIBBLE_MASK = 0xf;
    private static final int LENGTH_MASK = 0xfff;
    private static final int ALGORITHM = 16;
    private static final int COMPARE = 12;
    private static final int TEXT = 24;
    private static final int CAN_RULE = 8;
    private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private final List<byte[]> matches;
    private final BitSet seen = new BitSet(); // what is in two brackets would make a tree of any size

    private EmatchCodec(List<byte[]> matches) {
        this.matches = matches;
    }

    static void requireBits(int value, int bits) {
        if (value >>> bits != 0) {
            throw new IllegalArgumentException(value + " has more than " + bits + " bits");
        }
    }

    /** The first terms of the tree. */
    static List<Ematch.Term> decode(List<byte[]> matches) {
        return new EmatchCodec(matches).terms(0);
    }

    private List<Ematch.Term> terms(int from) {
        List<Ematch.Term> terms = new ArrayList<>();
        for (int i = from; i < matches.size() && !seen.get(i); i++) {
            seen.set(i);
            byte[] bytes = matches.get(i);
            if (bytes.length < TcaEmatchTree.MATCH.size()) {
                break;
            }
            ByteBuffer buffer = buffer(bytes);
            int kind = Short.toUnsignedInt(buffer.getShort(2));
            int flags = Short.toUnsignedInt(buffer.getShort(4));
            Ematch match = match(kind, buffer.position(TcaEmatchTree.MATCH.size()).slice().order(ByteOrder.nativeOrder()), i);
            terms.add(new Ematch.Term(match, (flags & TCF_EM_INVERT) != 0, (flags & TCF_EM_REL_MASK) == TCF_EM_REL_OR));
            if ((flags & TCF_EM_REL_MASK) == TCF_EM_REL_END) {
                break;
            }
        }
        return terms;
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }

    private Ematch match(int kind, ByteBuffer payload, int place) {
        int length = payload.remaining();
        return switch (kind) {
            case TCF_EM_CONTAINER -> length >= Integer.BYTES && canGroup(payload.getInt(0), place)
                    ? new Ematch.Group(terms(payload.getInt(0)))
                    : other(kind, payload);
            case TCF_EM_CMP -> length >= COMPARE ? compare(payload) : other(kind, payload);
            case TCF_EM_NBYTE -> length >= Integer.BYTES && length - Integer.BYTES >= (payload.getShort(2) & LENGTH_MASK) && LITTLE
                    ? bytes(payload)
                    : other(kind, payload);
            case TCF_EM_U32 -> length >= TcaU32.KEY.size() ? new Ematch.Word(U32Key.decode(payload)) : other(kind, payload);
            case TCF_EM_META -> attributes(TcaEmMeta.ATTRIBUTES, kind, payload);
            case TCF_EM_IPT -> attributes(TcaEmIpt.ATTRIBUTES, kind, payload);
            case TCF_EM_TEXT -> length >= TEXT && length - TEXT >= Short.toUnsignedInt(payload.getShort(ALGORITHM + 4))
                    ? text(payload)
                    : other(kind, payload);
            case TCF_EM_IPSET -> length >= Integer.BYTES
                    ? new Ematch.IpSet(Short.toUnsignedInt(payload.getShort(0)), Byte.toUnsignedInt(payload.get(2)),
                            Byte.toUnsignedInt(payload.get(3)))
                    : other(kind, payload);
            case TCF_EM_CANID -> canId(payload);
            default -> other(kind, payload);
        };
    }

    private boolean canGroup(int first, int place) {
        return first > place && first < matches.size() && !seen.get(first);
    }

    private static Ematch other(int kind, ByteBuffer payload) {
        byte[] bytes = new byte[payload.remaining()];
        payload.get(0, bytes);
        return new Ematch.Other(kind, Octets.of(bytes));
    }

    /** The bit field that C declares first is in the low bits on little-endian machines, in the high ones on others. */
    private static int nibble(byte both, boolean first) {
        return (first == LITTLE ? both : both >>> NIBBLE) & NIBBLE_MASK;
    }

    private static byte nibbles(int first, int second) {
        return (byte) (LITTLE ? first | second << NIBBLE : first << NIBBLE | second);
    }

    private static Ematch compare(ByteBuffer payload) {
        byte alignment = payload.get(10);
        byte rest = payload.get(11);
        return new Ematch.Compare(payload.getInt(0), payload.getInt(4), Short.toUnsignedInt(payload.getShort(8)),
                nibble(alignment, true), nibble(alignment, false) != 0, nibble(rest, true), nibble(rest, false));
    }

    private static Ematch bytes(ByteBuffer payload) {
        int both = Short.toUnsignedInt(payload.getShort(2));
        byte[] pattern = new byte[both & LENGTH_MASK];
        payload.get(Integer.BYTES, pattern);
        return new Ematch.Bytes(Short.toUnsignedInt(payload.getShort(0)), both >>> LENGTH, Octets.of(pattern));
    }

    private static Ematch text(ByteBuffer payload) {
        byte[] name = new byte[ALGORITHM];
        payload.get(0, name);
        int end = 0;
        while (end < ALGORITHM - 1 && name[end] != 0) {
            end++;
        }
        byte[] pattern = new byte[Short.toUnsignedInt(payload.getShort(ALGORITHM + 4))];
        payload.get(TEXT, pattern);
        byte layers = payload.get(ALGORITHM + 6);
        return new Ematch.Text(new String(name, 0, end, StandardCharsets.ISO_8859_1),
                Short.toUnsignedInt(payload.getShort(ALGORITHM)), nibble(layers, true),
                Short.toUnsignedInt(payload.getShort(ALGORITHM + 2)), nibble(layers, false), Octets.of(pattern));
    }

    /** The name of an algorithm in its field; Latin-1, so that any bytes are a name. */
    static byte[] algorithm(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length >= ALGORITHM || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("an algorithm has a name of at most 15 bytes: " + name);
        }
        return Arrays.copyOf(bytes, ALGORITHM);
    }

    private static Ematch attributes(AttributeSet table, int kind, ByteBuffer payload) {
        byte[] bytes = new byte[payload.remaining()];
        payload.get(0, bytes);
        try {
            Attributes data = Attributes.decode(table, bytes);
            return kind == TCF_EM_META ? new Ematch.Meta(data) : new Ematch.Iptables(data);
        } catch (MalformedMessageException _) {
            return other(kind, payload);
        }
    }

    private static Ematch canId(ByteBuffer payload) {
        List<Ematch.CanRule> rules = new ArrayList<>();
        while (payload.remaining() >= CAN_RULE) {
            rules.add(new Ematch.CanRule(payload.getInt(), payload.getInt()));
        }
        return new Ematch.CanId(rules);
    }

    // ---- the way back

    /** The list of a tree: the terms of brackets stand behind those among which the brackets are. */
    static Attributes encode(List<Ematch.Term> terms) {
        List<byte[]> matches = new ArrayList<>();
        append(terms, matches);
        AttributeSet table = TcaEmatchTree.ATTRIBUTES;
        Attributes list = Attributes.none(table.find(TcaEmatchTree.TCA_EMATCH_TREE_LIST).orElseThrow().nest());
        for (int i = 0; i < matches.size(); i++) {
            list = list.with(i + 1, matches.get(i));
        }
        return Attributes.none(table)
                .withStruct(TcaEmatchTree.TCA_EMATCH_TREE_HDR, matches.size(), 0)
                .with(TcaEmatchTree.TCA_EMATCH_TREE_LIST, list);
    }

    private static void append(List<Ematch.Term> terms, List<byte[]> matches) {
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("nothing in brackets");
        }
        int from = matches.size();
        terms.forEach(_ -> matches.add(new byte[0]));
        for (int i = 0; i < terms.size(); i++) {
            Ematch.Term term = terms.get(i);
            byte[] payload = term.match() instanceof Ematch.Group ? buffer(new byte[4]).putInt(matches.size()).array() : payload(term.match());
            int relation = i == terms.size() - 1 ? TCF_EM_REL_END : term.or() ? TCF_EM_REL_OR : TCF_EM_REL_AND;
            byte[] head = TcaEmatchTree.MATCH.encode(0, term.match().kind(), relation | (term.inverted() ? TCF_EM_INVERT : 0), 0);
            matches.set(from + i, ByteBuffer.allocate(head.length + payload.length).put(head).put(payload).array());
            if (term.match() instanceof Ematch.Group group) {
                append(group.terms(), matches);
            }
        }
    }

    private static byte[] payload(Ematch match) {
        return switch (match) {
            case Ematch.Group _ -> throw new AssertionError("is written where its place is known");
            case Ematch.Compare compare -> buffer(new byte[COMPARE])
                    .putInt(compare.value()).putInt(compare.mask()).putShort((short) compare.offset())
                    .put(nibbles(compare.width(), compare.translated() ? 1 : 0))
                    .put(nibbles(compare.layer(), compare.operand())).array();
            case Ematch.Bytes bytes -> buffer(new byte[Integer.BYTES + bytes.bytes().length()])
                    .putShort((short) bytes.offset()).putShort((short) (bytes.bytes().length() | bytes.layer() << LENGTH))
                    .put(bytes.bytes().toArray()).array();
            case Ematch.Word word -> {
                ByteBuffer key = buffer(new byte[TcaU32.KEY.size()]);
                word.key().encode(key);
                yield key.array();
            }
            case Ematch.Meta meta -> meta.data().encode();
            case Ematch.Iptables iptables -> iptables.data().encode();
            case Ematch.Text text -> buffer(new byte[TEXT + text.pattern().length()])
                    .put(algorithm(text.algorithm())).putShort((short) text.from()).putShort((short) text.to())
                    .putShort((short) text.pattern().length()).put(nibbles(text.fromLayer(), text.toLayer())).put((byte) 0)
                    .put(text.pattern().toArray()).array();
            case Ematch.IpSet set -> buffer(new byte[Integer.BYTES])
                    .putShort((short) set.index()).put((byte) set.dimensions()).put((byte) set.flags()).array();
            case Ematch.CanId can -> {
                ByteBuffer rules = buffer(new byte[can.rules().size() * CAN_RULE]);
                can.rules().forEach(rule -> rules.putInt(rule.id()).putInt(rule.mask()));
                yield rules.array();
            }
            case Ematch.Other other -> other.payload().toArray();
        };
    }
}
