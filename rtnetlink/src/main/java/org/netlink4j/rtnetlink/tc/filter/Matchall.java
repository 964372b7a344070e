package org.netlink4j.rtnetlink.tc.filter;

import static org.netlink4j.rtnetlink.tc.filter.TcaMatchall.TCA_MATCHALL_PCNT;

import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * A filter that matches all packets. Since Linux 4.8.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaMatchall}
 */
public record Matchall(Attributes data) implements FilterKind<Matchall> {
    static final String KIND = "matchall";

    /** Checks the table. */
    public Matchall {
        FilterKindType.require(TcaMatchall.ATTRIBUTES, data);
    }

    /** A filter that does nothing yet. */
    public Matchall() {
        this(Attributes.none(TcaMatchall.ATTRIBUTES));
    }

    /** {@return how many packets matched, u64; only in answers} */
    public OptionalLong hits() {
        return data.field(TCA_MATCHALL_PCNT, "rhit");
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Matchall over(Attributes data) {
        return new Matchall(data);
    }
}
