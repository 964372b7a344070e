package org.netlink4j.core.schema;

import static org.netlink4j.core.wire.Nlmsg.NLA_F_NESTED;
import static org.netlink4j.core.wire.Nlmsg.NLA_HDRLEN;
import static org.netlink4j.core.wire.Nlmsg.NLA_TYPE_MASK;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.AttributeReader;
import org.netlink4j.core.wire.AttributeWriter;
import org.netlink4j.core.wire.Nlmsg;

/**
 * Attributes as a value: a copy of their bytes, read and changed through the table of their set. Nothing is lost: attributes
 * that the table does not know, flag bits, order and duplicates stay as they were, so decoding and encoding again gives the same
 * bytes. Immutable; equal if set and bytes are equal.
 *
 * <p>Widths, byte order and limits come from the table, so a caller names only the attribute. What is set is checked against it
 * before it can be sent: a number has to fit its width and sign, text and bytes their longest length, a fixed-width value its
 * width, a nest its table, its header and the depth that readers allow, and all of it the type that the table says. What does not
 * is an {@link IllegalArgumentException} that names the attribute. Asking for an attribute that the
 * table does not know, or for a number where it says text, is an {@link IllegalArgumentException}. If an attribute occurs more
 * than once, the single-valued getters give the first.
 */
public final class Attributes {
    private final AttributeSet set;
    private final byte[] bytes;

    private Attributes(AttributeSet set, byte[] bytes) {
        this.set = set;
        this.bytes = bytes;
    }

    /**
     * No attributes.
     *
     * @param set the table for those that will be added
     * @return the empty value
     */
    public static Attributes none(AttributeSet set) {
        return new Attributes(Objects.requireNonNull(set), new byte[0]);
    }

    /**
     * Copies the attributes that a reader has before it, at the level where it stands, and checks them against the table.
     *
     * @param set the table
     * @param reader a reader, which stays where it is
     * @return the copy
     * @throws MalformedMessageException if a length does not fit, or a known attribute has the wrong width
     */
    public static Attributes decode(AttributeSet set, AttributeReader reader) throws MalformedMessageException {
        long from = reader.nextOffset();
        long length = Validation.check(set, reader) - from;
        byte[] copy = new byte[Math.toIntExact(Nlmsg.align(length))];
        MemorySegment.copy(reader.memory(), ValueLayout.JAVA_BYTE, from, copy, 0, (int) length);
        return new Attributes(Objects.requireNonNull(set), copy);
    }

    /**
     * Reads attributes out of bytes and checks them against the table.
     *
     * @param set the table
     * @param encoded whole attributes
     * @return the value
     * @throws MalformedMessageException if a length does not fit, or a known attribute has the wrong width
     */
    public static Attributes decode(AttributeSet set, byte[] encoded) throws MalformedMessageException {
        return decode(set, new AttributeReader().over(MemorySegment.ofArray(encoded), 0, encoded.length));
    }

    /** {@return the table} */
    public AttributeSet set() {
        return set;
    }

    /** {@return whether there are none} */
    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** {@return the size of {@link #encode}} in bytes} */
    int size() {
        return bytes.length;
    }

    /** {@return the attributes as they stand in a message, padding included} */
    public byte[] encode() {
        return bytes.clone();
    }

    /**
     * Writes the attributes.
     *
     * @param out where they go, at the level where it stands
     */
    public void writeTo(AttributeWriter out) {
        out.append(bytes);
    }

    /** {@return a new reader of these attributes} */
    public AttributeReader reader() {
        return new AttributeReader().over(MemorySegment.ofArray(bytes).asReadOnly(), 0, bytes.length);
    }

    /**
     * What is known of an attribute: of a selected one what its sibling here selects, and at least that it is a nest.
     *
     * @param number the attribute's number
     * @return the spec
     */
    public AttributeSpec spec(int number) {
        return resolved(set.require(number));
    }

    private AttributeSpec resolved(AttributeSpec spec) {
        return spec.type() == AttributeType.SELECTED ? spec.selected(selector(spec)) : spec;
    }

    // ---- looking up: the bytes were checked when they came in, so these walks need no checks of their own

    private int u16(int at) {
        return Short.toUnsignedInt((short) Scalars.U16.get(bytes, at));
    }

    private int lengthAt(int at) {
        return u16(at) - NLA_HDRLEN;
    }

    private int after(int at) {
        return at + (int) Nlmsg.align(u16(at));
    }

    /** The place of the first attribute of a number from a place on, or -1. */
    private int find(int number, int from) {
        for (int at = from; at < bytes.length; at = after(at)) {
            if ((u16(at + 2) & NLA_TYPE_MASK) == number) {
                return at;
            }
        }
        return -1;
    }

    /**
     * Whether an attribute is there, known to the table or not.
     *
     * @param number the attribute's number
     * @return whether it is
     */
    public boolean has(int number) {
        return find(number, 0) >= 0;
    }

    /** {@return the numbers of the attributes in order, duplicates included} */
    public List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        for (int at = 0; at < bytes.length; at = after(at)) {
            numbers.add(u16(at + 2) & NLA_TYPE_MASK);
        }
        return List.copyOf(numbers);
    }

    /**
     * The attributes that the table does not know.
     *
     * @return their numbers in order; empty if all are known
     */
    public List<Integer> unknown() {
        return numbers().stream().filter(number -> set.lookup(number) == null).toList();
    }

    /**
     * A number of up to 64 bits.
     *
     * @param number the attribute's number
     * @return the value, or the bits of an unsigned 64-bit one; empty if the attribute is not there
     */
    public OptionalLong number(int number) {
        AttributeSpec spec = spec(number);
        if (!spec.type().isNumber()) {
            throw wrongType(spec, "a number");
        }
        int at = find(number, 0);
        return at < 0 ? OptionalLong.empty() : OptionalLong.of(Scalars.get(spec, bytes, at + NLA_HDRLEN, lengthAt(at)));
    }

    /**
     * A number of at most 32 bits; one that may have more is an {@link IllegalArgumentException}.
     *
     * @param number the attribute's number
     * @return the value, or the bits of an unsigned 32-bit one; empty if the attribute is not there
     */
    public OptionalInt integer(int number) {
        AttributeSpec spec = spec(number);
        if (spec.type().fits(Long.BYTES)) {
            throw wrongType(spec, "a number of at most 32 bits");
        }
        OptionalLong value = number(number);
        return value.isPresent() ? OptionalInt.of((int) value.getAsLong()) : OptionalInt.empty();
    }

    /**
     * The word that the table has for a number.
     *
     * @param number the attribute's number
     * @return the word; empty if the attribute is not there, or there is no word for its value
     */
    public Optional<String> word(int number) {
        OptionalLong value = number(number);
        return value.isPresent() ? Optional.ofNullable(spec(number).words().get(value.getAsLong())) : Optional.empty();
    }

    /**
     * A text.
     *
     * @param number the attribute's number
     * @return the text before the first NUL, read as UTF-8; empty if the attribute is not there
     */
    public Optional<String> text(int number) {
        AttributeSpec spec = spec(number);
        if (spec.type() != AttributeType.STRING) {
            throw wrongType(spec, "text");
        }
        int at = find(number, 0);
        return at < 0 ? Optional.empty() : Optional.of(Scalars.text(bytes, at + NLA_HDRLEN, lengthAt(at)));
    }

    /**
     * An Ethernet address, from a link-layer address or from bytes.
     *
     * @param number the attribute's number
     * @return the address; empty if the attribute is not there or is an address of another length than six octets
     */
    public Optional<MacAddress> mac(int number) {
        AttributeSpec spec = spec(number);
        if (spec.type() != AttributeType.LLADDR && spec.type() != AttributeType.BINARY) {
            throw wrongType(spec, "a link-layer address");
        }
        int at = find(number, 0);
        return at < 0 || lengthAt(at) != MacAddress.LENGTH ? Optional.empty() : Optional.of(Scalars.mac(bytes, at + NLA_HDRLEN));
    }

    /**
     * An IPv4 address.
     *
     * @param number the attribute's number
     * @return the address; empty if the attribute is not there
     */
    public Optional<Ipv4Address> ipv4(int number) {
        AttributeSpec spec = spec(number);
        if (spec.type() != AttributeType.IPV4) {
            throw wrongType(spec, "an IPv4 address");
        }
        int at = find(number, 0);
        return at < 0 ? Optional.empty() : Optional.of(Scalars.ipv4(bytes, at + NLA_HDRLEN));
    }

    /**
     * An IPv6 address.
     *
     * @param number the attribute's number
     * @return the address; empty if the attribute is not there
     */
    public Optional<Ipv6Address> ipv6(int number) {
        AttributeSpec spec = spec(number);
        if (spec.type() != AttributeType.IPV6) {
            throw wrongType(spec, "an IPv6 address");
        }
        int at = find(number, 0);
        return at < 0 ? Optional.empty() : Optional.of(Scalars.ipv6(bytes, at + NLA_HDRLEN));
    }

    /**
     * An IP address of either version.
     *
     * @param number the attribute's number
     * @return the address; empty if the attribute is not there or is an address of another family
     */
    public Optional<IpAddress> ip(int number) {
        AttributeSpec spec = spec(number);
        if (!spec.type().isIp()) {
            throw wrongType(spec, "an IP address");
        }
        int at = find(number, 0);
        return switch (at < 0 ? 0 : lengthAt(at)) {
            case Ipv4Address.LENGTH -> Optional.of(Scalars.ipv4(bytes, at + NLA_HDRLEN));
            case Ipv6Address.LENGTH -> Optional.of(Scalars.ipv6(bytes, at + NLA_HDRLEN));
            default -> Optional.empty();
        };
    }

    /**
     * The payload of an attribute, whatever its type, known to the table or not.
     *
     * @param number the attribute's number
     * @return a copy of the bytes; empty if the attribute is not there
     */
    public Optional<byte[]> payload(int number) {
        int at = find(number, 0);
        return at < 0 ? Optional.empty() : Optional.of(payloadAt(at));
    }

    /**
     * The payloads of a number that may occur more than once, or of the elements of an array.
     *
     * @param number the attribute's number
     * @return copies of the bytes, in order
     */
    public List<byte[]> payloads(int number) {
        if (spec(number).type() == AttributeType.ARRAY) {
            return nest(number).map(array -> array.entries().stream().map(Entry::payload).toList()).orElse(List.of());
        }
        List<byte[]> payloads = new ArrayList<>();
        for (int at = find(number, 0); at >= 0; at = find(number, after(at))) {
            payloads.add(payloadAt(at));
        }
        return List.copyOf(payloads);
    }

    /**
     * The texts of a number that may occur more than once.
     *
     * @param number the attribute's number
     * @return the texts, each before its first NUL, in order
     */
    public List<String> texts(int number) {
        AttributeSpec spec = spec(number);
        if (spec.type() != AttributeType.STRING) {
            throw wrongType(spec, "text");
        }
        return payloads(number).stream().map(payload -> Scalars.text(payload, 0, payload.length)).toList();
    }

    /**
     * The Ethernet addresses of a number that may occur more than once, or of an array; addresses of another length are left out.
     *
     * @param number the attribute's number
     * @return the addresses in order
     */
    public List<MacAddress> macs(int number) {
        return payloads(number).stream().filter(address -> address.length == MacAddress.LENGTH).map(MacAddress::of).toList();
    }

    /**
     * The IP addresses of an array, or of a number that may occur more than once; addresses of another family are left out.
     *
     * @param number the attribute's number
     * @return the addresses in order
     */
    public List<IpAddress> ips(int number) {
        AttributeSpec spec = spec(number);
        AttributeSpec element = spec.type() == AttributeType.ARRAY ? spec.nest().require(0) : spec;
        if (!element.type().isIp()) {
            throw wrongType(spec, "IP addresses");
        }
        return payloads(number).stream().filter(octets -> IpAddress.isLength(octets.length)).map(IpAddress::of).toList();
    }

    private byte[] payloadAt(int at) {
        int from = at + NLA_HDRLEN;
        return Arrays.copyOfRange(bytes, from, from + lengthAt(at));
    }

    /**
     * The value of a {@code struct nla_bitfield32}.
     *
     * @param number the attribute's number
     * @return the bits in the low half, their selector in the high half; empty if the attribute is not there
     */
    public OptionalLong bitfield32(int number) {
        AttributeSpec spec = spec(number);
        if (spec.type() != AttributeType.BITFIELD32) {
            throw wrongType(spec, "a bitfield32");
        }
        int at = find(number, 0);
        return at < 0 ? OptionalLong.empty() : OptionalLong.of(Scalars.bitfield32(bytes, at + NLA_HDRLEN));
    }

    /**
     * A field of a structure.
     *
     * @param number the attribute's number
     * @param field the name of the field
     * @return the value; empty if the attribute is not there or its structure is too short to have the field
     */
    public OptionalLong field(int number, String field) {
        AttributeSpec spec = spec(number);
        StructSpec struct = spec.struct().orElseThrow(() -> wrongType(spec, "a structure"));
        StructSpec.Field wanted = struct.field(field);
        int at = find(number, 0);
        if (at < 0 || lengthAt(at) < wanted.offset() + wanted.width()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Scalars.get(wanted, bytes, at + NLA_HDRLEN));
    }

    /**
     * The attributes of a nest.
     *
     * @param number the attribute's number
     * @return the attributes, with the table of the nest; empty if the attribute is not there, or if the table does not know what
     *     is in it and it is no sequence of attributes
     */
    public Optional<Attributes> nest(int number) {
        AttributeSpec spec = singleNestSpec(number);
        return payload(number).flatMap(bytes -> attempt(spec, bytes));
    }

    /**
     * The fixed header before the attributes of a nest.
     *
     * @param number the attribute's number
     * @return a copy of the header; empty if the attribute is not there
     */
    public Optional<byte[]> header(int number) {
        int size = spec(number).headerSize();
        return payload(number).map(bytes -> Arrays.copyOf(bytes, size));
    }

    /**
     * The nests of a number that may occur more than once, the elements of an array of nests, or the attributes of each element of a
     * list.
     *
     * @param number the attribute's number
     * @return one value a nest, in order
     */
    public List<Attributes> nests(int number) {
        AttributeSpec spec = nestSpec(number);
        List<Attributes> nests = new ArrayList<>();
        for (int at = find(number, 0); at >= 0; at = find(number, after(at))) {
            byte[] payload = payloadAt(at);
            switch (spec.type()) {
                case LIST -> attemptList(spec, payload).ifPresent(list -> list.forEach(element -> nests.add(element.attributes())));
                case ARRAY -> attempt(spec, payload)
                        .ifPresent(array -> array.entries().forEach(element -> element.nest().ifPresent(nests::add)));
                default -> attempt(spec, payload).ifPresent(nests::add);
            }
        }
        return List.copyOf(nests);
    }

    /** What the table knows was checked when it came in; the rest may be anything. A list is not one sequence of attributes. */
    private static Optional<Attributes> attempt(AttributeSpec spec, byte[] payload) {
        if (spec.type() == AttributeType.LIST || payload.length < spec.headerSize()) {
            return Optional.empty();
        }
        try {
            return Optional.of(decode(spec.nest(), Arrays.copyOfRange(payload, spec.headerSize(), payload.length)));
        } catch (MalformedMessageException _) {
            return Optional.empty();
        }
    }

    /**
     * The elements of a list.
     *
     * @param number the attribute's number
     * @return the elements in order; none if the attribute is not there
     */
    public List<ListElement> elements(int number) {
        AttributeSpec spec = listSpec(number);
        return payload(number).flatMap(bytes -> attemptList(spec, bytes)).orElse(List.of());
    }

    private static Optional<List<ListElement>> attemptList(AttributeSpec spec, byte[] payload) {
        try {
            return Optional.of(ListElement.decode(spec, payload));
        } catch (MalformedMessageException _) {
            return Optional.empty();
        }
    }

    private AttributeSpec listSpec(int number) {
        AttributeSpec spec = spec(number);
        if (spec.type() != AttributeType.LIST) {
            throw wrongType(spec, "a list");
        }
        return spec;
    }

    /** What is known of an attribute that the caller takes for one sequence of attributes. */
    private AttributeSpec singleNestSpec(int number) {
        AttributeSpec spec = nestSpec(number);
        if (spec.type() == AttributeType.LIST) {
            throw wrongType(spec, "one nest");
        }
        return spec;
    }

    /** What is known of an attribute that the caller takes for a nest. */
    private AttributeSpec nestSpec(int number) {
        AttributeSpec spec = spec(number);
        if (!spec.type().isNest()) {
            throw wrongType(spec, "a nest");
        }
        return spec;
    }

    private Optional<String> selector(AttributeSpec spec) {
        return set.require(spec.selector()).type() == AttributeType.STRING
                ? text(spec.selector())
                : number(spec.selector()).stream().mapToObj(Long::toString).findFirst();
    }

    private static IllegalArgumentException wrongType(AttributeSpec spec, String wanted) {
        return new IllegalArgumentException(spec + " is not " + wanted);
    }

    /** One attribute as it stands: for text and JSON. */
    record Entry(int number, String name, Optional<AttributeSpec> spec, Optional<Attributes> nest, byte[] payload) {
        AttributeType type() {
            return spec.map(AttributeSpec::type).orElse(AttributeType.BINARY);
        }

        /** The fixed header of a nest that was opened. */
        Optional<byte[]> header() {
            int size = nest.isPresent() ? spec.map(AttributeSpec::headerSize).orElse(0) : 0;
            return size == 0 ? Optional.empty() : Optional.of(Arrays.copyOf(payload, size));
        }

        /** The elements of a list; empty if this is none. */
        Optional<List<ListElement>> elements() {
            return spec.filter(known -> known.type() == AttributeType.LIST).flatMap(known -> attemptList(known, payload));
        }
    }

    /** The attributes in order, nests opened as far as the tables know them. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        Map<Integer, Optional<AttributeSpec>> specs = new HashMap<>(); // once a number: a selection is a search
        for (int at = 0; at < bytes.length; at = after(at)) {
            int number = u16(at + 2) & NLA_TYPE_MASK;
            byte[] payload = payloadAt(at);
            Optional<AttributeSpec> spec = specs.computeIfAbsent(number, n -> set.find(n).map(this::resolved));
            Optional<Attributes> nest = spec.filter(known -> known.type().isNest()).flatMap(known -> attempt(known, payload));
            entries.add(new Entry(number, set.nameOf(number), spec, nest, payload));
        }
        return entries;
    }

    /**
     * The values by their JSON keys, in order: strings, {@link Number}s, {@link Boolean}s, lists and maps of such. Attributes to
     * which the table gives no key of their own are left out, as is what it does not know; bytes are shown in hexadecimal, and so
     * is a nest of a kind that the table does not know, its key then ending in {@code _hex}. A nest with an empty key puts its
     * members where it stands itself.
     *
     * @return an unmodifiable map
     */
    public Map<String, Object> values() {
        return AttributeValues.of(this);
    }

    // ---- changing: every method gives a new value; an attribute that is there is replaced in its place

    /**
     * Sets a number.
     *
     * @param number the attribute's number
     * @param value the number; as an unsigned 64-bit one, its bits
     * @return attributes with it
     */
    public Attributes with(int number, long value) {
        return replace(number, encode(number, Scalars.encode(spec(number), value)));
    }

    /**
     * Sets a text.
     *
     * @param number the attribute's number
     * @param text the text, without NUL
     * @return attributes with it
     */
    public Attributes with(int number, String text) {
        return replace(number, encode(number, Scalars.encode(spec(number), text)));
    }

    /**
     * Sets a MAC address.
     *
     * @param number the attribute's number
     * @param address the address
     * @return attributes with it
     */
    public Attributes with(int number, MacAddress address) {
        return with(number, address.octets());
    }

    /**
     * Sets an IP address.
     *
     * @param number the attribute's number
     * @param address the address, of the version that the table wants
     * @return attributes with it
     */
    public Attributes with(int number, IpAddress address) {
        return with(number, address.octets());
    }

    /**
     * Sets a structure, or that before the attributes of a nest, which stay.
     *
     * @param number the attribute's number
     * @param fields the values of all its fields, in the order of the table
     * @return attributes with it
     */
    public Attributes withStruct(int number, long... fields) {
        AttributeSpec spec = spec(number);
        return withStruct(spec, spec.struct().orElseThrow(() -> wrongType(spec, "a structure")).encode(fields));
    }

    /**
     * Sets one field of a structure and leaves its other bytes alone; a structure that is not there yet, or is shorter, is filled up
     * with zeros.
     *
     * @param number the attribute's number
     * @param field the name of the field
     * @param value its value
     * @return attributes with it
     */
    public Attributes withField(int number, String field, long value) {
        AttributeSpec spec = spec(number);
        StructSpec struct = spec.struct().orElseThrow(() -> wrongType(spec, "a structure"));
        byte[] before = (spec.type().isNest() ? header(number) : payload(number)).orElse(new byte[0]);
        byte[] payload = Arrays.copyOf(before, Math.max(before.length, struct.size()));
        Scalars.put(struct.field(field), value, payload);
        return withStruct(spec, payload);
    }

    /** A structure, or one before attributes, which stay. */
    private Attributes withStruct(AttributeSpec spec, byte[] payload) {
        return spec.type().isNest()
                ? with(spec.number(), payload, nest(spec.number()).orElseGet(() -> none(spec.nest())))
                : with(spec.number(), payload);
    }

    /**
     * Sets bytes: a binary value, an address, a structure, or a number that is already encoded.
     *
     * @param number the attribute's number
     * @param payload the bytes
     * @return attributes with it
     */
    public Attributes with(int number, byte[] payload) {
        return replace(number, encode(number, Scalars.checked(spec(number), payload.clone())));
    }

    /**
     * Sets a flag: an attribute without payload.
     *
     * @param number the attribute's number
     * @return attributes with it
     */
    public Attributes withFlag(int number) {
        return with(number, new byte[0]);
    }

    /**
     * Sets a nest, marked with {@code NLA_F_NESTED} unless the table says otherwise.
     *
     * @param number the attribute's number
     * @param nest what is in it; may be empty
     * @return attributes with it
     */
    public Attributes with(int number, Attributes nest) {
        return with(number, new byte[0], nest);
    }

    /**
     * Sets a nest whose attributes follow a fixed header.
     *
     * @param number the attribute's number
     * @param header the header, as long as the table says
     * @param nest what is in it; may be empty
     * @return attributes with it
     */
    public Attributes with(int number, byte[] header, Attributes nest) {
        requireNest(number, nest);
        return replace(number, encode(number, header, nest));
    }

    /**
     * Sets a list.
     *
     * @param number the attribute's number
     * @param elements what is in it, with the structure and the table that the table says
     * @return attributes with it
     */
    public Attributes with(int number, List<ListElement> elements) {
        AttributeSpec spec = listSpec(number);
        for (ListElement element : elements) {
            if (element.attributes().set != spec.nest() || !Optional.of(element.struct()).equals(spec.struct())) {
                throw new IllegalArgumentException(
                        spec + " does not hold " + element.struct().name() + " with " + element.attributes().set + " attributes");
            }
        }
        return replace(number, encodeNest(number, spec, spec.nest(), ListElement.encode(elements)));
    }

    /**
     * Adds a nest after those of the same number.
     *
     * @param number the attribute's number
     * @param nest what is in it; may be empty
     * @return attributes with it
     */
    public Attributes plus(int number, Attributes nest) {
        requireNest(number, nest);
        return splice(bytes.length, bytes.length, encode(number, new byte[0], nest));
    }

    /**
     * Adds bytes after the attributes that are there, even of the same number.
     *
     * @param number the attribute's number
     * @param payload the bytes
     * @return attributes with it
     */
    public Attributes plus(int number, byte[] payload) {
        return splice(bytes.length, bytes.length, encode(number, Scalars.checked(spec(number), payload.clone())));
    }

    /**
     * Adds a text after the attributes that are there, even of the same number.
     *
     * @param number the attribute's number
     * @param text the text, without NUL
     * @return attributes with it
     */
    public Attributes plus(int number, String text) {
        return splice(bytes.length, bytes.length, encode(number, Scalars.encode(spec(number), text)));
    }

    /**
     * Adds an attribute that the table does not know, just as given.
     *
     * @param rawType its type, with flag bits if it shall have them
     * @param payload the bytes
     * @return attributes with it
     */
    public Attributes plusUnknown(int rawType, byte[] payload) {
        if (set.lookup(rawType & NLA_TYPE_MASK) != null) {
            throw new IllegalArgumentException(set.nameOf(rawType & NLA_TYPE_MASK) + " is known to the table");
        }
        return splice(bytes.length, bytes.length, encode(rawType, payload));
    }

    /**
     * Removes all attributes of a number.
     *
     * @param number the attribute's number
     * @return attributes without it
     */
    public Attributes without(int number) {
        Attributes rest = this;
        for (int at = rest.find(number, 0); at >= 0; at = rest.find(number, at)) {
            rest = rest.splice(at, rest.after(at), new byte[0]);
        }
        return rest;
    }

    private void requireNest(int number, Attributes nest) {
        AttributeSet expected = singleNestSpec(number).nest();
        if (expected != AttributeSet.UNKNOWN && expected != nest.set) {
            throw new IllegalArgumentException(set.nameOf(number) + " holds " + expected + " attributes, not " + nest.set);
        }
    }

    private Attributes replace(int number, byte[] attribute) {
        int at = find(number, 0);
        return at < 0 ? splice(bytes.length, bytes.length, attribute) : splice(at, after(at), attribute);
    }

    private static byte[] encode(int rawType, byte[] payload) {
        byte[] attribute = new byte[(int) Nlmsg.align(NLA_HDRLEN + payload.length)];
        new AttributeWriter().over(MemorySegment.ofArray(attribute), 0, attribute.length).bytes(rawType, payload);
        return attribute;
    }

    private byte[] encode(int number, byte[] header, Attributes nest) {
        AttributeSpec spec = spec(number);
        if (header.length != spec.headerSize()) {
            throw new IllegalArgumentException(spec.name() + ": a header of " + header.length + " bytes, not " + spec.headerSize());
        }
        byte[] payload = Arrays.copyOf(header, header.length + nest.bytes.length);
        System.arraycopy(nest.bytes, 0, payload, header.length, nest.bytes.length);
        return encodeNest(number, spec, nest.set, payload);
    }

    /** A nest that was put together may be too deep, or have a selector that was changed and no longer fits. */
    private static byte[] encodeNest(int number, AttributeSpec spec, AttributeSet set, byte[] payload) {
        byte[] attribute = encode(spec.isMarked() ? number | NLA_F_NESTED : number, payload);
        AttributeReader reader = new AttributeReader().over(MemorySegment.ofArray(attribute), 0, attribute.length);
        try {
            reader.next();
            Validation.checkNest(spec, set, reader);
        } catch (MalformedMessageException e) {
            throw new IllegalArgumentException("nobody could read " + spec.name() + ": " + e.getMessage(), e);
        }
        return attribute;
    }

    private Attributes splice(int from, int to, byte[] middle) {
        byte[] all = new byte[bytes.length - (to - from) + middle.length];
        System.arraycopy(bytes, 0, all, 0, from);
        System.arraycopy(middle, 0, all, from, middle.length);
        System.arraycopy(bytes, to, all, from + middle.length, bytes.length - to);
        return new Attributes(set, all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attributes that && set == that.set && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** {@return the attributes in words, on one line} */
    @Override
    public String toString() {
        return AttributeText.oneLine(this);
    }
}
