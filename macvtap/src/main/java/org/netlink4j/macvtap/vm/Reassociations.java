package org.netlink4j.macvtap.vm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When to ask the switch again for what it ended: after a second, and after twice as long each time that does not help, up to a
 * minute. An association that is ended soon after it was made has not helped either. Knows no clock: the time is given.
 *
 * @param <K> what tells interfaces apart
 */
final class Reassociations<K> {
    static final Duration SHORTEST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofSeconds(60);

    /** How long an association must last to have helped. */
    static final Duration STABLE = Duration.ofSeconds(60);

    private final Map<K, Entry> entries = new LinkedHashMap<>();

    /** Times in nanoseconds; {@code at} counts while it waits, {@code since} while it is associated. */
    private static final class Entry {
        private Duration delay = Duration.ZERO;
        private boolean waits;
        private boolean runs;
        private long at;
        private long since;
    }

    /** The switch ended it, or forgot it; how long until it is asked again. Empty if that is planned already. */
    Optional<Duration> ended(K key, long now) {
        Entry entry = entries.computeIfAbsent(key, _ -> new Entry());
        if (entry.waits || entry.runs) {
            return Optional.empty();
        }
        if (now - entry.since >= STABLE.toNanos()) {
            entry.delay = Duration.ZERO;
        }
        return Optional.of(plan(entry, now));
    }

    private static Duration plan(Entry entry, long now) {
        Duration twice = entry.delay.multipliedBy(2);
        entry.delay = twice.compareTo(SHORTEST) < 0 ? SHORTEST : twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        entry.waits = true;
        entry.runs = false;
        entry.at = now + entry.delay.toNanos();
        return entry.delay;
    }

    /** Those whose time has come, which are being tried from now on. */
    List<K> due(long now) {
        List<K> due = new ArrayList<>();
        entries.forEach((key, entry) -> {
            if (entry.waits && entry.at - now <= 0) {
                entry.waits = false;
                entry.runs = true;
                due.add(key);
            }
        });
        return due;
    }

    /** How long until one is due; empty if none waits. */
    Optional<Duration> untilNext(long now) {
        return entries.values().stream()
                .filter(entry -> entry.waits)
                .map(entry -> Duration.ofNanos(Math.max(0, entry.at - now)))
                .min(Duration::compareTo);
    }

    /** It did not help; how long until the next attempt. Empty if it was cancelled meanwhile. */
    Optional<Duration> failed(K key, long now) {
        Entry entry = entries.get(key);
        return entry == null ? Optional.empty() : Optional.of(plan(entry, now));
    }

    void succeeded(K key, long now) {
        Entry entry = entries.get(key);
        if (entry != null) {
            entry.runs = false;
            entry.since = now;
        }
    }

    /** Not any more. */
    void cancel(K key) {
        entries.remove(key);
    }
}
