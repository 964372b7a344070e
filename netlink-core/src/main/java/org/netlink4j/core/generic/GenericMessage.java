package org.netlink4j.core.generic;

import java.util.Objects;
import org.netlink4j.core.schema.Attributes;

/**
 * A message that the kernel sent: an answer or a notification.
 *
 * @param command what it is
 * @param attributes its attributes
 */
public record GenericMessage(CommandSpec command, Attributes attributes) {
    /** Refuses nulls. */
    public GenericMessage {
        Objects.requireNonNull(command);
        Objects.requireNonNull(attributes);
    }

    /** {@return the message in words, on one line} */
    @Override
    public String toString() {
        return command.name() + " " + attributes;
    }
}
