package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaHtb.TCA_HTB_DIRECT_QLEN;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaHtb.TCA_HTB_INIT;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaHtb.TCA_HTB_OFFLOAD;

import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * Hierarchical token bucket: classes with a rate that they get, and a ceiling up to which they borrow what others do not use. See
 * {@link HtbClass}.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaHtb}
 */
public record Htb(Attributes data) implements TypedQdiscKind<Htb> {
    static final String KIND = "htb";

    /** The only version that kernels know. */
    private static final int VERSION = 3;

    private static final long DEFAULT_DIVISOR = 10;

    /** Checks the table. */
    public Htb {
        TcaHtb.QDISC.require(data);
    }

    /** One without default class, with the divisor 10. */
    public Htb() {
        this(Attributes.none(TcaHtb.ATTRIBUTES).withStruct(TCA_HTB_INIT, VERSION, DEFAULT_DIVISOR, 0, 0, 0));
    }

    /** {@return the minor number of the class of packets that no filter classified, u32; 0 for none, so that they are not limited} */
    public OptionalLong defaultClass() {
        return data.field(TCA_HTB_INIT, "defcls");
    }

    /**
     * Sets the class of packets that no filter classified.
     *
     * @param minor its minor number, u32; 0 for none, so that they are not limited
     * @return the kind with it
     */
    public Htb defaultClass(long minor) {
        return withField(TCA_HTB_INIT, "defcls", minor);
    }

    /** {@return by what a rate is divided to get the quantum of a class that does not say it, u32} */
    public OptionalLong rateToQuantum() {
        return data.field(TCA_HTB_INIT, "rate2quantum");
    }

    /**
     * Sets by what a rate is divided to get the quantum of a class that does not say it.
     *
     * @param divisor u32, not 0
     * @return the kind with it
     */
    public Htb rateToQuantum(long divisor) {
        return withField(TCA_HTB_INIT, "rate2quantum", divisor);
    }

    /** {@return how many packets went without a class, u32} */
    public OptionalLong directPackets() {
        return data.field(TCA_HTB_INIT, "direct_pkts");
    }

    /** {@return how many packets may wait without a class, u32; {@code TCA_HTB_DIRECT_QLEN}} */
    public OptionalLong directQueueLength() {
        return data.number(TCA_HTB_DIRECT_QLEN);
    }

    /**
     * Sets how many packets may wait without a class.
     *
     * @param packets u32
     * @return the kind with it
     */
    public Htb directQueueLength(long packets) {
        return with(TCA_HTB_DIRECT_QLEN, packets);
    }

    /** {@return whether the hardware does it; {@code TCA_HTB_OFFLOAD}} */
    public boolean offload() {
        return data.has(TCA_HTB_OFFLOAD);
    }

    /**
     * Sets whether the hardware shall do it.
     *
     * @param offload whether it shall
     * @return the kind with or without it
     */
    public Htb offload(boolean offload) {
        return flag(TCA_HTB_OFFLOAD, offload);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Htb over(Attributes data) {
        return new Htb(data);
    }
}
