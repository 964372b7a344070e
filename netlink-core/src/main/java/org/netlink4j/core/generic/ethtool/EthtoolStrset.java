package org.netlink4j.core.generic.ethtool;

import static org.netlink4j.core.schema.AttributeSpec.flag;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.u32;

import org.netlink4j.core.schema.AttributeSet;

/** Sets of names: {@code ETHTOOL_A_STR*} of {@code linux/ethtool_netlink.h}. */
public final class EthtoolStrset {
    /** u32: its place in the set. */
    public static final int ETHTOOL_A_STRING_INDEX = 1;

    /** Text: the name. */
    public static final int ETHTOOL_A_STRING_VALUE = 2;

    /** Nest of {@code ETHTOOL_A_STRING_*}, any number of times: one name. */
    public static final int ETHTOOL_A_STRINGS_STRING = 1;

    /** u32: which set; see {@link EthSs}. */
    public static final int ETHTOOL_A_STRINGSET_ID = 1;

    /** u32: the number of names. */
    public static final int ETHTOOL_A_STRINGSET_COUNT = 2;

    /** Nest of {@link #ETHTOOL_A_STRINGS_STRING}: the names. */
    public static final int ETHTOOL_A_STRINGSET_STRINGS = 3;

    /** Nest of {@code ETHTOOL_A_STRINGSET_*}, any number of times: one set. */
    public static final int ETHTOOL_A_STRINGSETS_STRINGSET = 1;

    /** Nest of {@code ETHTOOL_A_HEADER_*}: the device. */
    public static final int ETHTOOL_A_STRSET_HEADER = 1;

    /** Nest of {@link #ETHTOOL_A_STRINGSETS_STRINGSET}: the sets. */
    public static final int ETHTOOL_A_STRSET_STRINGSETS = 2;

    /** Flag, only in requests: the names are not wanted. */
    public static final int ETHTOOL_A_STRSET_COUNTS_ONLY = 3;

    /** The table of one name. */
    public static final AttributeSet STRING =
            AttributeSet.of(
                    "ETHTOOL_A_STRING",
                    u32(ETHTOOL_A_STRING_INDEX, "ETHTOOL_A_STRING_INDEX").key("index"),
                    string(ETHTOOL_A_STRING_VALUE, "ETHTOOL_A_STRING_VALUE").key("value"));

    /** The table of a list of names. */
    public static final AttributeSet STRINGS =
            AttributeSet.of(
                    "ETHTOOL_A_STRINGS",
                    nest(ETHTOOL_A_STRINGS_STRING, "ETHTOOL_A_STRINGS_STRING", () -> STRING));

    /** The table of one set. */
    public static final AttributeSet STRINGSET =
            AttributeSet.of(
                    "ETHTOOL_A_STRINGSET",
                    u32(ETHTOOL_A_STRINGSET_ID, "ETHTOOL_A_STRINGSET_ID").key("id"),
                    u32(ETHTOOL_A_STRINGSET_COUNT, "ETHTOOL_A_STRINGSET_COUNT").key("count"),
                    nest(ETHTOOL_A_STRINGSET_STRINGS, "ETHTOOL_A_STRINGSET_STRINGS", () -> STRINGS));

    /** The table of a list of sets. */
    public static final AttributeSet STRINGSETS =
            AttributeSet.of(
                    "ETHTOOL_A_STRINGSETS",
                    nest(ETHTOOL_A_STRINGSETS_STRINGSET, "ETHTOOL_A_STRINGSETS_STRINGSET", () -> STRINGSET));

    /** The table. */
    public static final AttributeSet ATTRIBUTES =
            AttributeSet.of(
                    "ETHTOOL_A_STRSET",
                    nest(ETHTOOL_A_STRSET_HEADER, "ETHTOOL_A_STRSET_HEADER", () -> EthtoolHeader.ATTRIBUTES).key(""),
                    nest(ETHTOOL_A_STRSET_STRINGSETS, "ETHTOOL_A_STRSET_STRINGSETS", () -> STRINGSETS),
                    flag(ETHTOOL_A_STRSET_COUNTS_ONLY, "ETHTOOL_A_STRSET_COUNTS_ONLY").key("counts_only"));

    private EthtoolStrset() {}
}
