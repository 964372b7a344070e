package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.json.JsonWriter;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.tc.TcObject;
import org.netlink4j.rtnetlink.tc.Tca;
import org.netlink4j.rtnetlink.tc.qdisc.Gred;
import org.netlink4j.rtnetlink.tc.qdisc.GredQueue;
import org.netlink4j.rtnetlink.tc.qdisc.Qdisc;
import org.netlink4j.rtnetlink.tc.qdisc.TcaGred;
import org.netlink4j.rtnetlink.tc.qdisc.TcaMqprio;
import org.netlink4j.rtnetlink.tc.qdisc.TrafficClass;
import org.netlink4j.rtnetlink.tc.qdisc.UnknownQdiscKind;
import org.netlink4j.testkit.StrictJson;

/** What Linux 6.12 said of queueing disciplines and classes of all kinds, and what tc 6.1 made of it. */
class QdiscCaptureTest {
    /** What tc prints is no JSON there. */
    private static final Set<String> BROKEN = Set.of("hfsc", "multiq");

    /** Only we print the peak rate; newer versions of tc print the seed, too. */
    private static final Set<String> ONLY_OURS = Set.of("peakrate", "seed");

    /** A scenario: the commands, the messages, and the JSON of tc without and with counters. */
    record Scenario(String name, List<byte[]> qdiscs, List<byte[]> classes, String plain, String counted, List<String> text) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Scenario> scenarios() throws IOException {
        List<Scenario> scenarios = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<byte[]> qdiscs = new ArrayList<>();
        List<byte[]> classes = new ArrayList<>();
        List<String> text = new ArrayList<>();
        String plain = "";
        String counted = "";
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(QdiscCaptureTest.class.getResourceAsStream("/captures/6.12/qdiscs.txt")),
                StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); ; line = in.readLine()) {
                boolean begins = line == null || line.startsWith("# tc ");
                if (begins && !plain.isEmpty()) {
                    scenarios.add(new Scenario(
                            String.join("; ", names), List.copyOf(qdiscs), List.copyOf(classes), plain, counted, List.copyOf(text)));
                    names.clear();
                    qdiscs.clear();
                    classes.clear();
                    text.clear();
                    plain = "";
                }
                if (line == null) {
                    return scenarios.stream();
                }
                String rest = line.substring(line.indexOf(' ') + 1);
                switch (line.substring(0, line.indexOf(' '))) {
                    case "qdisc" -> qdiscs.add(HexFormat.of().parseHex(rest));
                    case "class" -> classes.add(HexFormat.of().parseHex(rest));
                    case "plain" -> plain = rest;
                    case "counted" -> counted = rest;
                    case "|" -> text.add(rest);
                    default -> {
                        if (begins) {
                            names.add(rest);
                        }
                    }
                }
            }
        }
    }

    private static MessageReader message(byte[] bytes) throws MalformedMessageException {
        MessageReader message = new MessageReader().over(MemorySegment.ofArray(bytes), 0, bytes.length);
        assertTrue(message.next());
        return message;
    }

    private static List<Qdisc> qdiscs(Scenario scenario) throws MalformedMessageException {
        List<Qdisc> qdiscs = new ArrayList<>();
        for (byte[] bytes : scenario.qdiscs) {
            qdiscs.add(Qdisc.decode(message(bytes)));
        }
        return qdiscs;
    }

    private static List<TrafficClass> classes(Scenario scenario) throws MalformedMessageException {
        List<TrafficClass> classes = new ArrayList<>();
        for (byte[] bytes : scenario.classes) {
            classes.add(TrafficClass.decode(message(bytes)));
        }
        return classes;
    }

    private static void same(byte[] bytes, TcObject object) throws MalformedMessageException {
        MessageReader message = message(bytes);
        byte[] again = new byte[bytes.length];
        MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(again), 0, again.length);
        out.begin(message.type(), message.flags(), message.sequence(), message.portId());
        object.write(out);
        assertEquals(bytes.length, out.end());
        assertArrayEquals(bytes, again);
        assertKnown(object.attributes(), object.toString());
    }

    /** Nothing is without a name, at any depth that has a table. */
    private static void assertKnown(Attributes attributes, String where) {
        assertEquals(List.of(), attributes.unknown(), where);
        for (int number : attributes.numbers()) {
            boolean nested = attributes.spec(number).type().isNest() && attributes.spec(number).nest() != AttributeSet.UNKNOWN;
            if (nested) {
                attributes.nest(number).ifPresent(nest -> assertKnown(nest, where));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void encodesWhatItDecodedAndKnowsAllOfIt(Scenario scenario) throws MalformedMessageException {
        List<Qdisc> qdiscs = qdiscs(scenario);
        for (int i = 0; i < qdiscs.size(); i++) {
            same(scenario.qdiscs.get(i), qdiscs.get(i));
        }
        List<TrafficClass> classes = classes(scenario);
        for (int i = 0; i < classes.size(); i++) {
            same(scenario.classes.get(i), classes.get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void printsTheJsonOfTc(Scenario scenario) throws MalformedMessageException {
        List<Qdisc> qdiscs = qdiscs(scenario);
        compare(scenario.plain, qdiscs, new QdiscJson(false));
        compare(scenario.counted, qdiscs, new QdiscJson(true));
    }

    /** As Linux 6.1 describes it, and what tc says of that. */
    @Test
    void saysNothingOfHardwareThatTheKernelDoesNotTellOf() throws IOException {
        Qdisc told = scenarios().map(QdiscCaptureTest::first).filter(some -> some.kindName().orElseThrow().equals("mqprio")).findFirst().orElseThrow();
        byte[] header = told.attributes().header(Tca.TCA_OPTIONS).orElseThrow();
        Qdisc bare = new Qdisc(told.header(), told.attributes().with(Tca.TCA_OPTIONS, header, Attributes.none(TcaMqprio.ATTRIBUTES)));
        assertEquals(Set.of("tc", "map", "queues"), ((Map<?, ?>) new QdiscJson(false).of(bare).get("options")).keySet());
    }

    private static Qdisc first(Scenario scenario) {
        try {
            return qdiscs(scenario).getFirst();
        } catch (MalformedMessageException e) {
            throw new AssertionError(e);
        }
    }

    private static void compare(String theirs, List<Qdisc> qdiscs, QdiscJson view) {
        List<Map<String, Object>> ours = qdiscs.stream().map(view::of).toList();
        String json = new JsonWriter().tree(ours).toString();
        if (qdiscs.stream().anyMatch(qdisc -> BROKEN.contains(qdisc.kindName().orElseThrow()))) {
            StrictJson.parse(json);
            return;
        }
        List<String> differences = new ArrayList<>();
        compare("", StrictJson.parse(theirs), StrictJson.parse(json), differences);
        assertEquals(List.of(), differences);
    }

    private static void compare(String path, Object theirs, Object ours, List<String> differences) {
        if (theirs instanceof Map<?, ?> their && ours instanceof Map<?, ?> our) {
            Set<Object> keys = new TreeSet<>(their.keySet());
            keys.addAll(our.keySet());
            for (Object key : keys) {
                if (their.containsKey(key) && our.containsKey(key)) {
                    compare(path + "/" + key, their.get(key), our.get(key), differences);
                } else if (their.containsKey(key) || !ONLY_OURS.contains(key)) {
                    differences.add(path + "/" + key + ": " + their.get(key) + ", ours " + our.get(key));
                }
            }
        } else if (theirs instanceof List<?> their && ours instanceof List<?> our && their.size() == our.size()) {
            for (int i = 0; i < their.size(); i++) {
                compare(path + "/" + i, their.get(i), our.get(i), differences);
            }
        } else if (!theirs.equals(ours)) {
            differences.add(path + ": " + theirs + ", ours " + ours);
        }
    }

    /** The first words of each class in the text of tc. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void namesTheClassesAsTcDoes(Scenario scenario) throws MalformedMessageException {
        List<String> ours = classes(scenario).stream().map(new QdiscJson(false)::of).map(members -> "class " + members.get("class") + " "
                + members.get("handle") + (members.containsKey("root") ? " root" : " parent " + members.get("parent"))
                + (members.containsKey("leaf") ? " leaf " + members.get("leaf") : "")).sorted().toList();
        List<String> theirs = scenario.text.stream().filter(line -> line.startsWith("class ")).sorted().toList();
        assertEquals(theirs.size(), ours.size());
        for (int i = 0; i < ours.size(); i++) {
            assertTrue(theirs.get(i).startsWith(ours.get(i)), theirs.get(i) + ", ours " + ours.get(i));
        }
    }

    @Test
    void readsAVirtualQueueOfGred() throws IOException, MalformedMessageException {
        Scenario scenario = scenarios().filter(one -> one.name.contains("gred setup DPs 3")).findFirst().orElseThrow();
        Gred gred = (Gred) qdiscs(scenario).getFirst().kind().orElseThrow();
        GredQueue queue = gred.queues().getFirst();
        assertEquals(1, gred.queues().size(), "of three, one has parameters");
        assertEquals(List.of(1, 2, 3), List.of(queue.number(), queue.priority(), queue.averageLog()));
        assertEquals(List.of(60_000L, 15_000L, 45_000L), List.of(queue.limit(), queue.min(), queue.max()));
        assertEquals(OptionalLong.of((long) (0.02 * 0x1p32)), queue.probability());
        assertEquals(OptionalLong.of(0), queue.flags());
        assertEquals(OptionalLong.of(0), queue.chanceMarks());

        GredQueue counted = new GredQueue(queue.parameters(), queue.probability(), queue.entry()
                .with(TcaGred.TCA_GRED_VQ_STAT_BYTES, 5_000_000_000L)
                .with(TcaGred.TCA_GRED_VQ_STAT_PACKETS, 1)
                .with(TcaGred.TCA_GRED_VQ_STAT_BACKLOG, 2)
                .with(TcaGred.TCA_GRED_VQ_STAT_PROB_DROP, 3)
                .with(TcaGred.TCA_GRED_VQ_STAT_PROB_MARK, 4)
                .with(TcaGred.TCA_GRED_VQ_STAT_FORCED_DROP, 5)
                .with(TcaGred.TCA_GRED_VQ_STAT_FORCED_MARK, 6)
                .with(TcaGred.TCA_GRED_VQ_STAT_PDROP, 7)
                .with(TcaGred.TCA_GRED_VQ_STAT_OTHER, 8));
        assertEquals(
                List.of(5_000_000_000L, 1L, 2L, 3L, 5L, 7L, 8L),
                List.of(counted.bytes(), counted.packets(), counted.backlog(), counted.chanceDrops(), counted.forcedDrops(),
                        counted.fullDrops(), counted.otherDrops()));
        assertEquals(OptionalLong.of(4), counted.chanceMarks());
        assertEquals(OptionalLong.of(6), counted.forcedMarks());

        GredQueue old = new GredQueue(
                queue.parameters().withField(TcaGred.TCA_GRED_PARMS, "early", 9), OptionalLong.empty(), Attributes.none(TcaGred.QUEUE));
        assertEquals(9, old.chanceDrops(), "before Linux 4.21");
        assertEquals(OptionalLong.empty(), old.forcedMarks());
    }

    @Test
    void allKindsOfThatKernelAreThere() throws IOException, MalformedMessageException {
        Set<String> kinds = new HashSet<>();
        int count = 0;
        for (Scenario scenario : scenarios().toList()) {
            for (Qdisc qdisc : qdiscs(scenario)) {
                count++;
                kinds.add(qdisc.kindName().orElseThrow());
                assertTrue(qdisc.kind().filter(UnknownQdiscKind.class::isInstance).isEmpty(), qdisc::toString);
                assertTrue(qdisc.attributes().has(Tca.TCA_STATS2));
            }
        }
        assertTrue(kinds.size() >= 35, kinds::toString);
        assertTrue(count > 130, "queueing disciplines: " + count);
    }
}
