package org.netlink4j.core.generic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.StructSpec;

/**
 * The tables of one family: all that is needed to talk to it, and to put its messages and refusals into words. Immutable.
 *
 * {@snippet file="org/netlink4j/core/examples/GenericExample.java" region="family"}
 */
public final class FamilySpec {
    private final String name;
    private final int version;
    private final StructSpec header;
    private final Map<Integer, CommandSpec> requests;
    private final Map<Integer, CommandSpec> answers;

    private FamilySpec(
            String name,
            int version,
            StructSpec header,
            Map<Integer, CommandSpec> requests,
            Map<Integer, CommandSpec> answers) {
        this.name = Objects.requireNonNull(name);
        this.version = version;
        this.header = header;
        this.requests = requests;
        this.answers = answers;
        if (version >>> 8 != 0) {
            throw new IllegalArgumentException(name + ": a version has 8 bits: " + version);
        }
    }

    private static Map<Integer, CommandSpec> byNumber(CommandSpec... commands) {
        return Arrays.stream(commands).collect(Collectors.toUnmodifiableMap(CommandSpec::number, Function.identity(), (a, b) -> {
            throw new IllegalArgumentException("both " + a.name() + " and " + b.name() + " are " + a.number());
        }));
    }

    /**
     * Makes a family in which a command means the same in both directions.
     *
     * @param name the name by which the controller knows it
     * @param version {@code genlmsghdr.version} of requests, 8 bits
     * @param commands the commands, each number at most once
     * @return the family
     */
    public static FamilySpec of(String name, int version, CommandSpec... commands) {
        Map<Integer, CommandSpec> both = byNumber(commands);
        return new FamilySpec(name, version, Genl.HEADER, both, both);
    }

    /**
     * Sets the commands of what the kernel sends, where it counts them on their own: answers and notifications.
     *
     * @param commands the commands, each number at most once
     * @return the family with them
     */
    public FamilySpec answers(CommandSpec... commands) {
        return new FamilySpec(name, version, header, requests, byNumber(commands));
    }

    /**
     * Sets the family's own header, which stands between {@code genlmsghdr} and the attributes.
     *
     * @param own the header
     * @return the family with it
     */
    public FamilySpec header(StructSpec own) {
        List<StructSpec.Field> fields = new ArrayList<>(Genl.HEADER.fields());
        own.fields().forEach(f -> fields.add(StructSpec.field(f.name(), Genl.GENL_HDRLEN + f.offset(), f.type())));
        StructSpec whole = new StructSpec(own.name(), Genl.GENL_HDRLEN + own.size(), fields);
        return new FamilySpec(name, version, whole, requests, answers);
    }

    /** {@return the name by which the controller knows it} */
    public String name() {
        return name;
    }

    /** {@return {@code genlmsghdr.version} of requests} */
    public int version() {
        return version;
    }

    /** {@return all that stands before the attributes: {@code genlmsghdr}, then the family's own header if it has one} */
    public StructSpec header() {
        return header;
    }

    /**
     * A command that is sent to the kernel.
     *
     * @param command its number
     * @return the command; if it is not known, one with a made-up name and no known attributes
     */
    public CommandSpec request(int command) {
        return requests.getOrDefault(command, unknown(command));
    }

    /**
     * A command that the kernel sends.
     *
     * @param command its number
     * @return the command; if it is not known, one with a made-up name and no known attributes
     */
    public CommandSpec answer(int command) {
        return answers.getOrDefault(command, unknown(command));
    }

    private CommandSpec unknown(int command) {
        return new CommandSpec(command, name + "(" + command + ")", AttributeSet.UNKNOWN);
    }

    @Override
    public String toString() {
        return name;
    }
}
