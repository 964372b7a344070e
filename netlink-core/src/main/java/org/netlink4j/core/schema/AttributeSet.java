package org.netlink4j.core.schema;

import static org.netlink4j.core.wire.Nlmsg.NLA_TYPE_MASK;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The table of one attribute set, for example of all {@code IFLA_MACVLAN_*}. It drives decoding, encode checks, text, JSON, the
 * paths in error messages and the random messages of the tests. Immutable.
 */
public final class AttributeSet {
    /** The empty set: nothing is known of any attribute, so all are kept as bytes. */
    public static final AttributeSet UNKNOWN = of("?");

    /** A width that says: of any length, or unknown. */
    static final int ANY_WIDTH = -1;

    /** A width that says: not known from the number alone, or attributes in turn. */
    static final int CLOSER_LOOK = -2;

    private final String name;
    private final AttributeSpec[] byNumber;

    /** The widths of the payloads by number, and that of an element: what a walk needs to know of most attributes. */
    private final int[] widths;

    private final int elementWidth;
    private final List<AttributeSpec> specs;

    private final Optional<AttributeSpec> element;

    private AttributeSet(String name, List<AttributeSpec> specs, Optional<AttributeSpec> element) {
        this.element = element;
        this.name = Objects.requireNonNull(name);
        this.specs = List.copyOf(specs);
        int largest = specs.stream().mapToInt(AttributeSpec::number).max().orElse(-1);
        byNumber = new AttributeSpec[largest + 1];
        for (AttributeSpec spec : specs) {
            if (byNumber[spec.number()] != null) {
                throw new IllegalArgumentException(name + ": both " + byNumber[spec.number()] + " and " + spec);
            }
            byNumber[spec.number()] = spec;
        }
        widths = Arrays.stream(byNumber).mapToInt(spec -> spec == null ? ANY_WIDTH : spec.width()).toArray();
        elementWidth = element.map(AttributeSpec::width).orElse(ANY_WIDTH);
        Stream.concat(specs.stream(), element.stream()).forEach(this::requireSelector);
    }

    private void requireSelector(AttributeSpec spec) {
        if (spec.type() == AttributeType.SELECTED && find(spec.selector()).filter(AttributeSet::canSelect).isEmpty()) {
            throw new IllegalArgumentException(
                    name + ": no string or number has the number " + spec.selector() + ", which selects " + spec);
        }
    }

    private static boolean canSelect(AttributeSpec selector) {
        return selector.type() == AttributeType.STRING || selector.type().isNumber();
    }

    /**
     * Makes a set.
     *
     * @param name the kernel's prefix, for example {@code "IFLA_MACVLAN"}
     * @param specs the attributes, each number at most once; a selector is a string or a number among them
     * @return the set
     */
    public static AttributeSet of(String name, AttributeSpec... specs) {
        return new AttributeSet(name, Arrays.asList(specs), Optional.empty());
    }

    /**
     * Makes a set in which every number has the same meaning: the inside of an array.
     *
     * @param name a name; that of an attribute becomes this with its number
     * @param element the meaning; its number does not count
     * @return the set
     */
    public static AttributeSet ofElements(String name, AttributeSpec element) {
        return new AttributeSet(name, List.of(), Optional.of(element));
    }

    /** {@return the kernel's prefix} */
    public String name() {
        return name;
    }

    /** {@return the attributes in the order of the table} */
    public List<AttributeSpec> specs() {
        return specs;
    }

    /**
     * Looks an attribute up.
     *
     * @param number its number, without flag bits
     * @return empty if the table does not know it
     */
    public Optional<AttributeSpec> find(int number) {
        return Optional.ofNullable(lookup(number));
    }

    /** The same without an {@code Optional}, for the walks over messages: null if unknown. */
    AttributeSpec lookup(int number) {
        if (number < 0 || number > NLA_TYPE_MASK) {
            return null;
        }
        return number < byNumber.length ? byNumber[number] : element.orElse(null);
    }

    /** The only width of an attribute's payload in bytes, {@link #ANY_WIDTH} or {@link #CLOSER_LOOK}. */
    int width(int number) {
        return number < widths.length ? widths[number] : elementWidth;
    }

    /** Looks up an attribute that the caller takes for known. */
    AttributeSpec require(int number) {
        AttributeSpec spec = lookup(number);
        if (spec == null) {
            throw new IllegalArgumentException(name + " has no attribute " + number);
        }
        return spec;
    }

    /**
     * The name of an attribute, known or not.
     *
     * @param number its number, without flag bits
     * @return the kernel's name, or the set's name with the number, for example {@code "IFLA_MACVLAN(99)"}
     */
    public String nameOf(int number) {
        AttributeSpec spec = lookup(number);
        return spec == null || element.isPresent() ? name + "(" + number + ")" : spec.name();
    }

    @Override
    public String toString() {
        return name;
    }
}
