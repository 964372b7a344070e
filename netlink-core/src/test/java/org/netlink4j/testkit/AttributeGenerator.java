package org.netlink4j.testkit;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.core.wire.AttributeWriter;
import org.netlink4j.core.wire.Nlmsg;

/** Random attributes that a table allows, and damaged ones. The same random numbers give the same bytes. */
final class AttributeGenerator {
    private static final int MAX_NESTS = 4;
    private static final int MAX_ATTRIBUTES = 7;
    private static final String[] TEXTS = {
        "", "lo", "eth0", "macvtap-and-more", "\u00e4\u20ac\ud83d\ude00", "\"\\\n\u0001", "%n {}"
    };

    private final AttributeSet set;
    private final List<String> selectors;

    /** The texts are those among which siblings that select a table are chosen: a table cannot list them itself. */
    AttributeGenerator(AttributeSet set, String... selectors) {
        this.set = set;
        this.selectors = List.of(selectors);
    }

    byte[] valid(Random random) {
        byte[] room = new byte[1 << 16];
        AttributeWriter out = new AttributeWriter().over(MemorySegment.ofArray(room), 0, room.length);
        level(set, random, out);
        return Arrays.copyOf(room, (int) out.position());
    }

    byte[] damaged(Random random) {
        if (random.nextInt(8) == 0) {
            return bytes(random, random.nextInt(64));
        }
        return Damage.damaged(valid(random), random);
    }

    private void level(AttributeSet table, Random random, AttributeWriter out) {
        List<Integer> numbers = numbers(table, random, MAX_ATTRIBUTES / (out.depth() + 1));
        Map<Integer, String> selected = new HashMap<>();
        for (int number : List.copyOf(numbers)) {
            table.find(number).filter(spec -> spec.type() == AttributeType.SELECTED).ifPresent(spec -> {
                if (selected.putIfAbsent(spec.selector(), selectorText(table, spec, random)) == null && random.nextInt(8) != 0) {
                    numbers.add(random.nextInt(numbers.size() + 1), spec.selector());
                }
            });
        }
        for (int number : numbers) {
            int flags = random.nextInt(16) == 0 ? random.nextInt(4) << 14 : 0;
            Optional<AttributeSpec> spec = table.find(number);
            if (spec.isEmpty()) {
                out.bytes(number | flags, bytes(random, random.nextInt(13)));
            } else if (selected.containsKey(number) && spec.get().type() == AttributeType.STRING) {
                out.stringz(number | flags, selected.get(number));
            } else if (selected.containsKey(number)) {
                Attributes selector = Attributes.none(table).with(number, Long.parseLong(selected.get(number)));
                out.bytes(number | flags, selector.payload(number).orElseThrow());
            } else {
                int selector = spec.get().selector();
                Optional<String> text = Optional.ofNullable(selected.get(selector)).filter(_ -> numbers.contains(selector));
                AttributeSpec known = text.flatMap(spec.get()::selection).orElse(spec.get());
                if (known.type().isNest()) {
                    nest(number, known, random, out);
                } else {
                    out.bytes(number | flags, payload(known, random));
                }
            }
        }
    }

    private static List<Integer> numbers(AttributeSet table, Random random, int atMost) {
        List<AttributeSpec> specs = table.specs();
        List<Integer> numbers = new ArrayList<>();
        for (int i = random.nextInt(atMost + 1); i > 0; i--) {
            numbers.add(
                    specs.isEmpty() || random.nextInt(8) == 0
                            ? random.nextInt(random.nextBoolean() ? 16 : 0x4000)
                            : specs.get(random.nextInt(specs.size())).number());
        }
        Collections.shuffle(numbers, random);
        return numbers;
    }

    private String selectorText(AttributeSet table, AttributeSpec spec, Random random) {
        List<String> known = selectors.stream().filter(text -> spec.selection(text).isPresent()).toList();
        if (!known.isEmpty() && random.nextInt(8) != 0) {
            return known.get(random.nextInt(known.size()));
        }
        return table.find(spec.selector()).orElseThrow().type() == AttributeType.STRING ? "no such kind" : "127";
    }

    private void nest(int number, AttributeSpec spec, Random random, AttributeWriter out) {
        AttributeSet inside = spec.nest();
        int type = random.nextBoolean() ? number : number | Nlmsg.NLA_F_NESTED;
        if (inside == AttributeSet.UNKNOWN) {
            out.bytes(type, bytes(random, random.nextInt(17)));
            return;
        }
        if (spec.type() == AttributeType.LIST) {
            out.beginRaw(type);
            for (int i = out.depth() <= MAX_NESTS ? random.nextInt(3) : 0; i > 0; i--) {
                element(spec, random, out);
            }
            out.end();
            return;
        }
        out.beginRaw(type).append(bytes(random, spec.struct().map(StructSpec::size).orElse(0)));
        if (out.depth() <= MAX_NESTS) {
            level(inside, random, out);
        }
        out.end();
    }

    /** An element begins like an attribute: with its length, and 16 bits of anything. */
    private void element(AttributeSpec list, Random random, AttributeWriter out) {
        out.beginRaw(random.nextInt(1 << 16)).append(bytes(random, list.struct().orElseThrow().size() - Nlmsg.NLA_HDRLEN));
        level(list.nest(), random, out);
        out.end();
    }

    private static byte[] payload(AttributeSpec spec, Random random) {
        return switch (spec.type()) {
            case FLAG -> new byte[0];
            case U8, S8 -> number(random, 1);
            case U16, S16 -> number(random, 2);
            case U32, S32, IPV4 -> number(random, 4);
            case U64, S64, BITFIELD32 -> number(random, 8);
            case UINT, SINT -> number(random, random.nextBoolean() ? 4 : 8);
            case IPV6 -> bytes(random, 16);
            case ADDRESS -> bytes(random, random.nextInt(4) == 0 ? random.nextInt(17) : random.nextBoolean() ? 4 : 16);
            case STRING -> text(spec, random);
            case LLADDR -> bytes(random, random.nextInt(4) == 0 ? random.nextInt(33) : 6);
            case STRUCT -> {
                int size = spec.struct().orElseThrow().size();
                yield bytes(random, random.nextBoolean() ? size : random.nextInt(size + 9));
            }
            case BINARY -> bytes(random, random.nextInt(Math.min(spec.maxLength(), 40) + 1));
            case NEST, ARRAY, LIST, SELECTED -> throw new AssertionError(spec + " is a nest");
        };
    }

    private static byte[] number(Random random, int width) {
        byte[] bytes = new byte[width];
        switch (random.nextInt(4)) {
            case 0 -> Arrays.fill(bytes, (byte) (random.nextBoolean() ? 0 : 0xff));
            case 1 -> bytes[random.nextInt(width)] = (byte) (random.nextBoolean() ? 1 : 0x80);
            default -> random.nextBytes(bytes);
        }
        return bytes;
    }

    private static byte[] text(AttributeSpec spec, Random random) {
        byte[] text =
                random.nextInt(4) == 0
                        ? bytes(random, random.nextInt(12)) // mostly no UTF-8
                        : TEXTS[random.nextInt(TEXTS.length)].getBytes(StandardCharsets.UTF_8);
        int size = Math.min(text.length, spec.maxLength() - 1);
        return Arrays.copyOf(text, random.nextBoolean() ? size : size + 1); // with or without NUL
    }

    private static byte[] bytes(Random random, int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}
