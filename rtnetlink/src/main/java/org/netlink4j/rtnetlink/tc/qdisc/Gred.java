package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaGred.TCA_GRED_DPS;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaGred.TCA_GRED_LIMIT;

import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * Generic random early detection: up to 16 virtual queues with parameters of their own.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaGred}
 */
public record Gred(Attributes data) implements TypedQdiscKind<Gred> {
    static final String KIND = "gred";

    /** Checks the table. */
    public Gred {
        TcaGred.QDISC.require(data);
    }

    /** Nothing said. */
    public Gred() {
        this(Attributes.none(TcaGred.QDISC.data()));
    }

    /** {@return how long the queue may be in bytes, u32; {@code TCA_GRED_LIMIT}} */
    public OptionalLong limit() {
        return data.number(TCA_GRED_LIMIT);
    }

    /**
     * Sets how long the queue may be in bytes.
     *
     * @param bytes u32
     * @return the kind with it
     */
    public Gred limit(long bytes) {
        return with(TCA_GRED_LIMIT, bytes);
    }

    /**
     * Virtual queues, the parameters of which are set later by changes.
     *
     * @param count how many, 1 to 16
     * @param defaultQueue the one of packets that no filter classified
     * @param shared whether those of higher priority count for those of lower priority, too
     * @return the kind
     */
    public static Gred of(int count, int defaultQueue, boolean shared) {
        return new Gred(Attributes.none(TcaGred.ATTRIBUTES).withStruct(TCA_GRED_DPS, count, defaultQueue, shared ? 1 : 0, 0));
    }

    /** {@return how many virtual queues there are, u32} */
    public OptionalLong count() {
        return data.field(TCA_GRED_DPS, "DPs");
    }

    /** {@return the virtual queue of packets that no filter classified, u32} */
    public OptionalLong defaultQueue() {
        return data.field(TCA_GRED_DPS, "def_DP");
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Gred over(Attributes data) {
        return new Gred(data);
    }
}
