package org.netlink4j.rtnetlink.address;

/** Flags of an address: {@code IFA_F_*} of {@code linux/if_addr.h}. */
public final class IfaF {
    /** Another address of the prefix came first (IPv4); {@link #IFA_F_TEMPORARY} (IPv6). */
    public static final int IFA_F_SECONDARY = 0x01;

    /** Made for privacy out of a prefix with {@link #IFA_F_MANAGETEMPADDR}; IPv6 only. */
    public static final int IFA_F_TEMPORARY = 0x01;

    /** Is not checked for being in use already; IPv6 only. */
    public static final int IFA_F_NODAD = 0x02;

    /** May be used while it is checked; IPv6 only. */
    public static final int IFA_F_OPTIMISTIC = 0x04;

    /** Turned out to be in use already; IPv6 only. */
    public static final int IFA_F_DADFAILED = 0x08;

    /** Home address of Mobile IPv6. */
    public static final int IFA_F_HOMEADDRESS = 0x10;

    /** The preferred lifetime is over. */
    public static final int IFA_F_DEPRECATED = 0x20;

    /** Is being checked for being in use already; IPv6 only. */
    public static final int IFA_F_TENTATIVE = 0x40;

    /** Has no end of its lifetime. */
    public static final int IFA_F_PERMANENT = 0x80;

    /** Temporary addresses are made out of its prefix; IPv6 only. */
    public static final int IFA_F_MANAGETEMPADDR = 0x100;

    /** No route to its prefix is made. */
    public static final int IFA_F_NOPREFIXROUTE = 0x200;

    /** A multicast address that is joined. */
    public static final int IFA_F_MCAUTOJOIN = 0x400;

    /** Made as of RFC 7217; IPv6 only. */
    public static final int IFA_F_STABLE_PRIVACY = 0x800;

    private IfaF() {}
}
