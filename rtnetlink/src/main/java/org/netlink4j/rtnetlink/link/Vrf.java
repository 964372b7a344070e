package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaVrf.IFLA_VRF_TABLE;

import java.util.OptionalInt;
import org.netlink4j.core.schema.Attributes;

/**
 * A device whose ports use a routing table of their own.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaVrf}
 */
public record Vrf(Attributes data) implements TypedLinkKind<Vrf> {
    static final String KIND = "vrf";

    /** Checks the table. */
    public Vrf {
        LinkKindType.require(IflaVrf.ATTRIBUTES, data);
    }

    /** A VRF without a table yet, which the kernel wants. */
    public Vrf() {
        this(Attributes.none(IflaVrf.ATTRIBUTES));
    }

    /** {@return the number of the routing table; {@code IFLA_VRF_TABLE}} */
    public OptionalInt table() {
        return data.integer(IFLA_VRF_TABLE);
    }

    /**
     * Sets the number of the routing table.
     *
     * @param value u32, not 0
     * @return the kind with it
     */
    public Vrf table(long value) {
        return with(IFLA_VRF_TABLE, value);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Vrf over(Attributes data) {
        return new Vrf(data);
    }
}
