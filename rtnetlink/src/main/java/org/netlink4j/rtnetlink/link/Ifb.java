package org.netlink4j.rtnetlink.link;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/**
 * A device that sends received frames through a queueing discipline.
 *
 * @param data {@code IFLA_INFO_DATA}; the kernel knows none
 */
public record Ifb(Attributes data) implements TypedLinkKind<Ifb> {
    static final String KIND = "ifb";

    /** Checks the table. */
    public Ifb {
        LinkKindType.require(AttributeSet.UNKNOWN, data);
    }

    /** One with the kernel's defaults. */
    public Ifb() {
        this(Attributes.none(AttributeSet.UNKNOWN));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Ifb over(Attributes data) {
        return new Ifb(data);
    }
}
