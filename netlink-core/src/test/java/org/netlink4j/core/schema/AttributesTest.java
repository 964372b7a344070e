package org.netlink4j.core.schema;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.testkit.CodecProperties;

/** Golden bytes are those of a little-endian host, as x86-64 and aarch64 are. */
class AttributesTest {
    private static final Attributes NONE = Attributes.none(RichTable.SET);

    private static Attributes decode(String digits) throws MalformedMessageException {
        return Attributes.decode(RichTable.SET, HexFormat.of().parseHex(digits.replace(" ", "")));
    }

    private static void encodes(String expected, Attributes attributes) {
        assertEquals(expected.replace(" ", ""), HexFormat.of().formatHex(attributes.encode()));
        CodecProperties.roundTrips(attributes);
    }

    private static void refused(Executable call, String says) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(says), message);
    }

    @Test
    void theWholeTableSurvivesAnything() {
        CodecProperties.hold(RichTable.SET, RichTable.KINDS);
    }

    @Test
    void aNumberSelectsATableWhereverItStands() throws MalformedMessageException {
        Attributes tap = Attributes.none(RichTable.TAP).with(RichTable.MODE, 2);
        for (String digits : List.of("0600 1f00 02010000 0c00 2080 0800 0100 02000000", "0c00 2080 0800 0100 02000000 0600 1f00 02010000")) {
            assertEquals(Optional.of(tap), decode(digits).nest(RichTable.CODED));
            encodes(digits, decode(digits));
        }
        assertEquals(AttributeSet.UNKNOWN, decode("0600 1f00 03010000 0c00 2080 0800 0100 02000000").nest(RichTable.CODED).orElseThrow().set());
        assertEquals(AttributeSet.UNKNOWN, decode("0c00 2080 0800 0100 02000000").nest(RichTable.CODED).orElseThrow().set());
        assertThrows(MalformedMessageException.class, () -> decode("0800 1f00 02010000 0c00 2080 0800 0100 02000000"));
        assertThrows(MalformedMessageException.class, () -> decode("0600 1f00 02010000 0a00 2080 0600 0100 02000000"));
        assertEquals(Optional.empty(), RichTable.SET.find(RichTable.CODED).orElseThrow().selection("tap"));
        encodes("0600 1f00 02010000 0c00 2080 0800 0100 02000000", NONE.with(RichTable.CODE, 258).with(RichTable.CODED, tap));
        refused(() -> NONE.with(RichTable.CODE, 258).with(RichTable.CODED, Attributes.none(RichTable.VLAN)), "RICH_CODED");
    }

    @Test
    void writesNumbersAsTheTableSays() {
        encodes("0500 0200 ff000000", NONE.with(RichTable.U8, 255));
        encodes("0600 0300 feff0000", NONE.with(RichTable.U16, 65534));
        encodes("0600 1800 fffe0000", NONE.with(RichTable.U16BE, 65534));
        encodes("0800 0400 feffffff", NONE.with(RichTable.U32, 0xffff_fffeL));
        encodes("0800 1900 fffffffe", NONE.with(RichTable.U32BE, 0xffff_fffeL));
        encodes("0c00 0500 feffffffffffffff", NONE.with(RichTable.U64, -2));
        encodes("0c00 1a00 fffffffffffffffe", NONE.with(RichTable.U64BE, -2));
        encodes("0500 0600 80000000", NONE.with(RichTable.S8, -128));
        encodes("0600 0700 feff0000", NONE.with(RichTable.S16, -2));
        encodes("0800 0800 feffffff", NONE.with(RichTable.S32, -2));
        encodes("0c00 0900 feffffffffffffff", NONE.with(RichTable.S64, -2));
        encodes("0800 0a00 feffffff", NONE.with(RichTable.UINT, 0xffff_fffeL));
        encodes("0c00 0a00 0000000001000000", NONE.with(RichTable.UINT, 0x1_0000_0000L));
        encodes("0800 0b00 feffffff", NONE.with(RichTable.SINT, -2));
        encodes("0c00 0b00 0000008000000000", NONE.with(RichTable.SINT, 0x8000_0000L));
        encodes("0c00 0c00 03000000 0f000000", NONE.with(RichTable.BITFIELD32, 0x0000_000f_0000_0003L));
    }

    @Test
    void readsBackWhatItWrote() {
        for (int number : new int[] {RichTable.U64, RichTable.S64, RichTable.SINT, RichTable.UINT, RichTable.U64BE}) {
            assertEquals(OptionalLong.of(Long.MIN_VALUE), NONE.with(number, Long.MIN_VALUE).number(number));
        }
        assertEquals(OptionalLong.of(0xffff_ffffL), NONE.with(RichTable.U32, 0xffff_ffffL).number(RichTable.U32));
        assertEquals(OptionalInt.of(-1), NONE.with(RichTable.U32, 0xffff_ffffL).integer(RichTable.U32));
        assertEquals(OptionalInt.of(-5), NONE.with(RichTable.S8, -5).integer(RichTable.S8));
        assertEquals(OptionalLong.of(0xf_0000_0003L), NONE.with(RichTable.BITFIELD32, 0xf_0000_0003L).bitfield32(RichTable.BITFIELD32));
        assertEquals(Optional.of("l\u00f6"), NONE.with(RichTable.STRING, "l\u00f6").text(RichTable.STRING));
        MacAddress mac = MacAddress.parse("52:54:00:c7:3e:ce");
        assertEquals(Optional.of(mac), NONE.with(RichTable.LLADDR, mac).mac(RichTable.LLADDR));
        assertTrue(NONE.withFlag(RichTable.FLAG).has(RichTable.FLAG));
    }

    @Test
    void refusesNumbersOutOfRange() {
        refused(() -> NONE.with(RichTable.U8, 256), "RICH_U8: 256 does not fit into U8");
        refused(() -> NONE.with(RichTable.U8, -1), "does not fit");
        refused(() -> NONE.with(RichTable.U16, 0x10000), "does not fit");
        refused(() -> NONE.with(RichTable.U32, -1), "does not fit");
        refused(() -> NONE.with(RichTable.U32BE, 0x1_0000_0000L), "does not fit");
        refused(() -> NONE.with(RichTable.S8, 128), "does not fit");
        refused(() -> NONE.with(RichTable.S16, -32769), "does not fit");
        refused(() -> NONE.with(RichTable.S32, 0x8000_0000L), "does not fit");
    }

    @Test
    void keepsAddresses() {
        Ipv4Address four = Ipv4Address.parse("192.0.2.1");
        Ipv6Address six = Ipv6Address.parse("2001:db8::1");
        Attributes addresses = NONE.with(RichTable.IPV4, four).with(RichTable.IPV6, six).with(RichTable.ADDRESS, six);
        assertEquals("{RICH_IPV4 192.0.2.1, RICH_IPV6 2001:db8::1, RICH_ADDRESS 2001:db8::1}", addresses.toString());
        assertEquals(Optional.of(four), addresses.ipv4(RichTable.IPV4));
        assertEquals(Optional.of(six), addresses.ipv6(RichTable.IPV6));
        assertEquals(Optional.of(six), addresses.ip(RichTable.ADDRESS));
        assertEquals(Optional.of(four), addresses.ip(RichTable.IPV4));
        assertEquals(List.of(four), addresses.with(RichTable.ADDRESS, four).ips(RichTable.ADDRESS));
        Attributes list = Attributes.none(RichTable.SET.find(RichTable.ADDRESSES).orElseThrow().nest());
        Attributes array = NONE.with(RichTable.ADDRESSES, list.with(0, four).with(1, six));
        assertEquals(List.of(four, six), array.ips(RichTable.ADDRESSES));
        assertEquals(Optional.empty(), NONE.with(RichTable.ADDRESS, new byte[5]).ip(RichTable.ADDRESS), "of another family");
        refused(() -> addresses.ipv4(RichTable.ADDRESS), "not an IPv4 address");
        refused(() -> addresses.ipv6(RichTable.IPV4), "not an IPv6 address");
        refused(() -> addresses.ip(RichTable.U32), "not an IP address");
        refused(() -> addresses.ips(RichTable.NUMBERS), "not IP addresses");
    }

    @Test
    void encodesStructuresInTheOrderOfTheirFields() {
        Attributes point = NONE.withStruct(RichTable.STRUCT, -2, 0x0102, 7);
        assertArrayEquals(new byte[] {1, 2}, Arrays.copyOfRange(point.payload(RichTable.STRUCT).orElseThrow(), 2, 4));
        assertEquals(OptionalLong.of(-2), point.field(RichTable.STRUCT, "x"));
        assertEquals(OptionalLong.of(0x0102), point.field(RichTable.STRUCT, "z"));
        assertEquals(OptionalLong.of(7), point.field(RichTable.STRUCT, "y"));
        refused(() -> NONE.withStruct(RichTable.STRUCT, 1, 2), "point has 3 fields, not 2");
        refused(() -> NONE.withStruct(RichTable.STRUCT, 1, 0x10000, 2), "z: 65536 does not fit into U16");
        refused(() -> NONE.withStruct(RichTable.U8, 1), "not a structure");
    }

    @Test
    void setsOneFieldOfAStructure() {
        byte[] longer = Arrays.copyOf(NONE.withStruct(RichTable.STRUCT, -2, 0x0102, 7).payload(RichTable.STRUCT).orElseThrow(), 50);
        longer[49] = 9;
        Attributes changed = NONE.with(RichTable.STRUCT, longer).withField(RichTable.STRUCT, "z", 5);
        assertEquals(OptionalLong.of(-2), changed.field(RichTable.STRUCT, "x"));
        assertEquals(OptionalLong.of(5), changed.field(RichTable.STRUCT, "z"));
        assertEquals(9, changed.payload(RichTable.STRUCT).orElseThrow()[49]);
        Attributes fresh = NONE.withField(RichTable.STRUCT, "z", 5);
        assertEquals(NONE.withStruct(RichTable.STRUCT, 0, 5, 0), fresh);
        refused(() -> NONE.withField(RichTable.STRUCT, "z", 0x10000), "z: 65536 does not fit into U16");
        refused(() -> NONE.withField(RichTable.STRUCT, "q", 1), "point has no field q");
        refused(() -> NONE.withField(RichTable.U8, "q", 1), "not a structure");
    }

    @Test
    void refusesPayloadsThatTheTableWouldNotRead() {
        refused(() -> NONE.with(RichTable.U32, new byte[3]), "3 bytes are no U32");
        refused(() -> NONE.with(RichTable.UINT, new byte[3]), "3 bytes are no UINT");
        refused(() -> NONE.with(RichTable.SINT, new byte[16]), "16 bytes are no SINT");
        refused(() -> NONE.with(RichTable.FLAG, new byte[1]), "1 bytes are no FLAG");
        refused(() -> NONE.with(RichTable.IPV4, new byte[16]), "no IPV4");
        refused(() -> NONE.plus(RichTable.IPV6, new byte[4]), "no IPV6");
        refused(() -> NONE.with(RichTable.IPV4, Ipv6Address.ANY), "no IPV4");
        refused(() -> NONE.with(RichTable.BITFIELD32, new byte[4]), "no BITFIELD32");
        refused(() -> NONE.with(RichTable.SELF, new byte[4]), "is a nest");
        refused(() -> NONE.with(RichTable.BINARY, new byte[9]), "at most 8");
        refused(() -> NONE.with(RichTable.STRING, "0123456789abcdef"), "17 bytes; at most 16");
        refused(() -> NONE.with(RichTable.STRING, "a\0b"), "a NUL inside");
        refused(() -> NONE.with(RichTable.KIND, "x".repeat(65531)), "at most 65531");
    }

    @Test
    void refusesTheWrongType() {
        refused(() -> NONE.with(RichTable.STRING, 1), "is not a number");
        refused(() -> NONE.with(RichTable.FLAG, 1), "is not a number");
        refused(() -> NONE.with(RichTable.U32, "1"), "is not text");
        refused(() -> NONE.with(RichTable.U32, NONE), "is not a nest");
        refused(() -> NONE.number(RichTable.STRING), "is not a number");
        refused(() -> NONE.number(RichTable.BITFIELD32), "is not a number");
        refused(() -> NONE.text(RichTable.U32), "is not text");
        refused(() -> NONE.bitfield32(RichTable.U64), "is not a bitfield32");
        refused(() -> NONE.field(RichTable.BINARY, "x"), "is not a structure");
        refused(() -> NONE.nest(RichTable.U32), "is not a nest");
        refused(() -> NONE.nests(RichTable.U32), "is not a nest");
        refused(() -> NONE.mac(RichTable.U32), "is not a link-layer address");
    }

    @Test
    void anIntegerIsNeverCutShort() {
        for (int number : new int[] {RichTable.U64, RichTable.S64, RichTable.UINT, RichTable.SINT, RichTable.U64BE}) {
            refused(() -> NONE.integer(number), "at most 32 bits");
        }
    }

    @Test
    void refusesAttributesThatTheTableDoesNotKnow() {
        for (int number : new int[] {99, 0x3fff, 0x4001, -1, Integer.MIN_VALUE}) {
            refused(() -> NONE.number(number), "RICH has no attribute " + number);
            refused(() -> NONE.with(number, 1), "RICH has no attribute");
            refused(() -> NONE.with(number, new byte[1]), "RICH has no attribute");
        }
        Attributes array = Attributes.none(RichTable.SET.find(RichTable.NUMBERS).orElseThrow().nest());
        refused(() -> array.with(0x4001, 1), "has no attribute");
        refused(() -> array.with(-1, 1), "has no attribute");
    }

    @Test
    void keepsUnknownAttributes() throws Exception {
        Attributes attributes = NONE.plusUnknown(0x8063, new byte[] {1, 2, 3}).with(RichTable.U8, 1).plusUnknown(99, new byte[0]);
        encodes("0700 6380 010203 00 0500 0200 01000000 0400 6300", attributes);
        assertEquals(List.of(99, 2, 99), attributes.numbers());
        assertEquals(List.of(99, 99), attributes.unknown());
        assertArrayEquals(new byte[] {1, 2, 3}, attributes.payload(99).orElseThrow());
        refused(() -> NONE.plusUnknown(0x8000 | RichTable.U8, new byte[1]), "RICH_U8 is known");
        refused(() -> NONE.plusUnknown(-1, new byte[1]), "16 bits");
        refused(() -> NONE.plusUnknown(0x10063, new byte[1]), "16 bits");
    }

    @Test
    void replacesInPlaceAndRemovesAll() throws Exception {
        Attributes attributes = decode("0500 0200 01000000 0600 0300 0200 0000 0500 0200 03000000");
        encodes("0500 0200 09000000 0600 0300 0200 0000 0500 0200 03000000", attributes.with(RichTable.U8, 9));
        encodes("0600 0300 0200 0000", attributes.without(RichTable.U8));
        assertTrue(attributes.without(RichTable.U8).without(RichTable.U16).isEmpty());
        assertEquals(attributes, attributes.without(99));
        assertEquals(OptionalLong.of(1), attributes.number(RichTable.U8)); // the first, and unchanged
        encodes("0500 0200 01000000 0500 0200 02000000",
                NONE.plus(RichTable.U8, new byte[] {1}).plus(RichTable.U8, new byte[] {2}));
    }

    @Test
    void writesNestsMarked() {
        Attributes tap = Attributes.none(RichTable.TAP).with(RichTable.MODE, 2);
        encodes("0800 1600 74617000 0c00 1780 0800 0100 02000000", NONE.with(RichTable.KIND, "tap").with(RichTable.DATA, tap));
        encodes("0400 1380", NONE.with(RichTable.SELF, NONE));
        assertEquals(Optional.of(NONE), NONE.with(RichTable.SELF, NONE).nest(RichTable.SELF));
    }

    @Test
    void readsTheNestThatASiblingSelects() throws Exception {
        Attributes after = decode("0c00 1700 0800 0100 02000000 0700 1600 746170 00");
        assertEquals(RichTable.TAP, after.nest(RichTable.DATA).orElseThrow().set());
        assertEquals(2, after.nest(RichTable.DATA).orElseThrow().integer(RichTable.MODE).orElseThrow());
        Attributes unknown = decode("0500 1600 78000000 0800 1700 0800 0100");
        assertEquals(Optional.empty(), unknown.nest(RichTable.DATA)); // no attributes, and nobody says that they should be
        assertEquals(AttributeSet.UNKNOWN, decode("0800 1700 0400 0100").nest(RichTable.DATA).orElseThrow().set());
        assertThrows(MalformedMessageException.class, () -> decode("0c00 1700 0800 0100 02000000 0900 1600 766c616e00 000000"));
    }

    @Test
    void aSiblingSelectsMoreThanTheTableOfANest() throws Exception {
        Attributes number = NONE.with(RichTable.KIND, "tap").with(RichTable.CHOSEN, 3);
        encodes("0800 1600 74617000 0600 2100 0300 0000", number);
        assertEquals(OptionalInt.of(3), number.integer(RichTable.CHOSEN));
        assertEquals(Optional.of("three"), number.word(RichTable.CHOSEN));
        assertEquals("{RICH_KIND \"tap\", RICH_CHOSEN 3 (three)}", number.toString());
        assertEquals("three", number.values().get("chosen"));

        Attributes struct = NONE.with(RichTable.KIND, "point").withStruct(RichTable.CHOSEN, 1, 2, 3);
        assertEquals(OptionalLong.of(3), struct.field(RichTable.CHOSEN, "y"));
        assertEquals("{RICH_KIND \"point\", RICH_CHOSEN x 1 z 2 y 3}", struct.toString());
        refused(() -> struct.nest(RichTable.CHOSEN), "RICH_CHOSEN(33) STRUCT is not a nest");
        assertEquals(Optional.empty(), NONE.nest(RichTable.CHOSEN));

        Attributes tap = Attributes.none(RichTable.TAP).with(RichTable.MODE, 2);
        Attributes headed = NONE.with(RichTable.KIND, "vlan").with(RichTable.CHOSEN, RichTable.POINT.encode(1, 2, 3), tap);
        encodes("0900 1600 766c616e00 000000 1400 2100 0100 0002 03000000 0800 0100 02000000", headed);
        assertEquals(Optional.of(tap), headed.nest(RichTable.CHOSEN));
        assertEquals(OptionalLong.of(3), headed.field(RichTable.CHOSEN, "y"));
        assertThrows(MalformedMessageException.class, () -> decode("0800 1600 74617000 0500 2100 03000000"));
        assertThrows(MalformedMessageException.class, () -> decode("0900 1600 766c616e00 000000 0800 2100 0100 0000"));
    }

    @Test
    void setsTheStructureBeforeANest() throws Exception {
        Attributes tap = Attributes.none(RichTable.TAP).with(RichTable.MODE, 2);
        Attributes headed = NONE.withStruct(RichTable.HEADED, 1, 2, 3);
        encodes("0c00 1d80 0100 0002 03000000", headed);
        Attributes both = headed.with(RichTable.HEADED, headed.header(RichTable.HEADED).orElseThrow(), tap);
        encodes("1400 1d80 0700 0002 03000000 0800 0100 02000000", both.withField(RichTable.HEADED, "x", 7));
        encodes("0c00 1d80 0000 0000 09000000", NONE.withField(RichTable.HEADED, "y", 9));
    }

    @Test
    void changingTheSelectorDoesNotMakeTheNestLie() {
        Attributes tap = Attributes.none(RichTable.TAP).with(RichTable.MODE, 2);
        Attributes changed = NONE.with(RichTable.KIND, "tap").with(RichTable.DATA, tap).with(RichTable.KIND, "vlan");
        assertEquals(Optional.empty(), changed.nest(RichTable.DATA)); // a u32 is no VLAN_ID
        assertEquals("{RICH_KIND \"vlan\", RICH_DATA 0800010002000000}", changed.toString());
    }

    @Test
    void refusesToAddANestOfAnotherTable() {
        Attributes stranger = Attributes.none(RichTable.TAP);
        assertThrows(IllegalArgumentException.class, () -> NONE.plus(RichTable.SELF, stranger));
        assertThrows(IllegalArgumentException.class, () -> NONE.with(RichTable.SELF, stranger));
    }

    @Test
    void listsNestsAndArrays() {
        Attributes one = NONE.with(RichTable.U8, 1);
        Attributes two = NONE.with(RichTable.U8, 2);
        assertEquals(List.of(one, two), NONE.plus(RichTable.SELF, one).plus(RichTable.SELF, two).nests(RichTable.SELF));
        AttributeSet elements = RichTable.SET.find(RichTable.NESTS).orElseThrow().nest();
        Attributes tap = Attributes.none(RichTable.TAP).with(RichTable.MODE, 1);
        Attributes array = Attributes.none(elements).plus(1, tap).plus(7, tap.with(RichTable.MODE, 3)).plus(1, tap);
        List<Attributes> nests = NONE.with(RichTable.NESTS, array).nests(RichTable.NESTS);
        assertEquals(List.of(1, 3, 1), nests.stream().map(n -> n.integer(RichTable.MODE).orElseThrow()).toList());
        assertEquals(List.of(), NONE.nests(RichTable.NESTS));
    }

    @Test
    void refusesANestOfAnotherTable() {
        Attributes tap = Attributes.none(RichTable.TAP);
        refused(() -> NONE.with(RichTable.SELF, tap), "RICH_SELF holds RICH attributes, not TAP");
        refused(() -> NONE.with(RichTable.KIND, "vlan").with(RichTable.DATA, tap), "holds VLAN attributes, not TAP");
        assertTrue(NONE.with(RichTable.ANYTHING, tap).nest(RichTable.ANYTHING).isPresent());
    }

    @Test
    void refusesAHeaderOfAnotherLength() {
        Attributes nest = Attributes.none(RichTable.TAP);
        refused(() -> NONE.with(RichTable.HEADED, new byte[4], nest), "a header of 4 bytes, not 8");
        refused(() -> NONE.with(RichTable.HEADED, nest), "a header of 0 bytes, not 8");
        refused(() -> NONE.with(RichTable.SELF, new byte[4], NONE), "a header of 4 bytes, not 0");
    }

    @Test
    void writesTextWithoutNulWhereTheTableSaysSo() {
        AttributeSet texts = AttributeSet.of("TEXTS", AttributeSpec.string(1, "PLAIN"), AttributeSpec.string(2, "BARE").unterminated());
        encodes("0700 0100 616200 00 0600 0200 6162 0000", Attributes.none(texts).with(1, "ab").with(2, "ab"));
    }

    @Test
    void refusesANestThatIsTooLong() {
        AttributeSet set = AttributeSet.of("BIG", AttributeSpec.binary(1, "BIG_BYTES"), AttributeSpec.nest(2, "BIG_NEST", () -> AttributeSet.UNKNOWN));
        Attributes inner = Attributes.none(set).with(1, new byte[0xffff - 4]);
        refused(() -> Attributes.none(set).with(2, inner), "nla_len holds 65535");
        refused(() -> Attributes.none(set).plus(2, inner), "nla_len holds 65535");
    }

    @Test
    void refusesNestsThatNobodyCouldRead() {
        Attributes deep = NONE.with(RichTable.U8, 1);
        for (int i = 0; i < 16; i++) {
            deep = NONE.with(RichTable.SELF, deep);
        }
        CodecProperties.roundTrips(deep);
        Attributes tooDeep = deep;
        refused(() -> NONE.with(RichTable.SELF, tooDeep), "more than 16 nests");
        refused(() -> NONE.plus(RichTable.SELF, tooDeep), "more than 16 nests");
        Attributes tap = Attributes.none(RichTable.TAP).with(RichTable.MODE, 2);
        Attributes noVlan = NONE.with(RichTable.KIND, "tap").with(RichTable.DATA, tap).with(RichTable.KIND, "vlan");
        refused(() -> NONE.with(RichTable.SELF, noVlan), "VLAN_ID");
    }

    @Test
    void readsFieldsThatAreThere() throws Exception {
        Attributes full = decode("0d00 1200 feff 0000 07000000 99 000000");
        assertEquals(OptionalLong.of(-2), full.field(RichTable.STRUCT, "x"));
        assertEquals(OptionalLong.of(7), full.field(RichTable.STRUCT, "y"));
        assertEquals(OptionalLong.empty(), decode("0b00 1200 feff 0000 070000 00").field(RichTable.STRUCT, "y"));
        assertEquals(OptionalLong.empty(), NONE.field(RichTable.STRUCT, "x"));
        refused(() -> full.field(RichTable.STRUCT, "w"), "point has no field w");
        assertEquals("{RICH_STRUCT x -2 z 0 y 7 and 99}", full.toString());
    }

    @Test
    void whatIsNotThereIsEmpty() {
        assertEquals(OptionalLong.empty(), NONE.number(RichTable.U64));
        assertEquals(OptionalInt.empty(), NONE.integer(RichTable.U32));
        assertEquals(Optional.empty(), NONE.text(RichTable.STRING));
        assertEquals(Optional.empty(), NONE.mac(RichTable.LLADDR));
        assertEquals(OptionalLong.empty(), NONE.bitfield32(RichTable.BITFIELD32));
        assertEquals(Optional.empty(), NONE.nest(RichTable.SELF));
        assertFalse(NONE.has(RichTable.FLAG));
        assertFalse(NONE.reader().depth() != 0);
    }

    @Test
    void anAddressOfAnotherLengthIsNoMac() throws Exception {
        assertEquals(Optional.empty(), decode("0800 0f00 01020304").mac(RichTable.LLADDR));
        assertEquals("{RICH_LLADDR 01:02:03:04}", decode("0800 0f00 01020304").toString());
    }

    @Test
    void rejectsKnownAttributesOfTheWrongWidth() {
        for (String bytes : new String[] {"0600 0200 0100 0000", "0700 0a00 010203 00", "0500 0100 01000000", "0800 1300 0500 0200"}) {
            assertThrows(MalformedMessageException.class, () -> decode(bytes), bytes);
        }
    }

    @Test
    void lacksNothingIfTheLastPaddingIsMissing() throws Exception {
        encodes("0500 0200 07000000", decode("0500 0200 07"));
        encodes("0c00 1380 0500 0200 07000000", NONE.with(RichTable.SELF, decode("0500 0200 07")));
    }

    /** Takes a moment, also on a slow machine; minutes if each nest looks for its selector. */
    @Test
    @Timeout(100)
    void aFloodOfSelectedNestsIsReadInLinearTime() throws Exception {
        byte[] flood = new byte[1 << 20];
        for (int i = 0; i < flood.length; i += 4) {
            flood[i] = 4;
            flood[i + 2] = RichTable.DATA;
        }
        assertFalse(Attributes.decode(RichTable.SET, flood).toString().isEmpty());
    }

    @Test
    void isAValue() throws Exception {
        byte[] bytes = {5, 0, 2, 0, 1, 0, 0, 0};
        Attributes attributes = Attributes.decode(RichTable.SET, bytes);
        bytes[4] = 9;
        attributes.encode()[4] = 9;
        attributes.payload(RichTable.U8).orElseThrow()[0] = 9;
        assertThrows(IllegalArgumentException.class, () -> attributes.reader().memory().set(java.lang.foreign.ValueLayout.JAVA_BYTE, 0, (byte) 0));
        assertEquals(NONE.with(RichTable.U8, 1), attributes);
        assertEquals(NONE.with(RichTable.U8, 1).hashCode(), attributes.hashCode());
        assertNotEquals(NONE.with(RichTable.U8, 2), attributes);
        assertNotEquals(Attributes.decode(AttributeSet.UNKNOWN, attributes.encode()), attributes);
    }

    @Test
    void elementsOfAnArrayKeepTheirNumbers() {
        AttributeSet inside = AttributeSet.of("INSIDE", AttributeSpec.u32(1, "INSIDE_NUMBER"));
        AttributeSet elements = AttributeSet.ofElements("ELEMENTS", AttributeSpec.nest(1, "ELEMENT", () -> inside));
        Attributes two = Attributes.none(elements)
                .with(1, Attributes.none(inside).with(1, 10)).with(2, Attributes.none(inside).with(1, 20));
        assertEquals(List.of(1, 2), two.numbers());
        assertEquals(OptionalInt.of(20), two.nest(2).orElseThrow().integer(1));
    }
}
