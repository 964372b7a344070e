package org.netlink4j.rtnetlink.tc.qdisc;

import org.netlink4j.core.schema.Attributes;

/**
 * Packets of the highest priority first; when it is full, one of the lowest is dropped.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaFifo}
 */
public record Skbprio(Attributes data) implements LimitedQueue<Skbprio> {
    static final String KIND = "skbprio";

    /** Checks the table. */
    public Skbprio {
        TcaFifo.SKBPRIO.require(data);
    }

    /** One with the defaults of the kernel. */
    public Skbprio() {
        this(Attributes.none(TcaFifo.SKBPRIO.data()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Skbprio over(Attributes data) {
        return new Skbprio(data);
    }
}
