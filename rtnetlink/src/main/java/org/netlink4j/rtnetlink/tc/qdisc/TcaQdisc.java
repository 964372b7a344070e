package org.netlink4j.rtnetlink.tc.qdisc;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.rtnetlink.tc.Tca;

/** Messages about queueing disciplines: the attributes of {@link Tca} with the options and the counters of all kinds that are typed. */
public final class TcaQdisc {
    /** The table. */
    public static final AttributeSet ATTRIBUTES = Tca.attributes(KindTypes.QDISCS.tables());

    private TcaQdisc() {}
}
