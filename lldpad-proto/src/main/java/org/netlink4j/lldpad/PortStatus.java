package org.netlink4j.lldpad;

import static org.netlink4j.rtnetlink.link.Ifla.IFLA_PORT_SELF;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_VF_PORTS;
import static org.netlink4j.rtnetlink.link.IflaPort.IFLA_VF_PORT;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;

/**
 * The answer to {@code RTM_GETLINK}: all ports of a device. The kernel sends it as {@code RTM_NEWLINK}, lldpad as
 * {@code NLMSG_DONE} with a payload. lldpad forgets a finished VSI once it has told of it, and may then leave out the one that
 * follows.
 *
 * @param index index of the device
 * @param entries the ports; from lldpad the newest first
 */
public record PortStatus(int index, List<PortEntry> entries) {
    /** Copies the list. */
    public PortStatus {
        entries = List.copyOf(entries);
    }

    /**
     * Decodes a message.
     *
     * @param message a reader at an {@code RTM_NEWLINK} of the kernel, or at an {@code NLMSG_DONE} of lldpad
     * @return the status, which keeps nothing of the reader
     * @throws MalformedMessageException if a length does not fit, or a known attribute has the wrong width
     */
    public static PortStatus decode(MessageReader message) throws MalformedMessageException {
        Attributes link = PortTables.attributes(message);
        return new PortStatus(PortTables.index(message), entries(link).toList());
    }

    static Stream<PortEntry> entries(Attributes link) {
        return Stream.concat(
                        link.nest(IFLA_PORT_SELF).stream(),
                        link.nest(IFLA_VF_PORTS).stream().flatMap(ports -> ports.nests(IFLA_VF_PORT).stream()))
                .map(PortEntry::new);
    }

    /**
     * Finds a VSI of the device itself.
     *
     * @param instanceId the VSI instance
     * @return the first, which is the newest; empty if it is not listed
     */
    public Optional<PortEntry> find(UUID instanceId) {
        return entries.stream()
                .filter(entry -> entry.function() == VfInfo.SELF && entry.instanceId().filter(instanceId::equals).isPresent())
                .findFirst();
    }

    /**
     * Finds the port of a virtual function.
     *
     * @param function its number; -1 for the device itself
     * @return empty if it is not listed
     */
    public Optional<PortEntry> find(int function) {
        return entries.stream().filter(entry -> entry.function() == function).findFirst();
    }
}
