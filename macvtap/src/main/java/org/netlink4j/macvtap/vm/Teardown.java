package org.netlink4j.macvtap.vm;

import static org.netlink4j.macvtap.vm.InterfaceStep.BRING_LOWER_DOWN;
import static org.netlink4j.macvtap.vm.InterfaceStep.CLOSE_QUEUES;
import static org.netlink4j.macvtap.vm.InterfaceStep.DELETE_DEVICE;
import static org.netlink4j.macvtap.vm.InterfaceStep.FORGET;

import java.io.IOException;
import java.util.Optional;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.macvtap.vm.InterfaceState.Lower;
import org.netlink4j.macvtap.vm.InterfaceState.Phase;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.MacvlanKind;

/**
 * Undoes all that may have been done with an interface, and nothing else: the port profile first, then the queues, the device and
 * what was changed of the lower device. Everything is tried, whatever fails; what failed stays in the journal.
 */
final class Teardown {
    private final Session session;
    private final VmOperation operation;
    private final Failures failures = new Failures();

    Teardown(Session session, VmOperation operation) {
        this.session = session;
        this.operation = operation;
    }

    /** Removes the interface. */
    void run() throws IOException {
        attemptAll();
        failures.throwFirst();
    }

    /** What failed is suppressed under what was the reason for all this. */
    void suppressUnder(Throwable first) {
        failures.suppressUnder(first);
    }

    /** Does all that comes before the device is deleted. */
    void prepare() throws IOException {
        attemptFirst();
        failures.throwFirst();
    }

    /** Everything that comes before the device is deleted. */
    void attemptFirst() {
        failures.attempt(() -> session.record(session.state().phase(Phase.REMOVING)));
        failures.attempt(() -> new Negotiation(session).disassociate(operation));
        failures.attempt(this::closeQueues);
    }

    void attemptAll() {
        attemptFirst();
        attemptRest();
    }

    void attemptRest() {
        failures.attempt(this::deleteDevice);
        failures.attempt(() -> new LowerLoan(session).takeBack());
        failures.attempt(() -> lowerDown(session));
        if (failures.isEmpty()) {
            failures.attempt(() -> session.step(FORGET, () -> session.host().journal().remove(session.state().id())));
        }
    }

    private void closeQueues() throws IOException {
        if (session.hasQueues()) {
            session.step(CLOSE_QUEUES, session::closeQueues);
        }
    }

    private void deleteDevice() throws IOException {
        if (session.state().device().name().isEmpty()) {
            return;
        }
        Optional<Link> device = session.find();
        if (device.isPresent()) {
            session.step(DELETE_DEVICE, () -> delete(device.get().index()));
        }
        session.record(session.state().device(session.state().device().gone()));
    }

    private void delete(int index) throws NetlinkException {
        try {
            session.links().delete(index);
        } catch (KernelException e) {
            if (e.errno() != Errno.ENODEV) { // somebody else was faster
                throw e;
            }
        }
    }

    /** Brings the lower device down again if we brought it up, unless somebody needs it by now. */
    static void lowerDown(Session session) throws IOException {
        Lower lower = session.state().lower();
        if (lower.raised()) {
            if (session.lower().filter(Link::isUp).isPresent() && !isNeeded(session, lower.index())) {
                session.step(BRING_LOWER_DOWN, () -> session.links().setDown(lower.index()));
            }
            session.record(session.state().lower(lower.raised(false)));
        }
    }

    private static boolean isNeeded(Session session, int lower) throws NetlinkException {
        return session.links().list().stream()
                .anyMatch(link -> link.isUp()
                        && link.index() != session.state().device().index()
                        && link.lower().orElse(0) == lower
                        && link.lowerNamespaceId().isEmpty()
                        && link.kind(MacvlanKind.class).isPresent());
    }
}
