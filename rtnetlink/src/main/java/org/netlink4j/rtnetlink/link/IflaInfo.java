package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.selected;
import static org.netlink4j.core.schema.AttributeSpec.string;

import org.netlink4j.core.schema.AttributeSet;

/** Attributes inside {@code IFLA_LINKINFO}: {@code IFLA_INFO_*} of {@code linux/if_link.h}. */
public final class IflaInfo {
    /** String: the kind of device, for example {@code "macvtap"}. */
    public static final int IFLA_INFO_KIND = 1;

    /** Nest: what the kind says of itself. */
    public static final int IFLA_INFO_DATA = 2;

    /** Bytes, only in answers: counters of the kind. */
    public static final int IFLA_INFO_XSTATS = 3;

    /** String: the kind of the device of which this one is a port, for example {@code "bridge"}. */
    public static final int IFLA_INFO_SLAVE_KIND = 4;

    /** Nest: what that kind says of its port. */
    public static final int IFLA_INFO_SLAVE_DATA = 5;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_INFO",
            string(IFLA_INFO_KIND, "IFLA_INFO_KIND").unterminated().key("info_kind"),
            selected(IFLA_INFO_DATA, "IFLA_INFO_DATA", IFLA_INFO_KIND, LinkKindType::dataTable)
                    .unmarked().key("info_data"),
            binary(IFLA_INFO_XSTATS, "IFLA_INFO_XSTATS"),
            string(IFLA_INFO_SLAVE_KIND, "IFLA_INFO_SLAVE_KIND").unterminated().key("info_slave_kind"),
            selected(IFLA_INFO_SLAVE_DATA, "IFLA_INFO_SLAVE_DATA", IFLA_INFO_SLAVE_KIND, LinkKindType::portTable)
                    .unmarked().key("info_slave_data"));

    private IflaInfo() {}
}
