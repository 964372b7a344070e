package org.netlink4j.rtnetlink.tc.qdisc;

import org.netlink4j.core.schema.Attributes;

/**
 * Three queues, of which the first that has packets sends: the default of devices with one queue. It cannot be configured.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaPrio}
 */
public record PfifoFast(Attributes data) implements PriorityBands<PfifoFast> {
    static final String KIND = "pfifo_fast";

    /** Checks the table. */
    public PfifoFast {
        TcaPrio.FAST.require(data);
    }

    /** One with the defaults of the kernel. */
    public PfifoFast() {
        this(Attributes.none(TcaPrio.FAST.data()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public PfifoFast over(Attributes data) {
        return new PfifoFast(data);
    }
}
