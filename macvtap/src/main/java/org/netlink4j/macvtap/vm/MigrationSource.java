package org.netlink4j.macvtap.vm;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.netlink4j.lldpad.VmOperation;

/**
 * The direct interfaces of a machine that leaves this host. While it is migrated nothing happens to them; {@link #pause} goes with
 * its processors. Then either {@link #confirm} removes them, after the target has associated its own, or {@link #cancel} lets the
 * machine go on here, whose profiles were in force all the time. For one thread at a time.
 */
public final class MigrationSource {
    private final List<DirectInterface> interfaces;
    private Decision decision = Decision.OPEN;

    /** Where the machine will run. */
    private enum Decision {
        OPEN,
        THERE,
        HERE
    }

    /**
     * A machine that is about to leave.
     *
     * @param interfaces its interfaces, started and associated
     */
    public MigrationSource(Collection<DirectInterface> interfaces) {
        this.interfaces = List.copyOf(interfaces);
    }

    private void decide(Decision wanted) {
        if (decision != Decision.OPEN && decision != wanted) {
            throw new IllegalStateException("the migration is over");
        }
        decision = wanted;
    }

    private Failures trying(Each each) {
        Failures failures = new Failures();
        interfaces.forEach(one -> failures.attempt(() -> each.run(one)));
        return failures;
    }

    /** Something to do with each interface. */
    private interface Each {
        void run(DirectInterface one) throws IOException;
    }

    /**
     * Lets no frames flow any more: the machine's processors stop.
     *
     * @throws IOException the first failure, others suppressed under it; all interfaces were tried, and this may be called again
     */
    public void pause() throws IOException {
        decide(Decision.OPEN);
        trying(DirectInterface::stop).throwFirst();
    }

    /**
     * Removes all interfaces: the machine runs at the target.
     *
     * @throws IOException the first failure, others suppressed under it; all interfaces were tried, and this may be called again
     */
    public void confirm() throws IOException {
        decide(Decision.THERE);
        trying(one -> one.delete(VmOperation.MIGRATE_OUT)).throwFirst();
    }

    /**
     * Lets frames flow again: the target failed, and the machine's processors go on here. The switch is not asked, for it was told
     * nothing.
     *
     * @throws IOException the first failure, others suppressed under it; all interfaces were tried, and this may be called again
     */
    public void cancel() throws IOException {
        decide(Decision.HERE);
        trying(DirectInterface::start).throwFirst();
    }
}
