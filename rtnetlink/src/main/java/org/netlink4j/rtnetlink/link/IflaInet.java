package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.ipv6;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;

/**
 * Attributes of IPv4 and IPv6 inside {@code IFLA_AF_SPEC}: {@code IFLA_INET_*} and {@code IFLA_INET6_*} of
 * {@code linux/if_link.h}.
 */
public final class IflaInet {
    /** u32: {@code IF_RA_*} and {@code IF_READY} flags. */
    public static final int IFLA_INET6_FLAGS = 1;

    /** s32 each: the settings, indexed by {@code DEVCONF_*}. */
    public static final int IFLA_INET6_CONF = 2;

    /** u64 each: counters. */
    public static final int IFLA_INET6_STATS = 3;

    /** Not in use. */
    public static final int IFLA_INET6_MCAST = 4;

    /**
     * {@code struct ifla_cacheinfo}: largest packet to reassemble in bytes, time stamp in hundredths of a second, reachable and
     * retransmission time in milliseconds.
     */
    public static final int IFLA_INET6_CACHEINFO = 5;

    /** u64 each: counters of ICMPv6. */
    public static final int IFLA_INET6_ICMP6STATS = 6;

    /** 16 bytes: the interface identifier for automatic addresses. */
    public static final int IFLA_INET6_TOKEN = 7;

    /** u8: how link-local addresses are made, 0 EUI-64, 1 none, 2 stable and private, 3 random. */
    public static final int IFLA_INET6_ADDR_GEN_MODE = 8;

    /** u32, only in answers: MTU from a router advertisement. */
    public static final int IFLA_INET6_RA_MTU = 9;

    /** u32 each in answers, nest in requests: the settings, indexed by {@code IPV4_DEVCONF_*} - 1. */
    public static final int IFLA_INET_CONF = 1;

    private static final StructSpec CACHEINFO = new StructSpec("ifla_cacheinfo", 16, List.of(
            field("max_reasm_len", 0, AttributeType.U32),
            field("tstamp", 4, AttributeType.U32),
            field("reachable_time", 8, AttributeType.U32),
            field("retrans_time", 12, AttributeType.U32)));

    private static final Map<Integer, String> GENERATION = Map.of(0, "eui64", 1, "none", 2, "stable_secret", 3, "random");

    /** The table of IPv6. */
    public static final AttributeSet INET6 = AttributeSet.of("IFLA_INET6",
            u32(IFLA_INET6_FLAGS, "IFLA_INET6_FLAGS"),
            binary(IFLA_INET6_CONF, "IFLA_INET6_CONF"),
            binary(IFLA_INET6_STATS, "IFLA_INET6_STATS"),
            binary(IFLA_INET6_MCAST, "IFLA_INET6_MCAST"),
            struct(IFLA_INET6_CACHEINFO, "IFLA_INET6_CACHEINFO", CACHEINFO),
            binary(IFLA_INET6_ICMP6STATS, "IFLA_INET6_ICMP6STATS"),
            ipv6(IFLA_INET6_TOKEN, "IFLA_INET6_TOKEN"),
            u8(IFLA_INET6_ADDR_GEN_MODE, "IFLA_INET6_ADDR_GEN_MODE").key("inet6_addr_gen_mode")
                    .shown(IflaInet::addressGeneration),
            u32(IFLA_INET6_RA_MTU, "IFLA_INET6_RA_MTU"));

    private IflaInet() {}

    /** The table of IPv4. */
    public static final AttributeSet INET =
            AttributeSet.of("IFLA_INET", AttributeSpec.binary(IFLA_INET_CONF, "IFLA_INET_CONF"));

    private static Optional<String> addressGeneration(Attributes inet6, int number) {
        int mode = inet6.integer(number).orElse(0);
        return Optional.of(GENERATION.getOrDefault(mode, String.format("0x%02x", mode)));
    }
}
