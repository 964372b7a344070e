package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.struct;

import java.util.ArrayList;
import java.util.List;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;

/** Attributes of virtual functions: {@code IFLA_VF_*} of {@code linux/if_link.h}. */
public final class IflaVf {
    /** {@code struct ifla_vf_mac}: u32 function, u8 address[32]. */
    public static final int IFLA_VF_MAC = 1;

    /** {@code struct ifla_vf_vlan}: u32 function, u32 VLAN id (0 for none), u32 priority. */
    public static final int IFLA_VF_VLAN = 2;

    /** {@code struct ifla_vf_tx_rate}: u32 function, u32 largest rate in Mbit/s, 0 for no limit. */
    public static final int IFLA_VF_TX_RATE = 3;

    /** {@code struct ifla_vf_spoofchk}: u32 function, u32 setting. */
    public static final int IFLA_VF_SPOOFCHK = 4;

    /** {@code struct ifla_vf_link_state}: u32 function, u32 state, 0 automatic, 1 enabled, 2 disabled. */
    public static final int IFLA_VF_LINK_STATE = 5;

    /** {@code struct ifla_vf_rate}: u32 function, u32 smallest and u32 largest rate in Mbit/s. */
    public static final int IFLA_VF_RATE = 6;

    /** {@code struct ifla_vf_rss_query_en}: u32 function, u32 setting. */
    public static final int IFLA_VF_RSS_QUERY_EN = 7;

    /** Nest of {@code IFLA_VF_STATS_*}, only in answers: counters. */
    public static final int IFLA_VF_STATS = 8;

    /** {@code struct ifla_vf_trust}: u32 function, u32 setting. */
    public static final int IFLA_VF_TRUST = 9;

    /** {@code struct ifla_vf_guid}: u32 function, u64 InfiniBand node GUID at offset 8. */
    public static final int IFLA_VF_IB_NODE_GUID = 10;

    /** {@code struct ifla_vf_guid}: u32 function, u64 InfiniBand port GUID at offset 8. */
    public static final int IFLA_VF_IB_PORT_GUID = 11;

    /** Nest of {@link #IFLA_VF_VLAN_INFO}. */
    public static final int IFLA_VF_VLAN_LIST = 12;

    /** {@code struct ifla_vf_broadcast}: u8 address[32]. */
    public static final int IFLA_VF_BROADCAST = 13;

    /** Nest inside {@code IFLA_VFINFO_LIST}: one virtual function. */
    public static final int IFLA_VF_INFO = 1;

    /** {@code struct ifla_vf_vlan_info}: u32 function, u32 VLAN id, u32 priority, u16 EtherType in network order. */
    public static final int IFLA_VF_VLAN_INFO = 1;

    /** u64: packets received. */
    public static final int IFLA_VF_STATS_RX_PACKETS = 0;

    /** u64: packets sent. */
    public static final int IFLA_VF_STATS_TX_PACKETS = 1;

    /** u64: bytes received. */
    public static final int IFLA_VF_STATS_RX_BYTES = 2;

    /** u64: bytes sent. */
    public static final int IFLA_VF_STATS_TX_BYTES = 3;

    /** u64: broadcast packets received. */
    public static final int IFLA_VF_STATS_BROADCAST = 4;

    /** u64: multicast packets received. */
    public static final int IFLA_VF_STATS_MULTICAST = 5;

    /** Padding that aligns 64-bit numbers. */
    public static final int IFLA_VF_STATS_PAD = 6;

    /** u64: received packets dropped. */
    public static final int IFLA_VF_STATS_RX_DROPPED = 7;

    /** u64: packets to send dropped. */
    public static final int IFLA_VF_STATS_TX_DROPPED = 8;

    private static final AttributeSet STATS = AttributeSet.of("IFLA_VF_STATS",
            AttributeSpec.u64(IFLA_VF_STATS_RX_PACKETS, "IFLA_VF_STATS_RX_PACKETS"),
            AttributeSpec.u64(IFLA_VF_STATS_TX_PACKETS, "IFLA_VF_STATS_TX_PACKETS"),
            AttributeSpec.u64(IFLA_VF_STATS_RX_BYTES, "IFLA_VF_STATS_RX_BYTES"),
            AttributeSpec.u64(IFLA_VF_STATS_TX_BYTES, "IFLA_VF_STATS_TX_BYTES"),
            AttributeSpec.u64(IFLA_VF_STATS_BROADCAST, "IFLA_VF_STATS_BROADCAST"),
            AttributeSpec.u64(IFLA_VF_STATS_MULTICAST, "IFLA_VF_STATS_MULTICAST"),
            AttributeSpec.binary(IFLA_VF_STATS_PAD, "IFLA_VF_STATS_PAD"),
            AttributeSpec.u64(IFLA_VF_STATS_RX_DROPPED, "IFLA_VF_STATS_RX_DROPPED"),
            AttributeSpec.u64(IFLA_VF_STATS_TX_DROPPED, "IFLA_VF_STATS_TX_DROPPED"));

    private static final StructSpec VLAN_INFO = new StructSpec("ifla_vf_vlan_info", 16, List.of(
            StructSpec.field("vf", 0, AttributeType.U32),
            StructSpec.field("vlan", 4, AttributeType.U32),
            StructSpec.field("qos", 8, AttributeType.U32),
            StructSpec.fieldBe("vlan_proto", 12, AttributeType.U16)));

    private static final StructSpec GUID = new StructSpec("ifla_vf_guid", 16, List.of(
            StructSpec.field("vf", 0, AttributeType.U32),
            StructSpec.field("guid", 8, AttributeType.U64)));

    static final AttributeSet VLANS = AttributeSet.of("IFLA_VF_VLAN_INFO",
            AttributeSpec.struct(IFLA_VF_VLAN_INFO, "IFLA_VF_VLAN_INFO", VLAN_INFO));

    /** The table of one virtual function. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_VF",
            struct(IFLA_VF_MAC, "IFLA_VF_MAC", layout("ifla_vf_mac", 36)),
            struct(IFLA_VF_VLAN, "IFLA_VF_VLAN", layout("ifla_vf_vlan", 12, "vlan", "qos")),
            struct(IFLA_VF_TX_RATE, "IFLA_VF_TX_RATE", layout("ifla_vf_tx_rate", 8, "rate")),
            struct(IFLA_VF_SPOOFCHK, "IFLA_VF_SPOOFCHK", layout("ifla_vf_spoofchk", 8, "setting")),
            struct(IFLA_VF_LINK_STATE, "IFLA_VF_LINK_STATE", layout("ifla_vf_link_state", 8, "link_state")),
            struct(IFLA_VF_RATE, "IFLA_VF_RATE", layout("ifla_vf_rate", 12, "min_tx_rate", "max_tx_rate")),
            struct(IFLA_VF_RSS_QUERY_EN, "IFLA_VF_RSS_QUERY_EN", layout("ifla_vf_rss_query_en", 8, "setting")),
            nest(IFLA_VF_STATS, "IFLA_VF_STATS", () -> STATS),
            struct(IFLA_VF_TRUST, "IFLA_VF_TRUST", layout("ifla_vf_trust", 8, "setting")),
            struct(IFLA_VF_IB_NODE_GUID, "IFLA_VF_IB_NODE_GUID", GUID),
            struct(IFLA_VF_IB_PORT_GUID, "IFLA_VF_IB_PORT_GUID", GUID),
            nest(IFLA_VF_VLAN_LIST, "IFLA_VF_VLAN_LIST", () -> VLANS).unmarked(),
            binary(IFLA_VF_BROADCAST, "IFLA_VF_BROADCAST"));

    private IflaVf() {}

    /** The table of {@code IFLA_VFINFO_LIST}: a nest {@link #IFLA_VF_INFO} a virtual function. */
    public static final AttributeSet LIST =
            AttributeSet.of("IFLA_VF_INFO", AttributeSpec.nest(IFLA_VF_INFO, "IFLA_VF_INFO", () -> ATTRIBUTES).unmarked());

    /** All these structures begin with the number of the function; u32 fields follow. */
    private static StructSpec layout(String name, int size, String... following) {
        List<StructSpec.Field> fields = new ArrayList<>();
        fields.add(StructSpec.field("vf", 0, AttributeType.U32));
        for (String field : following) {
            fields.add(StructSpec.field(field, 4 * fields.size(), AttributeType.U32));
        }
        return new StructSpec(name, size, fields);
    }
}
