package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.Tca.TCA_OPTIONS;

import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * A class for every queue of the device; actions of filters choose.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaMultiq}
 */
public record Multiq(Attributes data) implements TypedQdiscKind<Multiq> {
    static final String KIND = "multiq";

    /** Checks the table. */
    public Multiq {
        TcaMultiq.QDISC.require(data);
    }

    /** As many bands as the device has queues. */
    public Multiq() {
        this(Attributes.none(TcaMultiq.ATTRIBUTES).withStruct(TCA_OPTIONS, 0, 0));
    }

    /** {@return how many bands there are, u16; the kernel says it} */
    public OptionalLong bands() {
        return data.field(TCA_OPTIONS, "bands");
    }

    /** {@return how many queues the device has, u16; the kernel says it} */
    public OptionalLong maxBands() {
        return data.field(TCA_OPTIONS, "max_bands");
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Multiq over(Attributes data) {
        return new Multiq(data);
    }
}
