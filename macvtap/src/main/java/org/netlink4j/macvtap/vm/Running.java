package org.netlink4j.macvtap.vm;

import static org.netlink4j.macvtap.vm.InterfaceStep.BRING_DOWN;
import static org.netlink4j.macvtap.vm.InterfaceStep.BRING_LOWER_UP;
import static org.netlink4j.macvtap.vm.InterfaceStep.BRING_UP;

import java.io.IOException;
import java.util.Optional;
import org.netlink4j.core.Errno;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.macvtap.vm.InterfaceState.Lower;
import org.netlink4j.macvtap.vm.InterfaceState.Phase;
import org.netlink4j.rtnetlink.link.Link;

/** Lets frames flow when the machine's processors run, and no longer. */
final class Running {
    private final Session session;

    Running(Session session) {
        this.session = session;
    }

    void start() throws IOException {
        Link device = session.require();
        Lower lower = session.state().lower();
        boolean raise = !session.lower()
                .orElseThrow(() -> new SystemCallException("looking up lower device " + lower.name(), Errno.ENODEV))
                .isUp();
        if (device.isUp() && !raise) {
            return;
        }
        try {
            session.record(session.state().phase(Phase.STARTING).lower(lower.raised(lower.raised() || raise)));
            if (raise) {
                session.step(BRING_LOWER_UP, () -> session.links().setUp(lower.index()));
            }
            session.step(BRING_UP, () -> session.links().setUp(device.index()));
            // A shared lower device stays up afterwards: others may have come to rely on it.
            Lower now = session.state().lower();
            session.record(session.state().phase(Phase.READY).lower(now.raised(now.raised() && now.exclusive())));
        } catch (Throwable t) {
            session.note(session.state().lower(session.state().lower().raised(lower.raised() || raise)));
            Failures failures = new Failures();
            Failures.uninterrupted(() -> down(failures, true));
            failures.suppressUnder(t);
            throw t;
        }
    }

    /** Undoes a start that did not end. */
    void takeBack() throws IOException {
        Failures failures = new Failures();
        down(failures, true);
        failures.throwFirst();
    }

    void stop() throws IOException {
        Failures failures = new Failures();
        failures.attempt(() -> session.record(session.state().phase(Phase.STOPPING)));
        down(failures, session.state().lower().exclusive());
        failures.throwFirst();
    }

    private void down(Failures failures, boolean lowerToo) {
        failures.attempt(this::deviceDown);
        if (lowerToo) {
            failures.attempt(() -> Teardown.lowerDown(session));
        }
        failures.attempt(() -> session.record(session.state().phase(Phase.READY)));
    }

    private void deviceDown() throws IOException {
        Optional<Link> device = session.find();
        if (device.filter(Link::isUp).isPresent()) {
            session.step(BRING_DOWN, () -> session.links().setDown(device.get().index()));
        }
    }
}
