package org.netlink4j.lldpad.evb;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.wire.EthernetFrame;
import org.netlink4j.lldpad.wire.VdpTlv;
import org.netlink4j.lldpad.wire.VsiFilter;

/**
 * The switch's end of one port: announces itself, answers requests as its policy says, keeps a table of VSIs, and gives up those
 * that the station no longer keeps alive.
 */
public final class EvbBridge implements EvbPort {
    /** How many VSIs are kept; further ones are refused for lack of resources. Of as many requests, the answers may be waiting. */
    public static final int MOST_VSIS = 4096;

    /** As a response of the draft and as an error of the ratified standard. */
    private static final int INSUFFICIENT_RESOURCES = 2;

    private final EvbConfig config;
    private final EvbLink link;
    private final Map<VsiKey, Entry> table = new LinkedHashMap<>();
    private final List<Pending> pending = new ArrayList<>();
    private BridgePolicy policy = BridgePolicy.AGREE;

    /**
     * A VSI as the bridge sees it.
     *
     * @param key which VSI
     * @param inForce what was agreed to
     * @param filters its filters, with the VLAN that the bridge chose
     */
    public record Vsi(VsiKey key, PortRequest inForce, List<VsiFilter> filters) {}

    private record Entry(VdpMessage agreed, Timer silence) {}

    private record Pending(VdpMessage request, BridgeAnswer.Reply reply, Timer timer) {}

    /**
     * Makes a bridge port and lets it announce itself.
     *
     * @param config how it is set up
     * @param now the time
     */
    public EvbBridge(EvbConfig config, long now) {
        this.config = config;
        link = new EvbLink(config, true, table::size, new Ecp.Listener() {
            @Override
            public void sent(VdpMessage message, long now) {
                // the station is to answer nothing
            }

            @Override
            public void lost(VdpMessage message, long now) {
                // an answer that nobody acknowledged is asked for again
            }
        });
        link.lldp().start(now);
    }

    // ---- how it behaves from now on

    /**
     * Sets what it answers.
     *
     * @param policy the policy
     */
    public void answers(BridgePolicy policy) {
        this.policy = policy;
    }

    /**
     * Sets whether it acknowledges what it receives; one that does not is as good as dead, but still heard.
     *
     * @param on whether it does
     */
    public void acknowledges(boolean on) {
        link.ecp().acknowledging(on);
    }

    /** Announces that it stops, and announces nothing more. */
    public void stop() {
        link.lldp().stop();
    }

    /**
     * Announces itself again after {@link #stop}.
     *
     * @param now the time
     */
    public void resume(long now) {
        link.lldp().resume(now);
    }

    /** {@return whether a station is heard} */
    public boolean hasStation() {
        return link.lldp().hasNeighbour();
    }

    /** {@return whether the station has heard this end, too, so that both go by the same times} */
    public boolean isAgreed() {
        return link.offer().isAgreed();
    }

    // ---- its table

    /** {@return the VSIs, the oldest first} */
    public List<Vsi> vsis() {
        return table.values().stream()
                .map(entry -> new Vsi(entry.agreed.key(), entry.agreed.mode(), entry.agreed.filters()))
                .toList();
    }

    /** Forgets all VSIs without a word, as a switch that was switched off and on. */
    public void forget() {
        table.clear();
        pending.clear();
    }

    /**
     * Ends a VSI and tells the station.
     *
     * @param key which
     * @param now the time
     * @return whether there was such a VSI
     */
    public boolean disassociate(VsiKey key, long now) {
        Entry entry = table.remove(key);
        if (entry == null) {
            return false;
        }
        link.send(entry.agreed.with(PortRequest.DISASSOCIATE, 0, entry.agreed.filters()), now);
        return true;
    }

    // ---- what stations ask

    @Override
    public void receive(EthernetFrame frame, long now) {
        for (VdpMessage message : link.receive(frame, now)) {
            if (config.generation() == VdpGeneration.DRAFT || (message.status() & VdpTlv.Vsi.ACKNOWLEDGEMENT) == 0) {
                decide(message, now);
            }
        }
        advance(now);
    }

    private void decide(VdpMessage message, long now) {
        if (pending.size() + link.ecp().backlog() >= MOST_VSIS) {
            return; // as if it had been lost: who needs an answer asks again
        }
        BridgeAnswer answer = policy.answer(new BridgeRequest(message.key(), message.mode(), message.filters()));
        if (answer instanceof BridgeAnswer.Reply reply) {
            Timer timer = new Timer();
            timer.start(reply.delay(), now);
            pending.add(new Pending(message, reply, timer));
        }
    }

    private void reply(VdpMessage request, BridgeAnswer.Reply reply, long now) {
        List<VsiFilter> filters = reply.vlan() == 0
                ? request.filters()
                : request.filters().stream()
                        .map(filter -> filter.vlan() == 0 ? filter.withVlan(reply.vlan()) : filter)
                        .toList();
        VdpMessage agreed = request.with(request.mode(), 0, filters);
        int status = reply.status() == 0 && isTooMany(request) ? INSUFFICIENT_RESOURCES : reply.status();
        if (request.mode() == PortRequest.DISASSOCIATE) {
            table.remove(request.key());
        } else if (status == 0) {
            Timer silence = new Timer();
            silence.start(link.vdp().silence(link.offer().timers()), now);
            table.put(request.key(), new Entry(agreed, silence));
        } else if (config.generation() == VdpGeneration.DRAFT || (status & VdpTlv.Vsi.KEEP) == 0) {
            table.remove(request.key());
        }
        int mark = config.generation() == VdpGeneration.DRAFT ? 0 : VdpTlv.Vsi.ACKNOWLEDGEMENT;
        link.send(agreed.with(request.mode(), mark | status, filters), now);
    }

    private boolean isTooMany(VdpMessage request) {
        return request.mode() != PortRequest.DISASSOCIATE && table.size() >= MOST_VSIS && !table.containsKey(request.key());
    }

    @Override
    public void advance(long now) {
        link.advance(now, false);
        for (Iterator<Pending> due = pending.iterator(); due.hasNext(); ) {
            Pending next = due.next();
            if (next.timer.expired(now)) {
                due.remove();
                reply(next.request, next.reply, now);
            }
        }
        table.values().removeIf(entry -> entry.silence.expired(now));
    }

    @Override
    public long nextTimer() {
        long next = link.nextTimer();
        for (Pending waiting : pending) {
            next = Math.min(next, waiting.timer.due());
        }
        for (Entry entry : table.values()) {
            next = Math.min(next, entry.silence.due());
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
