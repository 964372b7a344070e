package org.netlink4j.rtnetlink.link;

import org.netlink4j.core.schema.Attributes;

/**
 * A tunnel for Ethernet frames over IPv6.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaGre}
 */
public record Ip6gretap(Attributes data) implements GreKind<Ip6gretap> {
    static final String KIND = "ip6gretap";

    /** Checks the table. */
    public Ip6gretap {
        LinkKindType.require(IflaGre.ATTRIBUTES6, data);
    }

    /** One with the kernel's defaults. */
    public Ip6gretap() {
        this(Attributes.none(IflaGre.ATTRIBUTES6));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Ip6gretap over(Attributes data) {
        return new Ip6gretap(data);
    }
}
