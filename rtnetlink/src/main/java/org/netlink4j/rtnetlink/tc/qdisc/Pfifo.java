package org.netlink4j.rtnetlink.tc.qdisc;

import org.netlink4j.core.schema.Attributes;

/**
 * First in, first out; as many packets as its limit says.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaFifo}
 */
public record Pfifo(Attributes data) implements LimitedQueue<Pfifo> {
    static final String KIND = "pfifo";

    /** Checks the table. */
    public Pfifo {
        TcaFifo.PFIFO.require(data);
    }

    /** One with the defaults of the kernel. */
    public Pfifo() {
        this(Attributes.none(TcaFifo.PFIFO.data()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Pfifo over(Attributes data) {
        return new Pfifo(data);
    }
}
