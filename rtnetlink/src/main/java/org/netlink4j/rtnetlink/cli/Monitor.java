package org.netlink4j.rtnetlink.cli;

import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_LINK;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.OverrunException;
import org.netlink4j.core.TruncatedException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.core.cli.Command;
import org.netlink4j.core.cli.Program;
import org.netlink4j.core.client.Event;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.rtnetlink.Rtnetlink;

/** {@code rtnl monitor}. */
final class Monitor implements Command {
    private static final String ALL_NSID = "--all-nsid";
    private static final String RECEIVE_BUFFER = "--receive-buffer";

    private static final int DEFAULT_RECEIVE_BUFFER = 4 << 20;
    private static final Duration LONG = Duration.ofDays(1);

    /** How long the last line may take to be written, in seconds, when the process is told to end: nobody may be reading. */
    private static final int LAST_LINE = 1;

    @Override
    public String help() {
        return """
                monitor [KIND...] [--all-nsid] [--receive-buffer BYTES] [--json]

                  what changes in this network namespace, as it happens, one line an event, until interrupted or until
                  nobody reads any more

                  KIND                %s;
                                      all of them, and what has no word, if none is given
                  --all-nsid          also in other namespaces that have an id here; needs CAP_NET_BROADCAST
                  --receive-buffer    how much the kernel keeps while nobody reads, 4 MiB unless said otherwise; more than
                                      net.core.rmem_max needs CAP_NET_ADMIN
                  --json              one JSON object a line:
                                      "timestamp"    when it was read, UTC
                                      "event"        the kernel's word, as RTM_NEWLINK
                                      "object"       the KIND; without one "message" has all, by the kernel's names
                                      "deleted"      true if the object is gone
                                      "origin_nsid"  the id of the other namespace where it happened
                                      "family"       the address family, if it has one
                                      and the keys and values of "rtnl KIND list --json"; the first line has "listening",
                                      the kinds: what happens after it is told
                                      {"overrun":true,"lost":N}: so many messages were lost since the beginning,
                                      because nobody read in time; "malformed": a message that makes no sense
                """
                .formatted(EventKinds.ALL.stream().map(EventKind::word).distinct().collect(Collectors.joining(" | ")));
    }

    @Override
    public Set<String> switches() {
        return Set.of(ALL_NSID);
    }

    @Override
    public Set<String> options() {
        return Set.of(RECEIVE_BUFFER);
    }

    private static List<EventKind> kinds(List<String> words) {
        for (String word : words) {
            if (EventKinds.ALL.stream().noneMatch(kind -> kind.word().equals(word))) {
                throw new IllegalArgumentException("no such kind of object: " + word);
            }
        }
        return EventKinds.ALL.stream().filter(kind -> words.isEmpty() || words.contains(kind.word())).toList();
    }

    private static SocketOptions options(Arguments arguments) {
        Optional<String> size = arguments.value(RECEIVE_BUFFER);
        try {
            return SocketOptions.DEFAULT
                    .allNamespaces(arguments.has(ALL_NSID))
                    .receiveBuffer(size.isPresent() ? Integer.parseInt(size.get()) : DEFAULT_RECEIVE_BUFFER);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException(RECEIVE_BUFFER + " wants a number of bytes: " + size.orElseThrow());
        }
    }

    @Override
    public int run(Arguments arguments, PrintStream out) throws NetlinkException {
        List<EventKind> kinds = kinds(arguments.operands());
        boolean all = arguments.operands().isEmpty();
        // Links always, for their names.
        try (EventStream events = EventStream.open(Rtnetlink.PROTOCOL, Set.of(RTNLGRP_LINK), options(arguments));
                Rtnetlink rtnetlink = Rtnetlink.open()) {
            List<EventKind> heard = join(events, kinds, all);
            EventLines lines = new EventLines(
                    heard, all, arguments.has(JSON), new OtherLinks(rtnetlink.links(), rtnetlink.links().list()));
            CountDownLatch done = new CountDownLatch(1);
            Thread end = new Thread(() -> end(events, done));
            Runtime.getRuntime().addShutdownHook(end);
            try {
                new Session(events, lines, out).run(heard);
            } catch (ClosedException _) {
                // by the hook
            } finally {
                done.countDown();
                forget(end);
            }
        }
        return Program.DONE;
    }

    /** Joins the groups of kinds. One that this kernel does not have is an error if somebody asks for it by its word. */
    private static List<EventKind> join(EventStream events, List<EventKind> kinds, boolean all) throws NetlinkException {
        List<EventKind> heard = new ArrayList<>();
        for (EventKind kind : kinds) {
            try {
                for (int group : kind.groups()) {
                    events.socket().join(group);
                }
                heard.add(kind);
            } catch (NetlinkException e) {
                if (!all) {
                    throw e;
                }
            }
        }
        return List.copyOf(heard);
    }

    /** Ends the listening and lets the line be finished that is being written. */
    private static void end(EventStream events, CountDownLatch done) {
        events.close();
        try {
            done.await(LAST_LINE, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // it runs
        }
    }

    /** The loop from event to line. */
    private static final class Session {
        private final EventStream events;
        private final EventLines lines;
        private final PrintStream out;
        private boolean behind;
        private long lost;

        Session(EventStream events, EventLines lines, PrintStream out) {
            this.events = events;
            this.lines = lines;
            this.out = out;
        }

        void run(List<EventKind> kinds) throws NetlinkException {
            boolean read = print(lines.of(Instant.now(), Map.of("listening", kinds.stream().map(EventKind::word).toList())));
            while (read) {
                Optional<String> line = next();
                read = line.isEmpty() || print(line.get());
            }
        }

        private Optional<String> next() throws NetlinkException {
            List<String> line = new ArrayList<>(1);
            try {
                boolean came = events.poll(behind ? Duration.ZERO : LONG, (message, datagram) -> lines.of(
                                Instant.now(), message, datagram.hasNsid() ? datagram.nsid() : Event.Origin.THIS_NAMESPACE)
                        .ifPresent(line::add));
                return came || !behind ? line.stream().findFirst() : caughtUp();
            } catch (OverrunException | TruncatedException _) {
                behind = true;
                return Optional.of(overrun());
            } catch (MalformedMessageException e) {
                return Optional.of(lines.of(Instant.now(), Map.of("malformed", e.getMessage())));
            }
        }

        /** Until here the kernel dropped events without telling again. */
        private Optional<String> caughtUp() throws NetlinkException {
            behind = false;
            return events.socket().drops() == lost ? Optional.empty() : Optional.of(overrun());
        }

        private String overrun() throws NetlinkException {
            lost = events.socket().drops();
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("overrun", true);
            members.put("lost", lost);
            return lines.of(Instant.now(), members);
        }

        /** Prints a line at once and whole. {@return whether anybody may still read} */
        private boolean print(String line) {
            out.print(line + System.lineSeparator());
            return !out.checkError();
        }
    }
}
