package org.netlink4j.core.schema;

import static org.netlink4j.core.schema.AttributeSpec.address;
import static org.netlink4j.core.schema.AttributeSpec.array;
import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.bitfield32;
import static org.netlink4j.core.schema.AttributeSpec.flag;
import static org.netlink4j.core.schema.AttributeSpec.ipv4;
import static org.netlink4j.core.schema.AttributeSpec.ipv6;
import static org.netlink4j.core.schema.AttributeSpec.list;
import static org.netlink4j.core.schema.AttributeSpec.lladdr;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.numbered;
import static org.netlink4j.core.schema.AttributeSpec.s16;
import static org.netlink4j.core.schema.AttributeSpec.s32;
import static org.netlink4j.core.schema.AttributeSpec.s64;
import static org.netlink4j.core.schema.AttributeSpec.s8;
import static org.netlink4j.core.schema.AttributeSpec.selected;
import static org.netlink4j.core.schema.AttributeSpec.selectedSpec;
import static org.netlink4j.core.schema.AttributeSpec.sint;
import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u16be;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u32be;
import static org.netlink4j.core.schema.AttributeSpec.u64;
import static org.netlink4j.core.schema.AttributeSpec.u64be;
import static org.netlink4j.core.schema.AttributeSpec.u8;
import static org.netlink4j.core.schema.AttributeSpec.uint;
import static org.netlink4j.core.schema.StructSpec.field;
import static org.netlink4j.core.schema.StructSpec.fieldBe;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A made-up table that has everything a table can have. */
final class RichTable {
    static final int FLAG = 1;
    static final int U8 = 2;
    static final int U16 = 3;
    static final int U32 = 4;
    static final int U64 = 5;
    static final int S8 = 6;
    static final int S16 = 7;
    static final int S32 = 8;
    static final int S64 = 9;
    static final int UINT = 10;
    static final int SINT = 11;
    static final int BITFIELD32 = 12;
    static final int STRING = 13;
    static final int BINARY = 14;
    static final int LLADDR = 15;
    static final int IPV4 = 16;
    static final int IPV6 = 17;
    static final int STRUCT = 18;
    static final int SELF = 19;
    static final int NESTS = 20;
    static final int NUMBERS = 21;
    static final int KIND = 22;
    static final int DATA = 23;
    static final int U16BE = 24;
    static final int U32BE = 25;
    static final int U64BE = 26;
    static final int ANYTHING = 27;
    static final int ADDRESS = 28;
    static final int HEADED = 29;
    static final int ADDRESSES = 30;
    static final int CODE = 31;
    static final int CODED = 32;
    static final int CHOSEN = 33;
    static final int LIST = 34;

    static final int MODE = 1;

    static final AttributeSet TAP = AttributeSet.of("TAP", u32(MODE, "TAP_MODE").words(Map.of(2L, "vepa")), string(2, "TAP_NAME"));
    static final AttributeSet VLAN = AttributeSet.of("VLAN", u16(MODE, "VLAN_ID"), nest(2, "VLAN_QOS", () -> TAP));

    static final StructSpec POINT =
            new StructSpec("point", 8, List.of(
                    field("x", 0, AttributeType.S16), fieldBe("z", 2, AttributeType.U16), field("y", 4, AttributeType.U32)));

    static final StructSpec ITEM =
            new StructSpec("item", 8, List.of(
                    field("length", 0, AttributeType.U16), field("weight", 2, AttributeType.U8), field("index", 4, AttributeType.S32)));

    static final AttributeSet SET =
            AttributeSet.of(
                    "RICH",
                    flag(FLAG, "RICH_FLAG"),
                    u8(U8, "RICH_U8"),
                    u16(U16, "RICH_U16"),
                    u32(U32, "RICH_U32").key("four").words(Map.of(4L, "four", 0xffff_ffffL, "all")),
                    u64(U64, "RICH_U64"),
                    s8(S8, "RICH_S8"),
                    s16(S16, "RICH_S16"),
                    s32(S32, "RICH_S32").words(Map.of(-1L, "none")),
                    s64(S64, "RICH_S64"),
                    uint(UINT, "RICH_UINT"),
                    sint(SINT, "RICH_SINT"),
                    bitfield32(BITFIELD32, "RICH_BITFIELD32"),
                    string(STRING, "RICH_STRING").atMost(16),
                    binary(BINARY, "RICH_BINARY").atMost(8),
                    lladdr(LLADDR, "RICH_LLADDR"),
                    ipv4(IPV4, "RICH_IPV4"),
                    ipv6(IPV6, "RICH_IPV6"),
                    struct(STRUCT, "RICH_STRUCT", POINT),
                    nest(SELF, "RICH_SELF", () -> RichTable.SET),
                    array(NESTS, "RICH_NESTS", nest(1, "RICH_NEST", () -> TAP)),
                    array(NUMBERS, "RICH_NUMBERS", u32(1, "RICH_NUMBER")),
                    string(KIND, "RICH_KIND"),
                    selected(DATA, "RICH_DATA", KIND, RichTable::kind),
                    u16be(U16BE, "RICH_U16BE"),
                    u32be(U32BE, "RICH_U32BE"),
                    u64be(U64BE, "RICH_U64BE"),
                    nest(ANYTHING, "RICH_ANYTHING", () -> AttributeSet.UNKNOWN),
                    address(ADDRESS, "RICH_ADDRESS"),
                    nest(HEADED, "RICH_HEADED", POINT, () -> TAP),
                    array(ADDRESSES, "RICH_ADDRESSES", address(1, "RICH_ELEMENT")),
                    u16(CODE, "RICH_CODE"),
                    numbered(CODED, "RICH_CODED", CODE, code -> code == 258 ? Optional.of(TAP) : Optional.empty()),
                    selectedSpec(CHOSEN, "RICH_CHOSEN", KIND, RichTable::choice).key("chosen").unmarked(),
                    list(LIST, "RICH_LIST", ITEM, () -> RichTable.SET).key("list").unmarked());

    static final String[] KINDS = {"tap", "vlan", "point", "258"};

    private RichTable() {}

    private static Optional<AttributeSet> kind(String text) {
        return switch (text) {
            case "tap" -> Optional.of(TAP);
            case "vlan" -> Optional.of(VLAN);
            default -> Optional.empty();
        };
    }

    private static Optional<AttributeSpec> choice(String text) {
        return switch (text) {
            case "tap" -> Optional.of(u16(1, "TAP_CHOICE").words(Map.of(3L, "three")));
            case "vlan" -> Optional.of(nest(1, "VLAN_CHOICE", POINT, () -> TAP));
            case "point" -> Optional.of(struct(1, "POINT_CHOICE", POINT));
            default -> Optional.empty();
        };
    }
}
