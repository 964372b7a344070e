package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaVrfPort.IFLA_VRF_PORT_TABLE;

import java.util.OptionalInt;
import org.netlink4j.core.schema.Attributes;

/**
 * A port of a VRF device.
 *
 * @param data {@code IFLA_INFO_SLAVE_DATA}, attributes of {@link IflaVrfPort}
 */
public record VrfPort(Attributes data) implements TypedLinkPort<VrfPort> {
    static final String KIND = "vrf";

    /** Checks the table. */
    public VrfPort {
        LinkKindType.require(IflaVrfPort.ATTRIBUTES, data);
    }

    /** Nothing is wanted yet. */
    public VrfPort() {
        this(Attributes.none(IflaVrfPort.ATTRIBUTES));
    }

    /** {@return the number of the routing table; {@code IFLA_VRF_PORT_TABLE}} */
    public OptionalInt table() {
        return data.integer(IFLA_VRF_PORT_TABLE);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public VrfPort over(Attributes data) {
        return new VrfPort(data);
    }
}
