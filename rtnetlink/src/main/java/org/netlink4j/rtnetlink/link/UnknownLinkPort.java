package org.netlink4j.rtnetlink.link;

import java.util.Objects;
import org.netlink4j.core.schema.Attributes;

/**
 * A port of a device of a kind that this library has no type for; what is said of it is kept as it is.
 *
 * @param kind {@code IFLA_INFO_SLAVE_KIND}
 * @param data {@code IFLA_INFO_SLAVE_DATA}
 */
public record UnknownLinkPort(String kind, Attributes data) implements LinkPort {
    /** Refuses nulls. */
    public UnknownLinkPort {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(data);
    }
}
