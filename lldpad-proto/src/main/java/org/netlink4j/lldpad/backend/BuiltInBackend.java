package org.netlink4j.lldpad.backend;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.Errno;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.lldpad.client.LldpadConfig;
import org.netlink4j.lldpad.client.VsiOutcome;
import org.netlink4j.lldpad.evb.StationEvent;
import org.netlink4j.lldpad.runner.EvbStationRunner;
import org.netlink4j.lldpad.runner.StationEvents;
import org.netlink4j.lldpad.wire.EvbTimers;

/** Speaks itself: one station for each device that was asked about. */
final class BuiltInBackend implements VsiBackend {
    private final NetworkNamespace namespace;
    private final LldpadConfig config;
    private final Map<String, EvbStationRunner> stations = new HashMap<>();
    private final BlockingQueue<EndedVsi> ended = new LinkedBlockingQueue<>();
    private boolean closed;

    private BuiltInBackend(NetworkNamespace namespace, LldpadConfig config) {
        this.namespace = namespace;
        this.config = config;
    }

    static BuiltInBackend open(NetworkNamespace namespace, LldpadConfig config) throws NetlinkException {
        return new BuiltInBackend(NetworkNamespace.ofPath(namespace.path()), config);
    }

    @Override
    public Kind kind() {
        return Kind.BUILT_IN;
    }

    private synchronized EvbStationRunner station(String device) throws NetlinkException {
        if (closed) {
            throw new ClosedException("the back end is closed");
        }
        EvbStationRunner known = stations.get(device);
        if (known == null) {
            known = EvbStationRunner.open(namespace, device, config.generation(), EvbTimers.UNHURRIED);
            stations.put(device, known);
            StationEvents events = known.events();
            Thread.startVirtualThread(() -> watch(events));
        }
        return known;
    }

    private void watch(StationEvents events) {
        try {
            while (true) {
                if (events.next(Duration.ofMinutes(1)).orElse(null) instanceof StationEvent.Ended end) {
                    ended.add(new EndedVsi(end.key().uuid(), switch (end.reason()) {
                        case SWITCH -> EndedVsi.Reason.SWITCH;
                        case KEEP_ALIVE_REFUSED -> EndedVsi.Reason.KEEP_ALIVE_REFUSED;
                        case KEEP_ALIVE_TIMED_OUT -> EndedVsi.Reason.KEEP_ALIVE_TIMED_OUT;
                        case ANOTHER_PROCESS -> EndedVsi.Reason.ANOTHER_PROCESS;
                    }));
                }
            }
        } catch (NetlinkException _) {
            // the station is closed, or its device gone: the next request will tell
        }
    }

    // ---- requests

    @Override
    public VsiOutcome request(VsiRequest request) throws NetlinkException {
        EvbStationRunner station;
        try {
            station = station(request.device());
        } catch (SystemCallException e) {
            return switch (e.errno()) {
                case Errno.EBUSY -> new VsiOutcome.PortTaken(e.getMessage());
                case Errno.EPERM -> new VsiOutcome.NoPermission();
                default -> throw e;
            };
        }
        return station.ask(request, config.timeout());
    }

    // ---- what there is

    @Override
    public List<ListedVsi> status(String device, int index) throws NetlinkException {
        Optional<EvbStationRunner> known;
        synchronized (this) {
            known = Optional.ofNullable(stations.get(device));
        }
        return known.isEmpty() ? List.of() : known.get().vsis().stream().map(ListedVsi::of).toList();
    }

    @Override
    public Optional<EndedVsi> ended(Duration wait) throws NetlinkException {
        try {
            return Optional.ofNullable(ended.poll(wait.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedCallException("interrupted while waiting for a VSI to end");
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        stations.values().forEach(EvbStationRunner::close);
        namespace.close();
    }
}
