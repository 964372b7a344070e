package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaGred.TCA_GRED_DPS;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaGred.TCA_GRED_LIMIT;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaGred.TCA_GRED_MAX_P;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaGred.TCA_GRED_PARMS;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaGred.TCA_GRED_STAB;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaGred.TCA_GRED_VQ_DP;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaGred.TCA_GRED_VQ_ENTRY;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaGred.TCA_GRED_VQ_FLAGS;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaGred.TCA_GRED_VQ_LIST;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
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
     * Virtual queues, the parameters of which are set later by changes with {@link #queue}.
     *
     * @param count how many, 1 to 16
     * @param defaultQueue the one of packets that no filter classified
     * @param shared whether those of higher priority count for those of lower priority, too
     * @return the kind
     */
    public static Gred of(int count, int defaultQueue, boolean shared) {
        return new Gred(Attributes.none(TcaGred.ATTRIBUTES).withStruct(TCA_GRED_DPS, count, defaultQueue, shared ? 1 : 0, 0));
    }

    /**
     * The parameters of one virtual queue: what a change of the qdisc says. Kernels before 4.21 do not read the flags, and the others
     * refuse any if the qdisc was made with flags for all.
     *
     * @param number which virtual queue, 0 to 15
     * @param wanted lengths in bytes
     * @param priority u8; counts if the virtual queues are shared
     * @param flags {@code TC_RED_*} of {@link TcaRed}
     * @return the kind
     */
    public static Gred queue(int number, RedParameters wanted, int priority, int flags) {
        if (number < 0 || number >= GredQueues.MAX_QUEUES) {
            throw new IllegalArgumentException("no virtual queue: " + number);
        }
        int averageLog = wanted.averageLog((double) wanted.min() / wanted.averagePacket());
        int probabilityLog = wanted.probabilityLog(wanted.max() - wanted.min());
        byte[] probability = new byte[Integer.BYTES];
        ByteBuffer.wrap(probability).order(ByteOrder.nativeOrder()).putInt((int) wanted.fixedProbability());
        Attributes entry = Attributes.none(TcaGred.QUEUE).with(TCA_GRED_VQ_DP, number).with(TCA_GRED_VQ_FLAGS, flags);
        return new Gred(Attributes.none(TcaGred.ATTRIBUTES)
                .withStruct(TCA_GRED_PARMS, wanted.limit(), wanted.min(), wanted.max(), number, 0, 0, 0, 0, 0, 0,
                        averageLog, probabilityLog, wanted.cellLog(averageLog), priority, 0, 0)
                .with(TCA_GRED_STAB, wanted.idleTable(averageLog))
                .with(TCA_GRED_MAX_P, probability)
                .with(TCA_GRED_VQ_LIST, Attributes.none(TcaGred.QUEUES).with(TCA_GRED_VQ_ENTRY, entry)));
    }

    /** {@return the virtual queues with parameters, in the order of their numbers, in what the kernel says} */
    public List<GredQueue> queues() {
        return GredQueues.of(data);
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
