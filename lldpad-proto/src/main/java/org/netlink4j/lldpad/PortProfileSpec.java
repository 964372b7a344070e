package org.netlink4j.lldpad;

import static java.util.stream.Collectors.joining;
import static org.netlink4j.lldpad.PortParameter.INSTANCE_ID;
import static org.netlink4j.lldpad.PortParameter.MANAGER_ID;
import static org.netlink4j.lldpad.PortParameter.PROFILE_ID;
import static org.netlink4j.lldpad.PortParameter.TYPE_ID;
import static org.netlink4j.lldpad.PortParameter.TYPE_ID_VERSION;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a configuration says of a port profile: perhaps its type, perhaps some of its parameters. Several are merged, and the
 * result is completed to a {@link PortProfile}. Immutable.
 */
public final class PortProfileSpec {
    /** Says nothing. */
    public static final PortProfileSpec EMPTY = new PortProfileSpec(Optional.empty(), Map.of());

    private final Optional<PortProfileType> type;
    private final Map<PortParameter, Object> parameters;

    private PortProfileSpec(Optional<PortProfileType> type, Map<PortParameter, Object> parameters) {
        this.type = type;
        this.parameters = Collections.unmodifiableMap(parameters);
    }

    /**
     * A specification with a type and no parameters.
     *
     * @param type the type
     * @return the specification
     */
    public static PortProfileSpec of(PortProfileType type) {
        return new PortProfileSpec(Optional.of(type), Map.of());
    }

    /** {@return the type; empty if none was given} */
    public Optional<PortProfileType> type() {
        return type;
    }

    /**
     * A parameter as text, numbers in decimal.
     *
     * @param parameter which
     * @return empty if it was not given
     */
    public Optional<String> parameter(PortParameter parameter) {
        return Optional.ofNullable(parameters.get(parameter)).map(Object::toString);
    }

    /**
     * Sets a parameter.
     *
     * @param parameter which
     * @param text its value; numbers are decimal, hexadecimal after {@code 0x}, octal after {@code 0}; another text is an
     *     {@link IllegalArgumentException}
     * @return a specification with it
     */
    public PortProfileSpec with(PortParameter parameter, String text) {
        Map<PortParameter, Object> all = copy();
        all.put(parameter, parameter.parse(text));
        return new PortProfileSpec(type, all);
    }

    private Map<PortParameter, Object> copy() {
        Map<PortParameter, Object> copy = new EnumMap<>(PortParameter.class);
        copy.putAll(parameters);
        return copy;
    }

    /**
     * Adds what another specification says. Both may say the same; two values of one parameter, or two types, are an
     * {@link IllegalArgumentException}. An interface's is merged with its network's, and that with its port group's.
     *
     * @param other the other
     * @return a specification that says what both say
     */
    public PortProfileSpec merge(PortProfileSpec other) {
        if (type.isPresent() && other.type.isPresent() && !type.equals(other.type)) {
            throw conflict("type", type.get().word(), other.type.get().word());
        }
        Map<PortParameter, Object> all = copy();
        other.parameters.forEach((parameter, value) -> {
            Object mine = all.putIfAbsent(parameter, value);
            if (mine != null && !mine.equals(value)) {
                throw conflict(parameter.word(), mine, value);
            }
        });
        return new PortProfileSpec(type.or(other::type), all);
    }

    private static IllegalArgumentException conflict(String what, Object one, Object other) {
        return new IllegalArgumentException("port profiles disagree about " + what + ": " + one + " and " + other);
    }

    /**
     * Makes the profile. A missing instance id is drawn at random. No type, a missing parameter, and one that the type does not
     * have, are an {@link IllegalArgumentException}.
     *
     * @return the profile
     */
    public PortProfile complete() {
        PortProfileType wanted = type.orElseThrow(() -> new IllegalArgumentException("a port profile without a type"));
        refuse(wanted, "lacks", parameter -> wanted.needs(parameter) && !parameters.containsKey(parameter));
        refuse(wanted, "cannot have", parameter -> !wanted.allows(parameter) && parameters.containsKey(parameter));
        return switch (wanted) {
            case QBG -> new QbgProfile(number(MANAGER_ID), number(TYPE_ID), number(TYPE_ID_VERSION), instance());
            case QBH -> new QbhProfile((String) parameters.get(PROFILE_ID));
        };
    }

    private static void refuse(PortProfileType type, String what, Predicate<PortParameter> wrong) {
        String names = Stream.of(PortParameter.values()).filter(wrong).map(PortParameter::word).collect(joining(", "));
        if (!names.isEmpty()) {
            throw new IllegalArgumentException("an " + type.word() + " port profile " + what + " " + names);
        }
    }

    private int number(PortParameter parameter) {
        return (Integer) parameters.get(parameter);
    }

    private UUID instance() {
        return (UUID) Optional.ofNullable(parameters.get(INSTANCE_ID)).orElseGet(UUID::randomUUID);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PortProfileSpec that && type.equals(that.type) && parameters.equals(that.parameters);
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + parameters.hashCode();
    }

    /** {@return type and parameters in words} */
    @Override
    public String toString() {
        return Stream.concat(
                        type.stream().map(PortProfileType::word),
                        parameters.entrySet().stream().map(entry -> entry.getKey().word() + "=" + entry.getValue()))
                .collect(joining(" "));
    }
}
