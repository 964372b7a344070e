package org.netlink4j.rtnetlink.tc.qdisc;

import org.netlink4j.core.schema.Attributes;

/**
 * First in, first out; as many bytes as its limit says.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaFifo}
 */
public record Bfifo(Attributes data) implements LimitedQueue<Bfifo> {
    static final String KIND = "bfifo";

    /** Checks the table. */
    public Bfifo {
        TcaFifo.BFIFO.require(data);
    }

    /** One with the defaults of the kernel. */
    public Bfifo() {
        this(Attributes.none(TcaFifo.BFIFO.data()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Bfifo over(Attributes data) {
        return new Bfifo(data);
    }
}
