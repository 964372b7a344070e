package org.netlink4j.rtnetlink.neighbour;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.List;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;

/**
 * Messages about neighbour tables: {@code struct ndtmsg} and the attributes {@code NDTA_*} and {@code NDTPA_*} of {@code
 * linux/neighbour.h}, as of Linux 7.3.
 */
public final class Ndta {
    /** Text: the name of the table, {@code "arp_cache"} or {@code "ndisc_cache"}. */
    public static final int NDTA_NAME = 1;

    /** u32: with fewer entries than this, none is collected. */
    public static final int NDTA_THRESH1 = 2;

    /** u32: more entries than this may stay for 5 seconds. */
    public static final int NDTA_THRESH2 = 3;

    /** u32: more entries than this there cannot be. */
    public static final int NDTA_THRESH3 = 4;

    /** {@code struct ndt_config}, only in answers; a message with it is about the table itself. */
    public static final int NDTA_CONFIG = 5;

    /** Nest of {@code NDTPA_*}: the settings of one device, or those that new devices begin with. */
    public static final int NDTA_PARMS = 6;

    /** {@code struct ndt_stats}, only in answers. */
    public static final int NDTA_STATS = 7;

    /** u64, milliseconds: how often entries are collected. */
    public static final int NDTA_GC_INTERVAL = 8;

    /** Padding; only in answers. */
    public static final int NDTA_PAD = 9;

    /** u32: index of the device; absent in the settings that new devices begin with. */
    public static final int NDTPA_IFINDEX = 1;

    /** u32: how many users the settings have, only in answers. */
    public static final int NDTPA_REFCNT = 2;

    /** u64, milliseconds: how long a confirmed neighbour counts as reachable, only in answers; the kernel draws it at random about the base. */
    public static final int NDTPA_REACHABLE_TIME = 3;

    /** u64, milliseconds: about how long a confirmed neighbour counts as reachable. */
    public static final int NDTPA_BASE_REACHABLE_TIME = 4;

    /** u64, milliseconds: between two questions. */
    public static final int NDTPA_RETRANS_TIME = 5;

    /** u64, milliseconds: after which an unused entry may be collected. */
    public static final int NDTPA_GC_STALETIME = 6;

    /** u64, milliseconds: before the first question about a stale neighbour. */
    public static final int NDTPA_DELAY_PROBE_TIME = 7;

    /** u32, packets: how many wait for an unresolved neighbour. */
    public static final int NDTPA_QUEUE_LEN = 8;

    /** u32: how often a process is asked. */
    public static final int NDTPA_APP_PROBES = 9;

    /** u32: how often the neighbour itself is asked. */
    public static final int NDTPA_UCAST_PROBES = 10;

    /** u32: how often all are asked. */
    public static final int NDTPA_MCAST_PROBES = 11;

    /** u64, milliseconds: the longest delay of an answer for an anycast address. */
    public static final int NDTPA_ANYCAST_DELAY = 12;

    /** u64, milliseconds: the longest delay of an answer for somebody else. */
    public static final int NDTPA_PROXY_DELAY = 13;

    /** u32, packets: how many such questions wait. */
    public static final int NDTPA_PROXY_QLEN = 14;

    /** u64, milliseconds: how long a new address is kept though others claim it. */
    public static final int NDTPA_LOCKTIME = 15;

    /** u32, bytes: how much waits for an unresolved neighbour. */
    public static final int NDTPA_QUEUE_LENBYTES = 16;

    /** u32: how often all are asked about a neighbour that no longer answers. */
    public static final int NDTPA_MCAST_REPROBES = 17;

    /** Padding; only in answers. */
    public static final int NDTPA_PAD = 18;

    /** u64, milliseconds: between two questions about a managed neighbour; since Linux 6.0. */
    public static final int NDTPA_INTERVAL_PROBE_TIME_MS = 19;

    /** The fixed header. */
    public static final StructSpec NDTMSG = new StructSpec("ndtmsg", 4, List.of(
            field("ndtm_family", 0, AttributeType.U8)));

    private static final StructSpec CONFIG = new StructSpec("ndt_config", 32, List.of(
            field("ndtc_key_len", 0, AttributeType.U16),
            field("ndtc_entry_size", 2, AttributeType.U16),
            field("ndtc_entries", 4, AttributeType.U32),
            field("ndtc_last_flush", 8, AttributeType.U32),
            field("ndtc_last_rand", 12, AttributeType.U32),
            field("ndtc_hash_rnd", 16, AttributeType.U32),
            field("ndtc_hash_mask", 20, AttributeType.U32),
            field("ndtc_hash_chain_gc", 24, AttributeType.U32),
            field("ndtc_proxy_qlen", 28, AttributeType.U32)));

    private static final StructSpec STATISTICS = new StructSpec("ndt_stats", 88, List.of(
            field("ndts_allocs", 0, AttributeType.U64),
            field("ndts_destroys", 8, AttributeType.U64),
            field("ndts_hash_grows", 16, AttributeType.U64),
            field("ndts_res_failed", 24, AttributeType.U64),
            field("ndts_lookups", 32, AttributeType.U64),
            field("ndts_hits", 40, AttributeType.U64),
            field("ndts_rcv_probes_mcast", 48, AttributeType.U64),
            field("ndts_rcv_probes_ucast", 56, AttributeType.U64),
            field("ndts_periodic_gc_runs", 64, AttributeType.U64),
            field("ndts_forced_gc_runs", 72, AttributeType.U64),
            field("ndts_table_fulls", 80, AttributeType.U64)));

    /** The table of {@link #NDTA_PARMS}. */
    public static final AttributeSet PARAMETERS = AttributeSet.of(
            "NDTPA",
            u32(NDTPA_IFINDEX, "NDTPA_IFINDEX"),
            u32(NDTPA_REFCNT, "NDTPA_REFCNT").key("refcnt"),
            u64(NDTPA_REACHABLE_TIME, "NDTPA_REACHABLE_TIME").key("reachable"),
            u64(NDTPA_BASE_REACHABLE_TIME, "NDTPA_BASE_REACHABLE_TIME").key("base_reachable"),
            u64(NDTPA_RETRANS_TIME, "NDTPA_RETRANS_TIME").key("retrans"),
            u64(NDTPA_GC_STALETIME, "NDTPA_GC_STALETIME").key("gc_stale"),
            u64(NDTPA_DELAY_PROBE_TIME, "NDTPA_DELAY_PROBE_TIME").key("delay_probe"),
            u32(NDTPA_QUEUE_LEN, "NDTPA_QUEUE_LEN").key("queue"),
            u32(NDTPA_APP_PROBES, "NDTPA_APP_PROBES").key("app_probes"),
            u32(NDTPA_UCAST_PROBES, "NDTPA_UCAST_PROBES").key("ucast_probes"),
            u32(NDTPA_MCAST_PROBES, "NDTPA_MCAST_PROBES").key("mcast_probes"),
            u64(NDTPA_ANYCAST_DELAY, "NDTPA_ANYCAST_DELAY").key("anycast_delay"),
            u64(NDTPA_PROXY_DELAY, "NDTPA_PROXY_DELAY").key("proxy_delay"),
            u32(NDTPA_PROXY_QLEN, "NDTPA_PROXY_QLEN").key("proxy_queue"),
            u64(NDTPA_LOCKTIME, "NDTPA_LOCKTIME").key("locktime"),
            u32(NDTPA_QUEUE_LENBYTES, "NDTPA_QUEUE_LENBYTES").key("queue_bytes"),
            u32(NDTPA_MCAST_REPROBES, "NDTPA_MCAST_REPROBES").key("mcast_reprobes"),
            binary(NDTPA_PAD, "NDTPA_PAD"),
            u64(NDTPA_INTERVAL_PROBE_TIME_MS, "NDTPA_INTERVAL_PROBE_TIME_MS").key("interval_probe"));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "NDTA",
            string(NDTA_NAME, "NDTA_NAME").key("name"),
            u32(NDTA_THRESH1, "NDTA_THRESH1").key("thresh1"),
            u32(NDTA_THRESH2, "NDTA_THRESH2").key("thresh2"),
            u32(NDTA_THRESH3, "NDTA_THRESH3").key("thresh3"),
            struct(NDTA_CONFIG, "NDTA_CONFIG", CONFIG),
            nest(NDTA_PARMS, "NDTA_PARMS", () -> PARAMETERS).unmarked().key(""),
            struct(NDTA_STATS, "NDTA_STATS", STATISTICS),
            u64(NDTA_GC_INTERVAL, "NDTA_GC_INTERVAL").key("gc_interval"),
            binary(NDTA_PAD, "NDTA_PAD"));

    private Ndta() {}
}
