package org.netlink4j.rtnetlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Watch;
import org.netlink4j.core.client.WatchEvent;

/** What a watch knew at first, with all changes that it told since. */
public final class Told<K, T> {
    private final Watch<K, T> watch;
    private final Function<T, K> key;
    private final Map<K, T> objects;
    private int resynchronised;

    public Told(Watch<K, T> watch, Function<T, K> key) {
        this.watch = watch;
        this.key = key;
        objects = new HashMap<>(watch.objects());
    }

    /** Follows the watch until nothing is told for a while, which is to be longer than its {@code settle}. */
    public void follow(Duration quiet) throws NetlinkException {
        for (Optional<WatchEvent<T>> event; (event = watch.next(quiet)).isPresent(); ) {
            apply(event.get());
        }
    }

    private void apply(WatchEvent<T> event) {
        switch (event) {
            case WatchEvent.Appeared<T>(T now) -> assertNull(objects.put(key.apply(now), now));
            case WatchEvent.Changed<T>(T before, T now) -> assertEquals(before, objects.put(key.apply(now), now));
            case WatchEvent.Disappeared<T>(T before) -> assertEquals(before, objects.remove(key.apply(before)));
            case WatchEvent.Resynchronised<T> all -> {
                resynchronised++;
                all.differences().forEach(this::apply);
            }
        }
    }

    /** How often the watch had to list the objects anew, and found a difference. */
    public int resynchronised() {
        return resynchronised;
    }

    /** Fails unless what was told and what the watch knows are these. */
    public void assertAre(Map<K, T> there, String when) {
        assertEquals("", differences(there, watch.objects()), when);
        assertEquals("", differences(there, objects), when);
    }

    /** Of thousands of objects those that differ. */
    private static <K, T> String differences(Map<K, T> there, Map<K, T> known) {
        Set<K> keys = new HashSet<>(there.keySet());
        keys.addAll(known.keySet());
        return keys.stream()
                .filter(key -> !Optional.ofNullable(there.get(key)).equals(Optional.ofNullable(known.get(key))))
                .map(key -> key + "\n  is there: " + there.get(key) + "\n  is known: " + known.get(key) + "\n")
                .collect(Collectors.joining());
    }
}
