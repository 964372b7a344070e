package org.netlink4j.rtnetlink.link;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/**
 * A virtual CAN device.
 *
 * @param data {@code IFLA_INFO_DATA}; the kernel knows none
 */
public record Vcan(Attributes data) implements TypedLinkKind<Vcan> {
    static final String KIND = "vcan";

    /** Checks the table. */
    public Vcan {
        LinkKindType.require(AttributeSet.UNKNOWN, data);
    }

    /** One with the kernel's defaults. */
    public Vcan() {
        this(Attributes.none(AttributeSet.UNKNOWN));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Vcan over(Attributes data) {
        return new Vcan(data);
    }
}
