package org.netlink4j.core.schema;

import java.util.Objects;
import java.util.Optional;

/**
 * What is known of one message type of a protocol.
 *
 * @param type {@code nlmsg_type}
 * @param name the kernel's name, for example {@code "RTM_NEWLINK"}
 * @param header the fixed header after {@code nlmsghdr}
 * @param attributes the attributes after that
 * @param between the field of the header that says how many bytes of something else stand before the attributes; mostly none
 */
public record MessageSpec(
        int type, String name, StructSpec header, AttributeSet attributes, Optional<StructSpec.Field> between) {
    /** Refuses nulls. */
    public MessageSpec {
        Objects.requireNonNull(name);
        Objects.requireNonNull(header);
        Objects.requireNonNull(attributes);
        Objects.requireNonNull(between);
    }

    /**
     * A message with nothing between its header and its attributes.
     *
     * @param type {@code nlmsg_type}
     * @param name the kernel's name, for example {@code "RTM_NEWLINK"}
     * @param header the fixed header after {@code nlmsghdr}
     * @param attributes the attributes after that
     */
    public MessageSpec(int type, String name, StructSpec header, AttributeSet attributes) {
        this(type, name, header, attributes, Optional.empty());
    }
}
