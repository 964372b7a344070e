package org.netlink4j.lldpad.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;

/**
 * TLVs one after another, and what follows them: the End TLV and padding, or nothing.
 *
 * @param tlvs the TLVs in order, without the End TLV
 * @param rest what follows, from the End TLV on
 */
public record TlvSequence(List<Tlv> tlvs, Octets rest) {
    /** The End TLV. */
    public static final Octets END = Octets.zeros(2);

    static final int LARGEST_TYPE = 127;
    static final int LONGEST_VALUE = 511;
    private static final int HEADER = 2;
    private static final int LENGTH_BITS = 9;

    /** Copies the list. */
    public TlvSequence {
        tlvs = List.copyOf(tlvs);
        Objects.requireNonNull(rest);
    }

    /** How the value of a TLV is read. */
    @FunctionalInterface
    private interface Types {
        Tlv read(int type, OctetReader value) throws MalformedMessageException;
    }

    /**
     * TLVs that an End TLV ends.
     *
     * @param tlvs the TLVs
     * @return the sequence
     */
    public static TlvSequence ended(Tlv... tlvs) {
        return new TlvSequence(List.of(tlvs), END);
    }

    /**
     * Decodes the payload of an LLDP frame, or the body of a draft ECP unit.
     *
     * @param octets the bytes
     * @return the TLVs
     * @throws MalformedMessageException if a length does not fit
     */
    public static TlvSequence decode(Octets octets) throws MalformedMessageException {
        return decode(octets, LldpTypes::read);
    }

    /**
     * Decodes the body of a ratified ECP unit, where the types have other meanings.
     *
     * @param octets the bytes
     * @return the TLVs
     * @throws MalformedMessageException if a length does not fit
     */
    public static TlvSequence decodeVdp(Octets octets) throws MalformedMessageException {
        return decode(octets, VdpTypes::read);
    }

    private static TlvSequence decode(Octets octets, Types types) throws MalformedMessageException {
        List<Tlv> tlvs = new ArrayList<>();
        int at = 0;
        while (octets.length() - at >= HEADER) {
            int header = octets.get(at) << 8 | octets.get(at + 1);
            int type = header >>> LENGTH_BITS;
            int length = header & LONGEST_VALUE;
            if (type == 0) {
                break;
            }
            if (length > octets.length() - at - HEADER) {
                throw new MalformedMessageException("a TLV of type " + type + " and length " + length + " at offset " + at + " of "
                        + octets.length());
            }
            tlvs.add(typed(type, octets.slice(at + HEADER, at + HEADER + length), types));
            at += HEADER + length;
        }
        return new TlvSequence(tlvs, octets.slice(at, octets.length()));
    }

    /** As its own type only if that keeps every byte. */
    private static Tlv typed(int type, Octets value, Types types) {
        try {
            Tlv typed = types.read(type, new OctetReader(value));
            if (typed.type() == type && typed.value().equals(value)) {
                return typed;
            }
        } catch (MalformedMessageException _) {
            // kept as it is
        }
        return new OtherTlv(type, value);
    }

    /** {@return the bytes} */
    public Octets encode() {
        OctetWriter out = new OctetWriter();
        for (Tlv tlv : tlvs) {
            Octets value = tlv.value();
            if (value.length() > LONGEST_VALUE) {
                throw new IllegalArgumentException(value.length() + " bytes in one TLV: " + tlv);
            }
            out.u16(tlv.type() << LENGTH_BITS | value.length()).octets(value);
        }
        return out.octets(rest).done();
    }

    /**
     * The first TLV of a type.
     *
     * @param <T> the type
     * @param type the type
     * @return empty if there is none
     */
    public <T extends Tlv> Optional<T> find(Class<T> type) {
        return all(type).findFirst();
    }

    /**
     * The TLVs of a type.
     *
     * @param <T> the type
     * @param type the type
     * @return them in order
     */
    public <T extends Tlv> Stream<T> all(Class<T> type) {
        return tlvs.stream().filter(type::isInstance).map(type::cast);
    }
}
