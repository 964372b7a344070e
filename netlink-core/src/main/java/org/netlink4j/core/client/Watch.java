package org.netlink4j.core.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.netlink4j.core.NetlinkException;

/**
 * All objects of a kind, kept up to date: a snapshot, then every change, without a gap between them. Notifications that were lost
 * are made good by listing the objects anew and telling the difference. So at any time the objects known before, with the changes
 * that were told, are the objects known now. For one thread at a time; any thread may close.
 *
 * @param <K> what tells objects apart
 * @param <T> the objects
 */
public final class Watch<K, T> implements AutoCloseable {
    private final EventStream events;
    private final Requester requester;
    private final Watched<K, T> watched;
    private Map<K, T> objects = new LinkedHashMap<>();

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
     * @throws NetlinkException if the watch is closed, the thread interrupted, or the objects cannot be listed anew
     */
    public Optional<WatchEvent<T>> next(Duration timeout) throws NetlinkException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
            Optional<Event<Watched.Sighting<K, T>>> event = events.next(left, watched::decode);
            if (event.isEmpty()) {
                return Optional.empty();
            }
            Optional<WatchEvent<T>> change = switch (event.get()) {
                case Event.Notification<Watched.Sighting<K, T>> notification -> apply(notification.object(), objects);
                case Event.Overrun<Watched.Sighting<K, T>> _ -> Optional.of(resynchronise());
            };
            if (change.isPresent()) {
                return change;
            }
        }
    }

    private Optional<WatchEvent<T>> apply(Watched.Sighting<K, T> sighting, Map<K, T> to) {
        return switch (sighting) {
            case Watched.Sighting.Present<K, T>(K key, T object) -> difference(to.put(key, object), object);
            case Watched.Sighting.Gone<K, T>(K key) -> Optional.ofNullable(to.remove(key)).map(WatchEvent.Disappeared::new);
            case Watched.Sighting.Unrelated<K, T> _ -> Optional.empty();
        };
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
     * must not be told after it, for they may be older than it.
     */
    private Map<K, T> snapshot() throws NetlinkException {
        while (true) {
            while (!catchUp(new LinkedHashMap<>())) {} // after an overrun nothing more comes in before the buffer was empty once
            Map<K, T> listed = new LinkedHashMap<>();
            for (Watched.Sighting<K, T> sighting : requester.list(watched.list(), watched::decode)) {
                apply(sighting, listed);
            }
            if (catchUp(listed)) {
                return listed;
            }
        }
    }

    /** {@return whether no notification was lost} */
    private boolean catchUp(Map<K, T> listed) throws NetlinkException {
        while (true) {
            Optional<Event<Watched.Sighting<K, T>>> event = events.next(Duration.ZERO, watched::decode);
            if (event.isEmpty()) {
                return true;
            }
            switch (event.get()) {
                case Event.Notification<Watched.Sighting<K, T>> notification -> apply(notification.object(), listed);
                case Event.Overrun<Watched.Sighting<K, T>> _ -> {
                    return false;
                }
            }
        }
    }

    private WatchEvent<T> resynchronise() throws NetlinkException {
        Map<K, T> now = snapshot();
        List<WatchEvent<T>> differences = new ArrayList<>();
        objects.forEach((key, object) -> {
            if (!now.containsKey(key)) {
                differences.add(new WatchEvent.Disappeared<>(object));
            }
        });
        now.forEach((key, object) -> difference(objects.get(key), object).ifPresent(differences::add));
        objects = now;
        return new WatchEvent.Resynchronised<>(differences);
    }

    /** Closes the stream of events. A thread that waits gets a {@link org.netlink4j.core.ClosedException}. */
    @Override
    public void close() {
        events.close();
    }
}
