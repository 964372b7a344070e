package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.Tca.TCA_OPTIONS;

import java.util.OptionalLong;

/**
 * What the kinds have in common that have nothing but a limit.
 *
 * @param <K> the kind itself
 */
public sealed interface LimitedQueue<K extends LimitedQueue<K>> extends TypedQdiscKind<K>
        permits Bfifo, Pfifo, PfifoHeadDrop, Skbprio {
    /** {@return how much may wait, u32: bytes of bfifo, packets of the others} */
    default OptionalLong limit() {
        return data().field(TCA_OPTIONS, "limit");
    }

    /**
     * Sets how much may wait.
     *
     * @param limit u32: bytes of bfifo, packets of the others
     * @return the kind with it
     */
    default K limit(long limit) {
        return withField(TCA_OPTIONS, "limit", limit);
    }
}
