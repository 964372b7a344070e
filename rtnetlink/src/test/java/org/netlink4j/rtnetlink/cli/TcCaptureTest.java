package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.json.JsonWriter;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.Captures;
import org.netlink4j.rtnetlink.Rtm;
import org.netlink4j.rtnetlink.tc.action.Action;
import org.netlink4j.rtnetlink.tc.action.ActionMessage;
import org.netlink4j.rtnetlink.tc.action.ControlAction;
import org.netlink4j.rtnetlink.tc.action.Gact;
import org.netlink4j.rtnetlink.tc.action.TcaAct;
import org.netlink4j.rtnetlink.tc.filter.Chain;
import org.netlink4j.rtnetlink.tc.filter.Filter;
import org.netlink4j.rtnetlink.tc.filter.FilterKind;
import org.netlink4j.rtnetlink.tc.filter.FilterPoint;
import org.netlink4j.testkit.StrictJson;

/** What Linux 6.12 says of actions and filters, and what {@code tc} 6.1 prints of it where it prints JSON. */
class TcCaptureTest {
    private static final int INGRESS_DEVICE = 12;

    /** tc 6.1 prints rates on paper only, and nothing of options of gtp. */
    private static final Set<String> ONLY_OURS =
            Set.of("rate", "burst", "mtu", "peakrate", "avrate", "conform_action", "gtp_opt_key", "gtp_opt_mask");

    /** A command, the messages about what it made, and what tc prints of them if that is JSON. */
    record Capture(String command, List<byte[]> messages, Optional<String> json) {
        @Override
        public String toString() {
            return command;
        }
    }

    static List<Capture> captures() throws IOException {
        List<Capture> captures = new ArrayList<>();
        try (InputStream in = Captures.class.getResourceAsStream("/captures/6.12/tc.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                String rest = line.substring(Math.min(2, line.length()));
                switch (line.charAt(0)) {
                    case 'c' -> captures.add(new Capture(rest, new ArrayList<>(), Optional.empty()));
                    case 'm' -> captures.getLast().messages.add(HexFormat.of().parseHex(rest));
                    case 'j' -> {
                        Capture last = captures.removeLast();
                        captures.add(new Capture(last.command, last.messages, Optional.of(rest)));
                    }
                    default -> {}
                }
            }
        }
        return captures;
    }

    static Stream<Capture> printed() throws IOException {
        return captures().stream().filter(capture -> capture.json.isPresent());
    }

    @Test
    void thereAreManyOfAllKinds() throws IOException {
        assertTrue(captures().size() > 100, () -> "only some");
        assertTrue(printed().count() > 80, () -> "only some are JSON");
    }

    @ParameterizedTest
    @MethodSource("captures")
    void encodesWhatItDecodedByteForByteAndKnowsAll(Capture capture) throws MalformedMessageException {
        assertTrue(!capture.messages.isEmpty());
        for (byte[] bytes : capture.messages) {
            MessageReader message = Captures.message(bytes);
            MessageBody body = switch (message.type()) {
                case Rtm.RTM_GETACTION -> { // the answers have the type of the request
                    ActionMessage actions = ActionMessage.decode(message);
                    actions.actions().forEach(TcCaptureTest::allIsKnown);
                    yield actions;
                }
                case Rtm.RTM_NEWTFILTER -> {
                    Filter filter = Filter.decode(message);
                    allIsKnown(filter.attributes());
                    allIsKnown(filter.kind());
                    yield filter::write;
                }
                default -> Chain.decode(message)::write;
            };
            byte[] again = new byte[bytes.length];
            MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(again), 0, again.length);
            out.begin(message.type(), message.flags(), message.sequence(), message.portId());
            body.write(out);
            assertEquals(bytes.length, out.end());
            assertArrayEquals(bytes, again);
        }
    }

    private static void allIsKnown(Attributes attributes) {
        assertEquals(List.of(), attributes.unknown(), attributes::toString);
    }

    private static void allIsKnown(Action action) {
        allIsKnown(action.attributes());
        allIsKnown(action.kind().data());
    }

    private static void allIsKnown(FilterKind<?> kind) {
        allIsKnown(kind.data());
        kind.actions().forEach(TcCaptureTest::allIsKnown);
    }

    @ParameterizedTest
    @MethodSource("printed")
    void printsWhatTcPrints(Capture capture) throws MalformedMessageException {
        String theirs = capture.json.orElseThrow().replace("\"to_dev\":\"vb\"", "\"to_dev\":\"if11\"");
        Object ours = StrictJson.parse(new JsonWriter().tree(ours(capture)).toString());
        assertEquals(List.of(), new JsonDifferences(ONLY_OURS, TcCaptureTest::asTheirs).of(StrictJson.parse(theirs), ours),
                () -> theirs + "\n" + ours);
    }

    /** Which Linux 7.3 says of it, and {@code tc} does not, because the filter says it. */
    @Test
    void anActionOfAFilterDoesNotSkipHardware() {
        Action action = Action.of(new Gact(ControlAction.DROP)).flags(TcaAct.TCA_ACT_FLAGS_SKIP_HW);
        assertFalse(new ActionJson(OtherLinks.ofEvents(), false).ofFilter(List.of(action)).getFirst().containsKey("skip_hw"));
    }

    private static List<Map<String, Object>> ours(Capture capture) throws MalformedMessageException {
        ActionJson actions = new ActionJson(OtherLinks.ofEvents(), false);
        FilterPoint listed = capture.command.endsWith("block 22") ? FilterPoint.block(22) : FilterPoint.ingress(INGRESS_DEVICE);
        FilterJson filters = new FilterJson(actions, Optional.of(listed));
        List<Map<String, Object>> all = new ArrayList<>();
        for (byte[] bytes : capture.messages) {
            MessageReader message = Captures.message(bytes);
            switch (message.type()) {
                case Rtm.RTM_GETACTION -> actions.of(ActionMessage.decode(message)).forEach(all::add);
                case Rtm.RTM_NEWTFILTER -> all.add(filters.of(Filter.decode(message)));
                default -> all.add(filters.of(Chain.decode(message)));
            }
        }
        return all;
    }

    /**
     * What tc 6.1 gets wrong: it takes the mask of nat for a number of another byte order and calls the kind its type, leaves the
     * kind of gate out, prints the matches of u32 and the two results of police under one name, of which a reader sees the last, and
     * the members of a police of old programs among those of the filter, and addresses only beside a type that goes with them.
     */
    private static Map<?, ?> asTheirs(Map<?, ?> ours) {
        Map<Object, Object> theirs = new LinkedHashMap<>(ours);
        if ("nat".equals(theirs.get("kind"))) {
            theirs.put("type", theirs.remove("kind"));
            theirs.computeIfPresent("old_addr", (_, address) -> address.toString().replaceAll("/.*", "/32"));
        }
        if ("gate".equals(theirs.get("kind"))) {
            theirs.remove("kind");
        }
        if (theirs.get("match") instanceof List<?> matches) {
            theirs.put("match", matches.getLast());
        }
        if ("0000".equals(theirs.get("eth_type"))) {
            theirs.remove("src_ip");
        }
        if (theirs.remove("police") instanceof Map<?, ?> police) {
            theirs.putAll(police);
            theirs.put("kind", "police");
        }
        if (theirs.containsKey("conform_action")) {
            theirs.put("control_action", theirs.get("conform_action"));
        }
        return theirs;
    }
}
