package org.netlink4j.lldpad.wire;

import java.util.Objects;
import org.netlink4j.core.Octets;

/**
 * A TLV that this library has no type for, or that does not fit its type; kept as it is.
 *
 * @param type 1 to 127
 * @param value at most 511 bytes
 */
public record OtherTlv(int type, Octets value) implements Tlv {
    /** Checks the range. */
    public OtherTlv {
        Objects.requireNonNull(value);
        if (type < 1 || type > TlvSequence.LARGEST_TYPE || value.length() > TlvSequence.LONGEST_VALUE) {
            throw new IllegalArgumentException("type " + type + " with " + value.length() + " bytes");
        }
    }
}
