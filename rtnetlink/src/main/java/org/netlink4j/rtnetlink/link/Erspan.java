package org.netlink4j.rtnetlink.link;

import org.netlink4j.core.schema.Attributes;

/**
 * A tunnel for mirrored Ethernet frames over IPv4.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaGre}
 */
public record Erspan(Attributes data) implements GreKind<Erspan> {
    static final String KIND = "erspan";

    /** Checks the table. */
    public Erspan {
        LinkKindType.require(IflaGre.ATTRIBUTES, data);
    }

    /** One with the kernel's defaults. */
    public Erspan() {
        this(Attributes.none(IflaGre.ATTRIBUTES));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Erspan over(Attributes data) {
        return new Erspan(data);
    }
}
