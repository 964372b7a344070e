package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaVlan.IFLA_VLAN_EGRESS_QOS;
import static org.netlink4j.rtnetlink.link.IflaVlan.IFLA_VLAN_FLAGS;
import static org.netlink4j.rtnetlink.link.IflaVlan.IFLA_VLAN_ID;
import static org.netlink4j.rtnetlink.link.IflaVlan.IFLA_VLAN_INGRESS_QOS;
import static org.netlink4j.rtnetlink.link.IflaVlan.IFLA_VLAN_PROTOCOL;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.EtherType;

/**
 * A device for the frames of one VLAN of its lower device.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaVlan}
 */
public record Vlan(Attributes data) implements TypedLinkKind<Vlan> {
    static final String KIND = "vlan";

    /** Checks the table. */
    public Vlan {
        LinkKindType.require(IflaVlan.ATTRIBUTES, data);
    }

    /** A VLAN device without an id yet, which the kernel wants. */
    public Vlan() {
        this(Attributes.none(IflaVlan.ATTRIBUTES));
    }

    /** {@return the VLAN id; {@code IFLA_VLAN_ID}} */
    public OptionalInt id() {
        return data.integer(IFLA_VLAN_ID);
    }

    /**
     * Sets the VLAN id.
     *
     * @param value 0 to 4095
     * @return the kind with it
     */
    public Vlan id(int value) {
        return with(IFLA_VLAN_ID, value);
    }

    /** {@return the EtherType of the tag; {@code IFLA_VLAN_PROTOCOL}} */
    public Optional<EtherType> protocol() {
        return data.integer(IFLA_VLAN_PROTOCOL).stream().mapToObj(EtherType::new).findFirst();
    }

    /**
     * Sets the EtherType of the tag.
     *
     * @param type {@link EtherType#VLAN}, which is the default, or {@link EtherType#PROVIDER_VLAN}
     * @return the kind with it
     */
    public Vlan protocol(EtherType type) {
        return with(IFLA_VLAN_PROTOCOL, type.value());
    }

    /** {@return the flags, {@code VLAN_FLAG_*} of {@link IflaVlan}; {@code IFLA_VLAN_FLAGS}} */
    public OptionalLong flags() {
        return data.field(IFLA_VLAN_FLAGS, "flags");
    }

    /**
     * Sets flags.
     *
     * @param flags u32; {@code VLAN_FLAG_*} of {@link IflaVlan}
     * @param mask u32; those that count, the others stay
     * @return the kind with them
     */
    public Vlan flags(long flags, long mask) {
        return over(data.withStruct(IFLA_VLAN_FLAGS, flags, mask));
    }

    /** {@return how priorities of packets become priorities of frames; {@code IFLA_VLAN_EGRESS_QOS}} */
    public List<VlanPriority> egress() {
        return data.nest(IFLA_VLAN_EGRESS_QOS).map(VlanPriority::of).orElse(List.of());
    }

    /**
     * Sets how priorities of packets become priorities of frames.
     *
     * @param mappings the mappings that are to be added or changed; others stay
     * @return the kind with them
     */
    public Vlan egress(List<VlanPriority> mappings) {
        return over(data.with(IFLA_VLAN_EGRESS_QOS, VlanPriority.encode(mappings)));
    }

    /** {@return how priorities of frames become priorities of packets; {@code IFLA_VLAN_INGRESS_QOS}} */
    public List<VlanPriority> ingress() {
        return data.nest(IFLA_VLAN_INGRESS_QOS).map(VlanPriority::of).orElse(List.of());
    }

    /**
     * Sets how priorities of frames become priorities of packets.
     *
     * @param mappings the mappings that are to be added or changed; others stay
     * @return the kind with them
     */
    public Vlan ingress(List<VlanPriority> mappings) {
        return over(data.with(IFLA_VLAN_INGRESS_QOS, VlanPriority.encode(mappings)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Vlan over(Attributes data) {
        return new Vlan(data);
    }
}
