package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.Tca.TCA_OPTIONS;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaMqprio.TCA_MQPRIO_MAX_RATE64;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaMqprio.TCA_MQPRIO_MIN_RATE64;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaMqprio.TCA_MQPRIO_MODE;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaMqprio.TCA_MQPRIO_SHAPER;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.netlink4j.core.schema.Attributes;

/**
 * Traffic classes that have queues of the device each, for hardware that schedules. Its options are a structure with attributes after
 * it.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaMqprio}
 */
public record Mqprio(Attributes data) implements TypedQdiscKind<Mqprio> {
    static final String KIND = "mqprio";

    /** Checks the table. */
    public Mqprio {
        TcaMqprio.QDISC.require(data);
    }

    /** One traffic class with the first queue. */
    public Mqprio() {
        this(of(List.of(), List.of(new QueueRange(1, 0)), false).data);
    }

    /**
     * Traffic classes.
     *
     * @param priorityMap the traffic class of each priority of a socket, at most 16
     * @param queues the queues of each traffic class, at most 16
     * @param hardware whether the hardware shall do it
     * @return the kind
     */
    public static Mqprio of(List<Integer> priorityMap, List<QueueRange> queues, boolean hardware) {
        Attributes none = Attributes.none(TcaMqprio.QDISC.data());
        return new Mqprio(none.withStruct(TCA_OPTIONS, QueueRange.fields(priorityMap, queues, hardware ? 1 : 0)));
    }

    /** {@return what follows the structure, attributes of {@link TcaMqprio}} */
    public Attributes attributes() {
        return data.nest(TCA_OPTIONS).orElseGet(() -> Attributes.none(TcaMqprio.ATTRIBUTES));
    }

    /**
     * Sets any attribute that follows the structure.
     *
     * @param change makes attributes of {@link TcaMqprio} out of those that are set
     * @return the kind with what that returned
     */
    public Mqprio with(UnaryOperator<Attributes> change) {
        return over(data.with(TCA_OPTIONS, data.header(TCA_OPTIONS).orElseThrow(), change.apply(attributes())));
    }

    /** {@return how many traffic classes there are, u8} */
    public OptionalLong classes() {
        return data.field(TCA_OPTIONS, "num_tc");
    }

    /** {@return the traffic class of each priority of a socket} */
    public List<Long> priorityMap() {
        return Shown.array(data, TCA_OPTIONS, "prio_tc_map", TcaMqprio.MAX);
    }

    /** {@return what the hardware does, {@code TC_MQPRIO_HW_OFFLOAD_*}, u8} */
    public OptionalLong hardware() {
        return data.field(TCA_OPTIONS, "hw");
    }

    /**
     * Sets what is reserved.
     *
     * @param mode {@code TC_MQPRIO_MODE_*} of {@link TcaMqprio}, u16
     * @return the kind with it
     */
    public Mqprio mode(int mode) {
        return with(attributes -> attributes.with(TCA_MQPRIO_MODE, mode));
    }

    /**
     * Lets the hardware shape by rates.
     *
     * @param least the least rate of each traffic class in bytes per second, u64 each; none to say nothing of it
     * @param highest the highest rates
     * @return the kind with them
     */
    public Mqprio rates(List<Long> least, List<Long> highest) {
        return with(attributes -> rates(
                rates(attributes.with(TCA_MQPRIO_SHAPER, TcaMqprio.TC_MQPRIO_SHAPER_BW_RATE), TCA_MQPRIO_MIN_RATE64, least),
                TCA_MQPRIO_MAX_RATE64, highest));
    }

    private static Attributes rates(Attributes attributes, int number, List<Long> rates) {
        return rates.isEmpty() ? attributes : attributes.with(number, Shown.nest(attributes.spec(number).nest(), number, rates));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mqprio over(Attributes data) {
        return new Mqprio(data);
    }
}
