package org.netlink4j.rtnetlink.dcb;

/**
 * Commands of data centre bridging: {@code DCB_CMD_*} of {@code linux/dcbnl.h}.
 */
public final class DcbCmd {
    /** Command: asks whether DCB is on. */
    public static final int DCB_CMD_GSTATE = 1;

    /** Command: turns DCB on or off. */
    public static final int DCB_CMD_SSTATE = 2;

    /** Command: asks for the priority groups of what is sent. */
    public static final int DCB_CMD_PGTX_GCFG = 3;

    /** Command: sets the priority groups of what is sent. */
    public static final int DCB_CMD_PGTX_SCFG = 4;

    /** Command: asks for the priority groups of what comes. */
    public static final int DCB_CMD_PGRX_GCFG = 5;

    /** Command: sets the priority groups of what comes. */
    public static final int DCB_CMD_PGRX_SCFG = 6;

    /** Command: asks for priority flow control. */
    public static final int DCB_CMD_PFC_GCFG = 7;

    /** Command: sets priority flow control. */
    public static final int DCB_CMD_PFC_SCFG = 8;

    /** Command: lets what was set take effect. */
    public static final int DCB_CMD_SET_ALL = 9;

    /** Command: asks for the permanent address. */
    public static final int DCB_CMD_GPERM_HWADDR = 10;

    /** Command: asks what the device can do. */
    public static final int DCB_CMD_GCAP = 11;

    /** Command: asks for the numbers of traffic classes. */
    public static final int DCB_CMD_GNUMTCS = 12;

    /** Command: sets the numbers of traffic classes. */
    public static final int DCB_CMD_SNUMTCS = 13;

    /** Command: asks whether priority flow control is on. */
    public static final int DCB_CMD_PFC_GSTATE = 14;

    /** Command: turns priority flow control on or off. */
    public static final int DCB_CMD_PFC_SSTATE = 15;

    /** Command: asks for backward congestion notification. */
    public static final int DCB_CMD_BCN_GCFG = 16;

    /** Command: sets backward congestion notification. */
    public static final int DCB_CMD_BCN_SCFG = 17;

    /** Command: asks for the priority of an application. */
    public static final int DCB_CMD_GAPP = 18;

    /** Command: sets the priority of an application. */
    public static final int DCB_CMD_SAPP = 19;

    /** Command: sets objects of IEEE 802.1Qaz. */
    public static final int DCB_CMD_IEEE_SET = 20;

    /** Command: asks for the objects of IEEE 802.1Qaz. */
    public static final int DCB_CMD_IEEE_GET = 21;

    /** Command: asks for the mode of DCBX. */
    public static final int DCB_CMD_GDCBX = 22;

    /** Command: sets the mode of DCBX. */
    public static final int DCB_CMD_SDCBX = 23;

    /** Command: asks for the state of features. */
    public static final int DCB_CMD_GFEATCFG = 24;

    /** Command: sets the state of features. */
    public static final int DCB_CMD_SFEATCFG = 25;

    /** Command: asks for the objects of CEE. */
    public static final int DCB_CMD_CEE_GET = 26;

    /** Command: deletes objects of IEEE 802.1Qaz. */
    public static final int DCB_CMD_IEEE_DEL = 27;

    private DcbCmd() {}
}
