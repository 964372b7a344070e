package org.netlink4j.core.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Attributes as a tree of plain values, keyed as their table says. */
final class AttributeValues {
    private static final String UNKNOWN_KIND = "_hex";

    private AttributeValues() {}

    static Map<String, Object> of(Attributes attributes) {
        Map<String, Object> values = new LinkedHashMap<>();
        Set<Integer> seen = new HashSet<>(); // of equal attributes the first counts
        for (Attributes.Entry entry : attributes.entries()) {
            Optional<AttributeSpec> spec = entry.spec();
            if (spec.isPresent() && seen.add(entry.number()) && !spec.get().key().equals(spec.get().name())) {
                Optional<?> value = spec.get().rendering().isPresent()
                        ? spec.get().rendering().get().render(attributes, entry.number())
                        : Optional.of(plain(entry));
                value.ifPresent(v -> put(values, key(entry, spec.get()), v));
            }
        }
        return Collections.unmodifiableMap(values);
    }

    /** All attributes by their kernel names, unknown ones too; values of the same name in a list. */
    static Map<String, Object> all(Attributes attributes) {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        for (Attributes.Entry entry : attributes.entries()) {
            values.computeIfAbsent(entry.name(), _ -> new ArrayList<>()).add(whole(entry));
        }
        Map<String, Object> single = new LinkedHashMap<>();
        values.forEach((name, all) -> single.put(name, all.size() == 1 ? all.getFirst() : Collections.unmodifiableList(all)));
        return Collections.unmodifiableMap(single);
    }

    /** With the fixed header of a nest before its attributes. */
    private static Object whole(Attributes.Entry entry) {
        Object value = value(entry, AttributeValues::whole, AttributeValues::all);
        Optional<byte[]> header = entry.header();
        if (header.isPresent() && value instanceof Map<?, ?> members) {
            return headed(entry.spec().flatMap(AttributeSpec::struct).orElseThrow(), header.get(), members);
        }
        return value;
    }

    private static Map<String, Object> headed(StructSpec struct, byte[] header, Map<?, ?> members) {
        Map<String, Object> both = struct(struct, header);
        members.forEach((name, member) -> both.put((String) name, member));
        return both;
    }

    private static Object element(ListElement element, Function<Attributes, Map<String, Object>> members) {
        return headed(element.struct(), element.header(), members.apply(element.attributes()));
    }

    private static Object plain(Attributes.Entry entry) {
        return value(entry, AttributeValues::plain, AttributeValues::of);
    }

    private static void put(Map<String, Object> values, String key, Object value) {
        if (key.isEmpty() && value instanceof Map<?, ?> members) {
            members.forEach((name, member) -> values.putIfAbsent((String) name, member));
        } else {
            values.putIfAbsent(key, value);
        }
    }

    private static boolean isUnknownKind(Attributes.Entry entry) {
        return entry.type().isNest() && entry.type() != AttributeType.LIST && entry.nest().map(Attributes::set).orElse(AttributeSet.UNKNOWN) == AttributeSet.UNKNOWN;
    }

    private static String key(Attributes.Entry entry, AttributeSpec spec) {
        return isUnknownKind(entry) && spec.rendering().isEmpty() ? spec.key() + UNKNOWN_KIND : spec.key();
    }

    /** The value of one attribute, given how the elements of an array and the members of a nest are made. */
    private static Object value(
            Attributes.Entry entry, Function<Attributes.Entry, Object> element, Function<Attributes, Map<String, Object>> members) {
        if (isUnknownKind(entry)) {
            return HexFormat.of().formatHex(entry.payload());
        }
        return switch (entry.type()) {
            case FLAG -> true;
            case U8, U16, U32, U64, UINT, S8, S16, S32, S64, SINT -> number(entry);
            case STRING -> Scalars.text(entry.payload(), 0, entry.payload().length);
            case STRUCT -> struct(entry.spec().flatMap(AttributeSpec::struct).orElseThrow(), entry.payload());
            case LIST -> entry.elements().<Object>map(elements -> elements.stream().map(e -> element(e, members)).toList())
                    .orElseGet(() -> HexFormat.of().formatHex(entry.payload()));
            case ARRAY -> entry.nest().orElseThrow().entries().stream().map(element).toList();
            case NEST -> members.apply(entry.nest().orElseThrow());
            default -> AttributeText.text(entry);
        };
    }

    private static Object number(Attributes.Entry entry) {
        AttributeSpec spec = entry.spec().orElseThrow();
        long value = AttributeText.number(entry);
        String word = spec.words().get(value);
        return word == null ? AttributeText.decimal(spec.type(), value) : word;
    }

    /** The fields that are there; what a newer kernel has behind them follows in hexadecimal. */
    static Map<String, Object> struct(StructSpec struct, byte[] bytes) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (StructSpec.Field field : struct.fields()) {
            if (field.offset() + field.width() <= bytes.length) {
                long value = Scalars.get(field, bytes, 0);
                fields.put(field.name(), AttributeText.decimal(field.type(), value));
            }
        }
        if (bytes.length > struct.size()) {
            fields.put("more", HexFormat.of().formatHex(bytes, struct.size(), bytes.length));
        }
        return fields;
    }
}
