package org.netlink4j.macvtap.vm;

import static org.netlink4j.macvtap.vm.InterfaceStep.OPEN_QUEUES;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.netlink4j.core.Errno;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.macvtap.TapOptions;
import org.netlink4j.macvtap.TapQueue;
import org.netlink4j.macvtap.vm.InterfaceState.Phase;
import org.netlink4j.macvtap.vm.InterfaceState.Vsi;

/**
 * The direct interface of a virtual machine, from {@link DirectInterfaces#create} to {@link #delete}. A call that fails leaves all
 * as it was before, unless it says otherwise; what failed first is what the caller sees. May be used by many threads, whose calls
 * follow one another.
 */
public final class DirectInterface implements AutoCloseable {
    private final ReentrantLock turn = new ReentrantLock();
    private final DirectInterfaces owner;
    private final Session session;

    /** Whether the switch ended what was in force, or only in mind, and has not agreed again yet. */
    private boolean ended;

    private boolean endedInMind;

    DirectInterface(DirectInterfaces owner, Session session) {
        this.owner = owner;
        this.session = session;
    }

    /** How far the switch is. */
    public enum Association {
        /** The interface has no port profile, or the switch was not told of it. */
        NONE,
        /** The switch was asked, and nobody knows whether it agreed. */
        UNKNOWN,
        /** The switch keeps the profile in mind. */
        PREASSOCIATED,
        /** The profile is in force. */
        ASSOCIATED
    }

    private void inTurn(Session.Action action) throws IOException {
        turn.lock();
        try {
            action.run();
        } finally {
            turn.unlock();
        }
    }

    private void requireDevice() throws SystemCallException {
        if (session.state().device().name().isEmpty()) {
            throw new SystemCallException("the interface was deleted", Errno.ENODEV);
        }
    }

    Session session() {
        return session;
    }

    InterfaceState state() {
        return session.state();
    }

    /** {@return the name of the device; empty if it was deleted} */
    public String name() {
        return session.state().device().name();
    }

    /** {@return the index of the device; 0 if it was deleted} */
    public int index() {
        return session.state().device().index();
    }

    /** {@return the MAC address of the guest} */
    public MacAddress address() {
        return session.state().device().address();
    }

    /** {@return the name of the lower device} */
    public String lower() {
        return session.state().lower().name();
    }

    /** {@return how far the switch is} */
    public Association association() {
        return switch (session.state().vsi()) {
            case NONE -> Association.NONE;
            case ASKED -> Association.UNKNOWN;
            case PREASSOCIATED -> Association.PREASSOCIATED;
            case ASSOCIATED -> Association.ASSOCIATED;
        };
    }

    /** {@return the open queues, in order} */
    public List<TapQueue> queues() {
        return session.queues();
    }

    /**
     * Opens more queues: of an interface that was kept by {@link DirectInterfaces#recover}, or was made without queues.
     *
     * @param options how many, and how
     * @return the new queues, which are closed with this interface
     * @throws IOException as {@link org.netlink4j.macvtap.MacvtapDevice#openQueues}
     */
    public List<TapQueue> openQueues(TapOptions options) throws IOException {
        List<TapQueue> opened = new ArrayList<>();
        inTurn(() -> {
            requireDevice();
            int before = session.queues().size();
            try {
                session.step(OPEN_QUEUES, () -> session.opened(session.host().taps().open(name(), index(), options)));
            } catch (Throwable t) {
                session.closeQueuesAfter(before);
                throw t;
            }
            opened.addAll(session.queues().subList(before, session.queues().size()));
        });
        return List.copyOf(opened);
    }

    /**
     * Lets frames flow: brings the lower device up if it is down, then the device. Called when the machine's processors begin to
     * run, not before, for the machine that is migrated from still has the address.
     *
     * @throws org.netlink4j.core.KernelException {@code EADDRINUSE} (older kernels {@code EBUSY}) if a device with the same MAC
     *     address is up on the lower device; that one stays as it is, and this one stays down
     * @throws IOException if it is gone or there is no answer
     */
    public void start() throws IOException {
        inTurn(() -> {
            requireDevice();
            new Running(session).start();
        });
    }

    /**
     * Lets no frames flow: brings the device down, and in passthru mode the lower device, if {@link #start} brought it up. All of
     * that is tried, whatever fails.
     *
     * @throws IOException if something failed
     */
    public void stop() throws IOException {
        inTurn(() -> {
            requireDevice();
            new Running(session).stop();
        });
    }

    /**
     * Tells the switch again: makes an association out of a pre-association with {@link VmOperation#MIGRATE_IN_FINISH}, or repeats
     * what the switch has lost. Does nothing without a port profile.
     *
     * @param operation what happens to the machine; with {@link VmOperation#NO_OP} nothing is done
     * @throws AssociationException if the switch, or who talks to it, does not agree; it then knows nothing of the interface any
     *     more, or what the outcome says
     * @throws IOException if there is no answer
     */
    public void associate(VmOperation operation) throws IOException {
        if (operation == VmOperation.NO_OP) {
            return;
        }
        inTurn(() -> {
            requireDevice();
            try {
                ended = false;
                session.record(session.state().phase(Phase.FINISHING));
                new Negotiation(session).associate(operation);
                session.record(session.state().phase(Phase.READY));
            } catch (Throwable t) {
                Failures failures = new Failures();
                Failures.uninterrupted(() -> forgetDoubtful(failures, operation));
                failures.suppressUnder(t);
                throw t;
            }
        });
    }

    /** Whether the lower device is there; it is gone from the kernel's tables before the devices on it are. */
    boolean hasLower() {
        try {
            return session.lower().isPresent();
        } catch (IOException _) {
            return true;
        }
    }

    /** Its index when what its owner does with it now is done. */
    int settledIndex() {
        turn.lock();
        try {
            return index();
        } finally {
            turn.unlock();
        }
    }

    /** Asks the switch again for what it ended; does nothing if the owner does not want it any more. */
    void reassociate() throws IOException {
        inTurn(() -> {
            Vsi before = session.state().vsi();
            if (before == Vsi.NONE && !ended || session.state().device().name().isEmpty()) {
                return;
            }
            boolean inMind = ended ? endedInMind : before == Vsi.PREASSOCIATED;
            ended = true;
            endedInMind = inMind;
            session.note(session.state().vsi(Vsi.NONE));
            new Negotiation(session).associate(inMind ? VmOperation.MIGRATE_IN_START : VmOperation.CREATE);
            ended = false;
        });
    }

    /** What the switch may know after a failure it forgets, so that it is surely known what it knows. */
    private void forgetDoubtful(Failures failures, VmOperation operation) {
        if (association() == Association.UNKNOWN) {
            failures.attempt(() -> new Negotiation(session).disassociate(operation));
        }
        failures.attempt(() -> session.record(session.state().phase(Phase.READY)));
    }

    /**
     * Lets the switch forget the interface, which stays. Does nothing if the switch knows nothing of it.
     *
     * @param operation what happens to the machine; with {@link VmOperation#NO_OP} nothing is done
     * @throws IOException if that is not so afterwards
     */
    public void disassociate(VmOperation operation) throws IOException {
        if (operation != VmOperation.NO_OP) {
            inTurn(() -> {
                ended = false;
                new Negotiation(session).disassociate(operation);
            });
        }
    }

    /**
     * Removes the interface: lets the switch forget it, closes the queues, deletes the device, and gives the lower device back what
     * was its own. All of that is tried, whatever fails; what failed stays in the journal. A device that is already gone is no
     * failure, and one that took its place is left alone.
     *
     * @param operation why, for example {@link VmOperation#DESTROY}; with {@link VmOperation#NO_OP} nothing is done
     * @throws IOException the first failure, others suppressed under it
     */
    public void delete(VmOperation operation) throws IOException {
        if (operation == VmOperation.NO_OP) {
            return;
        }
        inTurn(() -> {
            new Teardown(session, operation).run();
            owner.forget(this);
        });
    }

    /** All of a removal that comes before the device is deleted. */
    void prepareToDelete(VmOperation operation) throws IOException {
        inTurn(() -> new Teardown(session, operation).prepare());
    }

    /**
     * Removes the interface of a machine that has ended.
     *
     * @throws IOException as {@link #delete(VmOperation)}
     */
    public void delete() throws IOException {
        delete(VmOperation.DESTROY);
    }

    /** Closes the queues of this process; the device stays, and so do queues that another process has. May be called again. */
    @Override
    public void close() {
        turn.lock();
        try {
            session.closeQueues();
        } finally {
            turn.unlock();
        }
    }

    /** {@return for example {@code "macvtap0 on eth0"}} */
    @Override
    public String toString() {
        return session.state().toString();
    }
}
