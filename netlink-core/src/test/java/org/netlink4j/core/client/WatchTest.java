package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.netlink4j.core.testing.Answer.dump;
import static org.netlink4j.core.testing.Answer.object;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.testing.Answer;
import org.netlink4j.core.testing.FakeKernel;
import org.netlink4j.core.wire.MessageReader;

/** A watch where the kernel changes its objects exactly while they are listed. An object is a key and a value. */
@Timeout(30)
class WatchTest {
    private static final NetlinkProtocol PROTOCOL = NetlinkProtocol.of(0, "TEST");
    private static final int THING = 20;
    private static final int LIST = 22;
    private static final int UNSURE = 23;
    private static final int LARGER = 24;
    private static final int BOTH = 25;
    private static final Duration SOON = Duration.ofSeconds(5);

    private final FakeKernel talking = new FakeKernel();
    private final FakeKernel listing = new FakeKernel();
    private final NetlinkClient lister = NetlinkClient.over(PROTOCOL, listing);
    private EventStream events;

    @BeforeEach
    void open() throws Exception {
        events = EventStream.over(PROTOCOL, Set.of(1), talking);
    }

    @AfterEach
    void close() {
        events.close();
        lister.close();
    }

    /** With {@code settle}, objects may change silently and are made larger by {@code LARGER}. */
    private record Things(Duration settle) implements Watched<Integer, Integer> {
        @Override
        public Request list() {
            return Request.of(LIST, out -> out.zeros(4));
        }

        @Override
        public Sighting<Integer, Integer> decode(MessageReader message) throws MalformedMessageException {
            int key = message.u32(0);
            int value = message.u32(4);
            return switch (message.type()) {
                case UNSURE -> new Sighting.Unsure<>();
                case LARGER -> new Sighting.Altered<>(key, 0, known -> known + value);
                case BOTH -> new Sighting.Several<>(
                        List.of(new Sighting.Present<>(key, value), new Sighting.Unrelated<>(), new Sighting.Gone<>(value)));
                default -> new Sighting.Present<>(key, value);
            };
        }
    }

    private static Answer thing(int key, int value) {
        return object(THING, out -> out.u32(key).u32(value));
    }

    private void tell(int key, int value) {
        tell(THING, key, value);
    }

    private void tell(int type, int key, int value) {
        talking.multicast(1, type, out -> out.u32(key).u32(value));
    }

    private Watch<Integer, Integer> watch() throws Exception {
        return watch(Duration.ZERO);
    }

    private Watch<Integer, Integer> watch(Duration settle) throws Exception {
        return Watch.open(events, lister, new Things(settle));
    }

    /** Each list is one larger than the last one. */
    private void changeSilently() {
        listing.on(LIST, _ -> dump(thing(1, listing.sent().size())));
    }

    @Test
    void whatIsToldWhileListingCountsMoreThanTheList() throws Exception {
        listing.on(LIST, _ -> {
            tell(1, 11);
            return dump(thing(1, 10), thing(2, 20));
        });
        assertEquals(Map.of(1, 11, 2, 20), watch().objects());
    }

    @Test
    void severalThingsThatAreToldWhileListingCountMoreThanTheList() throws Exception {
        listing.on(LIST, _ -> {
            tell(BOTH, 1, 2);
            return dump(thing(1, 10), thing(2, 20));
        });
        assertEquals(Map.of(1, 2), watch().objects());
        assertEquals(1, listing.sent().size());
    }

    @Test
    void whatIsToldBehindStrangersCountsToo() throws Exception {
        listing.on(LIST, _ -> {
            for (int i = 0; i < 20; i++) {
                talking.arrives(99, new byte[20]);
            }
            tell(1, 11);
            return dump(thing(1, 10), thing(2, 20));
        });
        assertEquals(Map.of(1, 11, 2, 20), watch().objects());
    }

    @Test
    void whatIsLostWhileListingIsListedAgain() throws Exception {
        listing.on(LIST, _ -> {
            if (listing.sent().size() > 1) {
                return dump(thing(1, 10), thing(2, 20));
            }
            talking.overrun();
            return dump(thing(1, 10));
        });
        assertEquals(Map.of(1, 10, 2, 20), watch().objects());
    }

    @Test
    void whatIsToldAgainIsNoChange() throws Exception {
        listing.on(LIST, dump(thing(1, 10)));
        Watch<Integer, Integer> watch = watch();
        tell(1, 10);
        tell(1, 11);
        assertEquals(Optional.of(new WatchEvent.Changed<>(10, 11)), watch.next(SOON));
    }

    @Test
    void silentChangesAreToldAsADifference() throws Exception {
        changeSilently();
        Watch<Integer, Integer> watch = watch();
        tell(UNSURE, 0, 0);
        assertEquals(
                Optional.of(new WatchEvent.Resynchronised<>(List.of(new WatchEvent.Changed<>(1, 2)))), watch.next(Duration.ZERO));
        assertEquals(Map.of(1, 2), watch.objects());
        assertEquals(Optional.empty(), watch.next(Duration.ZERO));
        assertEquals(2, listing.sent().size());
    }

    @Test
    void thatNothingChangedSilentlyIsNoNews() throws Exception {
        listing.on(LIST, dump(thing(1, 10)));
        Watch<Integer, Integer> watch = watch();
        tell(UNSURE, 0, 0);
        assertEquals(Optional.empty(), watch.next(Duration.ZERO));
        assertEquals(2, listing.sent().size());
    }

    @Test
    void thatNotificationsWereLostIsNewsEvenWithoutADifference() throws Exception {
        listing.on(LIST, dump(thing(1, 10)));
        Watch<Integer, Integer> watch = watch();
        talking.overrun();
        assertEquals(Optional.of(new WatchEvent.Resynchronised<>(List.of())), watch.next(Duration.ZERO));
    }

    @Test
    void aStormOfSilentChangesIsSettledByOneList() throws Exception {
        changeSilently();
        Watch<Integer, Integer> watch = watch();
        for (int i = 0; i < 1000; i++) {
            tell(UNSURE, 0, 0);
        }
        assertEquals(Map.of(1, 1), watch.objects());
        watch.next(Duration.ZERO);
        assertEquals(Optional.empty(), watch.next(Duration.ZERO));
        assertEquals(2, listing.sent().size());
    }

    @Test
    void whatIsUnsureIsNotListedBeforeItCanHaveSettled() throws Exception {
        changeSilently();
        Watch<Integer, Integer> watch = watch(Duration.ofHours(1));
        tell(UNSURE, 0, 0);
        tell(2, 20);
        assertEquals(Optional.of(new WatchEvent.Appeared<>(20)), watch.next(SOON));
        assertEquals(Optional.empty(), watch.next(Duration.ofMillis(1)));
        assertEquals(1, listing.sent().size());
    }

    @Test
    void aStormOfSilentChangesDoesNotPutOffTheListForEver() throws Exception {
        changeSilently();
        Watch<Integer, Integer> watch = watch(Duration.ofMillis(200));
        do {
            tell(UNSURE, 0, 0);
        } while (watch.next(Duration.ZERO).isEmpty() && !Thread.currentThread().isInterrupted());
    }

    @Test
    void whoWaitsIsWokenByWhatHasSettled() throws Exception {
        changeSilently();
        Watch<Integer, Integer> watch = watch(Duration.ofMillis(20));
        tell(UNSURE, 0, 0);
        assertInstanceOf(WatchEvent.Resynchronised.class, watch.next(Duration.ofHours(1)).orElseThrow());
    }

    @Test
    void whatChangesDuringEveryListIsNotListedForEver() throws Exception {
        listing.on(LIST, _ -> {
            tell(LARGER, 1, 1);
            return dump(thing(1, listing.sent().size()));
        });
        Watch<Integer, Integer> watch = watch(Duration.ofHours(1));
        assertEquals(3, listing.sent().size());
        assertEquals(Map.of(1, 4), watch.objects());
        assertEquals(Optional.empty(), watch.next(Duration.ZERO));
        assertEquals(3, listing.sent().size());
    }

    @Test
    void whatWasNeverListedForCertainIsListedLater() throws Exception {
        listing.on(LIST, _ -> {
            if (listing.sent().size() <= 3) {
                tell(LARGER, 1, 1);
            }
            return dump(thing(1, 1));
        });
        Watch<Integer, Integer> watch = watch();
        assertEquals(Map.of(1, 2), watch.objects());
        assertEquals(
                Optional.of(new WatchEvent.Resynchronised<>(List.of(new WatchEvent.Changed<>(2, 1)))), watch.next(Duration.ZERO));
        assertEquals(4, listing.sent().size());
    }

    @Test
    void anAlterationStartsFromWhatIsKnown() throws Exception {
        listing.on(LIST, dump(thing(1, 10)));
        Watch<Integer, Integer> watch = watch();
        tell(LARGER, 1, 5);
        tell(LARGER, 1, 0);
        tell(LARGER, 2, 7);
        tell(LARGER, 1, -15);
        tell(LARGER, 3, 0);
        assertEquals(Optional.of(new WatchEvent.Changed<>(10, 15)), watch.next(SOON));
        assertEquals(Optional.of(new WatchEvent.Appeared<>(7)), watch.next(SOON));
        assertEquals(Optional.of(new WatchEvent.Disappeared<>(15)), watch.next(SOON));
        assertEquals(Optional.empty(), watch.next(Duration.ZERO));
        assertEquals(1, listing.sent().size());
    }

    @Test
    void severalThingsInOneMessageAreToldOneByOne() throws Exception {
        listing.on(LIST, dump(thing(2, 20)));
        Watch<Integer, Integer> watch = watch();
        tell(BOTH, 1, 2);
        assertEquals(Optional.of(new WatchEvent.Appeared<>(2)), watch.next(SOON));
        assertEquals(Map.of(1, 2, 2, 20), watch.objects());
        assertEquals(Optional.of(new WatchEvent.Disappeared<>(20)), watch.next(Duration.ZERO));
    }

    @Test
    void whatCannotBeReadMayHaveSaidAnything() throws Exception {
        changeSilently();
        Watch<Integer, Integer> watch = watch();
        talking.multicast(1, THING, out -> out.u32(1));
        assertThrows(MalformedMessageException.class, () -> watch.next(SOON));
        assertEquals(
                Optional.of(new WatchEvent.Resynchronised<>(List.of(new WatchEvent.Changed<>(1, 2)))), watch.next(Duration.ZERO));
    }

    @Test
    void aListThatFailsIsMadeGoodByTheNextOne() throws Exception {
        listing.on(LIST, dump(thing(1, 1)), Answer.refuse(Errno.EPERM), dump(thing(1, 2)));
        Watch<Integer, Integer> watch = watch();
        talking.overrun();
        assertThrows(KernelException.class, () -> watch.next(SOON));
        assertEquals(
                Optional.of(new WatchEvent.Resynchronised<>(List.of(new WatchEvent.Changed<>(1, 2)))), watch.next(Duration.ZERO));
    }
}
