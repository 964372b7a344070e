package org.netlink4j.rtnetlink.link;

import org.netlink4j.core.schema.Attributes;

/**
 * A tunnel for packets over IPv6.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaGre}
 */
public record Ip6gre(Attributes data) implements GreKind<Ip6gre> {
    static final String KIND = "ip6gre";

    /** Checks the table. */
    public Ip6gre {
        LinkKindType.require(IflaGre.ATTRIBUTES6, data);
    }

    /** One with the kernel's defaults. */
    public Ip6gre() {
        this(Attributes.none(IflaGre.ATTRIBUTES6));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Ip6gre over(Attributes data) {
        return new Ip6gre(data);
    }
}
