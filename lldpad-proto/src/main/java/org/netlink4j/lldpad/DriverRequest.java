package org.netlink4j.lldpad;

import static org.netlink4j.rtnetlink.link.Ifla.IFLA_PORT_SELF;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_VFINFO_LIST;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_VF_PORTS;
import static org.netlink4j.rtnetlink.link.IflaPort.IFLA_PORT_HOST_UUID;
import static org.netlink4j.rtnetlink.link.IflaPort.IFLA_PORT_INSTANCE_UUID;
import static org.netlink4j.rtnetlink.link.IflaPort.IFLA_PORT_PROFILE;
import static org.netlink4j.rtnetlink.link.IflaPort.IFLA_PORT_REQUEST;
import static org.netlink4j.rtnetlink.link.IflaPort.IFLA_PORT_VF;
import static org.netlink4j.rtnetlink.link.IflaPort.IFLA_VF_PORT;

import java.util.Objects;
import java.util.UUID;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.link.IflaPort;
import org.netlink4j.rtnetlink.link.LinkSpec;

/**
 * A request to the driver of an 802.1Qbh network card: the body of an {@code RTM_SETLINK} to the kernel, which answers
 * {@code EOPNOTSUPP} if the driver knows no port profiles.
 */
public final class DriverRequest implements MessageBody {
    private final LinkSpec link;

    private DriverRequest(LinkSpec link) {
        this.link = link;
    }

    /**
     * A port of a card: the card itself, or one of its virtual functions.
     *
     * @param index index of the card's physical function
     * @param function number of the virtual function; -1 for the card itself
     */
    public record Port(int index, int function) {
        /** Checks the ranges. */
        public Port {
            if (function < VfInfo.SELF) {
                throw new IllegalArgumentException("a virtual function, or -1: " + function);
            }
        }

        private boolean isSelf() {
            return function == VfInfo.SELF;
        }

        private LinkSpec link() {
            return LinkSpec.indexed(index);
        }

        private Attributes with(Attributes link, Attributes profile, PortRequest request) {
            Attributes port = (isSelf() ? profile : profile.with(IFLA_PORT_VF, function)).with(IFLA_PORT_REQUEST, request.number());
            return isSelf()
                    ? link.with(IFLA_PORT_SELF, port)
                    : link.with(IFLA_VF_PORTS, Attributes.none(IflaPort.LIST).plus(IFLA_VF_PORT, port));
        }
    }

    /**
     * Puts a profile in force, or prepares that.
     *
     * @param request {@link PortRequest#ASSOCIATE} or {@link PortRequest#PREASSOCIATE_RR}; no driver knows a pre-association
     *     without reservation
     * @param port the port
     * @param profile the profile
     * @param address MAC address of the virtual machine
     * @param machine UUID of the virtual machine
     * @param host UUID of this host
     * @return the request
     */
    public static DriverRequest associate(
            PortRequest request, Port port, QbhProfile profile, MacAddress address, UUID machine, UUID host) {
        if (request != PortRequest.ASSOCIATE && request != PortRequest.PREASSOCIATE_RR) {
            throw new IllegalArgumentException("no driver can " + request.words());
        }
        Objects.requireNonNull(address);
        Attributes parameters = Attributes.none(IflaPort.ATTRIBUTES)
                .with(IFLA_PORT_PROFILE, profile.profileId())
                .with(IFLA_PORT_INSTANCE_UUID, Uuids.bytes(machine))
                .with(IFLA_PORT_HOST_UUID, Uuids.bytes(host));
        return new DriverRequest(port.link()
                .with(link -> link.with(IFLA_VFINFO_LIST, VfInfo.of(port.function(), address)))
                .with(link -> port.with(link, parameters, request)));
    }

    /**
     * Ends a profile.
     *
     * @param port the port
     * @return the request
     */
    public static DriverRequest disassociate(Port port) {
        Attributes nothing = Attributes.none(IflaPort.ATTRIBUTES);
        return new DriverRequest(port.link().with(link -> port.with(link, nothing, PortRequest.DISASSOCIATE)));
    }

    @Override
    public void write(MessageWriter out) {
        link.write(out);
    }

    /** {@return the attributes in words} */
    @Override
    public String toString() {
        return link.toString();
    }
}
