package org.netlink4j.rtnetlink.link;

import org.netlink4j.core.schema.Attributes;

/**
 * A device with a MAC address of its own on a lower device.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaMacvlan}
 */
public record Macvlan(Attributes data) implements MacvlanKind<Macvlan> {
    static final String KIND = "macvlan";

    /** Checks the table. */
    public Macvlan {
        LinkKindType.require(IflaMacvlan.ATTRIBUTES, data);
    }

    /** A macvlan in the kernel's default mode, VEPA. */
    public Macvlan() {
        this(Attributes.none(IflaMacvlan.ATTRIBUTES));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Macvlan over(Attributes data) {
        return new Macvlan(data);
    }
}
