package org.netlink4j.core.schema;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.MessageReader;

/** A netlink protocol: its number and the table of its messages. Immutable. */
public final class NetlinkProtocol {
    private final int number;
    private final String name;
    private final Supplier<Map<Integer, MessageSpec>> byType;
    private final MessageTable table;

    private NetlinkProtocol(int number, String name, Supplier<Map<Integer, MessageSpec>> byType, MessageTable table) {
        this.number = number;
        this.name = Objects.requireNonNull(name);
        this.byType = byType;
        this.table = Objects.requireNonNull(table);
    }

    private static Map<Integer, MessageSpec> byType(String name, List<MessageSpec> messages) {
        return messages.stream().collect(Collectors.toUnmodifiableMap(MessageSpec::type, Function.identity(), (a, b) -> {
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
        Map<Integer, MessageSpec> byType = byType(name, Arrays.asList(messages));
        return of(number, name, () -> byType);
    }

    private static NetlinkProtocol of(int number, String name, Supplier<Map<Integer, MessageSpec>> byType) {
        return new NetlinkProtocol(number, name, byType, message -> Optional.ofNullable(byType.get().get(message.type())));
    }

    /**
     * Makes a protocol with so many tables that they are loaded only if one of them is asked for: who gets what it wants never asks.
     *
     * @param number the third argument of {@code socket(2)}, for example 0 for {@code NETLINK_ROUTE}
     * @param name the kernel's name
     * @param messages gives the messages that are known; called at most once
     * @return the protocol
     */
    public static NetlinkProtocol loading(int number, String name, Supplier<List<MessageSpec>> messages) {
        return of(number, name, new Once<>(() -> byType(name, messages.get())));
    }

    /** Remembers what it was given. */
    private static final class Once<T> implements Supplier<T> {
        private final Supplier<T> source;
        private volatile T value;

        Once(Supplier<T> source) {
            this.source = source;
        }

        @Override
        public T get() {
            return value != null ? value : first();
        }

        private synchronized T first() {
            if (value == null) {
                value = source.get();
            }
            return value;
        }
    }

    /**
     * Makes a protocol in which more than the type says what a message is.
     *
     * @param number the third argument of {@code socket(2)}, for example 16 for {@code NETLINK_GENERIC}
     * @param name the kernel's name
     * @param table finds what is known of a message
     * @return the protocol, whose messages are known to {@link #message(MessageReader)} only
     */
    public static NetlinkProtocol of(int number, String name, MessageTable table) {
        return new NetlinkProtocol(number, name, Map::of, table);
    }

    /**
     * Lets some messages be what more than their type says, for example their direction.
     *
     * @param exceptions finds what is known of such a message; empty for all others
     * @return the protocol, in which {@link #message(MessageReader)} asks there first
     */
    public NetlinkProtocol withExceptions(MessageTable exceptions) {
        Objects.requireNonNull(exceptions);
        return new NetlinkProtocol(number, name, byType, message -> {
            Optional<MessageSpec> exception = exceptions.find(message);
            return exception.isPresent() ? exception : table.find(message);
        });
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
     * Looks a message up by its type.
     *
     * @param type {@code nlmsg_type}
     * @return empty if the table does not know it
     */
    public Optional<MessageSpec> message(int type) {
        return Optional.ofNullable(byType.get().get(type));
    }

    /**
     * Looks a message up by whatever says what it is.
     *
     * @param message a reader that stands at the message
     * @return empty if the table does not know it
     * @throws MalformedMessageException if the message is too short to tell
     */
    public Optional<MessageSpec> message(MessageReader message) throws MalformedMessageException {
        return table.find(message);
    }

    /** {@return all messages that are known by their type, in no order} */
    public List<MessageSpec> messages() {
        return List.copyOf(byType.get().values());
    }

    /**
     * The name of a message type, known or not.
     *
     * @param type {@code nlmsg_type}
     * @return the kernel's name, or the protocol's name with the number, for example {@code "NETLINK_ROUTE(99)"}
     */
    public String nameOf(int type) {
        return message(type).map(MessageSpec::name).orElseGet(() -> name + "(" + type + ")");
    }

    /**
     * The name of a message, known or not.
     *
     * @param message a reader that stands at the message
     * @return the kernel's name, or the protocol's name with the type
     */
    public String nameOf(MessageReader message) {
        try {
            return message(message).map(MessageSpec::name).orElseGet(() -> nameOf(message.type()));
        } catch (MalformedMessageException _) {
            return nameOf(message.type());
        }
    }

    /**
     * The name of a message, known or not.
     *
     * @param message the message from its {@code nlmsghdr} on
     * @return the kernel's name, or the protocol's name with the type
     */
    public String nameOf(byte[] message) {
        MessageReader reader = new MessageReader().over(MemorySegment.ofArray(message), 0, message.length);
        try {
            return reader.next() ? nameOf(reader) : name;
        } catch (MalformedMessageException _) {
            return name;
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
