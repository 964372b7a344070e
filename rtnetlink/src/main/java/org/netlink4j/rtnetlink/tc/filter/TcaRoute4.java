package org.netlink4j.rtnetlink.tc.filter;

import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.u32;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.rtnetlink.tc.action.TcaAct;
import org.netlink4j.rtnetlink.tc.action.TcaPolice;
import org.netlink4j.rtnetlink.tc.json.TcJson;

/** Attributes of the filter route, which compares realms: {@code TCA_ROUTE4_*} of {@code linux/pkt_cls.h}. */
public final class TcaRoute4 {
    /** u32: class in which the packet goes; {@link org.netlink4j.rtnetlink.tc.TcHandle}. */
    public static final int TCA_ROUTE4_CLASSID = 1;

    /** u32: realm of the destination. */
    public static final int TCA_ROUTE4_TO = 2;

    /** u32: realm of the source. */
    public static final int TCA_ROUTE4_FROM = 3;

    /** u32: index of the device on which the packet came. */
    public static final int TCA_ROUTE4_IIF = 4;

    /** Nest of {@code TCA_POLICE_*}: one action police, of old programs. */
    public static final int TCA_ROUTE4_POLICE = 5;

    /** Nest of actions, numbered from 1. */
    public static final int TCA_ROUTE4_ACT = 6;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_ROUTE4",
            u32(TCA_ROUTE4_CLASSID, "TCA_ROUTE4_CLASSID").key("flowid").shown(TcJson.HANDLE),
            u32(TCA_ROUTE4_TO, "TCA_ROUTE4_TO").key("to"),
            u32(TCA_ROUTE4_FROM, "TCA_ROUTE4_FROM").key("from"),
            u32(TCA_ROUTE4_IIF, "TCA_ROUTE4_IIF").key("fromif"),
            nest(TCA_ROUTE4_POLICE, "TCA_ROUTE4_POLICE", () -> TcaPolice.ATTRIBUTES).unmarked().key("police"),
            TcaAct.list(TCA_ROUTE4_ACT, "TCA_ROUTE4_ACT"));

    private TcaRoute4() {}
}
