package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u16be;
import static org.netlink4j.core.schema.StructSpec.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.EtherType;

/** Attributes of VLAN devices: {@code IFLA_VLAN_*} of {@code linux/if_link.h}. */
public final class IflaVlan {
    /** u16: VLAN id, 0 to 4095. */
    public static final int IFLA_VLAN_ID = 1;

    /** {@code struct ifla_vlan_flags}: u32 flags, {@code VLAN_FLAG_*}, and u32 mask of those that count. */
    public static final int IFLA_VLAN_FLAGS = 2;

    /** Nest of {@link #IFLA_VLAN_QOS_MAPPING}: priority of a packet to priority of a frame. */
    public static final int IFLA_VLAN_EGRESS_QOS = 3;

    /** Nest of {@link #IFLA_VLAN_QOS_MAPPING}: priority of a frame to priority of a packet. */
    public static final int IFLA_VLAN_INGRESS_QOS = 4;

    /** u16 in network order: EtherType of the tag, 0x8100 or 0x88a8. */
    public static final int IFLA_VLAN_PROTOCOL = 5;

    /** {@code struct ifla_vlan_qos_mapping} inside a nest: u32 from, u32 to. */
    public static final int IFLA_VLAN_QOS_MAPPING = 1;

    /** Bit: take the tag out of received frames. */
    public static final int VLAN_FLAG_REORDER_HDR = 1;

    /** Bit: announce the VLAN by GVRP. */
    public static final int VLAN_FLAG_GVRP = 2;

    /** Bit: do not follow the operational state of the lower device. */
    public static final int VLAN_FLAG_LOOSE_BINDING = 4;

    /** Bit: announce the VLAN by MVRP. */
    public static final int VLAN_FLAG_MVRP = 8;

    /** Bit: follow the state of those bridge ports that are in the VLAN. */
    public static final int VLAN_FLAG_BRIDGE_BINDING = 16;

    private static final StructSpec VLAN_FLAGS = new StructSpec("ifla_vlan_flags", 8, List.of(
            field("flags", 0, AttributeType.U32),
            field("mask", 4, AttributeType.U32)));

    static final StructSpec MAPPING = new StructSpec("ifla_vlan_qos_mapping", 8, List.of(
            field("from", 0, AttributeType.U32),
            field("to", 4, AttributeType.U32)));

    /** The table of the nests of mappings. */
    public static final AttributeSet MAPPINGS = AttributeSet.of("IFLA_VLAN_QOS",
            struct(IFLA_VLAN_QOS_MAPPING, "IFLA_VLAN_QOS_MAPPING", MAPPING));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_VLAN",
            u16(IFLA_VLAN_ID, "IFLA_VLAN_ID").key("id"),
            struct(IFLA_VLAN_FLAGS, "IFLA_VLAN_FLAGS", VLAN_FLAGS).key("flags").shown(IflaVlan::flags),
            nest(IFLA_VLAN_EGRESS_QOS, "IFLA_VLAN_EGRESS_QOS", () -> MAPPINGS).unmarked().key("egress_qos")
                    .shown(IflaVlan::mappings),
            nest(IFLA_VLAN_INGRESS_QOS, "IFLA_VLAN_INGRESS_QOS", () -> MAPPINGS).unmarked().key("ingress_qos")
                    .shown(IflaVlan::mappings),
            u16be(IFLA_VLAN_PROTOCOL, "IFLA_VLAN_PROTOCOL").key("protocol").shown(Renderings::etherType));

    private IflaVlan() {}

    private static Optional<List<String>> flags(Attributes data, int number) {
        long flags = data.field(number, "flags").orElse(0);
        return Optional.of(
                Renderings.bits(flags, List.of("REORDER_HDR", "GVRP", "LOOSE_BINDING", "MVRP", "BRIDGE_BINDING")));
    }

    private static Optional<List<Map<String, Long>>> mappings(Attributes data, int number) {
        return data.nest(number).map(nest -> VlanPriority.of(nest).stream().map(VlanPriority::members).toList());
    }
}
