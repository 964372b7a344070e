package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.Tca.TCA_OPTIONS;

import org.netlink4j.core.schema.Attributes;

/**
 * Keeps packets until it is told to let them go.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaPlug}
 */
public record Plug(Attributes data) implements TypedQdiscKind<Plug> {
    static final String KIND = "plug";

    /** Checks the table. */
    public Plug {
        TcaPlug.QDISC.require(data);
    }

    /** One with the defaults of the kernel. */
    public Plug() {
        this(Attributes.none(TcaPlug.QDISC.data()));
    }

    /**
     * Tells it what to do.
     *
     * @param action {@code TCQ_PLUG_*} of {@link TcaPlug}
     * @return the kind
     */
    public static Plug action(int action) {
        return new Plug().withField(TCA_OPTIONS, "action", action);
    }

    /**
     * Sets how many bytes may wait.
     *
     * @param bytes u32
     * @return the kind
     */
    public static Plug limit(long bytes) {
        return action(TcaPlug.TCQ_PLUG_LIMIT).withField(TCA_OPTIONS, "limit", bytes);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Plug over(Attributes data) {
        return new Plug(data);
    }
}
