package org.netlink4j.rtnetlink.route;

import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.u32;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.Attributes;

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

    /** By number: the keys of {@code ip}, and the words for bits of {@link #RTAX_LOCK}. */
    private static final List<String> WORDS = List.of(
            "", "lock", "mtu", "window", "rtt", "rttvar", "ssthresh", "cwnd", "advmss", "reordering", "hoplimit", "initcwnd", "features",
            "rto_min", "initrwnd", "quickack", "congestion", "fastopen_no_cookie");

    private static final Map<Integer, String> FEATURES = Map.of(RTAX_FEATURE_ECN, "ecn", RTAX_FEATURE_TCP_USEC_TS, "tcp_usec_ts");

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "RTAX",
            number(RTAX_LOCK, "RTAX_LOCK").shown(Rtax::locks),
            number(RTAX_MTU, "RTAX_MTU"),
            number(RTAX_WINDOW, "RTAX_WINDOW"),
            number(RTAX_RTT, "RTAX_RTT").shown((among, number) -> parts(among, number, 8)),
            number(RTAX_RTTVAR, "RTAX_RTTVAR").shown((among, number) -> parts(among, number, 4)),
            number(RTAX_SSTHRESH, "RTAX_SSTHRESH"),
            number(RTAX_CWND, "RTAX_CWND"),
            number(RTAX_ADVMSS, "RTAX_ADVMSS"),
            number(RTAX_REORDERING, "RTAX_REORDERING"),
            number(RTAX_HOPLIMIT, "RTAX_HOPLIMIT"),
            number(RTAX_INITCWND, "RTAX_INITCWND"),
            number(RTAX_FEATURES, "RTAX_FEATURES").key("").shown(Rtax::features),
            number(RTAX_RTO_MIN, "RTAX_RTO_MIN"),
            number(RTAX_INITRWND, "RTAX_INITRWND"),
            number(RTAX_QUICKACK, "RTAX_QUICKACK"),
            string(RTAX_CC_ALGO, "RTAX_CC_ALGO").unterminated().atMost(15).key(WORDS.get(RTAX_CC_ALGO)),
            number(RTAX_FASTOPEN_NO_COOKIE, "RTAX_FASTOPEN_NO_COOKIE"));

    private Rtax() {}

    private static AttributeSpec number(int number, String name) {
        return u32(number, name).key(WORDS.get(number));
    }

    private static Optional<List<String>> locks(Attributes among, int number) {
        int bits = among.integer(number).orElse(0);
        return Optional.of(IntStream.range(1, WORDS.size()).filter(bit -> (bits >>> bit & 1) != 0).mapToObj(WORDS::get).toList());
    }

    /** Milliseconds, of which the number counts parts. */
    private static Optional<BigDecimal> parts(Attributes among, int number, int ofOne) {
        return among.number(number).stream()
                .mapToObj(value -> {
                    BigDecimal exact = BigDecimal.valueOf(value).divide(BigDecimal.valueOf(ofOne)).stripTrailingZeros();
                    return exact.scale() < 0 ? exact.setScale(0) : exact;
                })
                .findFirst();
    }

    /** Each is a key without value; ip shows all bits if it does not know some. */
    private static Optional<Map<String, Object>> features(Attributes among, int number) {
        int bits = among.integer(number).orElse(0);
        Map<String, Object> shown = new LinkedHashMap<>();
        int unknown = bits;
        for (Map.Entry<Integer, String> feature : FEATURES.entrySet()) {
            if ((bits & feature.getKey()) != 0) {
                shown.put(feature.getValue(), Optional.empty());
                unknown &= ~feature.getKey();
            }
        }
        if (unknown != 0) {
            shown.put("features", "0x" + Integer.toHexString(bits));
        }
        return Optional.of(shown);
    }
}
