package org.netlink4j.core.generic.ethtool;

import static org.netlink4j.core.generic.CommandSpec.command;

import org.netlink4j.core.generic.CommandSpec;
import org.netlink4j.core.generic.FamilySpec;

/**
 * Commands of the family: {@code ETHTOOL_MSG_*} of {@code linux/ethtool_netlink.h}. Those to the kernel and those from it are
 * counted apart.
 */
public final class EthtoolMsg {
    /** To the kernel: asks for sets of names. */
    public static final int ETHTOOL_MSG_STRSET_GET = 1;

    /** To the kernel: asks for what a port is. */
    public static final int ETHTOOL_MSG_LINKINFO_GET = 2;

    /** To the kernel: changes what a port is. */
    public static final int ETHTOOL_MSG_LINKINFO_SET = 3;

    /** To the kernel: asks for speeds and modes. */
    public static final int ETHTOOL_MSG_LINKMODES_GET = 4;

    /** To the kernel: changes speeds and modes. */
    public static final int ETHTOOL_MSG_LINKMODES_SET = 5;

    /** To the kernel: asks for the state of the link. */
    public static final int ETHTOOL_MSG_LINKSTATE_GET = 6;

    /** To the kernel: asks for debug messages of the driver. */
    public static final int ETHTOOL_MSG_DEBUG_GET = 7;

    /** To the kernel: changes debug messages of the driver. */
    public static final int ETHTOOL_MSG_DEBUG_SET = 8;

    /** To the kernel: asks for wake on LAN. */
    public static final int ETHTOOL_MSG_WOL_GET = 9;

    /** To the kernel: changes wake on LAN. */
    public static final int ETHTOOL_MSG_WOL_SET = 10;

    /** To the kernel: asks for offloads. */
    public static final int ETHTOOL_MSG_FEATURES_GET = 11;

    /** To the kernel: changes offloads. */
    public static final int ETHTOOL_MSG_FEATURES_SET = 12;

    /** To the kernel: asks for flags of the driver. */
    public static final int ETHTOOL_MSG_PRIVFLAGS_GET = 13;

    /** To the kernel: changes flags of the driver. */
    public static final int ETHTOOL_MSG_PRIVFLAGS_SET = 14;

    /** To the kernel: asks for ring sizes. */
    public static final int ETHTOOL_MSG_RINGS_GET = 15;

    /** To the kernel: changes ring sizes. */
    public static final int ETHTOOL_MSG_RINGS_SET = 16;

    /** To the kernel: asks for channels. */
    public static final int ETHTOOL_MSG_CHANNELS_GET = 17;

    /** To the kernel: changes channels. */
    public static final int ETHTOOL_MSG_CHANNELS_SET = 18;

    /** To the kernel: asks for interrupt coalescing. */
    public static final int ETHTOOL_MSG_COALESCE_GET = 19;

    /** To the kernel: changes interrupt coalescing. */
    public static final int ETHTOOL_MSG_COALESCE_SET = 20;

    /** To the kernel: asks for pause frames. */
    public static final int ETHTOOL_MSG_PAUSE_GET = 21;

    /** To the kernel: changes pause frames. */
    public static final int ETHTOOL_MSG_PAUSE_SET = 22;

    /** To the kernel: asks for energy efficient Ethernet. */
    public static final int ETHTOOL_MSG_EEE_GET = 23;

    /** To the kernel: changes energy efficient Ethernet. */
    public static final int ETHTOOL_MSG_EEE_SET = 24;

    /** To the kernel: asks for time stamping. */
    public static final int ETHTOOL_MSG_TSINFO_GET = 25;

    /** To the kernel: starts a cable test. */
    public static final int ETHTOOL_MSG_CABLE_TEST_ACT = 26;

    /** To the kernel: starts a cable test by reflection. */
    public static final int ETHTOOL_MSG_CABLE_TEST_TDR_ACT = 27;

    /** To the kernel: asks for tunnel offloads. */
    public static final int ETHTOOL_MSG_TUNNEL_INFO_GET = 28;

    /** To the kernel: asks for forward error correction. */
    public static final int ETHTOOL_MSG_FEC_GET = 29;

    /** To the kernel: changes forward error correction. */
    public static final int ETHTOOL_MSG_FEC_SET = 30;

    /** To the kernel: asks for the EEPROM of a transceiver module. */
    public static final int ETHTOOL_MSG_MODULE_EEPROM_GET = 31;

    /** To the kernel: asks for standard statistics. */
    public static final int ETHTOOL_MSG_STATS_GET = 32;

    /** To the kernel: asks for virtual clocks. */
    public static final int ETHTOOL_MSG_PHC_VCLOCKS_GET = 33;

    /** To the kernel: asks for a transceiver module. */
    public static final int ETHTOOL_MSG_MODULE_GET = 34;

    /** To the kernel: changes a transceiver module. */
    public static final int ETHTOOL_MSG_MODULE_SET = 35;

    /** To the kernel: asks for power over Ethernet. */
    public static final int ETHTOOL_MSG_PSE_GET = 36;

    /** To the kernel: changes power over Ethernet. */
    public static final int ETHTOOL_MSG_PSE_SET = 37;

    /** From the kernel: answers with sets of names. */
    public static final int ETHTOOL_MSG_STRSET_GET_REPLY = 1;

    /** From the kernel: answers with what a port is. */
    public static final int ETHTOOL_MSG_LINKINFO_GET_REPLY = 2;

    /** From the kernel: announces a change to what a port is. */
    public static final int ETHTOOL_MSG_LINKINFO_NTF = 3;

    /** From the kernel: answers with speeds and modes. */
    public static final int ETHTOOL_MSG_LINKMODES_GET_REPLY = 4;

    /** From the kernel: announces a change to speeds and modes. */
    public static final int ETHTOOL_MSG_LINKMODES_NTF = 5;

    /** From the kernel: answers with the state of the link. */
    public static final int ETHTOOL_MSG_LINKSTATE_GET_REPLY = 6;

    /** From the kernel: answers with debug messages of the driver. */
    public static final int ETHTOOL_MSG_DEBUG_GET_REPLY = 7;

    /** From the kernel: announces a change to debug messages of the driver. */
    public static final int ETHTOOL_MSG_DEBUG_NTF = 8;

    /** From the kernel: answers with wake on LAN. */
    public static final int ETHTOOL_MSG_WOL_GET_REPLY = 9;

    /** From the kernel: announces a change to wake on LAN. */
    public static final int ETHTOOL_MSG_WOL_NTF = 10;

    /** From the kernel: answers with offloads. */
    public static final int ETHTOOL_MSG_FEATURES_GET_REPLY = 11;

    /** From the kernel: says what became of a change to offloads. */
    public static final int ETHTOOL_MSG_FEATURES_SET_REPLY = 12;

    /** From the kernel: announces a change to offloads. */
    public static final int ETHTOOL_MSG_FEATURES_NTF = 13;

    /** From the kernel: answers with flags of the driver. */
    public static final int ETHTOOL_MSG_PRIVFLAGS_GET_REPLY = 14;

    /** From the kernel: announces a change to flags of the driver. */
    public static final int ETHTOOL_MSG_PRIVFLAGS_NTF = 15;

    /** From the kernel: answers with ring sizes. */
    public static final int ETHTOOL_MSG_RINGS_GET_REPLY = 16;

    /** From the kernel: announces a change to ring sizes. */
    public static final int ETHTOOL_MSG_RINGS_NTF = 17;

    /** From the kernel: answers with channels. */
    public static final int ETHTOOL_MSG_CHANNELS_GET_REPLY = 18;

    /** From the kernel: announces a change to channels. */
    public static final int ETHTOOL_MSG_CHANNELS_NTF = 19;

    /** From the kernel: answers with interrupt coalescing. */
    public static final int ETHTOOL_MSG_COALESCE_GET_REPLY = 20;

    /** From the kernel: announces a change to interrupt coalescing. */
    public static final int ETHTOOL_MSG_COALESCE_NTF = 21;

    /** From the kernel: answers with pause frames. */
    public static final int ETHTOOL_MSG_PAUSE_GET_REPLY = 22;

    /** From the kernel: announces a change to pause frames. */
    public static final int ETHTOOL_MSG_PAUSE_NTF = 23;

    /** From the kernel: answers with energy efficient Ethernet. */
    public static final int ETHTOOL_MSG_EEE_GET_REPLY = 24;

    /** From the kernel: announces a change to energy efficient Ethernet. */
    public static final int ETHTOOL_MSG_EEE_NTF = 25;

    /** From the kernel: answers with time stamping. */
    public static final int ETHTOOL_MSG_TSINFO_GET_REPLY = 26;

    /** From the kernel: announces the result of a cable test. */
    public static final int ETHTOOL_MSG_CABLE_TEST_NTF = 27;

    /** From the kernel: announces the result of a cable test by reflection. */
    public static final int ETHTOOL_MSG_CABLE_TEST_TDR_NTF = 28;

    /** From the kernel: answers with tunnel offloads. */
    public static final int ETHTOOL_MSG_TUNNEL_INFO_GET_REPLY = 29;

    /** From the kernel: answers with forward error correction. */
    public static final int ETHTOOL_MSG_FEC_GET_REPLY = 30;

    /** From the kernel: announces a change to forward error correction. */
    public static final int ETHTOOL_MSG_FEC_NTF = 31;

    /** From the kernel: answers with the EEPROM of a transceiver module. */
    public static final int ETHTOOL_MSG_MODULE_EEPROM_GET_REPLY = 32;

    /** From the kernel: answers with standard statistics. */
    public static final int ETHTOOL_MSG_STATS_GET_REPLY = 33;

    /** From the kernel: answers with virtual clocks. */
    public static final int ETHTOOL_MSG_PHC_VCLOCKS_GET_REPLY = 34;

    /** From the kernel: answers with a transceiver module. */
    public static final int ETHTOOL_MSG_MODULE_GET_REPLY = 35;

    /** From the kernel: announces a change to a transceiver module. */
    public static final int ETHTOOL_MSG_MODULE_NTF = 36;

    /** From the kernel: answers with power over Ethernet. */
    public static final int ETHTOOL_MSG_PSE_GET_REPLY = 37;

    /** The name of the multicast group that announces changes. */
    public static final String ETHTOOL_MCGRP_MONITOR_NAME = "monitor";

    /** The family: name, version and commands. */
    public static final FamilySpec FAMILY =
            FamilySpec.of("ethtool", 1, requests()).answers(answers());

    private EthtoolMsg() {}

    private static CommandSpec[] requests() {
        return new CommandSpec[] {
            command(ETHTOOL_MSG_STRSET_GET, "ETHTOOL_MSG_STRSET_GET", EthtoolStrset.ATTRIBUTES),
            command(ETHTOOL_MSG_LINKINFO_GET, "ETHTOOL_MSG_LINKINFO_GET", EthtoolLinkinfo.ATTRIBUTES),
            command(ETHTOOL_MSG_LINKINFO_SET, "ETHTOOL_MSG_LINKINFO_SET", EthtoolLinkinfo.ATTRIBUTES),
            command(ETHTOOL_MSG_LINKMODES_GET, "ETHTOOL_MSG_LINKMODES_GET", EthtoolLinkmodes.ATTRIBUTES),
            command(ETHTOOL_MSG_LINKMODES_SET, "ETHTOOL_MSG_LINKMODES_SET", EthtoolLinkmodes.ATTRIBUTES),
            command(ETHTOOL_MSG_LINKSTATE_GET, "ETHTOOL_MSG_LINKSTATE_GET", EthtoolLinkstate.ATTRIBUTES),
            command(ETHTOOL_MSG_DEBUG_GET, "ETHTOOL_MSG_DEBUG_GET", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_DEBUG_SET, "ETHTOOL_MSG_DEBUG_SET", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_WOL_GET, "ETHTOOL_MSG_WOL_GET", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_WOL_SET, "ETHTOOL_MSG_WOL_SET", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_FEATURES_GET, "ETHTOOL_MSG_FEATURES_GET", EthtoolFeatures.ATTRIBUTES),
            command(ETHTOOL_MSG_FEATURES_SET, "ETHTOOL_MSG_FEATURES_SET", EthtoolFeatures.ATTRIBUTES),
            command(ETHTOOL_MSG_PRIVFLAGS_GET, "ETHTOOL_MSG_PRIVFLAGS_GET", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_PRIVFLAGS_SET, "ETHTOOL_MSG_PRIVFLAGS_SET", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_RINGS_GET, "ETHTOOL_MSG_RINGS_GET", EthtoolRings.ATTRIBUTES),
            command(ETHTOOL_MSG_RINGS_SET, "ETHTOOL_MSG_RINGS_SET", EthtoolRings.ATTRIBUTES),
            command(ETHTOOL_MSG_CHANNELS_GET, "ETHTOOL_MSG_CHANNELS_GET", EthtoolChannels.ATTRIBUTES),
            command(ETHTOOL_MSG_CHANNELS_SET, "ETHTOOL_MSG_CHANNELS_SET", EthtoolChannels.ATTRIBUTES),
            command(ETHTOOL_MSG_COALESCE_GET, "ETHTOOL_MSG_COALESCE_GET", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_COALESCE_SET, "ETHTOOL_MSG_COALESCE_SET", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_PAUSE_GET, "ETHTOOL_MSG_PAUSE_GET", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_PAUSE_SET, "ETHTOOL_MSG_PAUSE_SET", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_EEE_GET, "ETHTOOL_MSG_EEE_GET", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_EEE_SET, "ETHTOOL_MSG_EEE_SET", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_TSINFO_GET, "ETHTOOL_MSG_TSINFO_GET", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_CABLE_TEST_ACT, "ETHTOOL_MSG_CABLE_TEST_ACT", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_CABLE_TEST_TDR_ACT, "ETHTOOL_MSG_CABLE_TEST_TDR_ACT", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_TUNNEL_INFO_GET, "ETHTOOL_MSG_TUNNEL_INFO_GET", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_FEC_GET, "ETHTOOL_MSG_FEC_GET", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_FEC_SET, "ETHTOOL_MSG_FEC_SET", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_MODULE_EEPROM_GET, "ETHTOOL_MSG_MODULE_EEPROM_GET", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_STATS_GET, "ETHTOOL_MSG_STATS_GET", EthtoolStats.ATTRIBUTES),
            command(ETHTOOL_MSG_PHC_VCLOCKS_GET, "ETHTOOL_MSG_PHC_VCLOCKS_GET", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_MODULE_GET, "ETHTOOL_MSG_MODULE_GET", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_MODULE_SET, "ETHTOOL_MSG_MODULE_SET", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_PSE_GET, "ETHTOOL_MSG_PSE_GET", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_PSE_SET, "ETHTOOL_MSG_PSE_SET", EthtoolHeader.ALONE)
        };
    }

    private static CommandSpec[] answers() {
        return new CommandSpec[] {
            command(ETHTOOL_MSG_STRSET_GET_REPLY, "ETHTOOL_MSG_STRSET_GET_REPLY", EthtoolStrset.ATTRIBUTES),
            command(ETHTOOL_MSG_LINKINFO_GET_REPLY, "ETHTOOL_MSG_LINKINFO_GET_REPLY", EthtoolLinkinfo.ATTRIBUTES),
            command(ETHTOOL_MSG_LINKINFO_NTF, "ETHTOOL_MSG_LINKINFO_NTF", EthtoolLinkinfo.ATTRIBUTES),
            command(ETHTOOL_MSG_LINKMODES_GET_REPLY, "ETHTOOL_MSG_LINKMODES_GET_REPLY", EthtoolLinkmodes.ATTRIBUTES),
            command(ETHTOOL_MSG_LINKMODES_NTF, "ETHTOOL_MSG_LINKMODES_NTF", EthtoolLinkmodes.ATTRIBUTES),
            command(ETHTOOL_MSG_LINKSTATE_GET_REPLY, "ETHTOOL_MSG_LINKSTATE_GET_REPLY", EthtoolLinkstate.ATTRIBUTES),
            command(ETHTOOL_MSG_DEBUG_GET_REPLY, "ETHTOOL_MSG_DEBUG_GET_REPLY", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_DEBUG_NTF, "ETHTOOL_MSG_DEBUG_NTF", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_WOL_GET_REPLY, "ETHTOOL_MSG_WOL_GET_REPLY", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_WOL_NTF, "ETHTOOL_MSG_WOL_NTF", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_FEATURES_GET_REPLY, "ETHTOOL_MSG_FEATURES_GET_REPLY", EthtoolFeatures.ATTRIBUTES),
            command(ETHTOOL_MSG_FEATURES_SET_REPLY, "ETHTOOL_MSG_FEATURES_SET_REPLY", EthtoolFeatures.ATTRIBUTES),
            command(ETHTOOL_MSG_FEATURES_NTF, "ETHTOOL_MSG_FEATURES_NTF", EthtoolFeatures.ATTRIBUTES),
            command(ETHTOOL_MSG_PRIVFLAGS_GET_REPLY, "ETHTOOL_MSG_PRIVFLAGS_GET_REPLY", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_PRIVFLAGS_NTF, "ETHTOOL_MSG_PRIVFLAGS_NTF", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_RINGS_GET_REPLY, "ETHTOOL_MSG_RINGS_GET_REPLY", EthtoolRings.ATTRIBUTES),
            command(ETHTOOL_MSG_RINGS_NTF, "ETHTOOL_MSG_RINGS_NTF", EthtoolRings.ATTRIBUTES),
            command(ETHTOOL_MSG_CHANNELS_GET_REPLY, "ETHTOOL_MSG_CHANNELS_GET_REPLY", EthtoolChannels.ATTRIBUTES),
            command(ETHTOOL_MSG_CHANNELS_NTF, "ETHTOOL_MSG_CHANNELS_NTF", EthtoolChannels.ATTRIBUTES),
            command(ETHTOOL_MSG_COALESCE_GET_REPLY, "ETHTOOL_MSG_COALESCE_GET_REPLY", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_COALESCE_NTF, "ETHTOOL_MSG_COALESCE_NTF", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_PAUSE_GET_REPLY, "ETHTOOL_MSG_PAUSE_GET_REPLY", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_PAUSE_NTF, "ETHTOOL_MSG_PAUSE_NTF", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_EEE_GET_REPLY, "ETHTOOL_MSG_EEE_GET_REPLY", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_EEE_NTF, "ETHTOOL_MSG_EEE_NTF", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_TSINFO_GET_REPLY, "ETHTOOL_MSG_TSINFO_GET_REPLY", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_CABLE_TEST_NTF, "ETHTOOL_MSG_CABLE_TEST_NTF", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_CABLE_TEST_TDR_NTF, "ETHTOOL_MSG_CABLE_TEST_TDR_NTF", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_TUNNEL_INFO_GET_REPLY, "ETHTOOL_MSG_TUNNEL_INFO_GET_REPLY", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_FEC_GET_REPLY, "ETHTOOL_MSG_FEC_GET_REPLY", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_FEC_NTF, "ETHTOOL_MSG_FEC_NTF", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_MODULE_EEPROM_GET_REPLY, "ETHTOOL_MSG_MODULE_EEPROM_GET_REPLY", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_STATS_GET_REPLY, "ETHTOOL_MSG_STATS_GET_REPLY", EthtoolStats.ATTRIBUTES),
            command(ETHTOOL_MSG_PHC_VCLOCKS_GET_REPLY, "ETHTOOL_MSG_PHC_VCLOCKS_GET_REPLY", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_MODULE_GET_REPLY, "ETHTOOL_MSG_MODULE_GET_REPLY", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_MODULE_NTF, "ETHTOOL_MSG_MODULE_NTF", EthtoolHeader.ALONE),
            command(ETHTOOL_MSG_PSE_GET_REPLY, "ETHTOOL_MSG_PSE_GET_REPLY", EthtoolHeader.ALONE)
        };
    }
}
