package org.netlink4j.lldpad;

import static org.netlink4j.rtnetlink.link.Ifla.IFLA_IFNAME;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_VFINFO_LIST;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;

/**
 * What lldpad sends by itself when the switch ends a VSI: an {@code RTM_SETLINK} to the port id that the request named as its
 * sender. Believe it only if the socket address it came from is lldpad's.
 *
 * @param index index of the device; 0 from a ratified lldpad, so go by the name
 * @param attributes the link's attributes
 */
public record VsiNotice(int index, Attributes attributes) {
    /**
     * Decodes a message.
     *
     * @param message a reader at an {@code RTM_SETLINK}
     * @return the notice, which keeps nothing of the reader
     * @throws MalformedMessageException if a length does not fit, or a known attribute has the wrong width
     */
    public static VsiNotice decode(MessageReader message) throws MalformedMessageException {
        return new VsiNotice(PortTables.index(message), PortTables.attributes(message));
    }

    /** {@return name of the device; empty if it is not named} */
    public Optional<String> device() {
        return attributes.text(IFLA_IFNAME);
    }

    /** {@return MAC address of the virtual machine; empty if it is not named} */
    public Optional<MacAddress> address() {
        return attributes.nest(IFLA_VFINFO_LIST).flatMap(VfInfo::address);
    }

    /** {@return VLAN id of the virtual machine; empty if it is not named} */
    public OptionalInt vlan() {
        return attributes.nest(IFLA_VFINFO_LIST).map(VfInfo::vlan).orElse(OptionalInt.empty());
    }

    /** {@return the VSIs that it is about} */
    public List<PortEntry> entries() {
        return PortStatus.entries(attributes).toList();
    }
}
