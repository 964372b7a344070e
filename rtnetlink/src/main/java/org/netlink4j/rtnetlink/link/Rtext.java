package org.netlink4j.rtnetlink.link;

/** What a request for links wants beyond the usual: {@code RTEXT_FILTER_*} of {@code linux/rtnetlink.h}, bits. */
public final class Rtext {
    /** Virtual functions and port profiles too. */
    public static final int RTEXT_FILTER_VF = 1;

    /** The VLANs of bridge ports too. */
    public static final int RTEXT_FILTER_BRVLAN = 1 << 1;

    /** The VLANs of bridge ports too, as ranges. */
    public static final int RTEXT_FILTER_BRVLAN_COMPRESSED = 1 << 2;

    /** No statistics. */
    public static final int RTEXT_FILTER_SKIP_STATS = 1 << 3;

    /** The media redundancy protocol of bridges too. */
    public static final int RTEXT_FILTER_MRP = 1 << 4;

    /** The configuration of connectivity fault management of bridges too. */
    public static final int RTEXT_FILTER_CFM_CONFIG = 1 << 5;

    /** The state of connectivity fault management of bridges too. */
    public static final int RTEXT_FILTER_CFM_STATUS = 1 << 6;

    /** The states of bridge ports in multiple spanning trees too; since Linux 5.18. */
    public static final int RTEXT_FILTER_MST = 1 << 7;

    private Rtext() {}
}
