package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaTbf.TCA_TBF_BURST;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaTbf.TCA_TBF_PARMS;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaTbf.TCA_TBF_PBURST;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaTbf.TCA_TBF_PRATE64;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaTbf.TCA_TBF_PTAB;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaTbf.TCA_TBF_RATE64;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaTbf.TCA_TBF_RTAB;

import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.tc.Psched;
import org.netlink4j.rtnetlink.tc.TcRate;

/**
 * Token bucket filter: packets leave at no higher rate than is said, but for bursts. What {@link #of} made has a rate and a table of
 * times; the kernel answers without the table.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaTbf}
 */
public record Tbf(Attributes data) implements TypedQdiscKind<Tbf> {
    static final String KIND = "tbf";

    private static final double MICROSECONDS = 1_000_000;

    /** Checks the table. */
    public Tbf {
        TcaTbf.QDISC.require(data);
    }

    private static Tbf of(TcRate rate, long burst, long limit, long[] peak, long mtu) {
        long buffer = TcRate.ticks(rate.rate(), burst);
        long[] fields = Rates.fields(rate.values(), peak, limit, buffer, mtu);
        Attributes data = Attributes.none(TcaTbf.ATTRIBUTES).withStruct(TCA_TBF_PARMS, fields).with(TCA_TBF_BURST, burst);
        return new Tbf((rate.isWide() ? data.with(TCA_TBF_RATE64, rate.rate()) : data).with(TCA_TBF_RTAB, rate.table()));
    }

    /**
     * A rate.
     *
     * @param rate the rate
     * @param burst how many bytes may go at once, u32, at least the longest packet
     * @param limit how many bytes may wait, u32
     * @return the kind
     */
    public static Tbf of(TcRate rate, long burst, long limit) {
        return of(rate, burst, limit, Rates.NONE, 0);
    }

    /**
     * A rate, and a higher one that not even bursts exceed.
     *
     * @param rate the rate
     * @param burst how many bytes may go at once, u32, at least the longest packet
     * @param limit how many bytes may wait, u32
     * @param peak the higher rate
     * @param peakBurst how many bytes may go at once at that rate, u32, at least the longest packet
     * @return the kind
     */
    public static Tbf of(TcRate rate, long burst, long limit, TcRate peak, long peakBurst) {
        Tbf tbf = of(rate, burst, limit, peak.values(), TcRate.ticks(peak.rate(), peakBurst));
        Tbf wide = peak.isWide() ? tbf.with(TCA_TBF_PRATE64, peak.rate()) : tbf;
        return wide.with(TCA_TBF_PBURST, peakBurst).over(TCA_TBF_PTAB, peak.table());
    }

    /**
     * How many bytes may wait if none is to wait longer than some time.
     *
     * @param rate bytes per second
     * @param burst how many bytes may go at once
     * @param latency the longest time to wait in microseconds
     * @return bytes
     */
    public static long limit(long rate, long burst, long latency) {
        return (long) (rate * (latency / MICROSECONDS)) + burst;
    }

    private Tbf over(int number, byte[] table) {
        return over(data.with(number, table));
    }

    /** {@return the rate in bytes per second, u64} */
    public OptionalLong rate() {
        return Rates.rate(data, TCA_TBF_PARMS, "rate", TCA_TBF_RATE64);
    }

    /** {@return how many bytes may go at once, out of the kernel's clock and so a bit less than was wanted, u32} */
    public OptionalLong burst() {
        return Rates.bytes(rate(), data, TCA_TBF_PARMS, "buffer");
    }

    /** {@return the rate that not even bursts exceed, in bytes per second, u64; empty if there is none} */
    public OptionalLong peakRate() {
        OptionalLong rate = Rates.rate(data, TCA_TBF_PARMS, "peakrate", TCA_TBF_PRATE64);
        return rate.orElse(0) == 0 ? OptionalLong.empty() : rate;
    }

    /** {@return how many bytes may go at once at the peak rate, u32; empty if there is none} */
    public OptionalLong peakBurst() {
        return Rates.bytes(peakRate(), data, TCA_TBF_PARMS, "mtu");
    }

    /** {@return how many bytes may wait, u32} */
    public OptionalLong limit() {
        return data.field(TCA_TBF_PARMS, "limit");
    }

    /** {@return the longest time to wait in microseconds; empty if the limit is so small that there is none} */
    public OptionalLong latency() {
        OptionalLong limit = limit();
        OptionalLong rate = rate();
        if (limit.isEmpty() || rate.isEmpty() || rate.getAsLong() == 0) {
            return OptionalLong.empty();
        }
        double latency = latency(limit.getAsLong(), rate.getAsLong(), "buffer");
        OptionalLong peak = peakRate();
        double longest = peak.isPresent() ? Math.max(latency, latency(limit.getAsLong(), peak.getAsLong(), "mtu")) : latency;
        return longest < 0 ? OptionalLong.empty() : OptionalLong.of((long) longest);
    }

    private double latency(long limit, long rate, String ticks) {
        long time = (long) Psched.KERNEL.microseconds(data.field(TCA_TBF_PARMS, ticks).orElse(0));
        return MICROSECONDS * (limit / Shown.unsigned(rate)) - time;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Tbf over(Attributes data) {
        return new Tbf(data);
    }
}
