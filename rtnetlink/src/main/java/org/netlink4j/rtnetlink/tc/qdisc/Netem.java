package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.Tca.TCA_OPTIONS;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaNetem.NETEM_LOSS_GE;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaNetem.NETEM_LOSS_GI;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaNetem.TCA_NETEM_CORR;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaNetem.TCA_NETEM_CORRUPT;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaNetem.TCA_NETEM_DELAY_DIST;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaNetem.TCA_NETEM_ECN;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaNetem.TCA_NETEM_JITTER64;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaNetem.TCA_NETEM_LATENCY64;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaNetem.TCA_NETEM_LOSS;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaNetem.TCA_NETEM_PRNG_SEED;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaNetem.TCA_NETEM_RATE;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaNetem.TCA_NETEM_RATE64;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaNetem.TCA_NETEM_REORDER;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaNetem.TCA_NETEM_SLOT;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaNetem.TCA_NETEM_SLOT_DIST;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.tc.Psched;

/**
 * Network emulator: delays, loses, duplicates, reorders and damages packets. Its options are a structure with attributes after it;
 * {@link #attributes} are those. Probabilities and correlations are fractions from 0 to 1; the kernel keeps them in 32 bits.
 *
 * @param data {@code TCA_OPTIONS} as the only attribute, with attributes of {@link TcaNetem} in it
 */
public record Netem(Attributes data) implements TypedQdiscKind<Netem> {
    static final String KIND = "netem";

    private static final double ONE = 0xffff_ffffL;
    private static final long TICK = Psched.KERNEL.nanosecondsATick();
    private static final long DEFAULT_LIMIT = 1000;

    /** Checks the table. */
    public Netem {
        TcaNetem.QDISC.require(data);
    }

    /** One that does nothing yet, with a limit of 1000 packets. */
    public Netem() {
        this(Attributes.none(TcaNetem.QDISC.data()).withStruct(TCA_OPTIONS, 0, DEFAULT_LIMIT, 0, 0, 0, 0));
    }

    private static long fixed(double fraction) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("a fraction from 0 to 1, not " + fraction);
        }
        return (long) Math.rint(fraction * ONE);
    }

    private static OptionalDouble fraction(OptionalLong value) {
        return value.isPresent() ? OptionalDouble.of(value.getAsLong() / ONE) : OptionalDouble.empty();
    }

    private Netem header(String field, long value) {
        return withField(TCA_OPTIONS, field, value);
    }

    /** {@return what follows the structure, attributes of {@link TcaNetem}} */
    public Attributes attributes() {
        return data.nest(TCA_OPTIONS).orElseGet(() -> Attributes.none(TcaNetem.ATTRIBUTES));
    }

    /**
     * Sets any attribute that follows the structure.
     *
     * @param change makes attributes of {@link TcaNetem} out of those that are set
     * @return the kind with what that returned
     */
    public Netem with(UnaryOperator<Attributes> change) {
        return over(data.with(TCA_OPTIONS, data.header(TCA_OPTIONS).orElseThrow(), change.apply(attributes())));
    }

    private Netem correlation(String field, double correlation) {
        long fixed = fixed(correlation);
        return fixed == 0 ? this : with(attributes -> attributes.withField(TCA_NETEM_CORR, field, fixed));
    }

    /** {@return how many packets may wait, u32} */
    public OptionalLong limit() {
        return data.field(TCA_OPTIONS, "limit");
    }

    /**
     * Sets how many packets may wait.
     *
     * @param packets u32
     * @return the kind with it
     */
    public Netem limit(long packets) {
        return header("limit", packets);
    }

    /** {@return the delay in nanoseconds, s64} */
    public OptionalLong delay() {
        return time(TCA_NETEM_LATENCY64, "latency");
    }

    /** {@return how far the delay varies, in nanoseconds, s64} */
    public OptionalLong jitter() {
        return time(TCA_NETEM_JITTER64, "jitter");
    }

    /** What the structure says counts only if there is no attribute. */
    private OptionalLong time(int wide, String narrow) {
        OptionalLong nanoseconds = attributes().number(wide);
        return nanoseconds.isPresent()
                ? nanoseconds
                : data.field(TCA_OPTIONS, narrow).stream().map(ticks -> ticks * TICK).findFirst();
    }

    /** The attribute is for what is no u32 of whole ticks. */
    private Netem time(int wide, String narrow, long nanoseconds) {
        long ticks = nanoseconds / TICK;
        boolean fits = ticks * TICK == nanoseconds && ticks >>> Integer.SIZE == 0;
        Netem rounded = header(narrow, Math.clamp(ticks, 0, (1L << Integer.SIZE) - 1));
        return rounded.with(attributes -> fits ? attributes.without(wide) : attributes.with(wide, nanoseconds));
    }

    /**
     * Delays packets.
     *
     * @param nanoseconds how long, s64
     * @return the kind with it
     */
    public Netem delay(long nanoseconds) {
        return time(TCA_NETEM_LATENCY64, "latency", nanoseconds);
    }

    /**
     * Delays packets by a time that varies.
     *
     * @param nanoseconds how long on average, s64
     * @param jitter how far it varies, in nanoseconds, s64
     * @param correlation how much it depends on that of the packet before
     * @return the kind with it
     */
    public Netem delay(long nanoseconds, long jitter, double correlation) {
        return delay(nanoseconds).time(TCA_NETEM_JITTER64, "jitter", jitter).correlation("delay_corr", correlation);
    }

    /**
     * Sets how the delay is distributed; {@code TCA_NETEM_DELAY_DIST}.
     *
     * @param values quantiles in 1/8192 of the jitter, at most 16384
     * @return the kind with it
     */
    public Netem distribution(short... values) {
        return with(attributes -> attributes.with(TCA_NETEM_DELAY_DIST, bytes(values)));
    }

    private static byte[] bytes(short[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Short.BYTES).order(ByteOrder.nativeOrder());
        bytes.asShortBuffer().put(values);
        return bytes.array();
    }

    /** {@return the probability that a packet is lost} */
    public OptionalDouble loss() {
        return fraction(data.field(TCA_OPTIONS, "loss"));
    }

    /**
     * Loses packets at random.
     *
     * @param probability of each
     * @param correlation how much it depends on the packet before
     * @return the kind with it
     */
    public Netem loss(double probability, double correlation) {
        return header("loss", fixed(probability)).correlation("loss_corr", correlation);
    }

    /**
     * Loses packets as a model of four states says: received in a gap, lost alone, lost in a burst, received in a burst.
     *
     * @param p13 probability of going from a gap to a burst
     * @param p31 back
     * @param p32 from lost to received in a burst
     * @param p14 from a gap to a single loss
     * @param p23 from received to lost in a burst
     * @return the kind with it
     */
    public Netem lossStates(double p13, double p31, double p32, double p14, double p23) {
        return loss(NETEM_LOSS_GI, p13, p31, p32, p14, p23);
    }

    /**
     * Loses packets as the model of Gilbert and Elliott says, with a good and a bad state.
     *
     * @param bad probability of going from good to bad
     * @param good back
     * @param lostInBad probability of a loss in the bad state
     * @param lostInGood probability of a loss in the good state
     * @return the kind with it
     */
    public Netem lossGilbertElliott(double bad, double good, double lostInBad, double lostInGood) {
        return loss(NETEM_LOSS_GE, bad, good, 1 - lostInBad, lostInGood);
    }

    private Netem loss(int model, double... probabilities) {
        long[] fixed = new long[probabilities.length];
        for (int i = 0; i < fixed.length; i++) {
            fixed[i] = fixed(probabilities[i]);
        }
        Attributes loss = Attributes.none(TcaNetem.LOSS).withStruct(model, fixed);
        return with(attributes -> attributes.with(TCA_NETEM_LOSS, loss));
    }

    /** {@return the probability that a packet is sent twice} */
    public OptionalDouble duplicate() {
        return fraction(data.field(TCA_OPTIONS, "duplicate"));
    }

    /**
     * Sends packets twice.
     *
     * @param probability of each
     * @param correlation how much it depends on the packet before
     * @return the kind with it
     */
    public Netem duplicate(double probability, double correlation) {
        return header("duplicate", fixed(probability)).correlation("dup_corr", correlation);
    }

    /** {@return the probability that a packet is sent at once} */
    public OptionalDouble reorder() {
        return fraction(attributes().field(TCA_NETEM_REORDER, "probability"));
    }

    /**
     * Sends packets at once that would have been delayed.
     *
     * @param probability of each
     * @param correlation how much it depends on the packet before
     * @param gap every how many packets, u32
     * @return the kind with it
     */
    public Netem reorder(double probability, double correlation, long gap) {
        return header("gap", gap).with(
                attributes -> attributes.withStruct(TCA_NETEM_REORDER, fixed(probability), fixed(correlation)));
    }

    /** {@return the probability that a bit of a packet is turned over} */
    public OptionalDouble corrupt() {
        return fraction(attributes().field(TCA_NETEM_CORRUPT, "probability"));
    }

    /**
     * Turns over a bit of packets.
     *
     * @param probability of each
     * @param correlation how much it depends on the packet before
     * @return the kind with it
     */
    public Netem corrupt(double probability, double correlation) {
        return with(attributes -> attributes.withStruct(TCA_NETEM_CORRUPT, fixed(probability), fixed(correlation)));
    }

    /** {@return the rate in bytes per second, u64; empty if there is none} */
    public OptionalLong rate() {
        Attributes attributes = attributes();
        OptionalLong wide = attributes.number(TCA_NETEM_RATE64);
        return wide.isPresent() ? wide : attributes.field(TCA_NETEM_RATE, "rate").stream().filter(rate -> rate != 0).findFirst();
    }

    /**
     * Limits the rate.
     *
     * @param bytesPerSecond u64
     * @param packetOverhead bytes that every packet is longer, s32
     * @param cellSize bytes of a cell, u32; 0 for no cells
     * @param cellOverhead bytes that every cell is longer, s32
     * @return the kind with it
     */
    public Netem rate(long bytesPerSecond, int packetOverhead, long cellSize, int cellOverhead) {
        boolean wide = bytesPerSecond >>> Integer.SIZE != 0;
        long narrow = wide ? (1L << Integer.SIZE) - 1 : bytesPerSecond;
        return with(attributes -> (wide ? attributes.with(TCA_NETEM_RATE64, bytesPerSecond) : attributes)
                .withStruct(TCA_NETEM_RATE, narrow, packetOverhead, cellSize, cellOverhead));
    }

    /**
     * Sends packets in slots only.
     *
     * @param least the shortest time between slots in nanoseconds, s64
     * @param most the longest one, s64
     * @param packets how many packets go in a slot, s32; 0 for no limit
     * @param bytes how many bytes go in a slot, s32; 0 for no limit
     * @return the kind with it
     */
    public Netem slot(long least, long most, int packets, int bytes) {
        return with(attributes -> attributes.withStruct(TCA_NETEM_SLOT, least, most, packets, bytes, 0, 0));
    }

    /**
     * Sends packets in slots only, the times between which have a distribution.
     *
     * @param average the time between slots in nanoseconds, s64
     * @param jitter how far it varies, in nanoseconds, s64
     * @param packets how many packets go in a slot, s32; 0 for no limit
     * @param bytes how many bytes go in a slot, s32; 0 for no limit
     * @param values quantiles in 1/8192 of the jitter, at most 16384
     * @return the kind with it
     */
    public Netem slotDistribution(long average, long jitter, int packets, int bytes, short... values) {
        return with(attributes -> attributes
                .withStruct(TCA_NETEM_SLOT, 0, 0, packets, bytes, average, jitter)
                .with(TCA_NETEM_SLOT_DIST, bytes(values)));
    }

    /** {@return whether packets are marked instead of lost, if they can be} */
    public boolean ecn() {
        return attributes().integer(TCA_NETEM_ECN).orElse(0) != 0;
    }

    /**
     * Sets whether packets are marked instead of lost, if they can be.
     *
     * @param mark whether they are
     * @return the kind with it
     */
    public Netem ecn(boolean mark) {
        return with(attributes -> attributes.with(TCA_NETEM_ECN, mark ? 1 : 0));
    }

    /** {@return the seed of the random numbers, u64; {@code TCA_NETEM_PRNG_SEED}; since Linux 6.6} */
    public OptionalLong seed() {
        return attributes().number(TCA_NETEM_PRNG_SEED);
    }

    /**
     * Sets the seed of the random numbers; since Linux 6.6.
     *
     * @param seed u64
     * @return the kind with it
     */
    public Netem seed(long seed) {
        return with(attributes -> attributes.with(TCA_NETEM_PRNG_SEED, seed));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Netem over(Attributes data) {
        return new Netem(data);
    }
}
