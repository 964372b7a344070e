package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.rtnetlink.tc.action.TcaPolice.TCA_POLICE_AVRATE;
import static org.netlink4j.rtnetlink.tc.action.TcaPolice.TCA_POLICE_PEAKRATE;
import static org.netlink4j.rtnetlink.tc.action.TcaPolice.TCA_POLICE_PEAKRATE64;
import static org.netlink4j.rtnetlink.tc.action.TcaPolice.TCA_POLICE_PKTBURST64;
import static org.netlink4j.rtnetlink.tc.action.TcaPolice.TCA_POLICE_PKTRATE64;
import static org.netlink4j.rtnetlink.tc.action.TcaPolice.TCA_POLICE_RATE;
import static org.netlink4j.rtnetlink.tc.action.TcaPolice.TCA_POLICE_RATE64;
import static org.netlink4j.rtnetlink.tc.action.TcaPolice.TCA_POLICE_RESULT;
import static org.netlink4j.rtnetlink.tc.action.TcaPolice.TCA_POLICE_TBF;

import java.util.Optional;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.tc.TcRate;

/**
 * Lets packets pass up to a rate. {@link #control} says what becomes of those beyond it.
 *
 * @param data {@code TCA_ACT_OPTIONS}, attributes of {@link TcaPolice}
 */
public record Police(Attributes data) implements ActionKind<Police> {
    static final String KIND = "police";

    private static final String BURST = "burst";
    private static final String LARGEST = "mtu";
    private static final String RATE = "rate";
    private static final String PEAK = "peakrate";

    /** Checks the table. */
    public Police {
        ActionKindType.require(TcaPolice.ATTRIBUTES, data);
    }

    private static Police none() {
        return new Police(Attributes.none(TcaPolice.ATTRIBUTES))
                .withField(TCA_POLICE_TBF, TcGen.ACTION, ControlAction.RECLASSIFY.value());
    }

    /**
     * Limits bytes. Packets beyond the rate are classified again until {@link #control} says otherwise.
     *
     * @param rate bytes a second, not 0
     * @param burst bytes that may come at once
     * @return the kind
     */
    public static Police bytes(long rate, long burst) {
        TcRate spec = TcRate.of(rate, 0);
        return none().withField(TCA_POLICE_TBF, BURST, TcRate.ticks(rate, burst))
                .rate(RATE, spec)
                .over(TCA_POLICE_RATE, spec.table())
                .wide(TCA_POLICE_RATE64, spec);
    }

    /**
     * Limits packets. Since Linux 5.13.
     *
     * @param rate packets a second, u64, not 0
     * @param burst packets that may come at once
     * @return the kind
     */
    public static Police packets(long rate, long burst) {
        return none().with(TCA_POLICE_PKTRATE64, rate).with(TCA_POLICE_PKTBURST64, TcRate.ticks(rate, burst));
    }

    private Police rate(String field, TcRate rate) {
        return withField(TCA_POLICE_TBF, field + ".cell_log", rate.cellLog())
                .withField(TCA_POLICE_TBF, field + ".linklayer", rate.linkLayer())
                .withField(TCA_POLICE_TBF, field + ".overhead", rate.overhead())
                .withField(TCA_POLICE_TBF, field + ".cell_align", TcRate.CELL_ALIGN)
                .withField(TCA_POLICE_TBF, field + ".mpu", rate.minimum())
                .withField(TCA_POLICE_TBF, field + ".rate", rate.narrow());
    }

    private Police over(int number, byte[] table) {
        return over(data.with(number, table));
    }

    private Police wide(int number, TcRate rate) {
        return rate.isWide() ? with(number, rate.rate()) : this;
    }

    /**
     * Sets the longest packet, and with it how fine the tables of times are. Longer packets are beyond the rate.
     *
     * @param bytes u32; needed with a peak rate
     * @return the kind with it
     */
    public Police largest(long bytes) {
        Police with = withField(TCA_POLICE_TBF, LARGEST, bytes);
        if (with.rate() == 0) {
            return with;
        }
        TcRate spec = TcRate.of(with.rate(), bytes);
        return with.rate(RATE, spec).over(TCA_POLICE_RATE, spec.table());
    }

    /**
     * Sets a rate that is not exceeded even during a burst. The longest packet has to be set before.
     *
     * @param rate bytes a second, not 0
     * @return the kind with it
     */
    public Police peak(long rate) {
        TcRate spec = TcRate.of(rate, largest());
        return rate(PEAK, spec).over(TCA_POLICE_PEAKRATE, spec.table()).wide(TCA_POLICE_PEAKRATE64, spec);
    }

    /**
     * Says what becomes of packets that keep to the rate.
     *
     * @param control the control action
     * @return the kind with it
     */
    public Police conforming(ControlAction control) {
        return with(TCA_POLICE_RESULT, control.value());
    }

    /**
     * Limits the average that an estimator measures; one has to be set for the action.
     *
     * @param rate bytes a second, u32
     * @return the kind with it
     */
    public Police average(long rate) {
        return with(TCA_POLICE_AVRATE, rate);
    }

    private long field(String field) {
        return data.field(TCA_POLICE_TBF, field).orElse(0);
    }

    /** {@return bytes a second, u64; 0 for no limit} */
    public long rate() {
        return data.number(TCA_POLICE_RATE64).orElseGet(() -> field(RATE + ".rate"));
    }

    /** {@return bytes a second that are not exceeded even during a burst, u64; 0 for no limit} */
    public long peak() {
        return data.number(TCA_POLICE_PEAKRATE64).orElseGet(() -> field(PEAK + ".rate"));
    }

    /** {@return bytes that may come at once} */
    public long burst() {
        return TcRate.bytes(rate(), field(BURST));
    }

    /** {@return the longest packet in bytes, u32} */
    public long largest() {
        return field(LARGEST);
    }

    /** {@return what becomes of packets that keep to the rate; empty if the next action follows} */
    public Optional<ControlAction> conforming() {
        return data.integer(TCA_POLICE_RESULT).stream().mapToObj(ControlAction::new).findFirst();
    }

    /** {@return the average in bytes a second, u32} */
    public OptionalLong average() {
        return data.number(TCA_POLICE_AVRATE);
    }

    /** {@return packets a second, u64} */
    public OptionalLong packetRate() {
        return data.number(TCA_POLICE_PKTRATE64);
    }

    /** {@return packets that may come at once} */
    public OptionalLong packetBurst() {
        return data.number(TCA_POLICE_PKTBURST64).stream().map(ticks -> TcRate.bytes(packetRate().orElse(0), ticks)).findFirst();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Police over(Attributes data) {
        return new Police(data);
    }
}
