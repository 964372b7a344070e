package org.netlink4j.core.generic.ethtool;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.flag;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.u32;

import org.netlink4j.core.schema.AttributeSet;

/** Bit sets: {@code ETHTOOL_A_BITSET_*} of {@code linux/ethtool_netlink.h}. */
public final class EthtoolBitset {
    /** u32: which bit. */
    public static final int ETHTOOL_A_BITSET_BIT_INDEX = 1;

    /** Text: its name. */
    public static final int ETHTOOL_A_BITSET_BIT_NAME = 2;

    /** Flag: it is set. Left out where {@link #ETHTOOL_A_BITSET_NOMASK} is there. */
    public static final int ETHTOOL_A_BITSET_BIT_VALUE = 3;

    /** Nest of {@code ETHTOOL_A_BITSET_BIT_*}, any number of times: one bit. */
    public static final int ETHTOOL_A_BITSET_BITS_BIT = 1;

    /** Flag: the set is a list of what is set, without a mask of what is meant. */
    public static final int ETHTOOL_A_BITSET_NOMASK = 1;

    /** u32: the number of bits. */
    public static final int ETHTOOL_A_BITSET_SIZE = 2;

    /** Nest of {@link #ETHTOOL_A_BITSET_BITS_BIT}: the verbose form. */
    public static final int ETHTOOL_A_BITSET_BITS = 3;

    /** u32 words in host byte order, lowest bits first: the compact form. */
    public static final int ETHTOOL_A_BITSET_VALUE = 4;

    /** u32 words in host byte order, lowest bits first: which bits are meant, in the compact form. */
    public static final int ETHTOOL_A_BITSET_MASK = 5;

    /** The table of one bit. */
    public static final AttributeSet BIT =
            AttributeSet.of(
                    "ETHTOOL_A_BITSET_BIT",
                    u32(ETHTOOL_A_BITSET_BIT_INDEX, "ETHTOOL_A_BITSET_BIT_INDEX").key("index"),
                    string(ETHTOOL_A_BITSET_BIT_NAME, "ETHTOOL_A_BITSET_BIT_NAME").key("name"),
                    flag(ETHTOOL_A_BITSET_BIT_VALUE, "ETHTOOL_A_BITSET_BIT_VALUE").key("value"));

    /** The table of a list of bits. */
    public static final AttributeSet BITS =
            AttributeSet.of(
                    "ETHTOOL_A_BITSET_BITS",
                    nest(ETHTOOL_A_BITSET_BITS_BIT, "ETHTOOL_A_BITSET_BITS_BIT", () -> BIT));

    /** The table. */
    public static final AttributeSet ATTRIBUTES =
            AttributeSet.of(
                    "ETHTOOL_A_BITSET",
                    flag(ETHTOOL_A_BITSET_NOMASK, "ETHTOOL_A_BITSET_NOMASK").key("nomask"),
                    u32(ETHTOOL_A_BITSET_SIZE, "ETHTOOL_A_BITSET_SIZE").key("size"),
                    nest(ETHTOOL_A_BITSET_BITS, "ETHTOOL_A_BITSET_BITS", () -> BITS),
                    binary(ETHTOOL_A_BITSET_VALUE, "ETHTOOL_A_BITSET_VALUE").key("value"),
                    binary(ETHTOOL_A_BITSET_MASK, "ETHTOOL_A_BITSET_MASK").key("mask"));

    private EthtoolBitset() {}
}
