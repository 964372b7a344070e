package org.netlink4j.core.generic.ethtool;

import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import java.util.Map;
import org.netlink4j.core.schema.AttributeSet;

/** The state of a link: {@code ETHTOOL_A_LINKSTATE_*} of {@code linux/ethtool_netlink.h}. */
public final class EthtoolLinkstate {
    /** Nest of {@code ETHTOOL_A_HEADER_*}: the device. */
    public static final int ETHTOOL_A_LINKSTATE_HEADER = 1;

    /** u8: 1 if the link is up, else 0. */
    public static final int ETHTOOL_A_LINKSTATE_LINK = 2;

    /** u32: the signal quality index. */
    public static final int ETHTOOL_A_LINKSTATE_SQI = 3;

    /** u32: the best signal quality index. */
    public static final int ETHTOOL_A_LINKSTATE_SQI_MAX = 4;

    /** u8: why the link is down; {@code enum ethtool_link_ext_state} of {@code linux/ethtool.h}. */
    public static final int ETHTOOL_A_LINKSTATE_EXT_STATE = 5;

    /** u8: more of why, its meaning depends on {@link #ETHTOOL_A_LINKSTATE_EXT_STATE}. */
    public static final int ETHTOOL_A_LINKSTATE_EXT_SUBSTATE = 6;

    /** u32, since Linux 6.2: how often the link went down. */
    public static final int ETHTOOL_A_LINKSTATE_EXT_DOWN_CNT = 7;

    /** The table; the words are those of the ethtool program. */
    public static final AttributeSet ATTRIBUTES =
            AttributeSet.of(
                    "ETHTOOL_A_LINKSTATE",
                    nest(ETHTOOL_A_LINKSTATE_HEADER, "ETHTOOL_A_LINKSTATE_HEADER", () -> EthtoolHeader.ATTRIBUTES).key(""),
                    u8(ETHTOOL_A_LINKSTATE_LINK, "ETHTOOL_A_LINKSTATE_LINK").key("link")
                            .words(Map.of(0L, "no", 1L, "yes")),
                    u32(ETHTOOL_A_LINKSTATE_SQI, "ETHTOOL_A_LINKSTATE_SQI").key("sqi"),
                    u32(ETHTOOL_A_LINKSTATE_SQI_MAX, "ETHTOOL_A_LINKSTATE_SQI_MAX").key("sqi_max"),
                    u8(ETHTOOL_A_LINKSTATE_EXT_STATE, "ETHTOOL_A_LINKSTATE_EXT_STATE").key("ext_state"),
                    u8(ETHTOOL_A_LINKSTATE_EXT_SUBSTATE, "ETHTOOL_A_LINKSTATE_EXT_SUBSTATE").key("ext_substate"),
                    u32(ETHTOOL_A_LINKSTATE_EXT_DOWN_CNT, "ETHTOOL_A_LINKSTATE_EXT_DOWN_CNT").key("ext_down_count"));

    private EthtoolLinkstate() {}
}
