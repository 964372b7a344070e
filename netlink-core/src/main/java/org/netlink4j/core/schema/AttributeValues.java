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
                        : Optional.of(value(entry));
                value.ifPresent(v -> put(values, key(entry, spec.get()), v));
            }
        }
        return Collections.unmodifiableMap(values);
    }

    private static void put(Map<String, Object> values, String key, Object value) {
        if (key.isEmpty() && value instanceof Map<?, ?> members) {
            members.forEach((name, member) -> values.putIfAbsent((String) name, member));
        } else {
            values.putIfAbsent(key, value);
        }
    }

    private static boolean isUnknownKind(Attributes.Entry entry) {
        return entry.type().isNest() && entry.nest().map(Attributes::set).orElse(AttributeSet.UNKNOWN) == AttributeSet.UNKNOWN;
    }

    private static String key(Attributes.Entry entry, AttributeSpec spec) {
        return isUnknownKind(entry) && spec.rendering().isEmpty() ? spec.key() + UNKNOWN_KIND : spec.key();
    }

    private static Object value(Attributes.Entry entry) {
        if (isUnknownKind(entry)) {
            return HexFormat.of().formatHex(entry.payload());
        }
        return switch (entry.type()) {
            case FLAG -> true;
            case U8, U16, U32, U64, UINT, S8, S16, S32, S64, SINT -> number(entry);
            case STRING -> Scalars.text(entry.payload(), 0, entry.payload().length);
            case STRUCT -> struct(entry.spec().flatMap(AttributeSpec::struct).orElseThrow(), entry.payload());
            case ARRAY -> elements(entry.nest().orElseThrow());
            case NEST, SELECTED -> of(entry.nest().orElseThrow());
            default -> AttributeText.text(entry);
        };
    }

    private static Object number(Attributes.Entry entry) {
        AttributeSpec spec = entry.spec().orElseThrow();
        long value = AttributeText.number(entry);
        String word = spec.words().get(value);
        return word == null ? AttributeText.decimal(spec.type(), value) : word;
    }

    private static Map<String, Object> struct(StructSpec struct, byte[] bytes) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (StructSpec.Field field : struct.fields()) {
            if (field.offset() + field.width() <= bytes.length) {
                long value = Scalars.get(field, bytes, 0);
                fields.put(field.name(), AttributeText.decimal(field.type(), value));
            }
        }
        return fields;
    }

    private static List<Object> elements(Attributes array) {
        List<Object> elements = new ArrayList<>();
        array.entries().forEach(element -> elements.add(value(element)));
        return elements;
    }
}
