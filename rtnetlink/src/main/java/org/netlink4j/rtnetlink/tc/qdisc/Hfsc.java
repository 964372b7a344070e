package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.Tca.TCA_OPTIONS;

import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * Hierarchical fair service curve: classes that share bandwidth and have guaranteed delays. See {@link HfscClass}.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaHfsc}
 */
public record Hfsc(Attributes data) implements TypedQdiscKind<Hfsc> {
    static final String KIND = "hfsc";

    /** Checks the table. */
    public Hfsc {
        TcaHfsc.QDISC.require(data);
    }

    /** One without default class. */
    public Hfsc() {
        this(Attributes.none(TcaHfsc.QDISC.data()).withStruct(TCA_OPTIONS, 0));
    }

    /** {@return the minor number of the class of packets that no filter classified, u16; 0 for none, so that they are dropped} */
    public OptionalLong defaultClass() {
        return data.field(TCA_OPTIONS, "defcls");
    }

    /**
     * Sets the minor number of the class of packets that no filter classified.
     *
     * @param minor u16; 0 for none, so that they are dropped
     * @return the kind with it
     */
    public Hfsc defaultClass(int minor) {
        return withField(TCA_OPTIONS, "defcls", minor);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Hfsc over(Attributes data) {
        return new Hfsc(data);
    }
}
