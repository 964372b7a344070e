package org.netlink4j.rtnetlink.tc.qdisc;

import java.util.OptionalLong;

/**
 * What red and choke have in common: packets are marked or dropped with a probability that grows with the average length of the queue,
 * which red counts in bytes and choke in packets.
 *
 * @param <K> the kind itself
 */
public sealed interface EarlyDetection<K extends EarlyDetection<K>> extends TypedQdiscKind<K> permits Choke, Red {
    /** The size of the table of how the average shrinks. */
    int TABLE = 256;

    /** {@return the number of the attribute with the parameters} */
    int parameters();

    /** {@return the number of the attribute with the probability} */
    int maxP();

    /** {@return how long the queue may be, u32: bytes of red, packets of choke} */
    default OptionalLong limit() {
        return data().field(parameters(), "limit");
    }

    /** {@return the average length from which on packets may be marked or dropped, u32: bytes of red, packets of choke} */
    default OptionalLong min() {
        return data().field(parameters(), "qth_min");
    }

    /** {@return the average length from which on all are, u32: bytes of red, packets of choke} */
    default OptionalLong max() {
        return data().field(parameters(), "qth_max");
    }

    /** {@return the logarithm to the base 2 of the inverse weight of the new length in the average, u8} */
    default OptionalLong averageLog() {
        return data().field(parameters(), "Wlog");
    }

    /** {@return the probability at the upper length, 1/2<sup>32</sup>, u32} */
    default OptionalLong probability() {
        return data().number(maxP());
    }

    /** {@return {@code TC_RED_*} of {@link TcaRed}; 0 if nothing was said} */
    default int flags() {
        return (int) data().field(parameters(), "flags").orElse(0);
    }
}
