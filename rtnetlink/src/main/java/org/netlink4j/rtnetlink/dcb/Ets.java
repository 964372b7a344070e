package org.netlink4j.rtnetlink.dcb;

import java.util.List;
import java.util.stream.LongStream;
import org.netlink4j.core.schema.Attributes;

/**
 * Enhanced transmission selection of IEEE 802.1Qaz: {@code struct ieee_ets}. Lists have one element a traffic class, or one a
 * priority, from 0 to 7.
 *
 * @param willing whether the other end may set it
 * @param classes how many traffic classes can share bandwidth, u8
 * @param creditBasedShaper whether there is one
 * @param bandwidth of each class, percent of what is sent
 * @param receiveBandwidth of each class, percent of what comes
 * @param algorithms of each class, {@code IEEE_8021QAZ_TSA_*}
 * @param classOf of each priority, its class
 * @param recommendation what the other end is recommended
 */
public record Ets(
        boolean willing,
        int classes,
        boolean creditBasedShaper,
        List<Integer> bandwidth,
        List<Integer> receiveBandwidth,
        List<Integer> algorithms,
        List<Integer> classOf,
        Recommendation recommendation) {
    /**
     * What the other end is recommended.
     *
     * @param bandwidth of each class, percent
     * @param algorithms of each class, {@code IEEE_8021QAZ_TSA_*}
     * @param classOf of each priority, its class
     */
    public record Recommendation(List<Integer> bandwidth, List<Integer> algorithms, List<Integer> classOf) {
        /** Nothing of note. */
        public static final Recommendation NONE = new Recommendation(Lanes.zeros(), Lanes.zeros(), Lanes.zeros());

        /** Wants eight of each. */
        public Recommendation {
            bandwidth = Lanes.checked(bandwidth);
            algorithms = Lanes.checked(algorithms);
            classOf = Lanes.checked(classOf);
        }
    }

    /** Wants eight of each. */
    public Ets {
        bandwidth = Lanes.checked(bandwidth);
        receiveBandwidth = Lanes.checked(receiveBandwidth);
        algorithms = Lanes.checked(algorithms);
        classOf = Lanes.checked(classOf);
    }

    /** An attribute that is there. */
    static Ets of(Attributes ieee, int number) {
        return new Ets(
                Lanes.value(ieee, number, "willing") != 0,
                (int) Lanes.value(ieee, number, "ets_cap"),
                Lanes.value(ieee, number, "cbs") != 0,
                Lanes.bytes(ieee, number, "tc_tx_bw"),
                Lanes.bytes(ieee, number, "tc_rx_bw"),
                Lanes.bytes(ieee, number, "tc_tsa"),
                Lanes.bytes(ieee, number, "prio_tc"),
                new Recommendation(
                        Lanes.bytes(ieee, number, "tc_reco_bw"),
                        Lanes.bytes(ieee, number, "tc_reco_tsa"),
                        Lanes.bytes(ieee, number, "reco_prio_tc")));
    }

    /** The fields in the order of the table. */
    long[] fields() {
        return LongStream.concat(
                        LongStream.of(willing ? 1 : 0, classes, creditBasedShaper ? 1 : 0),
                        Lanes.concat(bandwidth, receiveBandwidth, algorithms, classOf, recommendation.bandwidth,
                                recommendation.algorithms, recommendation.classOf))
                .toArray();
    }
}
