package org.netlink4j.core.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Watched.Sighting;

/**
 * All objects of a kind, kept up to date: a snapshot, then every change, without a gap between them. Notifications that were lost
 * are made good by listing the objects anew and telling the difference; so is what the kernel may have changed without a word. So
 * at any time the objects known before, with the changes that were told, are the objects known now. For one thread at a time; any
 * thread may close.
 *
 * {@snippet file="org/netlink4j/core/examples/CapabilityExamples.java" region="watch"}
 *
 * @param <K> what tells objects apart
 * @param <T> the objects
 */
public final class Watch<K, T> implements AutoCloseable {
    /** How often objects are listed at once, before it is put off because they change during each list. */
    private static final int ATTEMPTS = 3;

    /** How long to read what nobody needs to know; whoever changes objects faster than that is not waited for. */
    private static final long LONGEST_CATCHING_UP = 1_000_000_000L;

    private final EventStream events;
    private final Requester requester;
    private final Watched<K, T> watched;
    private final Deque<Sighting<K, T>> untold = new ArrayDeque<>();
    private Map<K, T> objects = new LinkedHashMap<>();

    /** Whether {@link #objects} may differ from the kernel's, and since when. */
    private boolean unsure;

    private long unsureSince;

    private Watch(EventStream events, Requester requester, Watched<K, T> watched) {
        this.events = Objects.requireNonNull(events);
        this.requester = Objects.requireNonNull(requester);
        this.watched = Objects.requireNonNull(watched);
    }

    /**
     * Takes the snapshot.
     *
     * @param <K> what tells objects apart
     * @param <T> the objects
     * @param events hears of the objects; the watch closes it and is the only one to listen
     * @param requester lists the objects, in the same namespace; the watch does not close it
     * @param watched the objects
     * @return the watch, to be closed
     * @throws NetlinkException if the objects cannot be listed; the stream is closed then
     */
    public static <K, T> Watch<K, T> open(EventStream events, Requester requester, Watched<K, T> watched)
            throws NetlinkException {
        Watch<K, T> watch = new Watch<>(events, requester, watched);
        try {
            watch.objects = watch.snapshot();
            return watch;
        } catch (NetlinkException e) {
            watch.close();
            throw e;
        }
    }

    /** {@return the objects as they are known now, in the order in which they came to be known} */
    public Map<K, T> objects() {
        return new LinkedHashMap<>(objects);
    }

    /**
     * Waits for the next change. Notifications that change nothing that {@code equals} sees are passed over.
     *
     * @param timeout how long to wait; listing the objects anew may take longer
     * @return the change, which {@link #objects} already shows; empty if there was none in time
     * @throws NetlinkException if the watch is closed, the thread interrupted, or the objects cannot be listed anew: that is made
     *     good by the next call
     */
    public Optional<WatchEvent<T>> next(Duration timeout) throws NetlinkException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            Optional<WatchEvent<T>> change = untold();
            if (change.isPresent()) {
                return change;
            }
            long now = System.nanoTime();
            if (unsure && now - unsureSince >= watched.settle().toNanos()) {
                List<WatchEvent<T>> differences = resynchronise();
                if (!differences.isEmpty()) {
                    return Optional.of(new WatchEvent.Resynchronised<>(differences));
                }
                continue;
            }
            long left = Math.max(0, deadline - now);
            long unsettled = unsure ? watched.settle().toNanos() - (now - unsureSince) : Long.MAX_VALUE;
            switch (hear(Math.min(left, unsettled))) {
                case Event.Notification<Sighting<K, T>> notification -> untold.add(notification.object());
                case Event.Overrun<Sighting<K, T>> _ -> {
                    becomeUnsure(); // should listing fail
                    return Optional.of(new WatchEvent.Resynchronised<>(resynchronise()));
                }
                case null -> {
                    if (left < unsettled) {
                        return Optional.empty();
                    }
                }
            }
        }
    }

    /** {@return what was heard; null if there was nothing in time} */
    private Event<Sighting<K, T>> hear(long nanos) throws NetlinkException {
        try {
            return events.next(Duration.ofNanos(nanos), watched::decode).orElse(null);
        } catch (MalformedMessageException e) { // who knows what it would have said
            becomeUnsure();
            throw e;
        }
    }

    private void becomeUnsure() {
        if (!unsure) {
            unsure = true;
            unsureSince = System.nanoTime();
        }
    }

    /** Lets what was heard take effect, up to the first change. */
    private Optional<WatchEvent<T>> untold() {
        while (!untold.isEmpty()) {
            Sighting<K, T> first = untold.remove();
            Optional<WatchEvent<T>> change = Optional.empty();
            switch (first) {
                case Sighting.Several<K, T>(List<Sighting<K, T>> sightings) -> sightings.reversed().forEach(untold::addFirst);
                case Sighting.Unsure<K, T> _ -> becomeUnsure();
                default -> change = apply(first, objects);
            }
            if (change.isPresent()) {
                return change;
            }
        }
        return Optional.empty();
    }

    private Optional<WatchEvent<T>> apply(Sighting<K, T> sighting, Map<K, T> to) {
        return switch (sighting) {
            case Sighting.Present<K, T>(K key, T object) -> difference(to.put(key, object), object);
            case Sighting.Gone<K, T>(K key) -> gone(to.remove(key));
            case Sighting.Altered<K, T>(K key, T none, var change) -> {
                T now = change.apply(to.getOrDefault(key, none));
                yield now.equals(none) ? gone(to.remove(key)) : difference(to.put(key, now), now);
            }
            case Sighting.Several<K, T>(List<Sighting<K, T>> sightings) -> {
                sightings.forEach(one -> apply(one, to));
                yield Optional.empty();
            }
            case Sighting.Unsure<K, T> _, Sighting.Unrelated<K, T> _ -> Optional.empty();
        };
    }

    /** The object is null if there was none. */
    private Optional<WatchEvent<T>> gone(T before) {
        return Optional.ofNullable(before).map(WatchEvent.Disappeared::new);
    }

    /** The first is null if there was no such object. */
    private Optional<WatchEvent<T>> difference(T before, T now) {
        if (before == null) {
            return Optional.of(new WatchEvent.Appeared<>(now));
        }
        return before.equals(now) ? Optional.empty() : Optional.of(new WatchEvent.Changed<>(before, now));
    }

    /**
     * Lists the objects and lets all notifications take effect that are there by then: those from before the end of the list
     * must not be told after it, for they may be older than it. Leaves the watch unsure if no list was like the kernel's objects
     * for certain.
     */
    private Map<K, T> snapshot() throws NetlinkException {
        Map<K, T> listed = new LinkedHashMap<>();
        boolean sure = false;
        for (int attempt = 1; attempt <= ATTEMPTS && !sure; attempt++) {
            // After an overrun nothing more comes in before the buffer was empty once.
            sure = catchUp(new LinkedHashMap<>()) != CaughtUp.NEVER;
            if (watched.barrier().isPresent()) {
                requester.execute(watched.barrier().get());
            }
            listed.clear();
            for (Sighting<K, T> sighting : requester.list(watched.list(), watched::listed)) {
                apply(sighting, listed);
            }
            sure &= catchUp(listed) == CaughtUp.SURE;
        }
        unsure = false;
        if (!sure) {
            becomeUnsure();
        }
        return listed;
    }

    private enum CaughtUp {
        /** Whatever was heard, the list is right with it. */
        SURE,
        /** Something was lost, or may be in the list or not. */
        UNSURE,
        /** There was no end of it. */
        NEVER
    }

    private CaughtUp catchUp(Map<K, T> listed) throws NetlinkException {
        CaughtUp result = CaughtUp.SURE;
        long since = System.nanoTime();
        while (System.nanoTime() - since < LONGEST_CATCHING_UP) {
            switch (hear(0)) {
                case Event.Notification<Sighting<K, T>> notification -> {
                    if (!mayBeRepeated(notification.object())) {
                        result = CaughtUp.UNSURE;
                    }
                    apply(notification.object(), listed);
                }
                case Event.Overrun<Sighting<K, T>> _ -> result = CaughtUp.UNSURE;
                case null -> {
                    return result;
                }
            }
        }
        return CaughtUp.NEVER;
    }

    private boolean mayBeRepeated(Sighting<K, T> sighting) {
        return switch (sighting) {
            case Sighting.Present<K, T> _, Sighting.Gone<K, T> _, Sighting.Unrelated<K, T> _ -> true;
            case Sighting.Altered<K, T> _, Sighting.Unsure<K, T> _ -> false;
            case Sighting.Several<K, T>(List<Sighting<K, T>> sightings) -> sightings.stream().allMatch(this::mayBeRepeated);
        };
    }

    private List<WatchEvent<T>> resynchronise() throws NetlinkException {
        Map<K, T> now = snapshot();
        List<WatchEvent<T>> differences = new ArrayList<>();
        objects.forEach((key, object) -> {
            if (!now.containsKey(key)) {
                differences.add(new WatchEvent.Disappeared<>(object));
            }
        });
        now.forEach((key, object) -> difference(objects.get(key), object).ifPresent(differences::add));
        objects = now;
        return differences;
    }

    /** Closes the stream of events. A thread that waits gets a {@link org.netlink4j.core.ClosedException}. */
    @Override
    public void close() {
        events.close();
    }
}
