package org.netlink4j.rtnetlink.encap;

import static org.netlink4j.rtnetlink.encap.Ioam6Iptunnel.IOAM6_IPTUNNEL_DST;
import static org.netlink4j.rtnetlink.encap.Ioam6Iptunnel.IOAM6_IPTUNNEL_FREQ_K;
import static org.netlink4j.rtnetlink.encap.Ioam6Iptunnel.IOAM6_IPTUNNEL_FREQ_N;
import static org.netlink4j.rtnetlink.encap.Ioam6Iptunnel.IOAM6_IPTUNNEL_MODE;
import static org.netlink4j.rtnetlink.encap.Ioam6Iptunnel.IOAM6_IPTUNNEL_MODE_INLINE;
import static org.netlink4j.rtnetlink.encap.Ioam6Iptunnel.IOAM6_IPTUNNEL_SRC;
import static org.netlink4j.rtnetlink.encap.Ioam6Iptunnel.IOAM6_IPTUNNEL_TRACE;

import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.schema.Attributes;

/**
 * A trace of in-situ operations, administration and maintenance (RFC 9197) in the packet.
 *
 * @param data attributes of {@link Ioam6Iptunnel}
 */
public record Ioam6Encap(Attributes data) implements TypedEncap<Ioam6Encap> {
    /** Checks the table. */
    public Ioam6Encap {
        EncapType.IOAM6.require(data);
    }

    /** {@return the type, {@link LwtunnelEncap#LWTUNNEL_ENCAP_IOAM6}} */
    @Override
    public int type() {
        return EncapType.IOAM6.number();
    }

    @Override
    public Ioam6Encap over(Attributes data) {
        return new Ioam6Encap(data);
    }

    private static final int WORD = 4;
    private static final int TYPE_SHIFT = 8;

    /**
     * A trace in every packet, inline.
     *
     * @param namespace id of the namespace, u16
     * @param type what every node adds, 24 bits of RFC 9197
     * @param size room for it in bytes, a multiple of 4, at most 244
     * @return the encapsulation
     */
    public static Ioam6Encap of(int namespace, int type, int size) {
        if (namespace >>> 16 != 0 || type >>> 24 != 0 || size % WORD != 0 || size < WORD || size > 244) {
            throw new IllegalArgumentException("namespace " + namespace + ", type " + type + ", " + size + " bytes");
        }
        return new Ioam6Encap(Attributes.none(Ioam6Iptunnel.ATTRIBUTES)
                .with(IOAM6_IPTUNNEL_FREQ_K, 1).with(IOAM6_IPTUNNEL_FREQ_N, 1)
                .with(IOAM6_IPTUNNEL_MODE, IOAM6_IPTUNNEL_MODE_INLINE)
                .withStruct(IOAM6_IPTUNNEL_TRACE, namespace, size / WORD, Integer.toUnsignedLong(type << TYPE_SHIFT)));
    }

    /** {@return the mode; {@code IOAM6_IPTUNNEL_MODE_*}} */
    public OptionalInt mode() {
        return data.integer(IOAM6_IPTUNNEL_MODE);
    }

    /**
     * Puts the trace into a tunnel.
     *
     * @param mode {@code IOAM6_IPTUNNEL_MODE_ENCAP} or {@code _AUTO}, see {@link Ioam6Iptunnel}
     * @param remote the other end of the tunnel; {@code IOAM6_IPTUNNEL_DST}
     * @return the encapsulation with it
     */
    public Ioam6Encap tunnel(int mode, Ipv6Address remote) {
        Attributes trace = data.without(IOAM6_IPTUNNEL_TRACE); // which comes last
        return over(trace.with(IOAM6_IPTUNNEL_MODE, mode).with(IOAM6_IPTUNNEL_DST, remote)
                .with(IOAM6_IPTUNNEL_TRACE, data.payload(IOAM6_IPTUNNEL_TRACE).orElseThrow()));
    }

    /** {@return the other end of the tunnel; {@code IOAM6_IPTUNNEL_DST}} */
    public Optional<Ipv6Address> remote() {
        return data.ipv6(IOAM6_IPTUNNEL_DST);
    }

    /** {@return this end of the tunnel; {@code IOAM6_IPTUNNEL_SRC}; since Linux 6.13} */
    public Optional<Ipv6Address> local() {
        return data.ipv6(IOAM6_IPTUNNEL_SRC);
    }

    /**
     * Traces some packets only.
     *
     * @param some so many ...
     * @param of ... of so many, at most 1,000,000
     * @return the encapsulation with it
     */
    public Ioam6Encap frequency(int some, int of) {
        return over(data.with(IOAM6_IPTUNNEL_FREQ_K, some).with(IOAM6_IPTUNNEL_FREQ_N, of));
    }

    private OptionalInt field(String name, int shift, int mask) {
        return data.field(IOAM6_IPTUNNEL_TRACE, name).stream().mapToInt(value -> (int) (value >>> shift) & mask).findFirst();
    }

    /** {@return the id of the namespace, u16} */
    public OptionalInt namespace() {
        return field("namespace_id", 0, 0xffff);
    }

    /** {@return what every node adds, 24 bits of RFC 9197} */
    public OptionalInt traceType() {
        return field("type_be32", TYPE_SHIFT, 0xff_ffff);
    }

    /** {@return the room for the trace in bytes} */
    public OptionalInt size() {
        OptionalInt words = field("lengths", 0, 0x7f);
        return words.isPresent() ? OptionalInt.of(words.getAsInt() * WORD) : words;
    }
}
