package org.netlink4j.rtnetlink.cli;

import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.core.cli.Command;
import org.netlink4j.core.json.Printable;
import org.netlink4j.core.cli.Program;
import org.netlink4j.rtnetlink.Rtnetlink;

/**
 * A command that lists objects: as JSON all that is in them, as a table some of it.
 *
 * @param help see {@link Command#help}
 * @param switches its own switches
 * @param options its own options
 * @param columns the keys of what the table shows
 * @param source gives the objects as JSON
 * @param rows the rows of the table for one of them
 */
record ObjectList(
        String help,
        Set<String> switches,
        Set<String> options,
        List<String> columns,
        Source source,
        Function<Map<String, Object>, Stream<Map<String, Object>>> rows)
        implements Command {
    /** Gives the objects. */
    @FunctionalInterface
    interface Source {
        List<Map<String, Object>> list(Rtnetlink rtnetlink, Arguments arguments) throws NetlinkException;
    }

    /** Every list may be given more time. */
    ObjectList {
        options = Stream.concat(options.stream(), Stream.of(OptionValues.TIMEOUT)).collect(Collectors.toUnmodifiableSet());
    }

    ObjectList(String help, Set<String> switches, Set<String> options, List<String> columns, Source source) {
        this(help, switches, options, columns, source, Stream::of);
    }

    @Override
    public int run(Arguments arguments, PrintStream out) throws NetlinkException {
        try (Rtnetlink rtnetlink = OptionValues.open(arguments)) {
            List<Map<String, Object>> objects = source.list(rtnetlink, arguments);
            if (arguments.has(JSON)) {
                Command.printJson(out, objects);
            } else {
                List<String> headings = columns.stream().map(key -> key.toUpperCase(Locale.ROOT)).toList();
                TextTable.print(headings, objects.stream().flatMap(rows).map(this::row).toList(), out);
            }
        }
        return Program.DONE;
    }

    private List<String> row(Map<String, Object> object) {
        return columns.stream().map(key -> cell(object.get(key))).toList();
    }

    /** A cell of a key that is not there is null. */
    static String cell(Object value) {
        return switch (value) {
            case null -> TextTable.NOTHING;
            case Optional<?> _ -> "yes"; // a key without value
            case Collection<?> values -> values.isEmpty()
                    ? TextTable.NOTHING
                    : values.stream().map(ObjectList::cell).collect(Collectors.joining(","));
            case Map<?, ?> members -> members.values().stream().map(ObjectList::cell).collect(Collectors.joining(" "));
            default -> Printable.line(value.toString());
        };
    }
}
