package org.netlink4j.core.generic.ethtool;

import static org.netlink4j.core.generic.ethtool.EthtoolBitset.ETHTOOL_A_BITSET_BITS;
import static org.netlink4j.core.generic.ethtool.EthtoolBitset.ETHTOOL_A_BITSET_BITS_BIT;
import static org.netlink4j.core.generic.ethtool.EthtoolBitset.ETHTOOL_A_BITSET_BIT_INDEX;
import static org.netlink4j.core.generic.ethtool.EthtoolBitset.ETHTOOL_A_BITSET_BIT_NAME;
import static org.netlink4j.core.generic.ethtool.EthtoolBitset.ETHTOOL_A_BITSET_BIT_VALUE;
import static org.netlink4j.core.generic.ethtool.EthtoolBitset.ETHTOOL_A_BITSET_MASK;
import static org.netlink4j.core.generic.ethtool.EthtoolBitset.ETHTOOL_A_BITSET_NOMASK;
import static org.netlink4j.core.generic.ethtool.EthtoolBitset.ETHTOOL_A_BITSET_SIZE;
import static org.netlink4j.core.generic.ethtool.EthtoolBitset.ETHTOOL_A_BITSET_VALUE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.netlink4j.core.schema.Attributes;

/**
 * A set of bits with, perhaps, a mask of those that are meant. In the verbose form it names its bits, in the compact form it does
 * not; both are read alike.
 *
 * @param attributes what the kernel sent, of {@link EthtoolBitset#ATTRIBUTES}
 */
public record Bitset(Attributes attributes) {
    /**
     * A plain set, without a mask.
     *
     * @param bits the numbers of the bits that are set
     * @return the set in the verbose form
     */
    public static Bitset of(int... bits) {
        Attributes list = Attributes.none(EthtoolBitset.BITS);
        for (int bit : bits) {
            list = list.plus(
                    ETHTOOL_A_BITSET_BITS_BIT, Attributes.none(EthtoolBitset.BIT).with(ETHTOOL_A_BITSET_BIT_INDEX, bit));
        }
        return new Bitset(
                Attributes.none(EthtoolBitset.ATTRIBUTES)
                        .withFlag(ETHTOOL_A_BITSET_NOMASK)
                        .with(ETHTOOL_A_BITSET_BITS, list));
    }

    /** {@return the number of bits that there can be; empty if it is not said} */
    public OptionalInt size() {
        return attributes.integer(ETHTOOL_A_BITSET_SIZE);
    }

    /** {@return whether there is a mask of the bits that are meant} */
    public boolean hasMask() {
        return !attributes.has(ETHTOOL_A_BITSET_NOMASK);
    }

    /** {@return the bits that are set} */
    public BitSet value() {
        return attributes.has(ETHTOOL_A_BITSET_VALUE)
                ? words(ETHTOOL_A_BITSET_VALUE)
                : listed(bit -> !hasMask() || bit.has(ETHTOOL_A_BITSET_BIT_VALUE));
    }

    /** {@return the bits that are meant; those that are set if there is no mask} */
    public BitSet mask() {
        if (!hasMask()) {
            return value();
        }
        return attributes.has(ETHTOOL_A_BITSET_MASK) ? words(ETHTOOL_A_BITSET_MASK) : listed(_ -> true);
    }

    /** {@return the names of the bits that are meant, by number; empty in the compact form} */
    public SortedMap<Integer, String> names() {
        SortedMap<Integer, String> names = new TreeMap<>();
        for (Attributes bit : bits()) {
            bit.text(ETHTOOL_A_BITSET_BIT_NAME).ifPresent(name -> names.put(index(bit), name));
        }
        return Collections.unmodifiableSortedMap(names);
    }

    /**
     * The bits of the verbose form. One that only has a name has no number that we know; one beyond what any message could list
     * in full is left out too, so that nobody makes us allocate it.
     */
    private List<Attributes> bits() {
        return attributes.nest(ETHTOOL_A_BITSET_BITS).stream()
                .flatMap(bits -> bits.nests(ETHTOOL_A_BITSET_BITS_BIT).stream())
                .filter(bit -> index(bit) >>> 16 == 0)
                .toList();
    }

    private static int index(Attributes bit) {
        return bit.integer(ETHTOOL_A_BITSET_BIT_INDEX).orElse(-1);
    }

    private BitSet listed(Predicate<Attributes> wanted) {
        BitSet listed = new BitSet();
        bits().stream().filter(wanted).forEach(bit -> listed.set(index(bit)));
        return listed;
    }

    private BitSet words(int number) {
        ByteBuffer words = ByteBuffer.wrap(attributes.payload(number).orElseThrow()).order(ByteOrder.nativeOrder());
        BitSet bits = new BitSet();
        for (int at = 0; words.remaining() >= Integer.BYTES; at += Integer.SIZE) {
            int word = words.getInt();
            for (int bit = 0; bit < Integer.SIZE; bit++) {
                bits.set(at + bit, (word >>> bit & 1) != 0);
            }
        }
        return bits;
    }
}
