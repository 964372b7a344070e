package org.netlink4j.rtnetlink.encap;

import java.util.Objects;
import org.netlink4j.core.schema.Attributes;

/**
 * An encapsulation that this library has no type for; what it says is kept as it is.
 *
 * @param type {@link LwtunnelEncap}, u16
 * @param data the attributes, with {@link org.netlink4j.core.schema.AttributeSet#UNKNOWN} or a table of the caller's
 */
public record UnknownEncap(int type, Attributes data) implements Encap {
    /** Checks the range. */
    public UnknownEncap {
        Objects.requireNonNull(data);
        if (type >>> 16 != 0) {
            throw new IllegalArgumentException("a type has 16 bits: " + type);
        }
    }
}
