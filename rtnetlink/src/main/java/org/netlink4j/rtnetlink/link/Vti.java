package org.netlink4j.rtnetlink.link;

import org.netlink4j.core.schema.Attributes;

/**
 * A virtual tunnel interface for IPsec over IPv4.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaVti}
 */
public record Vti(Attributes data) implements VtiKind<Vti> {
    static final String KIND = "vti";

    /** Checks the table. */
    public Vti {
        LinkKindType.require(IflaVti.ATTRIBUTES, data);
    }

    /** One with the kernel's defaults. */
    public Vti() {
        this(Attributes.none(IflaVti.ATTRIBUTES));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Vti over(Attributes data) {
        return new Vti(data);
    }
}
