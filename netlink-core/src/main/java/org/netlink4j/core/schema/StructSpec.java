package org.netlink4j.core.schema;

import java.util.List;

/**
 * The fields of a C structure that is a message's fixed header or an attribute's payload. Immutable.
 *
 * @param name the kernel's name, for example {@code "ifinfomsg"}
 * @param size its size in bytes, padding included
 * @param fields the fields in order; padding is not a field
 */
public record StructSpec(String name, int size, List<Field> fields) {
    /** Checks that the fields lie inside. */
    public StructSpec {
        fields = List.copyOf(fields);
        for (Field field : fields) {
            if (field.offset < 0 || field.offset > size - field.width()) {
                throw new IllegalArgumentException(name + "." + field.name + " lies outside of " + size + " bytes");
            }
        }
    }

    /** No fixed header at all. */
    public static final StructSpec EMPTY = new StructSpec("", 0, List.of());

    /**
     * A field: a number of fixed width.
     *
     * @param name the kernel's name
     * @param offset where it begins, in bytes
     * @param type one of the fixed-width number types
     * @param networkOrder whether it is in network byte order, else in host byte order
     */
    public record Field(String name, int offset, AttributeType type, boolean networkOrder) {
        /** Refuses types without a fixed width. */
        public Field {
            if (!type.isNumber() || type.width() < 0) {
                throw new IllegalArgumentException(name + ": a field is a number of fixed width, not " + type);
            }
        }

        /** {@return the width in bytes} */
        int width() {
            return type.width();
        }
    }

    /**
     * Makes a field in host byte order.
     *
     * @param name the kernel's name
     * @param offset where it begins, in bytes
     * @param type one of the fixed-width number types
     * @return the field
     */
    public static Field field(String name, int offset, AttributeType type) {
        return new Field(name, offset, type, false);
    }

    /**
     * Makes a field in network byte order.
     *
     * @param name the kernel's name
     * @param offset where it begins, in bytes
     * @param type one of the fixed-width number types
     * @return the field
     */
    public static Field fieldBe(String name, int offset, AttributeType type) {
        return new Field(name, offset, type, true);
    }

    /** The field of a name, which the caller takes for known. */
    Field field(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(this.name + " has no field " + name));
    }

    /**
     * Encodes the structure.
     *
     * @param values the values of all fields, in order; padding is zero
     * @return the bytes
     */
    public byte[] encode(long... values) {
        if (values.length != fields.size()) {
            throw new IllegalArgumentException(name + " has " + fields.size() + " fields, not " + values.length);
        }
        byte[] bytes = new byte[size];
        for (int i = 0; i < values.length; i++) {
            Scalars.put(fields.get(i), values[i], bytes);
        }
        return bytes;
    }
}
