package org.netlink4j.lldpad.backend;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.netlink4j.core.Errno;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.lldpad.client.LldpadConfig;
import org.netlink4j.lldpad.client.VsiOutcome;
import org.netlink4j.lldpad.runner.PortPeer;

/** Lets the station of another process speak. */
final class StationBackend implements VsiBackend {
    /** How long to wait between two looks at what the station has. */
    private static final Duration LOOK = Duration.ofMillis(200);

    /** A VSI of ours: the device that it is on. */
    private final Map<UUID, Integer> inForce = new ConcurrentHashMap<>();

    private final NetworkNamespace namespace;
    private final LldpadConfig config;

    private StationBackend(NetworkNamespace namespace, LldpadConfig config) {
        this.namespace = namespace;
        this.config = config;
    }

    static StationBackend open(NetworkNamespace namespace, LldpadConfig config) throws NetlinkException {
        return new StationBackend(NetworkNamespace.ofPath(namespace.path()), config);
    }

    @Override
    public Kind kind() {
        return Kind.STATION;
    }

    @Override
    public VsiOutcome request(VsiRequest request) throws NetlinkException {
        VsiOutcome outcome;
        try {
            outcome = PortPeer.of(namespace, request.index()).ask(request, config.timeout());
        } catch (TimedOutException _) {
            return new VsiOutcome.NoAnswer();
        } catch (SystemCallException e) {
            if (e.errno() == Errno.ECONNREFUSED) {
                return new VsiOutcome.NoStation();
            }
            throw e;
        }
        if (outcome.isDone() && request.request() != PortRequest.DISASSOCIATE) {
            inForce.put(request.profile().instanceId(), request.index());
        } else if (outcome.isDone()) {
            inForce.remove(request.profile().instanceId());
        }
        return outcome;
    }

    @Override
    public List<ListedVsi> status(String device, int index) throws NetlinkException {
        return PortPeer.of(namespace, index).table().vsis().stream().map(ListedVsi::of).toList();
    }

    @Override
    public Optional<EndedVsi> ended(Duration wait) throws NetlinkException {
        long deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            for (int index : Set.copyOf(inForce.values())) {
                Set<UUID> left = listed(index);
                for (Map.Entry<UUID, Integer> one : inForce.entrySet()) {
                    if (one.getValue() == index && !left.contains(one.getKey()) && inForce.remove(one.getKey(), index)) {
                        return Optional.of(new EndedVsi(one.getKey(), EndedVsi.Reason.STATION_LOST));
                    }
                }
            }
            long rest = deadline - System.nanoTime();
            if (rest <= 0) {
                return Optional.empty();
            }
            sleep(Math.min(rest, LOOK.toNanos()));
        }
    }

    private Set<UUID> listed(int index) throws NetlinkException {
        try {
            Set<UUID> listed = new HashSet<>();
            PortPeer.of(namespace, index).table().vsis().forEach(vsi -> listed.add(vsi.key().uuid()));
            return listed;
        } catch (SystemCallException e) {
            if (e.errno() == Errno.ECONNREFUSED) {
                return Set.of();
            }
            throw e;
        }
    }

    private static void sleep(long nanos) throws InterruptedCallException {
        try {
            Thread.sleep(Duration.ofNanos(nanos));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedCallException("interrupted while waiting for a VSI to end");
        }
    }

    @Override
    public void close() {
        namespace.close();
    }
}
