package org.netlink4j.rtnetlink.address;

import static org.netlink4j.core.schema.AttributeSpec.address;
import static org.netlink4j.core.schema.AttributeSpec.s32;
import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;

/**
 * Messages about addresses of devices: {@code struct ifaddrmsg} and the attributes {@code IFA_*} of {@code linux/if_addr.h},
 * as of Linux 6.18.
 */
public final class Ifa {
    /** Address of the prefix; on a point-to-point device that of the other end. */
    public static final int IFA_ADDRESS = 1;

    /** Address of this end; IPv4 always has it. */
    public static final int IFA_LOCAL = 2;

    /** String of at most 16 bytes with its NUL: name of the address, which begins with that of the device; IPv4 only. */
    public static final int IFA_LABEL = 3;

    /** Broadcast address; IPv4 only. */
    public static final int IFA_BROADCAST = 4;

    /** Anycast address; IPv6, only in answers. */
    public static final int IFA_ANYCAST = 5;

    /** {@code struct ifa_cacheinfo}: lifetimes. */
    public static final int IFA_CACHEINFO = 6;

    /** Multicast address; only in answers. */
    public static final int IFA_MULTICAST = 7;

    /** u32: {@code IFA_F_*}, which goes beyond the 8 bits of the header. */
    public static final int IFA_FLAGS = 8;

    /** u32: metric of the route to the prefix. */
    public static final int IFA_RT_PRIORITY = 9;

    /** s32: id of the namespace that is meant. */
    public static final int IFA_TARGET_NETNSID = 10;

    /** u8: who made the address; since Linux 5.18. */
    public static final int IFA_PROTO = 11;

    /** u32: how many users a multicast address has, only in answers. */
    public static final int IFA_MC_USERS = 12;

    /** The fixed header. */
    public static final StructSpec IFADDRMSG = new StructSpec("ifaddrmsg", 8, List.of(
            field("ifa_family", 0, AttributeType.U8),
            field("ifa_prefixlen", 1, AttributeType.U8),
            field("ifa_flags", 2, AttributeType.U8),
            field("ifa_scope", 3, AttributeType.U8),
            field("ifa_index", 4, AttributeType.U32)));

    /** Lifetimes in seconds and times in hundredths of a second since boot. */
    private static final StructSpec CACHEINFO = new StructSpec("ifa_cacheinfo", 16, List.of(
            field("ifa_prefered", 0, AttributeType.U32),
            field("ifa_valid", 4, AttributeType.U32),
            field("cstamp", 8, AttributeType.U32),
            field("tstamp", 12, AttributeType.U32)));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "IFA",
            address(IFA_ADDRESS, "IFA_ADDRESS"),
            address(IFA_LOCAL, "IFA_LOCAL"),
            string(IFA_LABEL, "IFA_LABEL").atMost(16).key("label"),
            address(IFA_BROADCAST, "IFA_BROADCAST").key("broadcast"),
            address(IFA_ANYCAST, "IFA_ANYCAST").key("anycast"),
            struct(IFA_CACHEINFO, "IFA_CACHEINFO", CACHEINFO).key("").shown(Ifa::lifetimes),
            address(IFA_MULTICAST, "IFA_MULTICAST").key("multicast"),
            u32(IFA_FLAGS, "IFA_FLAGS"),
            u32(IFA_RT_PRIORITY, "IFA_RT_PRIORITY").key("metric"),
            s32(IFA_TARGET_NETNSID, "IFA_TARGET_NETNSID"),
            u8(IFA_PROTO, "IFA_PROTO").key("protocol").shown(Ifa::protocol),
            u32(IFA_MC_USERS, "IFA_MC_USERS"));

    private static final Map<Long, String> PROTOCOLS = Map.of(1L, "kernel_lo", 2L, "kernel_ra", 3L, "kernel_ll");

    private Ifa() {}

    private static Optional<Map<String, Long>> lifetimes(Attributes among, int number) {
        OptionalLong valid = among.field(number, "ifa_valid");
        OptionalLong preferred = among.field(number, "ifa_prefered");
        return valid.isPresent() && preferred.isPresent()
                ? Optional.of(Map.of("valid_life_time", valid.getAsLong(), "preferred_life_time", preferred.getAsLong()))
                : Optional.empty();
    }

    private static Optional<String> protocol(Attributes among, int number) {
        return among.number(number).stream()
                .filter(protocol -> protocol != 0)
                .mapToObj(protocol -> PROTOCOLS.getOrDefault(protocol, "0x" + Long.toHexString(protocol)))
                .findFirst();
    }
}
