package org.netlink4j.rtnetlink.dcb;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.flag;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.List;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;

/**
 * Messages of data centre bridging: {@code struct dcbmsg} and the attributes of {@code linux/dcbnl.h}, as of Linux 7.3. Of arrays, the
 * index is the priority, the traffic class, the group or the buffer.
 */
public final class DcbAttr {
    /** Text: the name of the device. */
    public static final int DCB_ATTR_IFNAME = 1;

    /** u8: whether DCB is on. */
    public static final int DCB_ATTR_STATE = 2;

    /** u8: whether priority flow control is on. */
    public static final int DCB_ATTR_PFC_STATE = 3;

    /** Nest of {@code DCB_PFC_UP_ATTR_*}. */
    public static final int DCB_ATTR_PFC_CFG = 4;

    /** u8: number of traffic classes; not in use. */
    public static final int DCB_ATTR_NUM_TC = 5;

    /** Nest of {@code DCB_PG_ATTR_*}. */
    public static final int DCB_ATTR_PG_CFG = 6;

    /** u8: whether what was set takes effect. */
    public static final int DCB_ATTR_SET_ALL = 7;

    /** Bytes: the permanent address. */
    public static final int DCB_ATTR_PERM_HWADDR = 8;

    /** Nest of {@code DCB_CAP_ATTR_*}. */
    public static final int DCB_ATTR_CAP = 9;

    /** Nest of {@code DCB_NUMTCS_ATTR_*}. */
    public static final int DCB_ATTR_NUMTCS = 10;

    /** Nest of {@code DCB_BCN_ATTR_*}. */
    public static final int DCB_ATTR_BCN = 11;

    /** Nest of {@code DCB_APP_ATTR_*}. */
    public static final int DCB_ATTR_APP = 12;

    /** Nest of {@code DCB_ATTR_IEEE_*}; in the answer to a change a u8, see {@link DataCentreBridging}. */
    public static final int DCB_ATTR_IEEE = 13;

    /** u8: {@code DCB_CAP_DCBX_*}. */
    public static final int DCB_ATTR_DCBX = 14;

    /** Nest of {@code DCB_FEATCFG_ATTR_*}. */
    public static final int DCB_ATTR_FEATCFG = 15;

    /** Nest of {@code DCB_ATTR_CEE_*}. */
    public static final int DCB_ATTR_CEE = 16;

    /** {@code struct ieee_ets}. */
    public static final int DCB_ATTR_IEEE_ETS = 1;

    /** {@code struct ieee_pfc}. */
    public static final int DCB_ATTR_IEEE_PFC = 2;

    /** Nest of {@code DCB_ATTR_IEEE_APP} and {@code DCB_ATTR_DCB_APP}. */
    public static final int DCB_ATTR_IEEE_APP_TABLE = 3;

    /** {@code struct ieee_ets} of the other end. */
    public static final int DCB_ATTR_IEEE_PEER_ETS = 4;

    /** {@code struct ieee_pfc} of the other end. */
    public static final int DCB_ATTR_IEEE_PEER_PFC = 5;

    /** Nest of {@code DCB_ATTR_IEEE_APP} of the other end. */
    public static final int DCB_ATTR_IEEE_PEER_APP = 6;

    /** {@code struct ieee_maxrate}: kilobits a second. */
    public static final int DCB_ATTR_IEEE_MAXRATE = 7;

    /** {@code struct ieee_qcn}. */
    public static final int DCB_ATTR_IEEE_QCN = 8;

    /** {@code struct ieee_qcn_stats}. */
    public static final int DCB_ATTR_IEEE_QCN_STATS = 9;

    /** {@code struct dcbnl_buffer}. */
    public static final int DCB_ATTR_DCB_BUFFER = 10;

    /** Nest of selectors, u8, the first counts most; since Linux 6.3. */
    public static final int DCB_ATTR_DCB_APP_TRUST_TABLE = 11;

    /** Nest like {@link #DCB_ATTR_IEEE_APP_TABLE}: what is written into packets that are sent; since Linux 6.3. */
    public static final int DCB_ATTR_DCB_REWR_TABLE = 12;

    /** {@code struct dcb_app} with a selector of IEEE 802.1Qaz. */
    public static final int DCB_ATTR_IEEE_APP = 1;

    /** {@code struct dcb_app} with another selector; since Linux 6.3. */
    public static final int DCB_ATTR_DCB_APP = 2;

    /** {@code struct cee_pg} of the other end. */
    public static final int DCB_ATTR_CEE_PEER_PG = 1;

    /** {@code struct cee_pfc} of the other end. */
    public static final int DCB_ATTR_CEE_PEER_PFC = 2;

    /** Nest of {@code DCB_ATTR_CEE_PEER_APP_*}. */
    public static final int DCB_ATTR_CEE_PEER_APP_TABLE = 3;

    /** Nest of {@code DCB_PG_ATTR_*}: what is sent. */
    public static final int DCB_ATTR_CEE_TX_PG = 4;

    /** Nest of {@code DCB_PG_ATTR_*}: what comes. */
    public static final int DCB_ATTR_CEE_RX_PG = 5;

    /** Nest of {@code DCB_PFC_UP_ATTR_*}. */
    public static final int DCB_ATTR_CEE_PFC = 6;

    /** Nest of {@link #DCB_ATTR_APP}. */
    public static final int DCB_ATTR_CEE_APP_TABLE = 7;

    /** Nest of {@code DCB_FEATCFG_ATTR_*}. */
    public static final int DCB_ATTR_CEE_FEAT = 8;

    /** {@code struct dcb_peer_app_info}. */
    public static final int DCB_ATTR_CEE_PEER_APP_INFO = 1;

    /** {@code struct dcb_app} of the other end. */
    public static final int DCB_ATTR_CEE_PEER_APP = 2;

    /** Not in use. */
    public static final int DCB_ATTR_CEE_APP = 1;

    /** u8: whether priority 0 is paused. */
    public static final int DCB_PFC_UP_ATTR_0 = 1;

    /** u8: whether priority 1 is paused. */
    public static final int DCB_PFC_UP_ATTR_1 = 2;

    /** u8: whether priority 2 is paused. */
    public static final int DCB_PFC_UP_ATTR_2 = 3;

    /** u8: whether priority 3 is paused. */
    public static final int DCB_PFC_UP_ATTR_3 = 4;

    /** u8: whether priority 4 is paused. */
    public static final int DCB_PFC_UP_ATTR_4 = 5;

    /** u8: whether priority 5 is paused. */
    public static final int DCB_PFC_UP_ATTR_5 = 6;

    /** u8: whether priority 6 is paused. */
    public static final int DCB_PFC_UP_ATTR_6 = 7;

    /** u8: whether priority 7 is paused. */
    public static final int DCB_PFC_UP_ATTR_7 = 8;

    /** Flag, in requests: all priorities. */
    public static final int DCB_PFC_UP_ATTR_ALL = 9;

    /** Nest of {@code DCB_TC_ATTR_PARAM_*}: traffic class 0. */
    public static final int DCB_PG_ATTR_TC_0 = 1;

    /** Nest of {@code DCB_TC_ATTR_PARAM_*}: traffic class 1. */
    public static final int DCB_PG_ATTR_TC_1 = 2;

    /** Nest of {@code DCB_TC_ATTR_PARAM_*}: traffic class 2. */
    public static final int DCB_PG_ATTR_TC_2 = 3;

    /** Nest of {@code DCB_TC_ATTR_PARAM_*}: traffic class 3. */
    public static final int DCB_PG_ATTR_TC_3 = 4;

    /** Nest of {@code DCB_TC_ATTR_PARAM_*}: traffic class 4. */
    public static final int DCB_PG_ATTR_TC_4 = 5;

    /** Nest of {@code DCB_TC_ATTR_PARAM_*}: traffic class 5. */
    public static final int DCB_PG_ATTR_TC_5 = 6;

    /** Nest of {@code DCB_TC_ATTR_PARAM_*}: traffic class 6. */
    public static final int DCB_PG_ATTR_TC_6 = 7;

    /** Nest of {@code DCB_TC_ATTR_PARAM_*}: traffic class 7. */
    public static final int DCB_PG_ATTR_TC_7 = 8;

    /** Nest, in requests: all traffic classes. */
    public static final int DCB_PG_ATTR_TC_ALL = 10;

    /** u8, percent: the bandwidth of group 0. */
    public static final int DCB_PG_ATTR_BW_ID_0 = 11;

    /** u8, percent: the bandwidth of group 1. */
    public static final int DCB_PG_ATTR_BW_ID_1 = 12;

    /** u8, percent: the bandwidth of group 2. */
    public static final int DCB_PG_ATTR_BW_ID_2 = 13;

    /** u8, percent: the bandwidth of group 3. */
    public static final int DCB_PG_ATTR_BW_ID_3 = 14;

    /** u8, percent: the bandwidth of group 4. */
    public static final int DCB_PG_ATTR_BW_ID_4 = 15;

    /** u8, percent: the bandwidth of group 5. */
    public static final int DCB_PG_ATTR_BW_ID_5 = 16;

    /** u8, percent: the bandwidth of group 6. */
    public static final int DCB_PG_ATTR_BW_ID_6 = 17;

    /** u8, percent: the bandwidth of group 7. */
    public static final int DCB_PG_ATTR_BW_ID_7 = 18;

    /** Flag, in requests: all groups. */
    public static final int DCB_PG_ATTR_BW_ID_ALL = 20;

    /** u8: the group of the class. */
    public static final int DCB_TC_ATTR_PARAM_PGID = 1;

    /** u8: of each priority of the class a bit. */
    public static final int DCB_TC_ATTR_PARAM_UP_MAPPING = 2;

    /** u8: 0 shares, 1 strict within the group, 2 strict. */
    public static final int DCB_TC_ATTR_PARAM_STRICT_PRIO = 3;

    /** u8, percent: the class's part of its group. */
    public static final int DCB_TC_ATTR_PARAM_BW_PCT = 4;

    /** Flag, in requests: all of these. */
    public static final int DCB_TC_ATTR_PARAM_ALL = 5;

    /** Flag, in requests: all of these. */
    public static final int DCB_CAP_ATTR_ALL = 1;

    /** u8: priority groups. */
    public static final int DCB_CAP_ATTR_PG = 2;

    /** u8: priority flow control. */
    public static final int DCB_CAP_ATTR_PFC = 3;

    /** u8: priorities can be mapped to classes. */
    public static final int DCB_CAP_ATTR_UP2TC = 4;

    /** u8, bits: possible numbers of classes for groups. */
    public static final int DCB_CAP_ATTR_PG_TCS = 5;

    /** u8, bits: possible numbers of classes for flow control. */
    public static final int DCB_CAP_ATTR_PFC_TCS = 6;

    /** u8: strict groups. */
    public static final int DCB_CAP_ATTR_GSP = 7;

    /** u8: backward congestion notification. */
    public static final int DCB_CAP_ATTR_BCN = 8;

    /** u8, {@code DCB_CAP_DCBX_*}: what of DCBX is possible. */
    public static final int DCB_CAP_ATTR_DCBX = 9;

    /** Flag, in requests: both. */
    public static final int DCB_NUMTCS_ATTR_ALL = 1;

    /** u8: number of classes for groups. */
    public static final int DCB_NUMTCS_ATTR_PG = 2;

    /** u8: number of classes for flow control. */
    public static final int DCB_NUMTCS_ATTR_PFC = 3;

    /** u8: whether priority 0 slows down. */
    public static final int DCB_BCN_ATTR_RP_0 = 1;

    /** u8: whether priority 1 slows down. */
    public static final int DCB_BCN_ATTR_RP_1 = 2;

    /** u8: whether priority 2 slows down. */
    public static final int DCB_BCN_ATTR_RP_2 = 3;

    /** u8: whether priority 3 slows down. */
    public static final int DCB_BCN_ATTR_RP_3 = 4;

    /** u8: whether priority 4 slows down. */
    public static final int DCB_BCN_ATTR_RP_4 = 5;

    /** u8: whether priority 5 slows down. */
    public static final int DCB_BCN_ATTR_RP_5 = 6;

    /** u8: whether priority 6 slows down. */
    public static final int DCB_BCN_ATTR_RP_6 = 7;

    /** u8: whether priority 7 slows down. */
    public static final int DCB_BCN_ATTR_RP_7 = 8;

    /** Flag, in requests: all priorities. */
    public static final int DCB_BCN_ATTR_RP_ALL = 9;

    /** u32: parameter BCNA_0 of backward congestion notification. */
    public static final int DCB_BCN_ATTR_BCNA_0 = 10;

    /** u32: parameter BCNA_1 of backward congestion notification. */
    public static final int DCB_BCN_ATTR_BCNA_1 = 11;

    /** u32: parameter ALPHA of backward congestion notification. */
    public static final int DCB_BCN_ATTR_ALPHA = 12;

    /** u32: parameter BETA of backward congestion notification. */
    public static final int DCB_BCN_ATTR_BETA = 13;

    /** u32: parameter GD of backward congestion notification. */
    public static final int DCB_BCN_ATTR_GD = 14;

    /** u32: parameter GI of backward congestion notification. */
    public static final int DCB_BCN_ATTR_GI = 15;

    /** u32: parameter TMAX of backward congestion notification. */
    public static final int DCB_BCN_ATTR_TMAX = 16;

    /** u32: parameter TD of backward congestion notification. */
    public static final int DCB_BCN_ATTR_TD = 17;

    /** u32: parameter RMIN of backward congestion notification. */
    public static final int DCB_BCN_ATTR_RMIN = 18;

    /** u32: parameter W of backward congestion notification. */
    public static final int DCB_BCN_ATTR_W = 19;

    /** u32: parameter RD of backward congestion notification. */
    public static final int DCB_BCN_ATTR_RD = 20;

    /** u32: parameter RU of backward congestion notification. */
    public static final int DCB_BCN_ATTR_RU = 21;

    /** u32: parameter WRTT of backward congestion notification. */
    public static final int DCB_BCN_ATTR_WRTT = 22;

    /** u32: parameter RI of backward congestion notification. */
    public static final int DCB_BCN_ATTR_RI = 23;

    /** u32: parameter C of backward congestion notification. */
    public static final int DCB_BCN_ATTR_C = 24;

    /** Flag, in requests: all of these. */
    public static final int DCB_BCN_ATTR_ALL = 25;

    /** u8: the selector. */
    public static final int DCB_APP_ATTR_IDTYPE = 1;

    /** u16: the protocol. */
    public static final int DCB_APP_ATTR_ID = 2;

    /** u8: the priority, of each a bit. */
    public static final int DCB_APP_ATTR_PRIORITY = 3;

    /** Flag, in requests: all of these. */
    public static final int DCB_FEATCFG_ATTR_ALL = 1;

    /** u8, {@code DCB_FEATCFG_*}: priority groups. */
    public static final int DCB_FEATCFG_ATTR_PG = 2;

    /** u8, {@code DCB_FEATCFG_*}: priority flow control. */
    public static final int DCB_FEATCFG_ATTR_PFC = 3;

    /** u8, {@code DCB_FEATCFG_*}: applications. */
    public static final int DCB_FEATCFG_ATTR_APP = 4;

    /** Mode of DCBX: a process of the host speaks it. */
    public static final int DCB_CAP_DCBX_HOST = 0x01;

    /** Mode of DCBX: the device itself speaks it. */
    public static final int DCB_CAP_DCBX_LLD_MANAGED = 0x02;

    /** Mode of DCBX: the CEE version. */
    public static final int DCB_CAP_DCBX_VER_CEE = 0x04;

    /** Mode of DCBX: the IEEE version. */
    public static final int DCB_CAP_DCBX_VER_IEEE = 0x08;

    /** Mode of DCBX: as the device is set up, without the other end. */
    public static final int DCB_CAP_DCBX_STATIC = 0x10;

    /** State of a feature: wrong. */
    public static final int DCB_FEATCFG_ERROR = 0x01;

    /** State of a feature: in use. */
    public static final int DCB_FEATCFG_ENABLE = 0x02;

    /** State of a feature: the other end may set it. */
    public static final int DCB_FEATCFG_WILLING = 0x04;

    /** State of a feature: it is told to the other end. */
    public static final int DCB_FEATCFG_ADVERTISE = 0x08;

    /** Selector of applications: an EtherType. */
    public static final int IEEE_8021QAZ_APP_SEL_ETHERTYPE = 1;

    /** Selector of applications: a port of TCP or SCTP. */
    public static final int IEEE_8021QAZ_APP_SEL_STREAM = 2;

    /** Selector of applications: a port of UDP or DCCP. */
    public static final int IEEE_8021QAZ_APP_SEL_DGRAM = 3;

    /** Selector of applications: a port of any of them. */
    public static final int IEEE_8021QAZ_APP_SEL_ANY = 4;

    /** Selector of applications: a code point of DiffServ. */
    public static final int IEEE_8021QAZ_APP_SEL_DSCP = 5;

    /** Selector of applications: priority code point and drop eligible indicator; in {@code DCB_ATTR_DCB_APP}; since Linux 6.3. */
    public static final int DCB_APP_SEL_PCP = 255;

    /** Algorithm of a traffic class: strict priority. */
    public static final int IEEE_8021QAZ_TSA_STRICT = 0;

    /** Algorithm of a traffic class: credit-based shaper. */
    public static final int IEEE_8021QAZ_TSA_CB_SHAPER = 1;

    /** Algorithm of a traffic class: a part of the bandwidth. */
    public static final int IEEE_8021QAZ_TSA_ETS = 2;

    /** Algorithm of a traffic class: the vendor's own. */
    public static final int IEEE_8021QAZ_TSA_VENDOR = 255;

    /** The fixed header. */
    public static final StructSpec DCBMSG = new StructSpec("dcbmsg", 4, List.of(
            field("dcb_family", 0, AttributeType.U8),
            field("cmd", 1, AttributeType.U8)));

    private static final StructSpec ETS = new StructSpec("ieee_ets", 59, List.of(
            field("willing", 0, AttributeType.U8),
            field("ets_cap", 1, AttributeType.U8),
            field("cbs", 2, AttributeType.U8),
            field("tc_tx_bw[0]", 3, AttributeType.U8),
            field("tc_tx_bw[1]", 4, AttributeType.U8),
            field("tc_tx_bw[2]", 5, AttributeType.U8),
            field("tc_tx_bw[3]", 6, AttributeType.U8),
            field("tc_tx_bw[4]", 7, AttributeType.U8),
            field("tc_tx_bw[5]", 8, AttributeType.U8),
            field("tc_tx_bw[6]", 9, AttributeType.U8),
            field("tc_tx_bw[7]", 10, AttributeType.U8),
            field("tc_rx_bw[0]", 11, AttributeType.U8),
            field("tc_rx_bw[1]", 12, AttributeType.U8),
            field("tc_rx_bw[2]", 13, AttributeType.U8),
            field("tc_rx_bw[3]", 14, AttributeType.U8),
            field("tc_rx_bw[4]", 15, AttributeType.U8),
            field("tc_rx_bw[5]", 16, AttributeType.U8),
            field("tc_rx_bw[6]", 17, AttributeType.U8),
            field("tc_rx_bw[7]", 18, AttributeType.U8),
            field("tc_tsa[0]", 19, AttributeType.U8),
            field("tc_tsa[1]", 20, AttributeType.U8),
            field("tc_tsa[2]", 21, AttributeType.U8),
            field("tc_tsa[3]", 22, AttributeType.U8),
            field("tc_tsa[4]", 23, AttributeType.U8),
            field("tc_tsa[5]", 24, AttributeType.U8),
            field("tc_tsa[6]", 25, AttributeType.U8),
            field("tc_tsa[7]", 26, AttributeType.U8),
            field("prio_tc[0]", 27, AttributeType.U8),
            field("prio_tc[1]", 28, AttributeType.U8),
            field("prio_tc[2]", 29, AttributeType.U8),
            field("prio_tc[3]", 30, AttributeType.U8),
            field("prio_tc[4]", 31, AttributeType.U8),
            field("prio_tc[5]", 32, AttributeType.U8),
            field("prio_tc[6]", 33, AttributeType.U8),
            field("prio_tc[7]", 34, AttributeType.U8),
            field("tc_reco_bw[0]", 35, AttributeType.U8),
            field("tc_reco_bw[1]", 36, AttributeType.U8),
            field("tc_reco_bw[2]", 37, AttributeType.U8),
            field("tc_reco_bw[3]", 38, AttributeType.U8),
            field("tc_reco_bw[4]", 39, AttributeType.U8),
            field("tc_reco_bw[5]", 40, AttributeType.U8),
            field("tc_reco_bw[6]", 41, AttributeType.U8),
            field("tc_reco_bw[7]", 42, AttributeType.U8),
            field("tc_reco_tsa[0]", 43, AttributeType.U8),
            field("tc_reco_tsa[1]", 44, AttributeType.U8),
            field("tc_reco_tsa[2]", 45, AttributeType.U8),
            field("tc_reco_tsa[3]", 46, AttributeType.U8),
            field("tc_reco_tsa[4]", 47, AttributeType.U8),
            field("tc_reco_tsa[5]", 48, AttributeType.U8),
            field("tc_reco_tsa[6]", 49, AttributeType.U8),
            field("tc_reco_tsa[7]", 50, AttributeType.U8),
            field("reco_prio_tc[0]", 51, AttributeType.U8),
            field("reco_prio_tc[1]", 52, AttributeType.U8),
            field("reco_prio_tc[2]", 53, AttributeType.U8),
            field("reco_prio_tc[3]", 54, AttributeType.U8),
            field("reco_prio_tc[4]", 55, AttributeType.U8),
            field("reco_prio_tc[5]", 56, AttributeType.U8),
            field("reco_prio_tc[6]", 57, AttributeType.U8),
            field("reco_prio_tc[7]", 58, AttributeType.U8)));

    private static final StructSpec PFC = new StructSpec("ieee_pfc", 136, List.of(
            field("pfc_cap", 0, AttributeType.U8),
            field("pfc_en", 1, AttributeType.U8),
            field("mbc", 2, AttributeType.U8),
            field("delay", 4, AttributeType.U16),
            field("requests[0]", 8, AttributeType.U64),
            field("requests[1]", 16, AttributeType.U64),
            field("requests[2]", 24, AttributeType.U64),
            field("requests[3]", 32, AttributeType.U64),
            field("requests[4]", 40, AttributeType.U64),
            field("requests[5]", 48, AttributeType.U64),
            field("requests[6]", 56, AttributeType.U64),
            field("requests[7]", 64, AttributeType.U64),
            field("indications[0]", 72, AttributeType.U64),
            field("indications[1]", 80, AttributeType.U64),
            field("indications[2]", 88, AttributeType.U64),
            field("indications[3]", 96, AttributeType.U64),
            field("indications[4]", 104, AttributeType.U64),
            field("indications[5]", 112, AttributeType.U64),
            field("indications[6]", 120, AttributeType.U64),
            field("indications[7]", 128, AttributeType.U64)));

    private static final StructSpec MAXRATE = new StructSpec("ieee_maxrate", 64, List.of(
            field("tc_maxrate[0]", 0, AttributeType.U64),
            field("tc_maxrate[1]", 8, AttributeType.U64),
            field("tc_maxrate[2]", 16, AttributeType.U64),
            field("tc_maxrate[3]", 24, AttributeType.U64),
            field("tc_maxrate[4]", 32, AttributeType.U64),
            field("tc_maxrate[5]", 40, AttributeType.U64),
            field("tc_maxrate[6]", 48, AttributeType.U64),
            field("tc_maxrate[7]", 56, AttributeType.U64)));

    private static final StructSpec QCN = new StructSpec("ieee_qcn", 360, List.of(
            field("rpg_enable[0]", 0, AttributeType.U8),
            field("rpg_enable[1]", 1, AttributeType.U8),
            field("rpg_enable[2]", 2, AttributeType.U8),
            field("rpg_enable[3]", 3, AttributeType.U8),
            field("rpg_enable[4]", 4, AttributeType.U8),
            field("rpg_enable[5]", 5, AttributeType.U8),
            field("rpg_enable[6]", 6, AttributeType.U8),
            field("rpg_enable[7]", 7, AttributeType.U8),
            field("rppp_max_rps[0]", 8, AttributeType.U32),
            field("rppp_max_rps[1]", 12, AttributeType.U32),
            field("rppp_max_rps[2]", 16, AttributeType.U32),
            field("rppp_max_rps[3]", 20, AttributeType.U32),
            field("rppp_max_rps[4]", 24, AttributeType.U32),
            field("rppp_max_rps[5]", 28, AttributeType.U32),
            field("rppp_max_rps[6]", 32, AttributeType.U32),
            field("rppp_max_rps[7]", 36, AttributeType.U32),
            field("rpg_time_reset[0]", 40, AttributeType.U32),
            field("rpg_time_reset[1]", 44, AttributeType.U32),
            field("rpg_time_reset[2]", 48, AttributeType.U32),
            field("rpg_time_reset[3]", 52, AttributeType.U32),
            field("rpg_time_reset[4]", 56, AttributeType.U32),
            field("rpg_time_reset[5]", 60, AttributeType.U32),
            field("rpg_time_reset[6]", 64, AttributeType.U32),
            field("rpg_time_reset[7]", 68, AttributeType.U32),
            field("rpg_byte_reset[0]", 72, AttributeType.U32),
            field("rpg_byte_reset[1]", 76, AttributeType.U32),
            field("rpg_byte_reset[2]", 80, AttributeType.U32),
            field("rpg_byte_reset[3]", 84, AttributeType.U32),
            field("rpg_byte_reset[4]", 88, AttributeType.U32),
            field("rpg_byte_reset[5]", 92, AttributeType.U32),
            field("rpg_byte_reset[6]", 96, AttributeType.U32),
            field("rpg_byte_reset[7]", 100, AttributeType.U32),
            field("rpg_threshold[0]", 104, AttributeType.U32),
            field("rpg_threshold[1]", 108, AttributeType.U32),
            field("rpg_threshold[2]", 112, AttributeType.U32),
            field("rpg_threshold[3]", 116, AttributeType.U32),
            field("rpg_threshold[4]", 120, AttributeType.U32),
            field("rpg_threshold[5]", 124, AttributeType.U32),
            field("rpg_threshold[6]", 128, AttributeType.U32),
            field("rpg_threshold[7]", 132, AttributeType.U32),
            field("rpg_max_rate[0]", 136, AttributeType.U32),
            field("rpg_max_rate[1]", 140, AttributeType.U32),
            field("rpg_max_rate[2]", 144, AttributeType.U32),
            field("rpg_max_rate[3]", 148, AttributeType.U32),
            field("rpg_max_rate[4]", 152, AttributeType.U32),
            field("rpg_max_rate[5]", 156, AttributeType.U32),
            field("rpg_max_rate[6]", 160, AttributeType.U32),
            field("rpg_max_rate[7]", 164, AttributeType.U32),
            field("rpg_ai_rate[0]", 168, AttributeType.U32),
            field("rpg_ai_rate[1]", 172, AttributeType.U32),
            field("rpg_ai_rate[2]", 176, AttributeType.U32),
            field("rpg_ai_rate[3]", 180, AttributeType.U32),
            field("rpg_ai_rate[4]", 184, AttributeType.U32),
            field("rpg_ai_rate[5]", 188, AttributeType.U32),
            field("rpg_ai_rate[6]", 192, AttributeType.U32),
            field("rpg_ai_rate[7]", 196, AttributeType.U32),
            field("rpg_hai_rate[0]", 200, AttributeType.U32),
            field("rpg_hai_rate[1]", 204, AttributeType.U32),
            field("rpg_hai_rate[2]", 208, AttributeType.U32),
            field("rpg_hai_rate[3]", 212, AttributeType.U32),
            field("rpg_hai_rate[4]", 216, AttributeType.U32),
            field("rpg_hai_rate[5]", 220, AttributeType.U32),
            field("rpg_hai_rate[6]", 224, AttributeType.U32),
            field("rpg_hai_rate[7]", 228, AttributeType.U32),
            field("rpg_gd[0]", 232, AttributeType.U32),
            field("rpg_gd[1]", 236, AttributeType.U32),
            field("rpg_gd[2]", 240, AttributeType.U32),
            field("rpg_gd[3]", 244, AttributeType.U32),
            field("rpg_gd[4]", 248, AttributeType.U32),
            field("rpg_gd[5]", 252, AttributeType.U32),
            field("rpg_gd[6]", 256, AttributeType.U32),
            field("rpg_gd[7]", 260, AttributeType.U32),
            field("rpg_min_dec_fac[0]", 264, AttributeType.U32),
            field("rpg_min_dec_fac[1]", 268, AttributeType.U32),
            field("rpg_min_dec_fac[2]", 272, AttributeType.U32),
            field("rpg_min_dec_fac[3]", 276, AttributeType.U32),
            field("rpg_min_dec_fac[4]", 280, AttributeType.U32),
            field("rpg_min_dec_fac[5]", 284, AttributeType.U32),
            field("rpg_min_dec_fac[6]", 288, AttributeType.U32),
            field("rpg_min_dec_fac[7]", 292, AttributeType.U32),
            field("rpg_min_rate[0]", 296, AttributeType.U32),
            field("rpg_min_rate[1]", 300, AttributeType.U32),
            field("rpg_min_rate[2]", 304, AttributeType.U32),
            field("rpg_min_rate[3]", 308, AttributeType.U32),
            field("rpg_min_rate[4]", 312, AttributeType.U32),
            field("rpg_min_rate[5]", 316, AttributeType.U32),
            field("rpg_min_rate[6]", 320, AttributeType.U32),
            field("rpg_min_rate[7]", 324, AttributeType.U32),
            field("cndd_state_machine[0]", 328, AttributeType.U32),
            field("cndd_state_machine[1]", 332, AttributeType.U32),
            field("cndd_state_machine[2]", 336, AttributeType.U32),
            field("cndd_state_machine[3]", 340, AttributeType.U32),
            field("cndd_state_machine[4]", 344, AttributeType.U32),
            field("cndd_state_machine[5]", 348, AttributeType.U32),
            field("cndd_state_machine[6]", 352, AttributeType.U32),
            field("cndd_state_machine[7]", 356, AttributeType.U32)));

    private static final StructSpec QCN_STATS = new StructSpec("ieee_qcn_stats", 96, List.of(
            field("rppp_rp_centiseconds[0]", 0, AttributeType.U64),
            field("rppp_rp_centiseconds[1]", 8, AttributeType.U64),
            field("rppp_rp_centiseconds[2]", 16, AttributeType.U64),
            field("rppp_rp_centiseconds[3]", 24, AttributeType.U64),
            field("rppp_rp_centiseconds[4]", 32, AttributeType.U64),
            field("rppp_rp_centiseconds[5]", 40, AttributeType.U64),
            field("rppp_rp_centiseconds[6]", 48, AttributeType.U64),
            field("rppp_rp_centiseconds[7]", 56, AttributeType.U64),
            field("rppp_created_rps[0]", 64, AttributeType.U32),
            field("rppp_created_rps[1]", 68, AttributeType.U32),
            field("rppp_created_rps[2]", 72, AttributeType.U32),
            field("rppp_created_rps[3]", 76, AttributeType.U32),
            field("rppp_created_rps[4]", 80, AttributeType.U32),
            field("rppp_created_rps[5]", 84, AttributeType.U32),
            field("rppp_created_rps[6]", 88, AttributeType.U32),
            field("rppp_created_rps[7]", 92, AttributeType.U32)));

    private static final StructSpec BUFFER = new StructSpec("dcbnl_buffer", 44, List.of(
            field("prio2buffer[0]", 0, AttributeType.U8),
            field("prio2buffer[1]", 1, AttributeType.U8),
            field("prio2buffer[2]", 2, AttributeType.U8),
            field("prio2buffer[3]", 3, AttributeType.U8),
            field("prio2buffer[4]", 4, AttributeType.U8),
            field("prio2buffer[5]", 5, AttributeType.U8),
            field("prio2buffer[6]", 6, AttributeType.U8),
            field("prio2buffer[7]", 7, AttributeType.U8),
            field("buffer_size[0]", 8, AttributeType.U32),
            field("buffer_size[1]", 12, AttributeType.U32),
            field("buffer_size[2]", 16, AttributeType.U32),
            field("buffer_size[3]", 20, AttributeType.U32),
            field("buffer_size[4]", 24, AttributeType.U32),
            field("buffer_size[5]", 28, AttributeType.U32),
            field("buffer_size[6]", 32, AttributeType.U32),
            field("buffer_size[7]", 36, AttributeType.U32),
            field("total_size", 40, AttributeType.U32)));

    private static final StructSpec CEE_PG = new StructSpec("cee_pg", 20, List.of(
            field("willing", 0, AttributeType.U8),
            field("error", 1, AttributeType.U8),
            field("pg_en", 2, AttributeType.U8),
            field("tcs_supported", 3, AttributeType.U8),
            field("pg_bw[0]", 4, AttributeType.U8),
            field("pg_bw[1]", 5, AttributeType.U8),
            field("pg_bw[2]", 6, AttributeType.U8),
            field("pg_bw[3]", 7, AttributeType.U8),
            field("pg_bw[4]", 8, AttributeType.U8),
            field("pg_bw[5]", 9, AttributeType.U8),
            field("pg_bw[6]", 10, AttributeType.U8),
            field("pg_bw[7]", 11, AttributeType.U8),
            field("prio_pg[0]", 12, AttributeType.U8),
            field("prio_pg[1]", 13, AttributeType.U8),
            field("prio_pg[2]", 14, AttributeType.U8),
            field("prio_pg[3]", 15, AttributeType.U8),
            field("prio_pg[4]", 16, AttributeType.U8),
            field("prio_pg[5]", 17, AttributeType.U8),
            field("prio_pg[6]", 18, AttributeType.U8),
            field("prio_pg[7]", 19, AttributeType.U8)));

    private static final StructSpec CEE_PFC = new StructSpec("cee_pfc", 4, List.of(
            field("willing", 0, AttributeType.U8),
            field("error", 1, AttributeType.U8),
            field("pfc_en", 2, AttributeType.U8),
            field("tcs_supported", 3, AttributeType.U8)));

    private static final StructSpec APP = new StructSpec("dcb_app", 4, List.of(
            field("selector", 0, AttributeType.U8),
            field("priority", 1, AttributeType.U8),
            field("protocol", 2, AttributeType.U16)));

    private static final StructSpec PEER_APP_INFO = new StructSpec("dcb_peer_app_info", 2, List.of(
            field("willing", 0, AttributeType.U8),
            field("error", 1, AttributeType.U8)));

    /** The table of {@link #DCB_ATTR_PFC_CFG} and {@link #DCB_ATTR_CEE_PFC}. */
    public static final AttributeSet PRIORITIES = AttributeSet.of(
            "DCB_PFC_UP_ATTR",
            u8(DCB_PFC_UP_ATTR_0, "DCB_PFC_UP_ATTR_0"),
            u8(DCB_PFC_UP_ATTR_1, "DCB_PFC_UP_ATTR_1"),
            u8(DCB_PFC_UP_ATTR_2, "DCB_PFC_UP_ATTR_2"),
            u8(DCB_PFC_UP_ATTR_3, "DCB_PFC_UP_ATTR_3"),
            u8(DCB_PFC_UP_ATTR_4, "DCB_PFC_UP_ATTR_4"),
            u8(DCB_PFC_UP_ATTR_5, "DCB_PFC_UP_ATTR_5"),
            u8(DCB_PFC_UP_ATTR_6, "DCB_PFC_UP_ATTR_6"),
            u8(DCB_PFC_UP_ATTR_7, "DCB_PFC_UP_ATTR_7"),
            flag(DCB_PFC_UP_ATTR_ALL, "DCB_PFC_UP_ATTR_ALL"));

    /** The table of a traffic class. */
    public static final AttributeSet CLASS = AttributeSet.of(
            "DCB_TC_ATTR_PARAM",
            u8(DCB_TC_ATTR_PARAM_PGID, "DCB_TC_ATTR_PARAM_PGID"),
            u8(DCB_TC_ATTR_PARAM_UP_MAPPING, "DCB_TC_ATTR_PARAM_UP_MAPPING"),
            u8(DCB_TC_ATTR_PARAM_STRICT_PRIO, "DCB_TC_ATTR_PARAM_STRICT_PRIO"),
            u8(DCB_TC_ATTR_PARAM_BW_PCT, "DCB_TC_ATTR_PARAM_BW_PCT"),
            flag(DCB_TC_ATTR_PARAM_ALL, "DCB_TC_ATTR_PARAM_ALL"));

    /** The table of {@link #DCB_ATTR_PG_CFG}, {@link #DCB_ATTR_CEE_TX_PG} and {@link #DCB_ATTR_CEE_RX_PG}. */
    public static final AttributeSet GROUPS = AttributeSet.of(
            "DCB_PG_ATTR",
            nest(DCB_PG_ATTR_TC_0, "DCB_PG_ATTR_TC_0", () -> CLASS),
            nest(DCB_PG_ATTR_TC_1, "DCB_PG_ATTR_TC_1", () -> CLASS),
            nest(DCB_PG_ATTR_TC_2, "DCB_PG_ATTR_TC_2", () -> CLASS),
            nest(DCB_PG_ATTR_TC_3, "DCB_PG_ATTR_TC_3", () -> CLASS),
            nest(DCB_PG_ATTR_TC_4, "DCB_PG_ATTR_TC_4", () -> CLASS),
            nest(DCB_PG_ATTR_TC_5, "DCB_PG_ATTR_TC_5", () -> CLASS),
            nest(DCB_PG_ATTR_TC_6, "DCB_PG_ATTR_TC_6", () -> CLASS),
            nest(DCB_PG_ATTR_TC_7, "DCB_PG_ATTR_TC_7", () -> CLASS),
            nest(DCB_PG_ATTR_TC_ALL, "DCB_PG_ATTR_TC_ALL", () -> CLASS),
            u8(DCB_PG_ATTR_BW_ID_0, "DCB_PG_ATTR_BW_ID_0"),
            u8(DCB_PG_ATTR_BW_ID_1, "DCB_PG_ATTR_BW_ID_1"),
            u8(DCB_PG_ATTR_BW_ID_2, "DCB_PG_ATTR_BW_ID_2"),
            u8(DCB_PG_ATTR_BW_ID_3, "DCB_PG_ATTR_BW_ID_3"),
            u8(DCB_PG_ATTR_BW_ID_4, "DCB_PG_ATTR_BW_ID_4"),
            u8(DCB_PG_ATTR_BW_ID_5, "DCB_PG_ATTR_BW_ID_5"),
            u8(DCB_PG_ATTR_BW_ID_6, "DCB_PG_ATTR_BW_ID_6"),
            u8(DCB_PG_ATTR_BW_ID_7, "DCB_PG_ATTR_BW_ID_7"),
            flag(DCB_PG_ATTR_BW_ID_ALL, "DCB_PG_ATTR_BW_ID_ALL"));

    /** The table of {@link #DCB_ATTR_CAP}. */
    public static final AttributeSet CAPABILITIES = AttributeSet.of(
            "DCB_CAP_ATTR",
            flag(DCB_CAP_ATTR_ALL, "DCB_CAP_ATTR_ALL"),
            u8(DCB_CAP_ATTR_PG, "DCB_CAP_ATTR_PG"),
            u8(DCB_CAP_ATTR_PFC, "DCB_CAP_ATTR_PFC"),
            u8(DCB_CAP_ATTR_UP2TC, "DCB_CAP_ATTR_UP2TC"),
            u8(DCB_CAP_ATTR_PG_TCS, "DCB_CAP_ATTR_PG_TCS"),
            u8(DCB_CAP_ATTR_PFC_TCS, "DCB_CAP_ATTR_PFC_TCS"),
            u8(DCB_CAP_ATTR_GSP, "DCB_CAP_ATTR_GSP"),
            u8(DCB_CAP_ATTR_BCN, "DCB_CAP_ATTR_BCN"),
            u8(DCB_CAP_ATTR_DCBX, "DCB_CAP_ATTR_DCBX"));

    /** The table of {@link #DCB_ATTR_NUMTCS}. */
    public static final AttributeSet CLASSES = AttributeSet.of(
            "DCB_NUMTCS_ATTR",
            flag(DCB_NUMTCS_ATTR_ALL, "DCB_NUMTCS_ATTR_ALL"),
            u8(DCB_NUMTCS_ATTR_PG, "DCB_NUMTCS_ATTR_PG"),
            u8(DCB_NUMTCS_ATTR_PFC, "DCB_NUMTCS_ATTR_PFC"));

    /** The table of {@link #DCB_ATTR_BCN}. */
    public static final AttributeSet CONGESTION = AttributeSet.of(
            "DCB_BCN_ATTR",
            u8(DCB_BCN_ATTR_RP_0, "DCB_BCN_ATTR_RP_0"),
            u8(DCB_BCN_ATTR_RP_1, "DCB_BCN_ATTR_RP_1"),
            u8(DCB_BCN_ATTR_RP_2, "DCB_BCN_ATTR_RP_2"),
            u8(DCB_BCN_ATTR_RP_3, "DCB_BCN_ATTR_RP_3"),
            u8(DCB_BCN_ATTR_RP_4, "DCB_BCN_ATTR_RP_4"),
            u8(DCB_BCN_ATTR_RP_5, "DCB_BCN_ATTR_RP_5"),
            u8(DCB_BCN_ATTR_RP_6, "DCB_BCN_ATTR_RP_6"),
            u8(DCB_BCN_ATTR_RP_7, "DCB_BCN_ATTR_RP_7"),
            flag(DCB_BCN_ATTR_RP_ALL, "DCB_BCN_ATTR_RP_ALL"),
            u32(DCB_BCN_ATTR_BCNA_0, "DCB_BCN_ATTR_BCNA_0"),
            u32(DCB_BCN_ATTR_BCNA_1, "DCB_BCN_ATTR_BCNA_1"),
            u32(DCB_BCN_ATTR_ALPHA, "DCB_BCN_ATTR_ALPHA"),
            u32(DCB_BCN_ATTR_BETA, "DCB_BCN_ATTR_BETA"),
            u32(DCB_BCN_ATTR_GD, "DCB_BCN_ATTR_GD"),
            u32(DCB_BCN_ATTR_GI, "DCB_BCN_ATTR_GI"),
            u32(DCB_BCN_ATTR_TMAX, "DCB_BCN_ATTR_TMAX"),
            u32(DCB_BCN_ATTR_TD, "DCB_BCN_ATTR_TD"),
            u32(DCB_BCN_ATTR_RMIN, "DCB_BCN_ATTR_RMIN"),
            u32(DCB_BCN_ATTR_W, "DCB_BCN_ATTR_W"),
            u32(DCB_BCN_ATTR_RD, "DCB_BCN_ATTR_RD"),
            u32(DCB_BCN_ATTR_RU, "DCB_BCN_ATTR_RU"),
            u32(DCB_BCN_ATTR_WRTT, "DCB_BCN_ATTR_WRTT"),
            u32(DCB_BCN_ATTR_RI, "DCB_BCN_ATTR_RI"),
            u32(DCB_BCN_ATTR_C, "DCB_BCN_ATTR_C"),
            flag(DCB_BCN_ATTR_ALL, "DCB_BCN_ATTR_ALL"));

    /** The table of {@link #DCB_ATTR_APP}. */
    public static final AttributeSet APPLICATION = AttributeSet.of(
            "DCB_APP_ATTR",
            u8(DCB_APP_ATTR_IDTYPE, "DCB_APP_ATTR_IDTYPE"),
            u16(DCB_APP_ATTR_ID, "DCB_APP_ATTR_ID"),
            u8(DCB_APP_ATTR_PRIORITY, "DCB_APP_ATTR_PRIORITY"));

    /** The table of {@link #DCB_ATTR_FEATCFG} and {@link #DCB_ATTR_CEE_FEAT}. */
    public static final AttributeSet FEATURES = AttributeSet.of(
            "DCB_FEATCFG_ATTR",
            flag(DCB_FEATCFG_ATTR_ALL, "DCB_FEATCFG_ATTR_ALL"),
            u8(DCB_FEATCFG_ATTR_PG, "DCB_FEATCFG_ATTR_PG"),
            u8(DCB_FEATCFG_ATTR_PFC, "DCB_FEATCFG_ATTR_PFC"),
            u8(DCB_FEATCFG_ATTR_APP, "DCB_FEATCFG_ATTR_APP"));

    /** The table of {@link #DCB_ATTR_IEEE_APP_TABLE}, {@link #DCB_ATTR_IEEE_PEER_APP} and {@link #DCB_ATTR_DCB_REWR_TABLE}. */
    public static final AttributeSet APPLICATIONS = AttributeSet.of(
            "DCB_ATTR_IEEE_APP",
            struct(DCB_ATTR_IEEE_APP, "DCB_ATTR_IEEE_APP", APP),
            struct(DCB_ATTR_DCB_APP, "DCB_ATTR_DCB_APP", APP));

    /** The table of {@link #DCB_ATTR_DCB_APP_TRUST_TABLE}. */
    public static final AttributeSet TRUST = AttributeSet.of(
            "DCB_ATTR_IEEE_APP",
            u8(DCB_ATTR_IEEE_APP, "DCB_ATTR_IEEE_APP"),
            u8(DCB_ATTR_DCB_APP, "DCB_ATTR_DCB_APP"));

    /** The table of {@link #DCB_ATTR_IEEE}. */
    public static final AttributeSet IEEE = AttributeSet.of(
            "DCB_ATTR_IEEE",
            struct(DCB_ATTR_IEEE_ETS, "DCB_ATTR_IEEE_ETS", ETS),
            struct(DCB_ATTR_IEEE_PFC, "DCB_ATTR_IEEE_PFC", PFC),
            nest(DCB_ATTR_IEEE_APP_TABLE, "DCB_ATTR_IEEE_APP_TABLE", () -> APPLICATIONS),
            struct(DCB_ATTR_IEEE_PEER_ETS, "DCB_ATTR_IEEE_PEER_ETS", ETS),
            struct(DCB_ATTR_IEEE_PEER_PFC, "DCB_ATTR_IEEE_PEER_PFC", PFC),
            nest(DCB_ATTR_IEEE_PEER_APP, "DCB_ATTR_IEEE_PEER_APP", () -> APPLICATIONS),
            struct(DCB_ATTR_IEEE_MAXRATE, "DCB_ATTR_IEEE_MAXRATE", MAXRATE),
            struct(DCB_ATTR_IEEE_QCN, "DCB_ATTR_IEEE_QCN", QCN),
            struct(DCB_ATTR_IEEE_QCN_STATS, "DCB_ATTR_IEEE_QCN_STATS", QCN_STATS),
            struct(DCB_ATTR_DCB_BUFFER, "DCB_ATTR_DCB_BUFFER", BUFFER),
            nest(DCB_ATTR_DCB_APP_TRUST_TABLE, "DCB_ATTR_DCB_APP_TRUST_TABLE", () -> TRUST),
            nest(DCB_ATTR_DCB_REWR_TABLE, "DCB_ATTR_DCB_REWR_TABLE", () -> APPLICATIONS));

    /** The table of {@link #DCB_ATTR_CEE_PEER_APP_TABLE}. */
    public static final AttributeSet PEER_APPLICATIONS = AttributeSet.of(
            "DCB_ATTR_CEE_PEER_APP",
            struct(DCB_ATTR_CEE_PEER_APP_INFO, "DCB_ATTR_CEE_PEER_APP_INFO", PEER_APP_INFO),
            struct(DCB_ATTR_CEE_PEER_APP, "DCB_ATTR_CEE_PEER_APP", APP));

    /** The table of {@link #DCB_ATTR_CEE_APP_TABLE}. */
    public static final AttributeSet CEE_APPLICATIONS = AttributeSet.of(
            "DCB_ATTR_CEE_APP_TABLE",
            nest(DCB_ATTR_APP, "DCB_ATTR_APP", () -> APPLICATION));

    /** The table of {@link #DCB_ATTR_CEE}. */
    public static final AttributeSet CEE = AttributeSet.of(
            "DCB_ATTR_CEE",
            struct(DCB_ATTR_CEE_PEER_PG, "DCB_ATTR_CEE_PEER_PG", CEE_PG),
            struct(DCB_ATTR_CEE_PEER_PFC, "DCB_ATTR_CEE_PEER_PFC", CEE_PFC),
            nest(DCB_ATTR_CEE_PEER_APP_TABLE, "DCB_ATTR_CEE_PEER_APP_TABLE", () -> PEER_APPLICATIONS),
            nest(DCB_ATTR_CEE_TX_PG, "DCB_ATTR_CEE_TX_PG", () -> GROUPS),
            nest(DCB_ATTR_CEE_RX_PG, "DCB_ATTR_CEE_RX_PG", () -> GROUPS),
            nest(DCB_ATTR_CEE_PFC, "DCB_ATTR_CEE_PFC", () -> PRIORITIES),
            nest(DCB_ATTR_CEE_APP_TABLE, "DCB_ATTR_CEE_APP_TABLE", () -> CEE_APPLICATIONS),
            nest(DCB_ATTR_CEE_FEAT, "DCB_ATTR_CEE_FEAT", () -> FEATURES));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "DCB_ATTR",
            string(DCB_ATTR_IFNAME, "DCB_ATTR_IFNAME"),
            u8(DCB_ATTR_STATE, "DCB_ATTR_STATE"),
            u8(DCB_ATTR_PFC_STATE, "DCB_ATTR_PFC_STATE"),
            nest(DCB_ATTR_PFC_CFG, "DCB_ATTR_PFC_CFG", () -> PRIORITIES),
            u8(DCB_ATTR_NUM_TC, "DCB_ATTR_NUM_TC"),
            nest(DCB_ATTR_PG_CFG, "DCB_ATTR_PG_CFG", () -> GROUPS),
            u8(DCB_ATTR_SET_ALL, "DCB_ATTR_SET_ALL"),
            binary(DCB_ATTR_PERM_HWADDR, "DCB_ATTR_PERM_HWADDR"),
            nest(DCB_ATTR_CAP, "DCB_ATTR_CAP", () -> CAPABILITIES),
            nest(DCB_ATTR_NUMTCS, "DCB_ATTR_NUMTCS", () -> CLASSES),
            nest(DCB_ATTR_BCN, "DCB_ATTR_BCN", () -> CONGESTION),
            nest(DCB_ATTR_APP, "DCB_ATTR_APP", () -> APPLICATION),
            nest(DCB_ATTR_IEEE, "DCB_ATTR_IEEE", () -> IEEE),
            u8(DCB_ATTR_DCBX, "DCB_ATTR_DCBX"),
            nest(DCB_ATTR_FEATCFG, "DCB_ATTR_FEATCFG", () -> FEATURES),
            nest(DCB_ATTR_CEE, "DCB_ATTR_CEE", () -> CEE));

    private DcbAttr() {}
}
