package org.netlink4j.lldpad.backend;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.netlink4j.core.Errno;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.PortEntry;
import org.netlink4j.lldpad.PortProfileType;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.PortResponse;
import org.netlink4j.lldpad.VsiNotice;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.lldpad.client.LldpadClient;
import org.netlink4j.lldpad.client.LldpadConfig;
import org.netlink4j.lldpad.client.LldpadWatch;
import org.netlink4j.lldpad.client.VsiOutcome;

/** Lets lldpad speak. */
final class LldpadBackend implements VsiBackend {
    /** How long to wait for a notice before looking whether lldpad is still the same. */
    private static final Duration LOOK = Duration.ofMillis(200);

    /** How often to look whether lldpad still lists what it should: it says nothing of a switch that is dead. */
    private static final Duration LIST = Duration.ofSeconds(2);

    private final LldpadConfig config;
    private final LldpadClient client;
    private final LldpadWatch watch;
    private final Map<UUID, Integer> inForce = new ConcurrentHashMap<>();
    private final Queue<EndedVsi> waiting = new ArrayDeque<>();
    private long listed = System.nanoTime();

    private LldpadBackend(LldpadConfig config, LldpadClient client) {
        this.config = config;
        this.client = client;
        watch = new LldpadWatch(config.pidFile());
    }

    static LldpadBackend open(NetworkNamespace namespace, LldpadConfig config) throws NetlinkException {
        return new LldpadBackend(config, LldpadClient.open(config, namespace));
    }

    @Override
    public Kind kind() {
        return Kind.LLDPAD;
    }

    @Override
    public VsiOutcome request(VsiRequest request) throws NetlinkException {
        VsiOutcome outcome = client.request(request);
        UUID instance = request.profile().instanceId();
        if (outcome.isDone() && request.request() != PortRequest.DISASSOCIATE) {
            inForce.put(instance, request.index());
        } else if (outcome.isDone()) {
            inForce.remove(instance);
        }
        return outcome;
    }

    @Override
    public List<ListedVsi> status(String device, int index) throws NetlinkException {
        return client.status(index).entries().stream()
                .filter(entry -> entry.instanceId().isPresent())
                .map(entry -> new ListedVsi(entry.instanceId().get(), stage(entry), words(entry)))
                .toList();
    }

    private static ListedVsi.Stage stage(PortEntry entry) {
        return switch (entry.verdict(PortProfileType.QBG)) {
            case IN_PROGRESS -> ListedVsi.Stage.WAITING;
            case SUCCEEDED -> ListedVsi.Stage.AGREED;
            case FAILED -> ListedVsi.Stage.REFUSED;
        };
    }

    private String words(PortEntry entry) {
        return switch (stage(entry)) {
            case WAITING -> "the switch is to answer";
            case AGREED -> "in force";
            case REFUSED ->
                "refused: " + entry.response().map((PortResponse why) -> why.words(config.generation())).orElse("no reason given");
        };
    }

    // ---- what ends

    @Override
    public synchronized Optional<EndedVsi> ended(Duration wait) throws NetlinkException {
        long deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            if (watch.isAnother()) {
                endAll();
            }
            if (System.nanoTime() - listed >= LIST.toNanos()) {
                lookForLost();
            }
            if (!waiting.isEmpty()) {
                return Optional.of(waiting.remove());
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return Optional.empty();
            }
            client.notice(Duration.ofNanos(Math.min(left, LOOK.toNanos()))).ifPresent(this::ended);
        }
    }

    private void ended(VsiNotice notice) {
        for (PortEntry entry : notice.entries()) {
            if (entry.request().filter(PortRequest.DISASSOCIATE::equals).isPresent()) {
                entry.instanceId().ifPresent(instance -> end(instance, EndedVsi.Reason.SWITCH));
            }
        }
    }

    private void endAll() {
        List.copyOf(inForce.keySet()).forEach(instance -> end(instance, EndedVsi.Reason.LLDPAD_RESTARTED));
    }

    /** Only of what was in force here: lldpad's notices name whatever this port id once asked for. */
    private void end(UUID instance, EndedVsi.Reason reason) {
        if (inForce.remove(instance) != null) {
            waiting.add(new EndedVsi(instance, reason));
        }
    }

    /** Twice, because lldpad leaves out the VSI after one that it forgets. */
    private void lookForLost() {
        listed = System.nanoTime();
        for (Map.Entry<UUID, Integer> one : inForce.entrySet()) {
            try {
                if (client.status(one.getValue()).find(one.getKey()).isEmpty()
                        && client.status(one.getValue()).find(one.getKey()).isEmpty()) {
                    end(one.getKey(), EndedVsi.Reason.FORGOTTEN);
                }
            } catch (SystemCallException e) {
                if (e.errno() == Errno.ECONNREFUSED) {
                    endAll(); // one that crashed leaves its pid file as it is
                }
                return;
            } catch (NetlinkException _) {
                return; // it is frozen, perhaps
            }
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
