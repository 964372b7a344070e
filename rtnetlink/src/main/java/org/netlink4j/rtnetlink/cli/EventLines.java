package org.netlink4j.rtnetlink.cli;

import static org.netlink4j.rtnetlink.Rtm.RTM_DELLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINK;

import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.client.Event.Origin;
import org.netlink4j.core.client.MessageDecoder;
import org.netlink4j.core.json.JsonWriter;
import org.netlink4j.core.schema.MessageText;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.rtnetlink.IpFamily;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Link;

/**
 * Makes lines of events: JSON objects, or text for people. Every message of a link is shown to it, whether anybody wants to read of
 * links or not, so that it knows their names at the time of an event.
 */
final class EventLines {
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendInstant(6).toFormatter();
    private static final int DELETION = 1;

    private static final String TIMESTAMP = "timestamp";
    private static final String EVENT = "event";
    private static final String OBJECT = "object";
    private static final String DELETED = "deleted";
    private static final String ORIGIN = "origin_nsid";
    private static final String FAMILY = "family";
    private static final String MESSAGE = "message";

    private final List<EventKind> kinds;
    private final boolean others;
    private final boolean json;
    private final Map<Integer, Namespace> namespaces = new HashMap<>();

    /** What is known of a namespace. */
    private record Namespace(OtherLinks links, Map<EventKind, MessageDecoder<Map<String, Object>>> views) {
        static Namespace of(OtherLinks links) {
            return new Namespace(links, new HashMap<>());
        }

        MessageDecoder<Map<String, Object>> view(EventKind kind) {
            return views.computeIfAbsent(kind, _ -> kind.view().apply(links));
        }
    }

    /**
     * For the kinds that are wanted.
     *
     * @param others whether messages of no kind that we have a view of are wanted, too
     * @param links those of this namespace
     */
    EventLines(List<EventKind> kinds, boolean others, boolean json, OtherLinks links) {
        this.kinds = List.copyOf(kinds);
        this.others = others;
        this.json = json;
        namespaces.put(Origin.THIS_NAMESPACE, Namespace.of(links));
    }

    /** A line that tells of no message: a word and what it says. */
    String of(Instant time, Map<String, Object> members) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(TIMESTAMP, TIME.format(time));
        line.putAll(members);
        return json ? new JsonWriter().tree(line).toString() : words(line, line.keySet().stream().toList());
    }

    /**
     * The line of a message; empty if nobody wants to know.
     *
     * @param nsid the id of the namespace that it came from; see {@link Origin}
     */
    Optional<String> of(Instant time, MessageReader message, int nsid) throws MalformedMessageException {
        Namespace namespace = namespaces.computeIfAbsent(nsid, _ -> Namespace.of(OtherLinks.ofEvents()));
        Optional<Link> link = link(message);
        if (message.type() == RTM_NEWLINK) {
            link.ifPresent(namespace.links::seen);
        }
        Optional<String> line = line(time, message, nsid, namespace);
        if (message.type() == RTM_DELLINK) {
            link.ifPresent(namespace.links::gone);
        }
        return line;
    }

    /** In the family of bridges the same messages are about ports. */
    private static Optional<Link> link(MessageReader message) throws MalformedMessageException {
        boolean is = (message.type() == RTM_NEWLINK || message.type() == RTM_DELLINK) && message.u8(0) == IpFamily.AF_UNSPEC;
        return is ? Optional.of(Link.decode(message)) : Optional.empty();
    }

    private Optional<String> line(Instant time, MessageReader message, int nsid, Namespace namespace) throws MalformedMessageException {
        Optional<EventKind> kind = EventKinds.of(message);
        if (kind.isEmpty() ? !others : !kinds.contains(kind.get())) {
            return Optional.empty();
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(TIMESTAMP, TIME.format(time));
        line.put(EVENT, Rtnetlink.PROTOCOL.nameOf(message));
        kind.ifPresent(known -> line.put(OBJECT, known.word()));
        if ((message.type() & 3) == DELETION) {
            line.put(DELETED, true);
        }
        if (nsid != Origin.THIS_NAMESPACE) {
            line.put(ORIGIN, nsid);
        }
        if (kind.isEmpty()) {
            line.put(MESSAGE, whole(message));
            return Optional.of(json ? new JsonWriter().tree(line).toString() : text(line, List.of(MESSAGE)));
        }
        if (message.u8(0) != IpFamily.AF_UNSPEC) {
            line.put(FAMILY, Families.word(message.u8(0)));
        }
        line.putAll(namespace.view(kind.get()).decode(message));
        return Optional.of(json ? new JsonWriter().tree(line).toString() : text(line, kind.get().columns()));
    }

    /** All of a message, by the kernel's names. */
    static Map<String, Object> whole(MessageReader message) {
        byte[] bytes = message.bytes();
        return MessageText.values(Rtnetlink.PROTOCOL, new MessageReader().over(MemorySegment.ofArray(bytes), 0, bytes.length)).getFirst();
    }

    private static String text(Map<String, Object> line, List<String> columns) {
        StringJoiner words = new StringJoiner(" ");
        words.add((String) line.get(TIMESTAMP));
        if (line.containsKey(ORIGIN)) {
            words.add("nsid " + line.get(ORIGIN));
        }
        words.add((String) line.get(EVENT));
        return words + " " + words(line, columns);
    }

    private static String words(Map<String, Object> line, List<String> keys) {
        StringJoiner words = new StringJoiner(" ");
        keys.stream().filter(line::containsKey).forEach(key -> words.add(key + " " + ObjectList.cell(line.get(key))));
        return words.toString();
    }
}
