package org.netlink4j.lldpad.evb;

import static org.netlink4j.lldpad.evb.VsiState.Phase.ENDED;
import static org.netlink4j.lldpad.evb.VsiState.Phase.WAITING;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.PortResponse;
import org.netlink4j.lldpad.wire.VdpTlv;
import org.netlink4j.lldpad.wire.VsiFilter;

/** One VSI at the station: its state, its timers, and the request that waits for an answer. */
final class StationVsi {
    /** What a VSI needs of its station. */
    interface Surroundings {
        void send(VdpMessage message, long now);

        /** Drops what was to be sent about a VSI and waits. */
        void unsend(VsiKey key);

        void tell(StationEvent event);

        Duration acknowledgement();

        Duration keepAlive();
    }

    private final Surroundings station;
    private final VsiKey key;
    private final Timer acknowledgement = new Timer();
    private final Timer keepAlive = new Timer();
    private VsiState state;
    private List<VsiFilter> filters;
    private PortRequest asked;
    private Optional<PortRequest> inForce = Optional.empty();
    private Optional<PortRequest> request = Optional.empty(); // of the user, without answer
    private PortResponse response = PortResponse.SUCCESS;
    private boolean unwanted;

    StationVsi(Surroundings station, VsiKey key, List<VsiFilter> filters, VsiState state) {
        this.station = station;
        this.key = key;
        this.filters = filters;
        this.state = state;
        asked = PortRequest.DISASSOCIATE;
    }

    VsiKey key() {
        return key;
    }

    List<VsiFilter> filters() {
        return filters;
    }

    Optional<PortRequest> inForce() {
        return inForce;
    }

    boolean isWaiting() {
        return state.phase() == WAITING;
    }

    /** Whether the switch was asked to end it and is to answer. */
    boolean isAskedToEnd() {
        return isWaiting() && asked == PortRequest.DISASSOCIATE;
    }

    boolean isEnded() {
        return state.phase() == ENDED;
    }

    // ---- what the user asks

    void request(PortRequest wanted, long now) {
        if (inForce.filter(wanted::equals).isPresent() && state.next(input(wanted)).isEmpty()) {
            station.tell(new StationEvent.Agreed(key, wanted, filters));
            return;
        }
        request = Optional.of(wanted);
        asked = wanted;
        // the draft has no step from one kind of pre-association to the other: it is asked for as a keep-alive is
        input(state.next(input(wanted)).isPresent() ? input(wanted) : VsiInput.KEEP_ALIVE, now);
    }

    /** Asks for the end, or will do so when the switch has answered what it was asked before. */
    void end(long now) {
        unwanted = true;
        if (!isWaiting()) {
            request(PortRequest.DISASSOCIATE, now);
        }
    }

    private static VsiInput input(PortRequest wanted) {
        return switch (wanted) {
            case PREASSOCIATE, PREASSOCIATE_RR -> VsiInput.PREASSOCIATE;
            case ASSOCIATE -> VsiInput.ASSOCIATE;
            case DISASSOCIATE -> VsiInput.DISASSOCIATE;
        };
    }

    // ---- what the switch says

    void answered(VdpMessage answer, long now) {
        if (answer.mode() != asked || state.phase() != WAITING && state != VsiStateDraft.ASSOCIATED) {
            return; // an answer to something else
        }
        boolean agreed = code(answer) == 0;
        if (agreed) {
            filters = answer.filters();
        } else {
            response = new PortResponse(answer.status() & ~VdpTlv.Vsi.ACKNOWLEDGEMENT);
        }
        input(agreed ? VsiInput.AGREED : isKept(answer) ? VsiInput.REFUSED_KEPT : VsiInput.REFUSED, now);
    }

    private int code(VdpMessage answer) {
        return state instanceof VsiStateDraft ? answer.status() : answer.status() & 0x0f;
    }

    private boolean isKept(VdpMessage answer) {
        return state instanceof VsiStateRatified
                && (answer.status() & VdpTlv.Vsi.KEEP) != 0
                && asked == PortRequest.ASSOCIATE
                && inForce.isPresent();
    }

    void ended(long now) {
        input(VsiInput.SWITCH_ENDED, now);
    }

    /** The time for the answer begins now: others may have been sent before. */
    void sent(VdpMessage message, long now) {
        if (isWaiting() && message.mode() == asked) {
            acknowledgement.start(station.acknowledgement(), now);
        }
    }

    void notDelivered(VdpMessage message, long now) {
        if (message.mode() == asked) {
            input(VsiInput.NOT_DELIVERED, now);
        }
    }

    void advance(long now) {
        if (acknowledgement.expired(now)) {
            input(VsiInput.TIMED_OUT, now);
        }
        if (keepAlive.expired(now)) {
            asked = inForce.orElse(asked);
            input(VsiInput.KEEP_ALIVE, now);
        }
    }

    long nextTimer() {
        return Math.min(acknowledgement.due(), keepAlive.due());
    }

    // ---- what follows

    private void input(VsiInput input, long now) {
        Optional<? extends VsiState> next = state.next(input);
        if (next.isEmpty()) {
            return;
        }
        state = next.get();
        acknowledgement.stop();
        keepAlive.stop();
        switch (state.phase()) {
            case WAITING -> ask(now);
            case ESTABLISHED -> {
                if (input == VsiInput.AGREED) {
                    inForce = Optional.of(asked);
                }
                keepAlive.start(station.keepAlive(), now);
            }
            case ENDED, NEW -> {}
        }
        if (state.phase() != WAITING) {
            tell(input);
        }
        if (state.phase() == ENDED) {
            inForce = Optional.empty();
            station.unsend(key);
        } else if (unwanted && !isWaiting()) {
            request(PortRequest.DISASSOCIATE, now);
        }
    }

    private void ask(long now) {
        if (state == VsiStateRatified.DEAWAIT) {
            asked = PortRequest.DISASSOCIATE; // the switch keeps what it no longer wants
        }
        station.send(new VdpMessage(key, VdpTlv.Vsi.UUID, asked, 0, filters), now);
    }

    private void tell(VsiInput input) {
        Optional<PortRequest> settled = request;
        request = Optional.empty();
        if (settled.isPresent()) {
            tellOf(settled.get(), input);
        } else if (state.phase() == ENDED && inForce.isPresent()) {
            station.tell(new StationEvent.Ended(key, switch (input) {
                case SWITCH_ENDED -> StationEvent.Reason.SWITCH;
                case TIMED_OUT, NOT_DELIVERED -> StationEvent.Reason.KEEP_ALIVE_TIMED_OUT;
                default -> StationEvent.Reason.KEEP_ALIVE_REFUSED;
            }));
        }
    }

    private PortRequest stillInForce() {
        return isEnded() ? PortRequest.DISASSOCIATE : inForce.orElse(PortRequest.DISASSOCIATE);
    }

    private void tellOf(PortRequest settled, VsiInput input) {
        switch (input) {
            case AGREED -> station.tell(new StationEvent.Agreed(key, settled, filters));
            case REFUSED, REFUSED_KEPT -> station.tell(new StationEvent.Refused(key, settled, response, stillInForce()));
            case SWITCH_ENDED -> station.tell(
                    settled == PortRequest.DISASSOCIATE
                            ? new StationEvent.Agreed(key, settled, filters)
                            : new StationEvent.Ended(key, StationEvent.Reason.SWITCH));
            default -> station.tell(new StationEvent.TimedOut(key, settled));
        }
    }
}
