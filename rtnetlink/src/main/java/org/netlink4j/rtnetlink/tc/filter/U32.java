package org.netlink4j.rtnetlink.tc.filter;

import static org.netlink4j.rtnetlink.tc.filter.TcaU32.TCA_U32_DIVISOR;
import static org.netlink4j.rtnetlink.tc.filter.TcaU32.TCA_U32_HASH;
import static org.netlink4j.rtnetlink.tc.filter.TcaU32.TCA_U32_INDEV;
import static org.netlink4j.rtnetlink.tc.filter.TcaU32.TCA_U32_LINK;
import static org.netlink4j.rtnetlink.tc.filter.TcaU32.TCA_U32_MARK;
import static org.netlink4j.rtnetlink.tc.filter.TcaU32.TCA_U32_PCNT;
import static org.netlink4j.rtnetlink.tc.filter.TcaU32.TCA_U32_SEL;
import static org.netlink4j.rtnetlink.tc.filter.TcaU32.TC_U32_EAT;
import static org.netlink4j.rtnetlink.tc.filter.TcaU32.TC_U32_TERMINAL;
import static org.netlink4j.rtnetlink.tc.filter.TcaU32.TC_U32_VAROFFSET;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * A filter that compares words of the packet, and may go on in a hash table of such filters.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaU32}
 */
public record U32(Attributes data) implements FilterKind<U32> {
    static final String KIND = "u32";

    private static final String COUNT = "nkeys";
    private static final String FLAGS = "flags";

    /** Checks the table. */
    public U32 {
        FilterKindType.require(TcaU32.ATTRIBUTES, data);
    }

    /** A filter that compares nothing yet. */
    public U32() {
        this(Attributes.none(TcaU32.ATTRIBUTES));
    }

    /**
     * A hash table, whose handle names it.
     *
     * @param buckets how many buckets it has, a power of two up to 256
     * @return the kind
     */
    public static U32 hashTable(int buckets) {
        return new U32().with(TCA_U32_DIVISOR, buckets);
    }

    /**
     * Sets what is compared. Unless the filter goes on in a hash table, its class and actions then count.
     *
     * @param keys what is compared, at most 128
     * @return the kind with it
     */
    public U32 keys(List<U32Key> keys) {
        byte[] head = withField(TCA_U32_SEL, COUNT, keys.size())
                .withField(TCA_U32_SEL, FLAGS, data.has(TCA_U32_LINK) ? 0 : TC_U32_TERMINAL)
                .data.payload(TCA_U32_SEL).orElseThrow();
        int size = TcaU32.SELECTOR.size();
        ByteBuffer selector = ByteBuffer.allocate(size + keys.size() * TcaU32.KEY.size()).put(head, 0, size);
        keys.forEach(key -> key.encode(selector));
        return over(data.with(TCA_U32_SEL, selector.array()));
    }

    /** {@return what is compared, as far as the message has it} */
    public List<U32Key> keys() {
        List<U32Key> keys = new ArrayList<>();
        ByteBuffer selector = ByteBuffer.wrap(data.payload(TCA_U32_SEL).orElse(new byte[0]));
        if (selector.remaining() >= TcaU32.SELECTOR.size()) {
            selector.position(TcaU32.SELECTOR.size());
            long count = data.field(TCA_U32_SEL, COUNT).orElse(0);
            while (keys.size() < count && selector.remaining() >= TcaU32.KEY.size()) {
                keys.add(U32Key.decode(selector));
            }
        }
        return List.copyOf(keys);
    }

    /**
     * Puts the filter into a hash table.
     *
     * @param table the table, and the bucket of it if there are several
     * @return the kind with it
     */
    public U32 in(U32Handle table) {
        return with(TCA_U32_HASH, Integer.toUnsignedLong(table.value()));
    }

    /**
     * Goes on in a hash table. Has to be set before what is compared.
     *
     * @param table the table
     * @return the kind with it
     */
    public U32 link(U32Handle table) {
        return with(TCA_U32_LINK, Integer.toUnsignedLong(table.value()));
    }

    /** {@return the hash table to go on with} */
    public Optional<U32Handle> link() {
        return data.integer(TCA_U32_LINK).stream().mapToObj(U32Handle::new).findFirst();
    }

    /** {@return how many buckets a hash table has; empty if it is none} */
    public OptionalInt buckets() {
        return data.integer(TCA_U32_DIVISOR);
    }

    /**
     * Says which bits of a word choose the bucket of the next hash table. Has to be set after what is compared.
     *
     * @param mask the bits of a u32 in network byte order
     * @param offset where the word is, from the network header on
     * @return the kind with it
     */
    public U32 hashKey(int mask, int offset) {
        return withField(TCA_U32_SEL, "hmask", Integer.toUnsignedLong(mask)).withField(TCA_U32_SEL, "hoff", offset);
    }

    /**
     * Lets the next hash table count from behind a header whose length is in the packet. Has to be set after what is compared.
     *
     * @param at where the length is, a u16
     * @param mask which bits of it count
     * @param shift by how many bits it is shifted to the right
     * @return the kind with it
     */
    public U32 skipHeader(int at, int mask, int shift) {
        long flags = data.field(TCA_U32_SEL, FLAGS).orElse(0);
        return withField(TCA_U32_SEL, FLAGS, flags | TC_U32_VAROFFSET | TC_U32_EAT)
                .withField(TCA_U32_SEL, "offmask", mask)
                .withField(TCA_U32_SEL, "offshift", shift)
                .withField(TCA_U32_SEL, "offoff", at);
    }

    /**
     * Compares the mark of the packet, too.
     *
     * @param mark u32
     * @param mask which bits of it count, u32
     * @return the kind with it
     */
    public U32 mark(long mark, long mask) {
        return over(data.withStruct(TCA_U32_MARK, mark, mask, 0));
    }

    /** {@return the mark of the packet, u32} */
    public OptionalLong mark() {
        return data.field(TCA_U32_MARK, "val");
    }

    /** {@return which bits of the mark count, u32} */
    public OptionalLong markMask() {
        return data.field(TCA_U32_MARK, "mask");
    }

    /**
     * Compares the device on which the packet came, too.
     *
     * @param device its name
     * @return the kind with it
     */
    public U32 incoming(String device) {
        return with(TCA_U32_INDEV, device);
    }

    /** {@return the device on which the packet came} */
    public Optional<String> incoming() {
        return data.text(TCA_U32_INDEV);
    }

    /** {@return how many packets were compared, u64; only in answers} */
    public OptionalLong lookups() {
        return data.field(TCA_U32_PCNT, "rcnt");
    }

    /** {@return how many packets matched, u64; only in answers} */
    public OptionalLong hits() {
        return data.field(TCA_U32_PCNT, "rhit");
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public U32 over(Attributes data) {
        return new U32(data);
    }
}
