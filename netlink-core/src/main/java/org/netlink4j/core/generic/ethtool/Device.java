package org.netlink4j.core.generic.ethtool;

import static org.netlink4j.core.generic.ethtool.EthtoolHeader.ETHTOOL_A_HEADER_DEV_INDEX;
import static org.netlink4j.core.generic.ethtool.EthtoolHeader.ETHTOOL_A_HEADER_DEV_NAME;

import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.schema.Attributes;

/**
 * The device that a message is about.
 *
 * @param attributes of {@link EthtoolHeader#ATTRIBUTES}
 */
public record Device(Attributes attributes) {
    /** No device: for requests about all, and messages that name none. */
    public static final Device NONE = new Device(Attributes.none(EthtoolHeader.ATTRIBUTES));

    /**
     * The device of a name.
     *
     * @param name the interface name, or an alternative name
     * @return the device
     */
    public static Device named(String name) {
        return new Device(NONE.attributes.with(ETHTOOL_A_HEADER_DEV_NAME, name));
    }

    /**
     * The device of an index.
     *
     * @param index the interface index, 1 or more
     * @return the device
     */
    public static Device index(int index) {
        return new Device(NONE.attributes.with(ETHTOOL_A_HEADER_DEV_INDEX, index));
    }

    static Device in(Attributes message, int header) {
        return message.nest(header).map(Device::new).orElse(NONE);
    }

    /** {@return the interface index; in what the kernel sends, it is there} */
    public OptionalInt index() {
        return attributes.integer(ETHTOOL_A_HEADER_DEV_INDEX);
    }

    /** {@return the interface name; in what the kernel sends, it is there} */
    public Optional<String> name() {
        return attributes.text(ETHTOOL_A_HEADER_DEV_NAME);
    }
}
