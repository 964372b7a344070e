package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaQfq.TCA_QFQ_LMAX;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaQfq.TCA_QFQ_WEIGHT;

import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * A class of qfq.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaQfq}
 */
public record QfqClass(Attributes data) implements TypedClassKind<QfqClass> {
    static final String KIND = "qfq";

    /** Checks the table. */
    public QfqClass {
        TcaQfq.CLASS.require(data);
    }

    /** A class of the weight 1. */
    public QfqClass() {
        this(Attributes.none(TcaQfq.CLASS.data()));
    }

    /** {@return its share, 1 to 1023; {@code TCA_QFQ_WEIGHT}} */
    public OptionalLong weight() {
        return data.number(TCA_QFQ_WEIGHT);
    }

    /**
     * Sets its share.
     *
     * @param weight 1 to 1023
     * @return the kind with it
     */
    public QfqClass weight(long weight) {
        return with(TCA_QFQ_WEIGHT, weight);
    }

    /** {@return the longest packet in bytes, 512 to 65536; {@code TCA_QFQ_LMAX}} */
    public OptionalLong longestPacket() {
        return data.number(TCA_QFQ_LMAX);
    }

    /**
     * Sets the longest packet in bytes.
     *
     * @param bytes 512 to 65536
     * @return the kind with it
     */
    public QfqClass longestPacket(long bytes) {
        return with(TCA_QFQ_LMAX, bytes);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public QfqClass over(Attributes data) {
        return new QfqClass(data);
    }
}
