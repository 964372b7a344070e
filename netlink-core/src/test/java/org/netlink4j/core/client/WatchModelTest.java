package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.netlink4j.core.testing.Answer.acknowledge;
import static org.netlink4j.core.testing.Answer.dump;
import static org.netlink4j.core.testing.Answer.object;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.testing.Answer;
import org.netlink4j.core.testing.FakeKernel;
import org.netlink4j.core.wire.MessageReader;

/**
 * A watch over a kernel whose objects change in any order with its lists, notifications and losses: what was known, with what was
 * told, is what is known now, and once the kernel is quiet that is what a fresh list says.
 *
 * <p>The kernel has lists of values by key, as routes to a prefix. A value says what it is (its lowest digit is its device).
 */
class WatchModelTest {
    private static final NetlinkProtocol PROTOCOL = NetlinkProtocol.of(0, "TEST");
    private static final int GROUP = 1;
    private static final int LIST = 16;
    private static final int BARRIER = 17;
    private static final int PREPENDED = 20;
    private static final int APPENDED = 21;
    private static final int REPLACED = 22;
    private static final int DELETED = 23;
    private static final int DEVICE_DOWN = 24;
    private static final int SET = 25;
    private static final int SEVERAL = 26;
    private static final int OTHER = 27;
    private static final int DEVICES = 2;

    /** What happens, other than the watch being asked. */
    enum What {
        PREPEND,
        APPEND,
        REPLACE,
        DELETE,
        SET_WHOLE,
        SET_TWO,
        FLUSH_DEVICE,
        SPEAK_OF_OTHERS,
        OVERRUN,
        ASK
    }

    /** {@code whileListing}: it happens in the middle of the next list, not at once. */
    record Step(What what, int key, int value, boolean whileListing) {}

    /** The kernel: its objects, one socket's notifications, and lists in two halves between which things happen. */
    private static final class Kernel {
        private final FakeKernel talking = new FakeKernel();
        private final FakeKernel listing = new FakeKernel();
        private final Map<Integer, List<Integer>> objects = new TreeMap<>();
        private final Deque<Step> whileListing = new ArrayDeque<>();

        /** Devices that were announced to go down, whose values have not gone yet. */
        private final Deque<Integer> goingDown = new ArrayDeque<>();
        private int lists;

        Kernel() {
            listing.on(LIST, _ -> list());
            listing.on(BARRIER, _ -> {
                completeFlushes();
                return acknowledge();
            });
        }

        private Answer list() {
            lists++;
            List<Answer> parts = new ArrayList<>();
            Map<Integer, List<Integer>> before = copy();
            describe(objects, 0, parts);
            boolean changed = false;
            while (!whileListing.isEmpty()) {
                Step step = whileListing.poll();
                happen(step);
                changed = true;
                if (step.value % 3 == 0) {
                    break; // the others wait for the next list
                }
            }
            describe(objects, 1, parts);
            return changed && !before.equals(objects) && lists % 2 == 0 ? dump(parts).interrupted() : dump(parts);
        }

        private static void describe(Map<Integer, List<Integer>> objects, int half, List<Answer> to) {
            objects.forEach((key, values) -> {
                if (key % 2 == half) {
                    values.forEach(value -> to.add(object(APPENDED, out -> out.u32(key).u32(value))));
                }
            });
        }

        Map<Integer, List<Integer>> copy() {
            Map<Integer, List<Integer>> copy = new HashMap<>();
            objects.forEach((key, values) -> copy.put(key, List.copyOf(values)));
            return copy;
        }

        private void tell(int type, int... words) {
            talking.multicast(GROUP, type, out -> {
                for (int word : words) {
                    out.u32(word);
                }
            });
        }

        /** Changes wait for each other, lists do not wait for them. */
        void happen(Step step) {
            completeFlushes();
            List<Integer> values = objects.computeIfAbsent(step.key, _ -> new ArrayList<>());
            switch (step.what) {
                case PREPEND -> {
                    values.addFirst(step.value);
                    tell(PREPENDED, step.key, step.value);
                }
                case APPEND -> {
                    values.addLast(step.value);
                    tell(APPENDED, step.key, step.value);
                }
                case REPLACE -> {
                    if (!values.isEmpty()) {
                        values.set(0, step.value);
                        tell(REPLACED, step.key, step.value);
                    }
                }
                case DELETE -> {
                    if (!values.isEmpty()) {
                        Integer value = values.get(step.value % values.size());
                        values.remove(value); // the first of equal ones, for the notification does not tell them apart
                        tell(DELETED, step.key, value);
                    }
                }
                case SET_WHOLE -> {
                    objects.put(step.key, new ArrayList<>(List.of(step.value)));
                    tell(SET, step.key, step.value);
                }
                case SET_TWO -> {
                    objects.put(step.key, new ArrayList<>(List.of(step.value)));
                    objects.computeIfAbsent(step.key + 1, _ -> new ArrayList<>()).addFirst(step.value);
                    tell(SEVERAL, step.key, step.value);
                }
                case FLUSH_DEVICE -> {
                    goingDown.add(step.value % DEVICES);
                    tell(DEVICE_DOWN, step.value % DEVICES);
                    if (step.value > 4) {
                        completeFlushes();
                    }
                }
                case SPEAK_OF_OTHERS -> tell(OTHER);
                case OVERRUN -> talking.overrun();
                case ASK -> throw new AssertionError("not the kernel's");
            }
            objects.values().removeIf(List::isEmpty);
        }

        void completeFlushes() {
            while (!goingDown.isEmpty()) {
                int device = goingDown.poll();
                objects.values().forEach(values -> values.removeIf(value -> value % DEVICES == device));
                objects.values().removeIf(List::isEmpty);
            }
        }
    }

    /** An object of the watch. */
    private record Values(int key, List<Integer> inOrder) {}

    private static final class Things implements Watched<Integer, Values> {
        @Override
        public Request list() {
            return Request.of(LIST, out -> out.zeros(4));
        }

        @Override
        public Optional<Request> barrier() {
            return Optional.of(Request.of(BARRIER, out -> out.zeros(4)));
        }

        @Override
        public Duration settle() {
            return Duration.ZERO;
        }

        @Override
        public Sighting<Integer, Values> decode(MessageReader message) throws MalformedMessageException {
            return switch (message.type()) {
                case DEVICE_DOWN -> new Sighting.Unsure<>();
                case OTHER -> new Sighting.Unrelated<>();
                case SET -> new Sighting.Present<>(message.u32(0), new Values(message.u32(0), List.of(message.u32(4))));
                case SEVERAL -> new Sighting.Several<>(List.of(
                        new Sighting.Present<>(message.u32(0), new Values(message.u32(0), List.of(message.u32(4)))),
                        altered(PREPENDED, message.u32(0) + 1, message.u32(4))));
                default -> altered(message.type(), message.u32(0), message.u32(4));
            };
        }

        private static Sighting<Integer, Values> altered(int type, int key, int value) {
            return new Sighting.Altered<>(key, new Values(key, List.of()), known -> {
                List<Integer> now = new ArrayList<>(known.inOrder());
                switch (type) {
                    case PREPENDED -> now.addFirst(value);
                    case APPENDED -> now.addLast(value);
                    case DELETED -> now.remove((Integer) value);
                    default -> {
                        if (!now.isEmpty()) {
                            now.removeFirst();
                        }
                        now.addFirst(value);
                    }
                }
                return new Values(key, now);
            });
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<What> what = Arbitraries.frequency(
                Tuple.of(4, What.PREPEND), Tuple.of(4, What.APPEND), Tuple.of(4, What.REPLACE), Tuple.of(4, What.DELETE),
                Tuple.of(2, What.SET_WHOLE), Tuple.of(2, What.SET_TWO), Tuple.of(2, What.FLUSH_DEVICE),
                Tuple.of(1, What.SPEAK_OF_OTHERS), Tuple.of(2, What.OVERRUN), Tuple.of(8, What.ASK));
        return Combinators.combine(
                        what, Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, 9), Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    @Property(tries = 3000)
    void knownPlusToldIsAlwaysWhatIsKnownAndInTheEndWhatAFreshListSays(@ForAll("steps") List<Step> steps) throws Exception {
        Kernel kernel = new Kernel();
        try (NetlinkClient lister = NetlinkClient.over(PROTOCOL, kernel.listing);
                Watch<Integer, Values> watch = Watch.open(
                        EventStream.over(PROTOCOL, Set.of(GROUP), kernel.talking), lister, new Things())) {
            Map<Integer, Values> told = new HashMap<>(watch.objects());
            for (Step step : steps) {
                if (step.what == What.ASK) {
                    watch.next(Duration.ZERO).ifPresent(event -> apply(event, told));
                    assertEquals(watch.objects(), told);
                } else if (step.whileListing) {
                    kernel.whileListing.add(step);
                } else {
                    kernel.happen(step);
                }
            }
            for (Optional<WatchEvent<Values>> event; (event = watch.next(Duration.ZERO)).isPresent(); ) {
                apply(event.get(), told);
            }
            kernel.whileListing.forEach(kernel::happen);
            kernel.whileListing.clear();
            for (Optional<WatchEvent<Values>> event; (event = watch.next(Duration.ZERO)).isPresent(); ) {
                apply(event.get(), told);
            }
            kernel.completeFlushes();
            assertEquals(kernel.objects, inOrder(watch.objects()));
            assertEquals(kernel.objects, inOrder(told));
        }
    }

    private static Map<Integer, List<Integer>> inOrder(Map<Integer, Values> objects) {
        Map<Integer, List<Integer>> values = new TreeMap<>();
        objects.forEach((key, object) -> values.put(key, object.inOrder()));
        return values;
    }

    private static void apply(WatchEvent<Values> event, Map<Integer, Values> told) {
        switch (event) {
            case WatchEvent.Appeared<Values>(Values now) -> assertNull(told.put(now.key(), now));
            case WatchEvent.Changed<Values>(Values before, Values now) -> {
                assertNotEquals(before, now);
                assertEquals(before, told.put(now.key(), now));
            }
            case WatchEvent.Disappeared<Values>(Values before) -> assertEquals(before, told.remove(before.key()));
            case WatchEvent.Resynchronised<Values>(var differences) -> differences.forEach(one -> apply(one, told));
        }
    }
}
