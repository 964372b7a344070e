package org.netlink4j.core.schema;

/** How the kernel names the types of attributes in its policies: {@code NL_ATTR_TYPE_*} of {@code linux/netlink.h}. */
public final class NlAttrType {
    /** The attribute is not allowed. */
    public static final int NL_ATTR_TYPE_INVALID = 0;

    /** No payload. */
    public static final int NL_ATTR_TYPE_FLAG = 1;

    /** Unsigned, 8 bits. */
    public static final int NL_ATTR_TYPE_U8 = 2;

    /** Unsigned, 16 bits. */
    public static final int NL_ATTR_TYPE_U16 = 3;

    /** Unsigned, 32 bits. */
    public static final int NL_ATTR_TYPE_U32 = 4;

    /** Unsigned, 64 bits. */
    public static final int NL_ATTR_TYPE_U64 = 5;

    /** Signed, 8 bits. */
    public static final int NL_ATTR_TYPE_S8 = 6;

    /** Signed, 16 bits. */
    public static final int NL_ATTR_TYPE_S16 = 7;

    /** Signed, 32 bits. */
    public static final int NL_ATTR_TYPE_S32 = 8;

    /** Signed, 64 bits. */
    public static final int NL_ATTR_TYPE_S64 = 9;

    /** Bytes. */
    public static final int NL_ATTR_TYPE_BINARY = 10;

    /** Text with or without a terminating NUL. */
    public static final int NL_ATTR_TYPE_STRING = 11;

    /** Text with a terminating NUL. */
    public static final int NL_ATTR_TYPE_NUL_STRING = 12;

    /** Attributes. */
    public static final int NL_ATTR_TYPE_NESTED = 13;

    /** Nests whose numbers have no meaning. */
    public static final int NL_ATTR_TYPE_NESTED_ARRAY = 14;

    /** Bits and a mask of those that count. */
    public static final int NL_ATTR_TYPE_BITFIELD32 = 15;

    /** Signed, 32 or 64 bits; since Linux 6.7. */
    public static final int NL_ATTR_TYPE_SINT = 16;

    /** Unsigned, 32 or 64 bits; since Linux 6.7. */
    public static final int NL_ATTR_TYPE_UINT = 17;

    private NlAttrType() {}
}
