package org.netlink4j.lldpad;

import static org.netlink4j.rtnetlink.link.Ifla.IFLA_VFINFO_LIST;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_VF_PORTS;
import static org.netlink4j.rtnetlink.link.IflaPort.IFLA_PORT_INSTANCE_UUID;
import static org.netlink4j.rtnetlink.link.IflaPort.IFLA_PORT_REQUEST;
import static org.netlink4j.rtnetlink.link.IflaPort.IFLA_PORT_VSI_TYPE;
import static org.netlink4j.rtnetlink.link.IflaPort.IFLA_VF_PORT;

import java.util.Objects;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.link.IflaPort;
import org.netlink4j.rtnetlink.link.LinkSpec;

/**
 * A request to lldpad about a VSI: the body of an {@code RTM_SETLINK}. The same body is sent for every kind of request.
 *
 * @param request what is asked for
 * @param profile the port profile
 * @param device name of the physical device at the bottom
 * @param index its index
 * @param address MAC address of the virtual machine; neither zero nor multicast
 * @param vlan VLAN id 0 to 4094; 0 for none, or for the switch to choose; a ratified lldpad refuses 1 with {@code EINVAL}
 */
public record VsiRequest(PortRequest request, QbgProfile profile, String device, int index, MacAddress address, int vlan)
        implements MessageBody {
    private static final int LARGEST_VLAN = 4094;

    /** Checks what lldpad does not, or does by leaving an entry behind that never goes away. */
    public VsiRequest {
        Objects.requireNonNull(request);
        Objects.requireNonNull(profile);
        if (address.bits() == 0 || address.isMulticast()) {
            throw new IllegalArgumentException("not the address of a machine: " + address);
        }
        if (vlan < 0 || vlan > LARGEST_VLAN) {
            throw new IllegalArgumentException("a VLAN id is 0 to " + LARGEST_VLAN + ": " + vlan);
        }
        LinkSpec.indexed(index).name(device);
    }

    /**
     * The same about the same VSI with another request.
     *
     * @param other what is asked for
     * @return the request
     */
    public VsiRequest with(PortRequest other) {
        return new VsiRequest(other, profile, device, index, address, vlan);
    }

    @Override
    public void write(MessageWriter out) {
        Attributes port = Attributes.none(IflaPort.ATTRIBUTES)
                .with(IFLA_PORT_VSI_TYPE, profile.vsiType().bytes())
                .with(IFLA_PORT_INSTANCE_UUID, Uuids.bytes(profile.instanceId()))
                .with(IFLA_PORT_REQUEST, request.number());
        LinkSpec.indexed(index)
                .name(device)
                .with(link -> link.with(IFLA_VFINFO_LIST, VfInfo.of(VfInfo.SELF, address, vlan))
                        .with(IFLA_VF_PORTS, Attributes.none(IflaPort.LIST).plus(IFLA_VF_PORT, port)))
                .write(out);
    }
}
