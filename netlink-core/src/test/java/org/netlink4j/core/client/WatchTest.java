package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.netlink4j.core.testing.Answer.dump;
import static org.netlink4j.core.testing.Answer.object;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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

    private static final class Things implements Watched<Integer, Integer> {
        @Override
        public Request list() {
            return Request.of(LIST, out -> out.zeros(4));
        }

        @Override
        public Sighting<Integer, Integer> decode(MessageReader message) throws MalformedMessageException {
            return new Sighting.Present<>(message.u32(0), message.u32(4));
        }
    }

    private static Answer thing(int key, int value) {
        return object(THING, out -> out.u32(key).u32(value));
    }

    private void tell(int key, int value) {
        talking.multicast(1, THING, out -> out.u32(key).u32(value));
    }

    private Watch<Integer, Integer> watch() throws Exception {
        return Watch.open(events, lister, new Things());
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
}
