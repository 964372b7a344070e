package org.netlink4j.rtnetlink.tc.qdisc;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.rtnetlink.tc.Tca;

/** Messages about classes: the attributes of {@link Tca} with the options and the counters of all kinds whose classes have some. */
public final class TcaClass {
    /** The table. */
    public static final AttributeSet ATTRIBUTES = Tca.attributes(KindTypes.CLASSES.tables());

    private TcaClass() {}
}
