package org.netlink4j.lldpad.evb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.MacAddress;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.wire.EthernetFrame;
import org.netlink4j.lldpad.wire.VdpTlv;
import org.netlink4j.lldpad.wire.VsiFilter;

/**
 * The station's end: announces itself, asks the switch about VSIs, repeats what is lost, keeps alive what is in force. It does
 * what lldpad does on a host.
 */
public final class EvbStation implements EvbPort {
    private static final int LARGEST_DRAFT_RESPONSE = 6;
    private static final int FORBIDDEN_VLAN = 1;
    private static final int RESERVED_VLAN = 4095;

    private final EvbConfig config;
    private final EvbLink link;
    private final Map<VsiKey, StationVsi> vsis = new LinkedHashMap<>();
    private List<StationEvent> events = new ArrayList<>();

    /**
     * A VSI as the station sees it.
     *
     * @param key which VSI
     * @param inForce what the switch last agreed to; {@link PortRequest#DISASSOCIATE} if nothing yet
     * @param waiting whether the switch is to answer, perhaps only to a keep-alive
     * @param filters its filters
     */
    public record Vsi(VsiKey key, PortRequest inForce, boolean waiting, List<VsiFilter> filters) {}

    private final StationVsi.Surroundings surroundings = new StationVsi.Surroundings() {
        @Override
        public void send(VdpMessage message, long now) {
            link.send(message, now);
        }

        @Override
        public void unsend(VsiKey key) {
            link.ecp().unsend(key);
        }

        @Override
        public void tell(StationEvent event) {
            events.add(event);
        }

        @Override
        public Duration acknowledgement() {
            return link.vdp().acknowledgement(link.offer().timers());
        }

        @Override
        public Duration keepAlive() {
            return link.vdp().keepAlive(link.offer().timers());
        }
    };

    /**
     * Makes a station and lets it announce itself.
     *
     * @param config how it is set up
     * @param now the time
     */
    public EvbStation(EvbConfig config, long now) {
        this.config = config;
        link = new EvbLink(config, false, this::established, new Ecp.Listener() {
            @Override
            public void sent(VdpMessage message, long now) {
                find(message).ifPresent(vsi -> vsi.sent(message, now));
            }

            @Override
            public void lost(VdpMessage message, long now) {
                find(message).ifPresent(vsi -> vsi.notDelivered(message, now));
            }
        });
        link.lldp().start(now);
    }

    private Optional<StationVsi> find(VdpMessage message) {
        return Optional.ofNullable(vsis.get(message.key()));
    }

    private int established() {
        return (int) vsis.values().stream().filter(vsi -> vsi.inForce().isPresent()).count();
    }

    /** {@return whether requests are accepted: the draft needs a switch that offers VDP} */
    public boolean isReady() {
        return link.offer().isReady();
    }

    /** {@return whether a switch is heard} */
    public boolean hasBridge() {
        return link.lldp().hasNeighbour();
    }

    /** {@return whether the switch has heard this end, too, so that both go by the same times} */
    public boolean isAgreed() {
        return link.offer().isAgreed();
    }

    /** {@return the VSIs that are asked for or in force, the oldest first} */
    public List<Vsi> vsis() {
        return vsis.values().stream()
                .map(vsi -> new Vsi(
                        vsi.key(), vsi.inForce().orElse(PortRequest.DISASSOCIATE), vsi.isWaiting(), vsi.filters()))
                .toList();
    }

    /**
     * Asks the switch.
     *
     * @param request what for
     * @param profile the port profile
     * @param filters the frames that belong to the VSI, at least one, all of one format; the draft knows MAC and VLAN only; ignored
     *     for {@link PortRequest#DISASSOCIATE}
     * @param now the time
     * @return whether it is asked
     * @throws IllegalArgumentException if the filters are others than that, or do not fit into a TLV of 511 bytes
     */
    public Acceptance request(PortRequest request, QbgProfile profile, List<VsiFilter> filters, long now) {
        VsiKey key = VsiKey.of(profile);
        StationVsi known = vsis.get(key);
        Acceptance acceptance = known == null ? acceptNew(request, key, filters) : accept(known, request, filters);
        if (acceptance == Acceptance.ACCEPTED) {
            VsiState start = config.generation() == VdpGeneration.DRAFT ? VsiStateDraft.UNASSOCIATED : VsiStateRatified.INIT;
            vsis.computeIfAbsent(key, _ -> new StationVsi(surroundings, key, List.copyOf(filters), start)).request(request, now);
        }
        return acceptance;
    }

    /**
     * Asks the switch to end all VSIs; those about which it is to answer something else when it has.
     *
     * @param now the time
     */
    public void disassociateAll(long now) {
        vsis.values().forEach(vsi -> vsi.end(now));
    }

    private Acceptance acceptNew(PortRequest request, VsiKey key, List<VsiFilter> filters) {
        if (request == PortRequest.DISASSOCIATE) {
            return Acceptance.UNKNOWN;
        }
        boolean draft = config.generation() == VdpGeneration.DRAFT;
        if (filters.isEmpty() || draft && !filters.stream().allMatch(VsiFilter.MacVlan.class::isInstance)) {
            throw new IllegalArgumentException("filters, at least one, in the draft all of MAC and VLAN: " + filters);
        }
        link.vdp().check(new VdpMessage(key, VdpTlv.Vsi.UUID, request, 0, filters));
        if (!draft && filters.stream().anyMatch(EvbStation::isForbidden)) {
            return Acceptance.FORBIDDEN_FILTERS;
        }
        return isReady() ? Acceptance.ACCEPTED : Acceptance.NOT_READY;
    }

    private static boolean isForbidden(VsiFilter filter) {
        boolean address = filter instanceof VsiFilter.MacVlan one && !isOfMachine(one.address())
                || filter instanceof VsiFilter.GroupMacVlan other && !isOfMachine(other.address());
        return address || filter.vlan() == FORBIDDEN_VLAN || filter.vlan() == RESERVED_VLAN;
    }

    private static boolean isOfMachine(MacAddress address) {
        return address.bits() != 0 && !address.isMulticast();
    }

    private Acceptance accept(StationVsi vsi, PortRequest request, List<VsiFilter> filters) {
        if (vsi.isWaiting()) {
            return Acceptance.BUSY;
        }
        if (request == PortRequest.DISASSOCIATE) {
            return Acceptance.ACCEPTED;
        }
        boolean backwards = request.number() < vsi.inForce().map(PortRequest::number).orElse(0);
        if (backwards && config.generation() == VdpGeneration.RATIFIED) {
            return Acceptance.BACKWARDS;
        }
        return sameFilters(vsi.filters(), filters) ? Acceptance.ACCEPTED : Acceptance.OTHER_FILTERS;
    }

    /** The switch may have chosen the VLAN that was left to it. */
    private static boolean sameFilters(List<VsiFilter> known, List<VsiFilter> wanted) {
        if (known.size() != wanted.size()) {
            return false;
        }
        for (int i = 0; i < known.size(); i++) {
            VsiFilter have = wanted.get(i).vlan() == 0 ? known.get(i).withVlan(0) : known.get(i);
            if (!have.equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** {@return what has happened, in order; each is returned once} */
    public List<StationEvent> takeEvents() {
        List<StationEvent> taken = List.copyOf(events);
        events = new ArrayList<>();
        return taken;
    }

    /** Announces that it stops; VSIs that are in force stay so at the switch until it misses the keep-alive. */
    public void stop() {
        link.lldp().stop();
    }

    @Override
    public void receive(EthernetFrame frame, long now) {
        for (VdpMessage message : link.receive(frame, now)) {
            find(message).ifPresent(vsi -> deliver(vsi, message, now));
        }
        advance(now);
    }

    private void deliver(StationVsi vsi, VdpMessage message, long now) {
        boolean answer;
        switch (config.generation()) {
            case DRAFT -> {
                if (message.status() > LARGEST_DRAFT_RESPONSE) {
                    return; // as malformed as a mode that nobody knows
                }
                answer = message.mode() != PortRequest.DISASSOCIATE || vsi.isAskedToEnd();
            }
            case RATIFIED -> answer = (message.status() & VdpTlv.Vsi.ACKNOWLEDGEMENT) != 0;
            default -> throw new AssertionError(config.generation());
        }
        if (answer) {
            vsi.answered(message, now);
        } else if (message.mode() == PortRequest.DISASSOCIATE) {
            vsi.ended(now);
        }
    }

    @Override
    public void advance(long now) {
        link.advance(now, true);
        vsis.values().forEach(vsi -> vsi.advance(now));
        vsis.values().removeIf(StationVsi::isEnded);
    }

    @Override
    public long nextTimer() {
        long next = link.nextTimer();
        for (StationVsi vsi : vsis.values()) {
            next = Math.min(next, vsi.nextTimer());
        }
        return next;
    }

    @Override
    public List<EthernetFrame> takeFrames() {
        return link.takeFrames();
    }

    @Override
    public long malformedFrames() {
        return link.malformed();
    }
}
