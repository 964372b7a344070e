package org.netlink4j.rtnetlink.link;

import org.netlink4j.core.schema.Attributes;

/**
 * A virtual tunnel interface for IPsec over IPv6.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaVti}
 */
public record Vti6(Attributes data) implements VtiKind<Vti6> {
    static final String KIND = "vti6";

    /** Checks the table. */
    public Vti6 {
        LinkKindType.require(IflaVti.ATTRIBUTES6, data);
    }

    /** One with the kernel's defaults. */
    public Vti6() {
        this(Attributes.none(IflaVti.ATTRIBUTES6));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Vti6 over(Attributes data) {
        return new Vti6(data);
    }
}
