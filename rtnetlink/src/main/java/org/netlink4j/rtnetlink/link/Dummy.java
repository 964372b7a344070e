package org.netlink4j.rtnetlink.link;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/**
 * A device that drops what it is to send. The kernel knows no attributes of it.
 *
 * @param data {@code IFLA_INFO_DATA}
 */
public record Dummy(Attributes data) implements TypedLinkKind<Dummy> {
    static final String KIND = "dummy";

    /** Checks the table. */
    public Dummy {
        LinkKindType.require(AttributeSet.UNKNOWN, data);
    }

    /** A dummy. */
    public Dummy() {
        this(Attributes.none(AttributeSet.UNKNOWN));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Dummy over(Attributes data) {
        return new Dummy(data);
    }
}
