package org.netlink4j.lldpad.evb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.MacAddress;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.lldpad.wire.VsiFilter;

/**
 * Station against bridge over a wire that loses, repeats, delays and reorders frames, with a bridge that changes its mind. Whatever
 * happens, every accepted request is settled once, nothing is called agreed that the bridge did not agree to, and once the wire
 * is good again both sides come to believe the same.
 */
class EvbModelTest {
    private static final MacAddress STATION = MacAddress.parse("52:54:00:0a:00:01");
    private static final MacAddress BRIDGE = MacAddress.parse("52:54:00:0b:00:01");
    private static final List<VsiFilter> FILTERS =
            List.of(new VsiFilter.MacVlan(MacAddress.parse("52:54:00:c7:3e:ce"), 0));
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);
    private static final int VSIS = 3;

    /** One thing that happens. */
    private enum Kind {
        ASK, ASK_AGAIN, PASS, PASS_LONG, STORM, FINE, CUT, AGREE, REFUSE, KEEP, SILENT, NEVER_ASSOCIATE, SLOW, DEAF, HEARS,
        DISASSOCIATE, FORGET, STOP, RESUME
    }

    private record Step(Kind kind, int number) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(Arbitraries.of(Kind.class), Arbitraries.integers().between(0, 999))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(60);
    }

    private final class Run {
        private final Random random;
        private final SimulatedWire wire;
        private final Map<VsiKey, PortRequest> open = new HashMap<>();
        private final Map<VsiKey, PortRequest> inForce = new HashMap<>();
        private final Set<String> agreed = new HashSet<>();
        private BridgePolicy policy = BridgePolicy.AGREE;

        Run(VdpGeneration generation, long seed) {
            random = new Random(seed);
            EvbTimers timers = random.nextBoolean() ? EvbTimers.DEFAULT : EvbTimers.UNHURRIED;
            wire = new SimulatedWire(
                    new EvbConfig(generation, STATION, timers, 1), new EvbConfig(generation, BRIDGE, timers, 0xfffe));
            wire.bridge().answers(request -> {
                BridgeAnswer answer = policy.answer(request);
                if (answer instanceof BridgeAnswer.Reply reply && reply.status() == 0) {
                    agreed.add(request.key() + " " + request.request());
                }
                return answer;
            });
        }

        private QbgProfile profile(int number) {
            return new QbgProfile(1, 2, 3, new UUID(4, number % VSIS));
        }

        private List<Duration> storm() {
            List<Duration> copies = new ArrayList<>();
            while (random.nextInt(10) < 5 + copies.size() * -2) {
                copies.add(Duration.ofNanos(1000L * random.nextInt(random.nextBoolean() ? 500 : 800_000)));
            }
            return copies;
        }

        void happen(Step step) {
            EvbBridge bridge = wire.bridge();
            switch (step.kind) {
                case ASK, ASK_AGAIN -> ask(step.number);
                case PASS -> pass(Duration.ofMillis(step.number));
                case PASS_LONG -> pass(Duration.ofMillis(40L * step.number));
                case STORM -> wire.weather(this::storm);
                case FINE -> wire.weather(SimulatedWire.FINE);
                case CUT -> wire.weather(List::of);
                case AGREE -> policy = BridgePolicy.AGREE;
                case REFUSE -> policy = _ -> BridgeAnswer.refuse(1 + step.number % 5);
                case KEEP -> policy = _ -> BridgeAnswer.refuse(0x21 + step.number % 5);
                case SILENT -> policy = _ -> new BridgeAnswer.Silence();
                case NEVER_ASSOCIATE -> policy = request ->
                        request.request() == PortRequest.ASSOCIATE ? new BridgeAnswer.Silence() : BridgeAnswer.AGREE;
                case SLOW -> policy = _ -> new BridgeAnswer.Reply(0, Duration.ofMillis(10L * step.number), 0);
                case DEAF -> bridge.acknowledges(false);
                case HEARS -> bridge.acknowledges(true);
                case DISASSOCIATE -> bridge.disassociate(VsiKey.of(profile(step.number)), wire.now());
                case FORGET -> bridge.forget();
                case STOP -> bridge.stop();
                case RESUME -> bridge.resume(wire.now());
            }
            observe();
        }

        private void ask(int number) {
            PortRequest request = PortRequest.of(number / VSIS % 4).orElseThrow();
            QbgProfile profile = profile(number);
            Acceptance acceptance = wire.station().request(request, profile, FILTERS, wire.now());
            VsiKey key = VsiKey.of(profile);
            if (acceptance == Acceptance.ACCEPTED) {
                assertEquals(null, open.put(key, request), "accepted while another request was open");
            } else if (acceptance == Acceptance.UNKNOWN) {
                assertTrue(!inForce.containsKey(key) && !open.containsKey(key));
            }
        }

        private void pass(Duration time) {
            wire.pass(time);
        }

        /** Plays the events against the model. */
        void observe() {
            wire.pass(Duration.ZERO);
            for (StationEvent event : wire.takeEvents()) {
                PortRequest settled = open.remove(event.key());
                switch (event) {
                    case StationEvent.Agreed yes -> {
                        assertEquals(settled, yes.request());
                        boolean ended = yes.request() == PortRequest.DISASSOCIATE;
                        assertTrue(ended || agreed.contains(yes.key() + " " + yes.request()), "nobody agreed to that");
                        if (ended) {
                            inForce.remove(yes.key());
                        } else {
                            inForce.put(yes.key(), yes.request());
                        }
                    }
                    case StationEvent.Refused no -> {
                        assertEquals(settled, no.request());
                        PortRequest before = inForce.getOrDefault(no.key(), PortRequest.DISASSOCIATE);
                        assertTrue(no.inForce() == before || no.inForce() == PortRequest.DISASSOCIATE, "refused into force");
                        if (no.inForce() == PortRequest.DISASSOCIATE) {
                            inForce.remove(no.key());
                        }
                    }
                    case StationEvent.TimedOut late -> {
                        assertEquals(settled, late.request());
                        inForce.remove(event.key());
                    }
                    case StationEvent.Ended ended -> {
                        assertTrue(settled != null || inForce.containsKey(event.key()), "it was not in force");
                        inForce.remove(event.key());
                    }
                }
            }
        }

        void heal() {
            wire.weather(SimulatedWire.FINE);
            policy = BridgePolicy.AGREE;
            wire.bridge().acknowledges(true);
            wire.bridge().resume(wire.now());
            pass(LONG_ENOUGH);
            observe();
            assertEquals(Map.of(), open, "a request was never settled");
            while (wire.station().vsis().stream().anyMatch(EvbStation.Vsi::waiting)) {
                pass(Duration.ofMillis(1)); // a keep-alive is under way just now
            }
            Comparator<EvbBridge.Vsi> order = Comparator.comparing(vsi -> vsi.key().toString());
            List<EvbBridge.Vsi> station = wire.station().vsis().stream()
                    .map(vsi -> new EvbBridge.Vsi(vsi.key(), vsi.inForce(), vsi.filters()))
                    .sorted(order)
                    .toList();
            assertEquals(wire.bridge().vsis().stream().sorted(order).toList(), station);
            Map<VsiKey, PortRequest> listed = new HashMap<>();
            station.forEach(vsi -> listed.put(vsi.key(), vsi.inForce()));
            assertEquals(inForce, listed);
            assertEquals(0, wire.station().malformedFrames() + wire.bridge().malformedFrames());
        }
    }

    /** Found by the property below: the keep-alive after a refusal that kept something is refused, too, before anybody looks. */
    @Test
    void aRefusalTellsWhatIsStillInForceWhateverHappensAfterIt() {
        Run run = new Run(VdpGeneration.RATIFIED, 0);
        run.happen(new Step(Kind.ASK, 0));
        run.happen(new Step(Kind.PASS, 1));
        run.happen(new Step(Kind.ASK, 42));
        run.happen(new Step(Kind.KEEP, 0));
        run.happen(new Step(Kind.PASS_LONG, 263));
        run.heal();
    }

    @Property(tries = 1000)
    void bothSidesAgreeInTheEnd(
            @ForAll VdpGeneration generation, @ForAll long seed, @ForAll("steps") List<Step> steps) {
        Run run = new Run(generation, seed);
        steps.forEach(run::happen);
        run.heal();
    }
}
