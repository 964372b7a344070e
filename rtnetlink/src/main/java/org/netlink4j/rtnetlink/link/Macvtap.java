package org.netlink4j.rtnetlink.link;

import org.netlink4j.core.schema.Attributes;

/**
 * A macvlan whose frames a program reads and writes through a character device, {@code /dev/tapN} with its index N.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaMacvlan}
 */
public record Macvtap(Attributes data) implements MacvlanKind<Macvtap> {
    static final String KIND = "macvtap";

    /** Checks the table. */
    public Macvtap {
        LinkKindType.require(IflaMacvlan.ATTRIBUTES, data);
    }

    /** A macvtap in the kernel's default mode, VEPA. */
    public Macvtap() {
        this(Attributes.none(IflaMacvlan.ATTRIBUTES));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Macvtap over(Attributes data) {
        return new Macvtap(data);
    }
}
