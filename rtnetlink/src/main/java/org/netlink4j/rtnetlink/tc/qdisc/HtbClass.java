package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaHtb.TCA_HTB_CEIL64;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaHtb.TCA_HTB_CTAB;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaHtb.TCA_HTB_PARMS;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaHtb.TCA_HTB_RATE64;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaHtb.TCA_HTB_RTAB;

import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.tc.TcRate;

/**
 * A class of htb. What {@link #of} made has rates and tables of times; the kernel answers without the tables.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaHtb}
 */
public record HtbClass(Attributes data) implements TypedClassKind<HtbClass> {
    static final String KIND = Htb.KIND;

    /** The longest packet for which {@code tc} makes tables, and the burst that it takes. */
    private static final long LARGEST = 1600;

    /** Checks the table. */
    public HtbClass {
        TcaHtb.CLASS.require(data);
    }

    /**
     * A rate that is the ceiling, too, with bursts of a packet.
     *
     * @param rate bytes per second, u64, not 0
     * @return the class
     */
    public static HtbClass of(long rate) {
        return of(rate, rate);
    }

    /**
     * A rate and a ceiling, with bursts of a packet.
     *
     * @param rate what it gets, in bytes per second, u64, not 0
     * @param ceil up to what it borrows, in bytes per second, u64, at least the rate
     * @return the class
     */
    public static HtbClass of(long rate, long ceil) {
        return of(TcRate.of(rate, LARGEST), LARGEST, TcRate.of(ceil, LARGEST), LARGEST);
    }

    /**
     * A rate and a ceiling.
     *
     * @param rate what it gets
     * @param burst how many bytes may go at once at that, u32
     * @param ceil up to what it borrows
     * @param ceilBurst how many bytes may go at once at that, u32
     * @return the class
     */
    public static HtbClass of(TcRate rate, long burst, TcRate ceil, long ceilBurst) {
        Attributes none = Attributes.none(TcaHtb.ATTRIBUTES);
        Attributes wide = rate.isWide() ? none.with(TCA_HTB_RATE64, rate.rate()) : none;
        long[] parameters = Rates.fields(rate.values(), ceil.values(),
                TcRate.ticks(rate.rate(), burst), TcRate.ticks(ceil.rate(), ceilBurst), 0, 0, 0);
        return new HtbClass((ceil.isWide() ? wide.with(TCA_HTB_CEIL64, ceil.rate()) : wide)
                .withStruct(TCA_HTB_PARMS, parameters)
                .with(TCA_HTB_RTAB, rate.table())
                .with(TCA_HTB_CTAB, ceil.table()));
    }

    /** {@return what it gets, in bytes per second, u64} */
    public OptionalLong rate() {
        return Rates.rate(data, TCA_HTB_PARMS, "rate", TCA_HTB_RATE64);
    }

    /** {@return up to what it borrows, in bytes per second, u64} */
    public OptionalLong ceil() {
        return Rates.rate(data, TCA_HTB_PARMS, "ceil", TCA_HTB_CEIL64);
    }

    /** {@return how many bytes may go at once at the rate, out of the kernel's clock and so a bit less than was wanted, u32} */
    public OptionalLong burst() {
        return Rates.bytes(rate(), data, TCA_HTB_PARMS, "buffer");
    }

    /** {@return how many bytes may go at once at the ceiling, out of the kernel's clock and so a bit less than was wanted, u32} */
    public OptionalLong ceilBurst() {
        return Rates.bytes(ceil(), data, TCA_HTB_PARMS, "cbuffer");
    }

    /** {@return how many bytes it may send before it is another one's turn, u32} */
    public OptionalLong quantum() {
        return data.field(TCA_HTB_PARMS, "quantum");
    }

    /**
     * Sets how many bytes it may send before it is another one's turn.
     *
     * @param bytes u32; 0 for its rate divided by {@link Htb#rateToQuantum()}
     * @return the class with it
     */
    public HtbClass quantum(long bytes) {
        return withField(TCA_HTB_PARMS, "quantum", bytes);
    }

    /** {@return its priority when it borrows, u32; 0 is the highest} */
    public OptionalLong priority() {
        return data.field(TCA_HTB_PARMS, "prio");
    }

    /**
     * Sets its priority when it borrows.
     *
     * @param priority 0, the highest, to 7
     * @return the class with it
     */
    public HtbClass priority(long priority) {
        return withField(TCA_HTB_PARMS, "prio", priority);
    }

    /** {@return how far it is above the leaves, u32; 7 for one at the root} */
    public OptionalLong level() {
        return data.field(TCA_HTB_PARMS, "level");
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public HtbClass over(Attributes data) {
        return new HtbClass(data);
    }
}
