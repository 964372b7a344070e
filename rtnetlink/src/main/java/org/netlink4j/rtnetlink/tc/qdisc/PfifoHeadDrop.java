package org.netlink4j.rtnetlink.tc.qdisc;

import org.netlink4j.core.schema.Attributes;

/**
 * First in, first out; when it is full, the oldest packet is dropped.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaFifo}
 */
public record PfifoHeadDrop(Attributes data) implements LimitedQueue<PfifoHeadDrop> {
    static final String KIND = "pfifo_head_drop";

    /** Checks the table. */
    public PfifoHeadDrop {
        TcaFifo.HEAD_DROP.require(data);
    }

    /** One with the defaults of the kernel. */
    public PfifoHeadDrop() {
        this(Attributes.none(TcaFifo.HEAD_DROP.data()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public PfifoHeadDrop over(Attributes data) {
        return new PfifoHeadDrop(data);
    }
}
