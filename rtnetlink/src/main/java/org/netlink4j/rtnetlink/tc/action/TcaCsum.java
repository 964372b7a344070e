package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;

/** Attributes of the action csum, which computes checksums anew: {@code TCA_CSUM_*} of {@code linux/tc_act/tc_csum.h}. */
public final class TcaCsum {
    /** {@code struct tc_csum}: what all actions have, and the checksums. */
    public static final int TCA_CSUM_PARMS = 1;

    /** {@code struct tcf_t}, only in answers: when it was made and used. */
    public static final int TCA_CSUM_TM = 2;

    /** Padding before a u64. */
    public static final int TCA_CSUM_PAD = 3;

    /** The checksum of the IPv4 header. */
    public static final int TCA_CSUM_UPDATE_FLAG_IPV4HDR = 1;

    /** That of ICMP. */
    public static final int TCA_CSUM_UPDATE_FLAG_ICMP = 2;

    /** That of IGMP. */
    public static final int TCA_CSUM_UPDATE_FLAG_IGMP = 4;

    /** That of TCP. */
    public static final int TCA_CSUM_UPDATE_FLAG_TCP = 8;

    /** That of UDP. */
    public static final int TCA_CSUM_UPDATE_FLAG_UDP = 16;

    /** That of UDP-Lite. */
    public static final int TCA_CSUM_UPDATE_FLAG_UDPLITE = 32;

    /** That of SCTP. */
    public static final int TCA_CSUM_UPDATE_FLAG_SCTP = 64;

    private static final StructSpec PARAMETERS = TcGen.struct("tc_csum", 24, field("update_flags", 20, AttributeType.U32));

    private static final List<String> WORDS = List.of("iph", "icmp", "igmp", "tcp", "udp", "udplite", "sctp");

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_CSUM",
            TcGen.parameters(TCA_CSUM_PARMS, "TCA_CSUM_PARMS", PARAMETERS, TcaCsum::members),
            TcGen.times(TCA_CSUM_TM, "TCA_CSUM_TM"),
            binary(TCA_CSUM_PAD, "TCA_CSUM_PAD"));

    private TcaCsum() {}

    private static Map<String, Object> members(Attributes data) {
        List<String> words = new ArrayList<>();
        long flags = data.field(TCA_CSUM_PARMS, "update_flags").orElse(0);
        for (int bit = 0; bit < WORDS.size(); bit++) {
            if ((flags & 1L << bit) != 0) {
                words.add(WORDS.get(bit));
            }
        }
        return Map.of("csum", String.join(", ", words));
    }
}
