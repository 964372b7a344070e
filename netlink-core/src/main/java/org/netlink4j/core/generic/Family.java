package org.netlink4j.core.generic;

import static org.netlink4j.core.generic.Ctrl.CTRL_ATTR_FAMILY_ID;
import static org.netlink4j.core.generic.Ctrl.CTRL_ATTR_FAMILY_NAME;
import static org.netlink4j.core.generic.Ctrl.CTRL_ATTR_HDRSIZE;
import static org.netlink4j.core.generic.Ctrl.CTRL_ATTR_MAXATTR;
import static org.netlink4j.core.generic.Ctrl.CTRL_ATTR_MCAST_GROUPS;
import static org.netlink4j.core.generic.Ctrl.CTRL_ATTR_OPS;
import static org.netlink4j.core.generic.Ctrl.CTRL_ATTR_VERSION;

import java.util.List;
import java.util.Optional;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;

/**
 * A family as this kernel has it.
 *
 * @param attributes what the kernel sent, of {@link Ctrl#ATTRIBUTES}
 */
public record Family(Attributes attributes) {
    static Family decode(MessageReader message) throws MalformedMessageException {
        Family family = new Family(Attributes.decode(Ctrl.ATTRIBUTES, message.attributes(Genl.GENL_HDRLEN)));
        if (!family.attributes.has(CTRL_ATTR_FAMILY_ID)) {
            throw new MalformedMessageException("a family without CTRL_ATTR_FAMILY_ID: " + family.attributes);
        }
        return family;
    }

    /** {@return the {@code nlmsg_type} of its messages, which this kernel gave out} */
    public int id() {
        return attributes.integer(CTRL_ATTR_FAMILY_ID).orElse(0);
    }

    /** {@return the name} */
    public String name() {
        return attributes.text(CTRL_ATTR_FAMILY_NAME).orElse("");
    }

    /** {@return the version} */
    public int version() {
        return attributes.integer(CTRL_ATTR_VERSION).orElse(0);
    }

    /** {@return the size in bytes of the family's own header after {@code genlmsghdr}; mostly 0} */
    public int headerSize() {
        return attributes.integer(CTRL_ATTR_HDRSIZE).orElse(0);
    }

    /** {@return the largest number of an attribute; 0 if that differs from operation to operation} */
    public int maximumAttribute() {
        return attributes.integer(CTRL_ATTR_MAXATTR).orElse(0);
    }

    /** {@return what may be requested} */
    public List<Operation> operations() {
        return attributes.nests(CTRL_ATTR_OPS).stream().map(Operation::new).toList();
    }

    /**
     * Looks an operation up.
     *
     * @param command {@code genlmsghdr.cmd}
     * @return empty if this kernel's family has no such operation
     */
    public Optional<Operation> operation(int command) {
        return operations().stream().filter(operation -> operation.command() == command).findFirst();
    }

    /** {@return the multicast groups} */
    public List<MulticastGroup> groups() {
        return attributes.nests(CTRL_ATTR_MCAST_GROUPS).stream().map(MulticastGroup::new).toList();
    }

    /**
     * Looks a multicast group up.
     *
     * @param name its name
     * @return empty if this kernel's family has no such group
     */
    public Optional<MulticastGroup> group(String name) {
        return groups().stream().filter(group -> group.name().equals(name)).findFirst();
    }
}
