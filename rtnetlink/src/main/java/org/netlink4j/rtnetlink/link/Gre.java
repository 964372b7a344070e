package org.netlink4j.rtnetlink.link;

import org.netlink4j.core.schema.Attributes;

/**
 * A tunnel for packets over IPv4, RFC 2784.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaGre}
 */
public record Gre(Attributes data) implements GreKind<Gre> {
    static final String KIND = "gre";

    /** Checks the table. */
    public Gre {
        LinkKindType.require(IflaGre.ATTRIBUTES, data);
    }

    /** One with the kernel's defaults. */
    public Gre() {
        this(Attributes.none(IflaGre.ATTRIBUTES));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Gre over(Attributes data) {
        return new Gre(data);
    }
}
