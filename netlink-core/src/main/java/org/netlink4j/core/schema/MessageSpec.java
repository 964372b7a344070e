package org.netlink4j.core.schema;

import java.util.Objects;

/**
 * What is known of one message type of a protocol.
 *
 * @param type {@code nlmsg_type}
 * @param name the kernel's name, for example {@code "RTM_NEWLINK"}
 * @param header the fixed header after {@code nlmsghdr}
 * @param attributes the attributes after that
 */
public record MessageSpec(int type, String name, StructSpec header, AttributeSet attributes) {
    /** Refuses nulls. */
    public MessageSpec {
        Objects.requireNonNull(name);
        Objects.requireNonNull(header);
        Objects.requireNonNull(attributes);
    }
}
