package org.netlink4j.rtnetlink.tc.qdisc;

import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.TypedAttributes;

/**
 * A kind that this library knows. What its record does not name is set and read by its number; the table checks it.
 *
 * {@snippet :
 * new FqCodel().limit(1000).with(TcaFqCodel.TCA_FQ_CODEL_DROP_BATCH_SIZE, 32)
 * }
 *
 * @param <K> the kind itself
 */
public sealed interface TypedQdiscKind<K extends TypedQdiscKind<K>> extends QdiscKind, TypedAttributes<K>
        permits Cake, Cbs, Clsact, Codel, Drr, Dualpi2, EarlyDetection, Etf, Ets, Fq, FqCodel, FqPie, Gred, Hfsc, Hhf,
                Htb, Ingress, LimitedQueue, Mq, Mqprio, Multiq, Netem, Noqueue, Pie, Plug, PriorityBands, Qfq, Sfb,
                Sfq, Taprio, Tbf {
    @Override
    Attributes data();
}
