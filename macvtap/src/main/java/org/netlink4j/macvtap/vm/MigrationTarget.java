package org.netlink4j.macvtap.vm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.netlink4j.lldpad.VmOperation;

/**
 * The direct interfaces of a machine that is migrated to this host. {@link #prepare} lets the switch keep the port profiles in
 * mind, {@link #finish} puts them in force when the machine's memory has come, {@link #start} lets frames flow when its processors
 * run, {@link #cancel} removes all. Each of them does all or nothing: after a failure of any interface none is left. For one thread
 * at a time.
 *
 * {@snippet file="org/netlink4j/macvtap/examples/Migration.java" region="example"}
 *
 * <p>A target that is dropped without any of these is cancelled by {@link #close}, so it fits a {@code try} that ends early.
 */
public final class MigrationTarget implements AutoCloseable {
    private final List<DirectInterface> interfaces;
    private State state = State.PREPARED;

    /** How far it is. */
    private enum State {
        PREPARED,
        FINISHED,
        STARTED,
        CANCELLED,
        /** Something could not be removed, and {@link #cancel} has to try again. */
        LEFT
    }

    private MigrationTarget(List<DirectInterface> interfaces) {
        this.interfaces = List.copyOf(interfaces);
    }

    /**
     * Makes all interfaces, which stay down, and lets the switch keep their profiles in mind.
     *
     * @param host this host's interfaces
     * @param specs what is wanted; the port profiles have the instance ids that they have at the source
     * @return the target, to be finished or cancelled
     * @throws IOException as {@link DirectInterfaces#create}; no interface is left then
     */
    public static MigrationTarget prepare(DirectInterfaces host, Collection<DirectInterfaceSpec> specs) throws IOException {
        List<DirectInterface> made = new ArrayList<>();
        try {
            for (DirectInterfaceSpec spec : specs) {
                made.add(host.create(spec, VmOperation.MIGRATE_IN_START));
            }
            return new MigrationTarget(made);
        } catch (Throwable t) {
            removing(made, VmOperation.MIGRATE_IN_START).suppressUnder(t);
            throw t;
        }
    }

    /** Removes in the order in which they were made; all are tried, whatever fails. */
    private static Failures removing(List<DirectInterface> made, VmOperation operation) {
        Failures failures = new Failures();
        Failures.uninterrupted(() -> made.forEach(each -> failures.attempt(() -> each.delete(operation))));
        return failures;
    }

    private void require(State wanted) {
        if (state != wanted) {
            throw new IllegalStateException("the migration is " + state.name().toLowerCase(Locale.ROOT));
        }
    }

    /** {@return the interfaces, in the order of their specs} */
    public List<DirectInterface> interfaces() {
        return interfaces;
    }

    /**
     * Puts all profiles in force: the machine's memory has come, and the source runs no more. If one fails, those before it are
     * disassociated again and all interfaces removed.
     *
     * @throws AssociationException if the switch does not agree
     * @throws IOException if there is no answer
     */
    public void finish() throws IOException {
        require(State.PREPARED);
        List<DirectInterface> associated = new ArrayList<>();
        try {
            for (DirectInterface each : interfaces) {
                each.associate(VmOperation.MIGRATE_IN_FINISH);
                associated.add(each);
            }
            state = State.FINISHED;
        } catch (Throwable t) {
            Failures failures = new Failures();
            Failures.uninterrupted(() -> associated.forEach(
                    each -> failures.attempt(() -> each.disassociate(VmOperation.MIGRATE_IN_FINISH))));
            failures.suppressUnder(t);
            remove().suppressUnder(t);
            throw t;
        }
    }

    /**
     * Lets frames flow: the machine's processors begin to run here. If one interface cannot, all are removed, and the machine
     * must not run here.
     *
     * @throws IOException as {@link DirectInterface#start}
     */
    public void start() throws IOException {
        require(State.FINISHED);
        try {
            for (DirectInterface each : interfaces) {
                each.start();
            }
            state = State.STARTED;
        } catch (Throwable t) {
            remove().suppressUnder(t);
            throw t;
        }
    }

    private Failures remove() {
        Failures failures = removing(interfaces, VmOperation.DESTROY);
        state = failures.isEmpty() ? State.CANCELLED : State.LEFT;
        return failures;
    }

    /**
     * Removes all interfaces: the source failed, or nobody wants the migration any more. Does nothing if they were removed before.
     *
     * @throws IOException the first failure, others suppressed under it; all interfaces were tried, and this may be called again
     */
    public void cancel() throws IOException {
        if (state != State.CANCELLED) {
            remove().throwFirst();
        }
    }

    /**
     * Cancels what was not started.
     *
     * @throws IOException as {@link #cancel}
     */
    @Override
    public void close() throws IOException {
        if (state != State.STARTED) {
            cancel();
        }
    }
}
