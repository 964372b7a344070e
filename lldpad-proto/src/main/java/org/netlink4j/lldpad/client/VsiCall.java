package org.netlink4j.lldpad.client;

import static org.netlink4j.lldpad.PortRequest.DISASSOCIATE;
import static org.netlink4j.lldpad.PortRequest.PREASSOCIATE;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.netlink4j.core.Errno;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.lldpad.PortEntry;
import org.netlink4j.lldpad.PortProfileType;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.VsiRequest;

/** One request, from the first attempt until the switch has answered and what is left over is cleaned up. */
final class VsiCall {
    private static final Duration RETRY = Duration.ofMillis(200);
    private static final Duration CLEAN_UP = Duration.ofSeconds(3);

    /**
     * What lldpad writes over the verdict of a VSI when it is asked about another VLAN, as it is when the switch has just chosen one.
     * A VSI whose VLAN the switch does not accept is given up instead.
     */
    private static final int INVALID_VID = 5;

    private final LldpadConfig config;
    private final LldpadChannel channel;
    private final PortPoller poller;
    private final Clock clock;
    private final VsiRequest request;
    private final UUID instance;
    private final long deadline;

    VsiCall(LldpadConfig config, LldpadChannel channel, PortPoller poller, Clock clock, VsiRequest request) {
        this.config = config;
        this.channel = channel;
        this.poller = poller;
        this.clock = clock;
        this.request = request;
        instance = request.profile().instanceId();
        deadline = clock.now() + config.timeout().toNanos();
    }

    private boolean isLate(long limit) {
        return clock.now() - limit >= 0;
    }

    VsiOutcome run() throws NetlinkException {
        Optional<PortEntry> before = poller.look(clock.now()).find(instance);
        if (request.request() == DISASSOCIATE && before.isEmpty()) {
            return done(); // asking would leave an entry in a draft lldpad for ever
        }
        while (true) {
            PortPoller.Watch watch = poller.watch(instance); // before the answer can come, for others may look as well
            try {
                int errno = channel.set(request).errno();
                if (errno == 0) {
                    return cleanedUp(before.isPresent() && keepsVerdicts() ? awaitNew(watch) : await(watch));
                }
                VsiOutcome refused = refused(errno, before.isPresent());
                boolean passing = refused instanceof VsiOutcome.NotReady || refused instanceof VsiOutcome.Busy;
                if (!passing || isLate(deadline)) {
                    return refused;
                }
            } finally {
                poller.forget(watch);
            }
            clock.sleep(RETRY);
        }
    }

    private VsiOutcome done() {
        return new VsiOutcome.Done(request.request());
    }

    private static VsiOutcome refused(int errno, boolean listed) {
        return switch (errno) {
            case Errno.ENXIO, Errno.EPROTONOSUPPORT -> new VsiOutcome.NotReady(errno);
            case Errno.EBUSY -> new VsiOutcome.Busy();
            case Errno.ENODEV -> listed ? new VsiOutcome.Poisoned() : new VsiOutcome.NotReady(errno);
            case Errno.EOPNOTSUPP -> new VsiOutcome.NotSupported();
            default -> new VsiOutcome.Rejected(errno);
        };
    }

    // ---- waiting for the verdict

    /** Whether lldpad goes on to list the verdict of the request before until the switch has answered this one. */
    private boolean keepsVerdicts() {
        return config.generation() == VdpGeneration.RATIFIED && request.request() != DISASSOCIATE;
    }

    /**
     * Waits until the switch has answered, and tells whether lldpad lists an answer then. Its status is not read meanwhile: once
     * somebody has read the old verdict, lldpad drops a VSI that is refused without saying why. Instead it is asked to pre-associate
     * the same VSI: {@code EBUSY} while it waits, {@code ENODEV} when it has given the VSI up, else {@code EINVAL}, for a VSI never
     * goes back to a pre-association. Only a pre-association that is asked for again would be accepted; then the switch hears it
     * twice, as it hears every keep-alive.
     */
    private int awaitAnswer() throws NetlinkException {
        while (true) {
            int errno = channel.set(request.with(PREASSOCIATE)).errno();
            if (errno != Errno.EBUSY || isLate(deadline)) {
                return errno;
            }
            clock.sleep(config.pollInterval());
        }
    }

    private VsiOutcome awaitNew(PortPoller.Watch watch) throws NetlinkException {
        int errno = awaitAnswer();
        if (errno == Errno.EBUSY) {
            return new VsiOutcome.TimedOut(false);
        }
        if (errno == 0 && request.request() != PREASSOCIATE) { // somebody read that it was refused, and lldpad took this for a new one
            cleanUp();
            return new VsiOutcome.NotListed();
        }
        poller.restart(watch);
        VsiOutcome outcome = await(watch);
        boolean marked = outcome instanceof VsiOutcome.Refused refused && refused.response().value() == INVALID_VID;
        return marked && errno == Errno.EINVAL ? done() : outcome;
    }

    private VsiOutcome await(PortPoller.Watch watch) throws NetlinkException {
        VsiOutcome gone = new VsiOutcome.NotListed(); // what it means if the VSI is not listed
        boolean missed = false;
        while (!isLate(deadline)) {
            Optional<Optional<PortEntry>> look = poller.next(watch, clock.now());
            if (look.isPresent() && look.get().isPresent()) {
                Optional<VsiOutcome> verdict = verdict(look.get().get());
                if (verdict.isPresent()) {
                    return verdict.get();
                }
                gone = new VsiOutcome.TimedOut(true);
                missed = false;
            } else if (look.isPresent() && request.request() == DISASSOCIATE) {
                return done();
            } else if (look.isPresent() && missed) { // twice: lldpad leaves out the VSI after one that it forgets
                return gone;
            } else if (look.isPresent()) {
                missed = true;
            }
            clock.sleep(config.pollInterval());
        }
        return new VsiOutcome.TimedOut(false);
    }

    /** A disassociation has none: it is done when the VSI is gone. */
    private Optional<VsiOutcome> verdict(PortEntry entry) {
        if (request.request() == DISASSOCIATE) {
            return Optional.empty();
        }
        return switch (entry.verdict(PortProfileType.QBG)) {
            case IN_PROGRESS -> Optional.empty();
            case SUCCEEDED -> Optional.of(done());
            case FAILED -> Optional.of(new VsiOutcome.Refused(entry.response().orElseThrow(), config.generation(), false));
        };
    }

    // ---- afterwards

    /** After a failure the switch must not keep what nobody here knows of. */
    private VsiOutcome cleanedUp(VsiOutcome outcome) throws NetlinkException {
        return switch (outcome) {
            case VsiOutcome.Refused refused ->
                new VsiOutcome.Refused(refused.response(), refused.generation(), cleanUp());
            case VsiOutcome.TimedOut _ -> new VsiOutcome.TimedOut(cleanUp());
            default -> outcome;
        };
    }

    /** {@return whether the VSI is listed no more} */
    private boolean cleanUp() throws NetlinkException {
        long limit = clock.now() + CLEAN_UP.toNanos();
        boolean sent = false;
        while (true) {
            if (poller.look(clock.now()).find(instance).isEmpty()) {
                return true;
            }
            if (!sent) {
                sent = channel.set(request.with(DISASSOCIATE)).isQueued();
            }
            if (isLate(limit)) {
                return false;
            }
            clock.sleep(config.pollInterval());
        }
    }
}
