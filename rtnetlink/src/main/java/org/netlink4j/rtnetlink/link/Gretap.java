package org.netlink4j.rtnetlink.link;

import org.netlink4j.core.schema.Attributes;

/**
 * A tunnel for Ethernet frames over IPv4.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaGre}
 */
public record Gretap(Attributes data) implements GreKind<Gretap> {
    static final String KIND = "gretap";

    /** Checks the table. */
    public Gretap {
        LinkKindType.require(IflaGre.ATTRIBUTES, data);
    }

    /** One with the kernel's defaults. */
    public Gretap() {
        this(Attributes.none(IflaGre.ATTRIBUTES));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Gretap over(Attributes data) {
        return new Gretap(data);
    }
}
