package org.netlink4j.rtnetlink.link;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/**
 * A team: one link out of several. Its settings are made over generic netlink.
 *
 * @param data {@code IFLA_INFO_DATA}; the kernel knows none
 */
public record Team(Attributes data) implements TypedLinkKind<Team> {
    static final String KIND = "team";

    /** Checks the table. */
    public Team {
        LinkKindType.require(AttributeSet.UNKNOWN, data);
    }

    /** One with the kernel's defaults. */
    public Team() {
        this(Attributes.none(AttributeSet.UNKNOWN));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Team over(Attributes data) {
        return new Team(data);
    }
}
