package org.netlink4j.rtnetlink.tc.qdisc;

import java.util.Optional;
import org.netlink4j.core.schema.Attributes;

/**
 * How much service a class of hfsc gets in a time: {@code struct tc_service_curve} of {@code linux/pkt_sched.h}, u32 each.
 *
 * @param first bytes per second at first
 * @param time how long that is, in microseconds
 * @param second bytes per second after that
 */
public record ServiceCurve(long first, long time, long second) {
    /**
     * The same rate all the time.
     *
     * @param rate bytes per second, u32
     * @return the curve
     */
    public static ServiceCurve rate(long rate) {
        return new ServiceCurve(0, 0, rate);
    }

    static Optional<ServiceCurve> of(Attributes data, int number) {
        return data.field(number, "m2").stream()
                .mapToObj(second -> new ServiceCurve(
                        data.field(number, "m1").orElseThrow(), data.field(number, "d").orElseThrow(), second))
                .findFirst();
    }
}
