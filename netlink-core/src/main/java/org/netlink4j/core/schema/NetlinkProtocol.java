package org.netlink4j.core.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A netlink protocol: its number and the table of its messages. Immutable. */
public final class NetlinkProtocol {
    private final int number;
    private final String name;
    private final Map<Integer, MessageSpec> byType;

    private NetlinkProtocol(int number, String name, List<MessageSpec> messages) {
        this.number = number;
        this.name = Objects.requireNonNull(name);
        byType = messages.stream().collect(Collectors.toUnmodifiableMap(MessageSpec::type, Function.identity(), (a, b) -> {
            throw new IllegalArgumentException(name + ": both " + a.name() + " and " + b.name() + " are " + a.type());
        }));
    }

    /**
     * Makes a protocol.
     *
     * @param number the third argument of {@code socket(2)}, for example 0 for {@code NETLINK_ROUTE}
     * @param name the kernel's name
     * @param messages the messages that are known; may be none
     * @return the protocol
     */
    public static NetlinkProtocol of(int number, String name, MessageSpec... messages) {
        return new NetlinkProtocol(number, name, Arrays.asList(messages));
    }

    /** {@return the third argument of {@code socket(2)}} */
    public int number() {
        return number;
    }

    /** {@return the kernel's name} */
    public String name() {
        return name;
    }

    /**
     * Looks a message up.
     *
     * @param type {@code nlmsg_type}
     * @return empty if the table does not know it
     */
    public Optional<MessageSpec> message(int type) {
        return Optional.ofNullable(byType.get(type));
    }

    /** {@return all messages that are known, in no order} */
    public List<MessageSpec> messages() {
        return List.copyOf(byType.values());
    }

    /**
     * The name of a message, known or not.
     *
     * @param type {@code nlmsg_type}
     * @return the kernel's name, or the protocol's name with the number, for example {@code "NETLINK_ROUTE(99)"}
     */
    public String nameOf(int type) {
        return message(type).map(MessageSpec::name).orElseGet(() -> name + "(" + type + ")");
    }

    @Override
    public String toString() {
        return name;
    }
}
