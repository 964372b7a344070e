package org.netlink4j.core.schema;

/** How the payload of an attribute is encoded. */
public enum AttributeType {
    /** No payload; the presence is the meaning. */
    FLAG(0),
    /** Unsigned, 8 bits. */
    U8(1),
    /** Unsigned, 16 bits. */
    U16(2),
    /** Unsigned, 32 bits. */
    U32(4),
    /** Unsigned, 64 bits. */
    U64(8),
    /** Signed, 8 bits. */
    S8(1),
    /** Signed, 16 bits. */
    S16(2),
    /** Signed, 32 bits. */
    S32(4),
    /** Signed, 64 bits. */
    S64(8),
    /** Unsigned, 32 or 64 bits as needed. */
    UINT(AttributeType.VARIABLE),
    /** Signed, 32 or 64 bits as needed. */
    SINT(AttributeType.VARIABLE),
    /** A u32 of values and a u32 that selects which of them count; {@code struct nla_bitfield32}. */
    BITFIELD32(8),
    /** Text, written with a terminating NUL and read with or without one. */
    STRING(AttributeType.VARIABLE),
    /** Bytes without further structure. */
    BINARY(AttributeType.VARIABLE),
    /** A link-layer address: 6 octets on Ethernet, other lengths elsewhere. */
    LLADDR(AttributeType.VARIABLE),
    /** An IPv4 address. */
    IPV4(4),
    /** An IPv6 address. */
    IPV6(16),
    /** A network address: IPv4 if it has 4 bytes, IPv6 if it has 16, and of another family else. */
    ADDRESS(AttributeType.VARIABLE),
    /** A C structure; a shorter one is an older kernel's, a longer one a newer's. */
    STRUCT(AttributeType.VARIABLE),
    /** Attributes of another set. */
    NEST(AttributeType.VARIABLE),
    /** A nest whose attributes all have the same meaning and whose numbers are only indexes. */
    ARRAY(AttributeType.VARIABLE),
    /** C structures that begin with their length in 16 bits, each followed by attributes; {@link ListElement}. */
    LIST(AttributeType.VARIABLE),
    /** Attributes of a set that the text or the number of a sibling attribute selects. */
    SELECTED(AttributeType.VARIABLE);

    private static final int VARIABLE = -1;

    private final int width;

    AttributeType(int width) {
        this.width = width;
    }

    /** {@return the only width of the payload in bytes, or -1 if it varies} */
    int width() {
        return width;
    }

    /** {@return whether a payload of so many bytes can be of this type} */
    boolean fits(int length) {
        return switch (this) {
            case UINT, SINT -> length == 4 || length == 8;
            default -> width < 0 || width == length;
        };
    }

    /** {@return whether the value is one number} */
    public boolean isNumber() {
        return ordinal() >= U8.ordinal() && ordinal() <= SINT.ordinal();
    }

    /** {@return whether the value is a number below zero at times} */
    boolean isSigned() {
        return this == SINT || ordinal() >= S8.ordinal() && ordinal() <= S64.ordinal();
    }

    /** {@return whether the value is, or may be, an IP address} */
    public boolean isIp() {
        return this == IPV4 || this == IPV6 || this == ADDRESS;
    }

    /** {@return whether attributes are in the payload} */
    public boolean isNest() {
        return this == NEST || this == ARRAY || this == LIST || this == SELECTED;
    }
}
