package org.netlink4j.core.generic;

import java.util.Objects;
import org.netlink4j.core.schema.AttributeSet;

/**
 * What is known of one command of a family.
 *
 * @param number {@code genlmsghdr.cmd}, 8 bits
 * @param name the kernel's name, for example {@code "ETHTOOL_MSG_RINGS_GET"}
 * @param attributes the attributes of its messages
 */
public record CommandSpec(int number, String name, AttributeSet attributes) {
    /** Checks the range. */
    public CommandSpec {
        if (number >>> 8 != 0) {
            throw new IllegalArgumentException(name + ": a command has 8 bits: " + number);
        }
        Objects.requireNonNull(name);
        Objects.requireNonNull(attributes);
    }

    /**
     * Makes one.
     *
     * @param number {@code genlmsghdr.cmd}, 8 bits
     * @param name the kernel's name
     * @param attributes the attributes of its messages
     * @return the command
     */
    public static CommandSpec command(int number, String name, AttributeSet attributes) {
        return new CommandSpec(number, name, attributes);
    }
}
