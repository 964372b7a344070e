package org.netlink4j.macvtap.vm;

import static org.netlink4j.macvtap.vm.InterfaceStep.ASSOCIATE;
import static org.netlink4j.macvtap.vm.InterfaceStep.BRING_LOWER_DOWN;
import static org.netlink4j.macvtap.vm.InterfaceStep.BRING_LOWER_UP;
import static org.netlink4j.macvtap.vm.InterfaceStep.DISASSOCIATE;

import java.io.IOException;
import java.util.Optional;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.lldpad.PortProfileType;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.PortStep;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.lldpad.client.VsiOutcome;
import org.netlink4j.macvtap.vm.InterfaceState.Vsi;

/** Tells the switch of an interface's port profile, as the operation on the machine demands. */
final class Negotiation {
    private final Session session;

    Negotiation(Session session) {
        this.session = session;
    }

    void associate(VmOperation operation) throws IOException {
        Optional<PortProfileType> type = session.state().port().type();
        if (type.isPresent()) {
            for (PortStep step : session.host().settings().rules().associate(type.get(), operation)) {
                switch (step) {
                    case PortStep.Send(PortRequest request) -> ask(request);
                    case PortStep.LowerDevice lower -> change(lower);
                }
            }
        }
    }

    private void ask(PortRequest request) throws IOException {
        Vsi before = session.state().vsi();
        session.record(session.state().vsi(Vsi.ASKED));
        try {
            session.step(ASSOCIATE, () -> send(request));
        } catch (AssociationException e) {
            session.note(session.state().vsi(after(e.outcome(), before)));
            throw e;
        } catch (KernelException e) {
            session.note(session.state().vsi(before)); // the driver refused, so the switch was not told
            throw e;
        }
        session.record(session.state().vsi(request == PortRequest.ASSOCIATE ? Vsi.ASSOCIATED : Vsi.PREASSOCIATED));
    }

    /** What the switch knows of us after a request that failed. */
    private static Vsi after(VsiOutcome outcome, Vsi before) {
        return switch (outcome) {
            case VsiOutcome.Refused refused -> refused.clean() ? Vsi.NONE : Vsi.ASKED;
            case VsiOutcome.TimedOut timedOut -> timedOut.clean() ? Vsi.NONE : Vsi.ASKED;
            case VsiOutcome.NoAnswer _ -> Vsi.ASKED;
            case VsiOutcome.NotListed _, VsiOutcome.Poisoned _, VsiOutcome.EndedMeanwhile _ -> Vsi.NONE;
            case VsiOutcome.Done _,
                    VsiOutcome.NotRunning _,
                    VsiOutcome.NoStation _,
                    VsiOutcome.NotReady _,
                    VsiOutcome.Busy _,
                    VsiOutcome.NotSupported _,
                    VsiOutcome.NoPermission _,
                    VsiOutcome.PortTaken _,
                    VsiOutcome.Rejected _ -> before;
        };
    }

    /** Nothing is sent if the switch knows nothing. */
    void disassociate(VmOperation operation) throws IOException {
        ProfilePort port = session.state().port();
        if (session.state().vsi() == Vsi.NONE || port.type().isEmpty()) {
            return;
        }
        boolean virtualFunction = port instanceof ProfilePort.Qbh qbh && qbh.isVirtualFunction();
        for (PortStep step : session.host().settings().rules().disassociate(port.type().get(), operation, virtualFunction)) {
            switch (step) {
                case PortStep.Send(PortRequest request) -> {
                    session.step(DISASSOCIATE, () -> send(request));
                    session.record(session.state().vsi(Vsi.NONE));
                }
                case PortStep.LowerDevice lower -> change(lower);
            }
        }
    }

    private void send(PortRequest request) throws IOException {
        VsiOutcome outcome = switch (session.state().port()) {
            case ProfilePort.None _ -> new VsiOutcome.Done(request);
            case ProfilePort.Qbg qbg ->
                session.host().associator().request(qbg.request(request, session.state().device().address()));
            case ProfilePort.Qbh qbh -> new CardAssociation(
                            session.host().client(),
                            session.host().settings().hostId(),
                            Thread::sleep,
                            qbh,
                            session.state().device().address())
                    .request(request);
        };
        // A VSI of a lldpad or a station that is not there is not there either.
        boolean absent = outcome instanceof VsiOutcome.NotRunning || outcome instanceof VsiOutcome.NoStation;
        boolean gone = request == PortRequest.DISASSOCIATE && absent;
        if (!outcome.isDone() && !gone) {
            throw new AssociationException(session.state().device().name(), request, outcome);
        }
    }

    /** That it fails does not matter. */
    private void change(PortStep.LowerDevice lower) throws IOException {
        int index = session.state().lower().index();
        switch (lower) {
            case UP -> session.step(BRING_LOWER_UP, () -> tolerating(() -> session.links().setUp(index)));
            case DOWN -> session.step(BRING_LOWER_DOWN, () -> tolerating(() -> session.links().setDown(index)));
        }
    }

    private static void tolerating(Session.Action action) throws IOException {
        try {
            action.run();
        } catch (NetlinkException _) {
            // the profile is what counts
        }
    }
}
