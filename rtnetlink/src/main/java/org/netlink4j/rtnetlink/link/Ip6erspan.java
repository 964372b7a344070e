package org.netlink4j.rtnetlink.link;

import org.netlink4j.core.schema.Attributes;

/**
 * A tunnel for mirrored Ethernet frames over IPv6.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaGre}
 */
public record Ip6erspan(Attributes data) implements GreKind<Ip6erspan> {
    static final String KIND = "ip6erspan";

    /** Checks the table. */
    public Ip6erspan {
        LinkKindType.require(IflaGre.ATTRIBUTES6, data);
    }

    /** One with the kernel's defaults. */
    public Ip6erspan() {
        this(Attributes.none(IflaGre.ATTRIBUTES6));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Ip6erspan over(Attributes data) {
        return new Ip6erspan(data);
    }
}
