package org.netlink4j.rtnetlink.tc.filter;

import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.u32;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.rtnetlink.tc.action.TcaAct;
import org.netlink4j.rtnetlink.tc.action.TcaPolice;
import org.netlink4j.rtnetlink.tc.json.TcJson;

/** Attributes of the filter fw, which compares the mark: {@code TCA_FW_*} of {@code linux/pkt_cls.h}. */
public final class TcaFw {
    /** u32: class in which the packet goes; {@link org.netlink4j.rtnetlink.tc.TcHandle}. */
    public static final int TCA_FW_CLASSID = 1;

    /** Nest of {@code TCA_POLICE_*}: one action police, of old programs. */
    public static final int TCA_FW_POLICE = 2;

    /** String of at most 16 bytes with its NUL: device on which the packet came. */
    public static final int TCA_FW_INDEV = 3;

    /** Nest of actions, numbered from 1. */
    public static final int TCA_FW_ACT = 4;

    /** u32: which bits of the mark count. */
    public static final int TCA_FW_MASK = 5;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_FW",
            u32(TCA_FW_CLASSID, "TCA_FW_CLASSID").key("classid").shown(TcJson.HANDLE),
            nest(TCA_FW_POLICE, "TCA_FW_POLICE", () -> TcaPolice.ATTRIBUTES).unmarked().key("police"),
            string(TCA_FW_INDEV, "TCA_FW_INDEV").atMost(16).key("indev"),
            TcaAct.list(TCA_FW_ACT, "TCA_FW_ACT"),
            u32(TCA_FW_MASK, "TCA_FW_MASK").key("mask").shown(TcJson.PREFIXED_HEX));

    private TcaFw() {}
}
