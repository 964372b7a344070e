package org.netlink4j.core.schema;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.netlink4j.core.wire.Nlmsg;

/**
 * What is known of one attribute: the only place where its number, its name and its encoding are written. Immutable.
 *
 * {@snippet :
 * u32(IFLA_MACVLAN_MODE, "IFLA_MACVLAN_MODE").key("mode").words(Map.of(1L, "private", 2L, "vepa"))
 * }
 */
public final class AttributeSpec {
    /** How many selections are remembered: a selection by number may accept any. */
    private static final int MOST_SELECTIONS = 256;

    private final int number;
    private final String name;
    private final AttributeType type;
    private final boolean networkOrder;
    private final int maxLength;
    private final Optional<StructSpec> struct;
    private final Supplier<AttributeSet> nest;
    private final int selector;
    private final Function<String, Optional<AttributeSpec>> selection;
    private final String key;
    private final Map<Long, String> words;
    private final Optional<Rendering> rendering;
    private final boolean marked;
    private final boolean terminated;

    private final int headerSize;

    /** What may be in a nest, once it was asked for: tables refer to each other, so not before. */
    private AttributeSet knownNest;

    /** What texts select, for each message asks anew. */
    private final Map<String, AttributeSpec> selections = new ConcurrentHashMap<>(1);

    /** What was selected last: most objects of a list are of one kind. Whichever thread comes last is right. */
    private Selection last = new Selection(new byte[0], this);

    /** The payload of a selector, and what it selects. */
    private record Selection(byte[] payload, AttributeSpec selected) {}

    private AttributeSpec(Draft draft) {
        number = draft.number;
        name = draft.name;
        type = draft.type;
        networkOrder = draft.networkOrder;
        maxLength = draft.maxLength;
        struct = draft.struct;
        nest = draft.nest;
        selector = draft.selector;
        selection = draft.selection;
        key = draft.key;
        words = draft.words;
        rendering = draft.rendering;
        marked = draft.marked;
        terminated = draft.terminated;
        headerSize = type == AttributeType.NEST ? struct.map(StructSpec::size).orElse(0) : 0;
        if (number < 0 || number > 0x3fff) {
            throw new IllegalArgumentException(name + ": an attribute number has 14 bits: " + number);
        }
    }

    /** The fields of a spec while it is put together. */
    private static final class Draft {
        private final int number;
        private final String name;
        private final AttributeType type;
        private boolean networkOrder;
        private int maxLength = 0xffff - 4;
        private Optional<StructSpec> struct = Optional.empty();
        private Supplier<AttributeSet> nest = () -> AttributeSet.UNKNOWN;
        private int selector;
        private Function<String, Optional<AttributeSpec>> selection = _ -> Optional.empty();
        private String key;
        private Map<Long, String> words = Map.of();
        private Optional<Rendering> rendering = Optional.empty();
        private boolean marked = true;
        private boolean terminated = true;

        Draft(int number, String name, AttributeType type) {
            this.number = number;
            this.name = Objects.requireNonNull(name);
            this.type = type;
            key = name;
        }

        Draft(AttributeSpec spec) {
            this(spec.number, spec.name, spec.type);
            networkOrder = spec.networkOrder;
            maxLength = spec.maxLength;
            struct = spec.struct;
            nest = spec.nest;
            selector = spec.selector;
            selection = spec.selection;
            key = spec.key;
            words = spec.words;
            rendering = spec.rendering;
            marked = spec.marked;
            terminated = spec.terminated;
        }
    }

    private static AttributeSpec simple(int number, String name, AttributeType type) {
        return new AttributeSpec(new Draft(number, name, type));
    }

    private static AttributeSpec inNetworkOrder(int number, String name, AttributeType type) {
        Draft draft = new Draft(number, name, type);
        draft.networkOrder = true;
        return new AttributeSpec(draft);
    }

    /**
     * Specifies a flag: no payload.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @return the spec
     */
    public static AttributeSpec flag(int number, String name) {
        return simple(number, name, AttributeType.FLAG);
    }

    /**
     * Specifies an unsigned 8-bit number.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @return the spec
     */
    public static AttributeSpec u8(int number, String name) {
        return simple(number, name, AttributeType.U8);
    }

    /**
     * Specifies an unsigned 16-bit number in host byte order.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @return the spec
     */
    public static AttributeSpec u16(int number, String name) {
        return simple(number, name, AttributeType.U16);
    }

    /**
     * Specifies an unsigned 32-bit number in host byte order.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @return the spec
     */
    public static AttributeSpec u32(int number, String name) {
        return simple(number, name, AttributeType.U32);
    }

    /**
     * Specifies an unsigned 64-bit number in host byte order.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @return the spec
     */
    public static AttributeSpec u64(int number, String name) {
        return simple(number, name, AttributeType.U64);
    }

    /**
     * Specifies a signed 8-bit number.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @return the spec
     */
    public static AttributeSpec s8(int number, String name) {
        return simple(number, name, AttributeType.S8);
    }

    /**
     * Specifies a signed 16-bit number in host byte order.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @return the spec
     */
    public static AttributeSpec s16(int number, String name) {
        return simple(number, name, AttributeType.S16);
    }

    /**
     * Specifies a signed 32-bit number in host byte order.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @return the spec
     */
    public static AttributeSpec s32(int number, String name) {
        return simple(number, name, AttributeType.S32);
    }

    /**
     * Specifies a signed 64-bit number in host byte order.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @return the spec
     */
    public static AttributeSpec s64(int number, String name) {
        return simple(number, name, AttributeType.S64);
    }

    /**
     * Specifies an unsigned number of 32 or 64 bits in host byte order.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @return the spec
     */
    public static AttributeSpec uint(int number, String name) {
        return simple(number, name, AttributeType.UINT);
    }

    /**
     * Specifies a signed number of 32 or 64 bits in host byte order.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @return the spec
     */
    public static AttributeSpec sint(int number, String name) {
        return simple(number, name, AttributeType.SINT);
    }

    /**
     * Specifies bits and a mask of those that count.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @return the spec
     */
    public static AttributeSpec bitfield32(int number, String name) {
        return simple(number, name, AttributeType.BITFIELD32);
    }

    /**
     * Specifies text.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @return the spec
     */
    public static AttributeSpec string(int number, String name) {
        return simple(number, name, AttributeType.STRING);
    }

    /**
     * Specifies bytes without further structure.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @return the spec
     */
    public static AttributeSpec binary(int number, String name) {
        return simple(number, name, AttributeType.BINARY);
    }

    /**
     * Specifies a link-layer address.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @return the spec
     */
    public static AttributeSpec lladdr(int number, String name) {
        return simple(number, name, AttributeType.LLADDR);
    }

    /**
     * Specifies an IPv4 address.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @return the spec
     */
    public static AttributeSpec ipv4(int number, String name) {
        return simple(number, name, AttributeType.IPV4);
    }

    /**
     * Specifies an IPv6 address.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @return the spec
     */
    public static AttributeSpec ipv6(int number, String name) {
        return simple(number, name, AttributeType.IPV6);
    }

    /**
     * Specifies a network address whose family the message's header tells.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @return the spec
     */
    public static AttributeSpec address(int number, String name) {
        return simple(number, name, AttributeType.ADDRESS);
    }

    /**
     * Specifies an unsigned 16-bit number in network byte order.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @return the spec
     */
    public static AttributeSpec u16be(int number, String name) {
        return inNetworkOrder(number, name, AttributeType.U16);
    }

    /**
     * Specifies an unsigned 32-bit number in network byte order.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @return the spec
     */
    public static AttributeSpec u32be(int number, String name) {
        return inNetworkOrder(number, name, AttributeType.U32);
    }

    /**
     * Specifies an unsigned 64-bit number in network byte order.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @return the spec
     */
    public static AttributeSpec u64be(int number, String name) {
        return inNetworkOrder(number, name, AttributeType.U64);
    }

    /**
     * Specifies a C structure.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @param struct its fields
     * @return the spec
     */
    public static AttributeSpec struct(int number, String name, StructSpec struct) {
        Draft draft = new Draft(number, name, AttributeType.STRUCT);
        draft.struct = Optional.of(struct);
        return new AttributeSpec(draft);
    }

    /**
     * Specifies a nest.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @param set what may be in it; asked for late, so that sets may contain themselves
     * @return the spec
     */
    public static AttributeSpec nest(int number, String name, Supplier<AttributeSet> set) {
        Draft draft = new Draft(number, name, AttributeType.NEST);
        draft.nest = set;
        return new AttributeSpec(draft);
    }

    /**
     * Specifies a nest whose attributes follow a fixed header.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @param header the header, a multiple of 4 bytes long
     * @param set what may be in it after the header; asked for late, so that sets may contain themselves
     * @return the spec
     */
    public static AttributeSpec nest(int number, String name, StructSpec header, Supplier<AttributeSet> set) {
        Draft draft = new Draft(number, name, AttributeType.NEST);
        draft.struct = Optional.of(header);
        draft.nest = set;
        return new AttributeSpec(draft);
    }

    /**
     * Specifies a nest whose attributes all have the same meaning.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @param element their meaning; its number does not count
     * @return the spec
     */
    public static AttributeSpec array(int number, String name, AttributeSpec element) {
        Draft draft = new Draft(number, name, AttributeType.ARRAY);
        AttributeSet elements = AttributeSet.ofElements(name, element);
        draft.nest = () -> elements;
        return new AttributeSpec(draft);
    }

    /**
     * Specifies a list of structures with attributes behind each, like the {@code struct rtnexthop} of {@code RTA_MULTIPATH}.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @param element the structure, a multiple of 4 bytes long; its first field is the length of the element, a u16 in host byte order
     * @param set what may be behind a structure; asked for late, so that sets may contain themselves
     * @return the spec
     */
    public static AttributeSpec list(int number, String name, StructSpec element, Supplier<AttributeSet> set) {
        StructSpec.Field length = element.fields().getFirst();
        if (element.size() % Nlmsg.NLA_HDRLEN != 0 || length.offset() != 0 || length.type() != AttributeType.U16 || length.networkOrder()) {
            throw new IllegalArgumentException(name + ": " + element.name() + " does not begin with a length");
        }
        Draft draft = new Draft(number, name, AttributeType.LIST);
        draft.struct = Optional.of(element);
        draft.nest = set;
        return new AttributeSpec(draft);
    }

    /**
     * Specifies a nest whose set the text of a sibling selects.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @param selector the number of that sibling, which is a string
     * @param selection the set that a text selects; empty if the text is not known
     * @return the spec
     */
    public static AttributeSpec selected(
            int number, String name, int selector, Function<String, Optional<AttributeSet>> selection) {
        return selectedSpec(number, name, selector, text -> selection.apply(text).map(set -> nest(number, name, () -> set)));
    }

    /**
     * Specifies an attribute of which the text of a sibling selects all: a nest of this or that set, a structure, a number.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @param selector the number of that sibling, which is a string
     * @param selection what a text selects, not selected in turn, and whose number and name do not count; empty if the text is not
     *     known
     * @return the spec
     */
    public static AttributeSpec selectedSpec(
            int number, String name, int selector, Function<String, Optional<AttributeSpec>> selection) {
        Draft draft = new Draft(number, name, AttributeType.SELECTED);
        draft.selector = selector;
        draft.selection = selection;
        return new AttributeSpec(draft);
    }

    /**
     * Specifies a nest whose set a number among its siblings selects.
     *
     * @param number the attribute's number
     * @param name the kernel's name of it
     * @param selector the number of that sibling, which is an unsigned number
     * @param selection the set that a value selects; empty if the value is not known
     * @return the spec
     */
    public static AttributeSpec numbered(
            int number, String name, int selector, LongFunction<Optional<AttributeSet>> selection) {
        return selected(number, name, selector, digits -> {
            try {
                return selection.apply(Long.parseLong(digits));
            } catch (NumberFormatException _) {
                return Optional.empty(); // some other selector's text, or more than 63 bits
            }
        });
    }

    /**
     * Limits the length of a string or of bytes.
     *
     * @param bytes the longest payload, a string's terminating NUL included
     * @return a spec that says so
     */
    public AttributeSpec atMost(int bytes) {
        Draft draft = new Draft(this);
        draft.maxLength = bytes;
        return new AttributeSpec(draft);
    }

    /**
     * Sets the key under which the value stands in JSON, where that is not the kernel's name. See {@link Attributes#values()}.
     *
     * @param key the key; empty if the members of the value stand in place of the value
     * @return a spec that says so
     */
    public AttributeSpec key(String key) {
        Draft draft = new Draft(this);
        draft.key = Objects.requireNonNull(key);
        return new AttributeSpec(draft);
    }

    /**
     * Names values of a number.
     *
     * @param words the words for some values; others stay numbers
     * @return a spec that says so
     */
    public AttributeSpec words(Map<Long, String> words) {
        Draft draft = new Draft(this);
        draft.words = Map.copyOf(words);
        return new AttributeSpec(draft);
    }

    /**
     * Sets how the value stands in JSON, where it is neither the plain value nor a word.
     *
     * @param rendering the function from attribute to JSON value
     * @return a spec that says so
     */
    public AttributeSpec shown(Rendering rendering) {
        Draft draft = new Draft(this);
        draft.rendering = Optional.of(rendering);
        return new AttributeSpec(draft);
    }

    /**
     * Leaves {@code NLA_F_NESTED} out when a nest is written: in families older than that bit nobody sets it.
     *
     * @return a spec that says so
     */
    public AttributeSpec unmarked() {
        Draft draft = new Draft(this);
        draft.marked = false;
        return new AttributeSpec(draft);
    }

    /**
     * Leaves the terminating NUL out when a text is written.
     *
     * @return a spec that says so
     */
    public AttributeSpec unterminated() {
        Draft draft = new Draft(this);
        draft.terminated = false;
        return new AttributeSpec(draft);
    }

    /** {@return the attribute's number, without flag bits} */
    public int number() {
        return number;
    }

    /** {@return the kernel's name, for example {@code "IFLA_MTU"}} */
    public String name() {
        return name;
    }

    /** {@return how the payload is encoded} */
    public AttributeType type() {
        return type;
    }

    /** {@return whether a number is in network byte order} */
    public boolean isNetworkOrder() {
        return networkOrder;
    }

    /** {@return the longest payload in bytes} */
    public int maxLength() {
        return maxLength;
    }

    /** {@return the fields of a structure, of the fixed header of a nest, or of an element of a list} */
    public Optional<StructSpec> struct() {
        return struct;
    }

    /** {@return what may be in a nest, an array or an element of a list; {@link AttributeSet#UNKNOWN} for other types} */
    public AttributeSet nest() {
        AttributeSet known = knownNest;
        if (known == null) {
            known = nest.get();
            knownNest = known; // immutable, so whichever thread comes last is right
        }
        return known;
    }

    /** {@return the number of the sibling whose text, or whose value in decimal digits, selects the set} */
    public int selector() {
        return selector;
    }

    /**
     * What a sibling's text selects.
     *
     * @param text the sibling's text, or its value in decimal digits
     * @return the spec, with this number, name and key; empty if the text is not known
     */
    public Optional<AttributeSpec> selection(String text) {
        AttributeSpec known = selections.get(text);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<AttributeSpec> selected = selection.apply(text).map(this::mergedWith);
        if (selected.isPresent() && selections.size() < MOST_SELECTIONS) {
            selections.put(text, selected.get());
        }
        return selected;
    }

    /** What is known of a selected attribute once its sibling was looked for: at least that it is a nest. */
    AttributeSpec selected(Optional<String> text) {
        return text.flatMap(this::selection).orElseGet(() -> mergedWith(nest(number, name, () -> AttributeSet.UNKNOWN)));
    }

    /** The same for a selector that is still in a message; null if it is not the one that selected last. */
    AttributeSpec selectedLast(MemorySegment memory, long at, int length) {
        Selection selection = last;
        if (selection.selected == this || selection.payload.length != length) {
            return null;
        }
        for (int i = 0; i < length; i++) {
            if (memory.get(ValueLayout.JAVA_BYTE, at + i) != selection.payload[i]) {
                return null;
            }
        }
        return selection.selected;
    }

    /** Remembers what a selector selects. */
    void selectedNow(byte[] payload, AttributeSpec selected) {
        last = new Selection(payload, selected);
    }

    /** How the payload is encoded is said by the selected spec; how it is named and shown, and whether it is marked, by this one. */
    private AttributeSpec mergedWith(AttributeSpec selected) {
        Draft draft = new Draft(number, name, selected.type);
        draft.networkOrder = selected.networkOrder;
        draft.maxLength = selected.maxLength;
        draft.struct = selected.struct;
        draft.nest = selected.nest;
        draft.key = key;
        draft.words = selected.words;
        draft.rendering = rendering.isPresent() ? rendering : selected.rendering;
        draft.marked = marked && selected.marked;
        draft.terminated = selected.terminated;
        return new AttributeSpec(draft);
    }

    /** {@return the key under which the value stands in JSON} */
    public String key() {
        return key;
    }

    /** {@return the words for some values of a number} */
    public Map<Long, String> words() {
        return words;
    }

    /** {@return how the value stands in JSON; empty if as its type and its words say} */
    public Optional<Rendering> rendering() {
        return rendering;
    }

    /** {@return whether a nest is written with {@code NLA_F_NESTED}} */
    boolean isMarked() {
        return marked;
    }

    /** {@return whether a text is written with a terminating NUL} */
    boolean isTerminated() {
        return terminated;
    }

    /** {@return what {@link AttributeSet#width} says of it} */
    int width() {
        return switch (type) {
            case NEST, ARRAY, LIST, SELECTED, UINT, SINT -> AttributeSet.CLOSER_LOOK;
            case STRING, BINARY, LLADDR, ADDRESS, STRUCT -> AttributeSet.ANY_WIDTH;
            default -> type.width();
        };
    }

    /** {@return the size of the fixed header of a nest; 0 if it has none; what is before the attributes of a list is not one} */
    int headerSize() {
        return headerSize;
    }

    @Override
    public String toString() {
        return name + "(" + number + ") " + type;
    }
}
