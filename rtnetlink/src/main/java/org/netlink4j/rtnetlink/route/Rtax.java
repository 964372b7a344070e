package org.netlink4j.rtnetlink.route;

import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.u32;

import org.netlink4j.core.schema.AttributeSet;

/** Metrics of a route: attributes {@code RTAX_*} of {@code linux/rtnetlink.h} in {@link Rta#RTA_METRICS}. */
public final class Rtax {
    /** u32: bit n set if metric n must not be changed by what is learnt. */
    public static final int RTAX_LOCK = 1;

    /** u32: largest packet in bytes. */
    public static final int RTAX_MTU = 2;

    /** u32: largest window in bytes. */
    public static final int RTAX_WINDOW = 3;

    /** u32: round trip time in eighths of a millisecond. */
    public static final int RTAX_RTT = 4;

    /** u32: its variance in quarters of a millisecond. */
    public static final int RTAX_RTTVAR = 5;

    /** u32: slow start threshold in segments. */
    public static final int RTAX_SSTHRESH = 6;

    /** u32: congestion window in segments. */
    public static final int RTAX_CWND = 7;

    /** u32: largest segment to announce in bytes. */
    public static final int RTAX_ADVMSS = 8;

    /** u32: reordering to expect in segments. */
    public static final int RTAX_REORDERING = 9;

    /** u32: hop limit. */
    public static final int RTAX_HOPLIMIT = 10;

    /** u32: first congestion window in segments. */
    public static final int RTAX_INITCWND = 11;

    /** u32: {@code RTAX_FEATURE_*}. */
    public static final int RTAX_FEATURES = 12;

    /** u32: shortest retransmission timeout in milliseconds. */
    public static final int RTAX_RTO_MIN = 13;

    /** u32: first receive window in segments. */
    public static final int RTAX_INITRWND = 14;

    /** u32: whether to acknowledge at once. */
    public static final int RTAX_QUICKACK = 15;

    /** String: congestion control algorithm. */
    public static final int RTAX_CC_ALGO = 16;

    /** u32: whether to use TCP fast open without a cookie. */
    public static final int RTAX_FASTOPEN_NO_COOKIE = 17;

    /** Bit of {@link #RTAX_FEATURES}: explicit congestion notification. */
    public static final int RTAX_FEATURE_ECN = 1;

    /** Bit of {@link #RTAX_FEATURES}: selective acknowledgements; not in use. */
    public static final int RTAX_FEATURE_SACK = 2;

    /** Bit of {@link #RTAX_FEATURES}: time stamps; not in use. */
    public static final int RTAX_FEATURE_TIMESTAMP = 4;

    /** Bit of {@link #RTAX_FEATURES}: fragment headers on all packets; not in use. */
    public static final int RTAX_FEATURE_ALLFRAG = 8;

    /** Bit of {@link #RTAX_FEATURES}: time stamps of TCP in microseconds; since Linux 6.7. */
    public static final int RTAX_FEATURE_TCP_USEC_TS = 16;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "RTAX",
            u32(RTAX_LOCK, "RTAX_LOCK"),
            u32(RTAX_MTU, "RTAX_MTU"),
            u32(RTAX_WINDOW, "RTAX_WINDOW"),
            u32(RTAX_RTT, "RTAX_RTT"),
            u32(RTAX_RTTVAR, "RTAX_RTTVAR"),
            u32(RTAX_SSTHRESH, "RTAX_SSTHRESH"),
            u32(RTAX_CWND, "RTAX_CWND"),
            u32(RTAX_ADVMSS, "RTAX_ADVMSS"),
            u32(RTAX_REORDERING, "RTAX_REORDERING"),
            u32(RTAX_HOPLIMIT, "RTAX_HOPLIMIT"),
            u32(RTAX_INITCWND, "RTAX_INITCWND"),
            u32(RTAX_FEATURES, "RTAX_FEATURES"),
            u32(RTAX_RTO_MIN, "RTAX_RTO_MIN"),
            u32(RTAX_INITRWND, "RTAX_INITRWND"),
            u32(RTAX_QUICKACK, "RTAX_QUICKACK"),
            string(RTAX_CC_ALGO, "RTAX_CC_ALGO").unterminated().atMost(15),
            u32(RTAX_FASTOPEN_NO_COOKIE, "RTAX_FASTOPEN_NO_COOKIE"));

    private Rtax() {}
}
