package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaDrr.TCA_DRR_QUANTUM;

import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * A class of drr.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaDrr}
 */
public record DrrClass(Attributes data) implements TypedClassKind<DrrClass> {
    static final String KIND = "drr";

    /** Checks the table. */
    public DrrClass {
        TcaDrr.CLASS.require(data);
    }

    /** A class with the quantum of the kernel, the MTU. */
    public DrrClass() {
        this(Attributes.none(TcaDrr.CLASS.data()));
    }

    /** {@return how many bytes it may send before it is another one's turn, u32; {@code TCA_DRR_QUANTUM}} */
    public OptionalLong quantum() {
        return data.number(TCA_DRR_QUANTUM);
    }

    /**
     * Sets how many bytes it may send before it is another one's turn.
     *
     * @param bytes u32
     * @return the kind with it
     */
    public DrrClass quantum(long bytes) {
        return with(TCA_DRR_QUANTUM, bytes);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public DrrClass over(Attributes data) {
        return new DrrClass(data);
    }
}
