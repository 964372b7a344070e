package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.Tca.TCA_OPTIONS;

import java.util.List;
import java.util.OptionalLong;

/**
 * What prio and pfifo_fast have in common: bands, of which the first that has packets sends.
 *
 * @param <K> the kind itself
 */
public sealed interface PriorityBands<K extends PriorityBands<K>> extends TypedQdiscKind<K> permits PfifoFast, Prio {
    /** {@return how many bands there are, s32} */
    default OptionalLong bands() {
        return data().field(TCA_OPTIONS, "bands");
    }

    /** {@return the band of each priority of a socket, u8 each; empty if nothing was said} */
    default List<Long> priorityMap() {
        return Shown.array(data(), TCA_OPTIONS, "priomap", TcaPrio.PRIORITIES);
    }
}
