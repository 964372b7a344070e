package org.netlink4j.rtnetlink.route;

import static org.netlink4j.rtnetlink.route.Rtax.RTAX_CC_ALGO;
import static org.netlink4j.rtnetlink.route.Rtax.RTAX_FEATURES;
import static org.netlink4j.rtnetlink.route.Rtax.RTAX_LOCK;

import java.util.Optional;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * The metrics of a route: what its packets and connections are to keep to. {@code RTA_METRICS}.
 *
 * {@snippet :
 * RouteMetrics.NONE.with(RTAX_MTU, 1400).locked(RTAX_MTU).congestionControl("bbr")
 * }
 *
 * @param attributes attributes of {@link Rtax}
 */
public record RouteMetrics(Attributes attributes) {
    /** No metrics. */
    public static final RouteMetrics NONE = new RouteMetrics(Attributes.none(Rtax.ATTRIBUTES));

    /** Checks the table. */
    public RouteMetrics {
        if (attributes.set() != Rtax.ATTRIBUTES) {
            throw new IllegalArgumentException("no metrics of a route: " + attributes);
        }
    }

    /**
     * A metric.
     *
     * @param number {@code RTAX_*} of a number
     * @return the value, u32; empty if it is not there
     */
    public OptionalLong value(int number) {
        return attributes.number(number);
    }

    /**
     * Sets a metric.
     *
     * @param number {@code RTAX_*} of a number
     * @param value u32
     * @return the metrics with it
     */
    public RouteMetrics with(int number, long value) {
        return new RouteMetrics(attributes.with(number, value));
    }

    private int locks() {
        return attributes.integer(RTAX_LOCK).orElse(0);
    }

    /**
     * Whether a metric must not be changed by what is learnt.
     *
     * @param number {@code RTAX_*}
     * @return whether its bit of {@code RTAX_LOCK} is set
     */
    public boolean isLocked(int number) {
        return (locks() >>> number & 1) != 0;
    }

    /**
     * Says that a metric must not be changed by what is learnt.
     *
     * @param number {@code RTAX_*}
     * @return the metrics with its bit of {@code RTAX_LOCK}
     */
    public RouteMetrics locked(int number) {
        return with(RTAX_LOCK, locks() | 1 << number);
    }

    /** {@return the features, bits {@code RTAX_FEATURE_*}; {@code RTAX_FEATURES}} */
    public int features() {
        return attributes.integer(RTAX_FEATURES).orElse(0);
    }

    /** {@return the name of the congestion control algorithm; {@code RTAX_CC_ALGO}} */
    public Optional<String> congestionControl() {
        return attributes.text(RTAX_CC_ALGO);
    }

    /**
     * Sets the congestion control algorithm. A request for a name that is not known to the kernel is refused.
     *
     * @param name at most 15 characters
     * @return the metrics with it
     */
    public RouteMetrics congestionControl(String name) {
        return new RouteMetrics(attributes.with(RTAX_CC_ALGO, name));
    }
}
