package org.netlink4j.rtnetlink.link;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/**
 * A simulated hardware device, for tests of drivers.
 *
 * @param data {@code IFLA_INFO_DATA}; the kernel knows none
 */
public record Netdevsim(Attributes data) implements TypedLinkKind<Netdevsim> {
    static final String KIND = "netdevsim";

    /** Checks the table. */
    public Netdevsim {
        LinkKindType.require(AttributeSet.UNKNOWN, data);
    }

    /** One with the kernel's defaults. */
    public Netdevsim() {
        this(Attributes.none(AttributeSet.UNKNOWN));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Netdevsim over(Attributes data) {
        return new Netdevsim(data);
    }
}
