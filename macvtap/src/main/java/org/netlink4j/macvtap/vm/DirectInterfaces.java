package org.netlink4j.macvtap.vm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.PortRules;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.lldpad.client.VsiOutcome;
import org.netlink4j.macvtap.MacvtapSpec;
import org.netlink4j.macvtap.TapQueue;
import org.netlink4j.macvtap.io.MacvtapBuild;
import org.netlink4j.macvtap.io.NameGenerator;
import org.netlink4j.rtnetlink.Rtnetlink;

/**
 * The direct interfaces of virtual machines in one network namespace. Whatever fails, all is undone that was done for the failed
 * call, and nothing else: a device that this did not make is never deleted or changed. Needs {@code CAP_NET_ADMIN}; opening queues
 * needs access to their device nodes. May be used by many threads.
 *
 * <p>New devices are made in a link group of their own, those of a batch in one of theirs, by which they are known while their index is
 * not, and deleted at once.
 */
public final class DirectInterfaces implements AutoCloseable {
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    private static final Set<VmOperation> MAKING =
            Set.of(VmOperation.CREATE, VmOperation.RESTORE, VmOperation.MIGRATE_IN_START);

    private final NetworkNamespace namespace;
    private final Host host;
    private final Optional<FileJournal> journal;
    private final List<DirectInterface> interfaces = new CopyOnWriteArrayList<>();

    DirectInterfaces(NetworkNamespace namespace, Host host, Optional<FileJournal> journal) {
        this.namespace = namespace;
        this.host = host;
        this.journal = journal;
    }

    /**
     * Opens a network namespace without a journal: what this process leaves when it is killed nobody undoes.
     *
     * @param namespace where; it may be closed afterwards
     * @param associator negotiates with the switch
     * @return its direct interfaces, to be closed
     * @throws org.netlink4j.core.NotSupportedException in a build without macvtap, or on another system than Linux
     * @throws IOException if the namespace cannot be entered or the kernel gives no socket
     */
    public static DirectInterfaces open(NetworkNamespace namespace, VsiAssociator associator) throws IOException {
        return open(namespace, associator, Optional.empty(), Steps.UNOBSERVED);
    }

    /**
     * Opens a network namespace with a journal, which is made if it is not there. What processes before left in it stays so until
     * {@link #recover}.
     *
     * @param namespace where; it may be closed afterwards
     * @param associator negotiates with the switch
     * @param journal a directory that one process at a time has, best in {@code /run}, which does not outlive the machine's devices
     * @return its direct interfaces, to be closed
     * @throws org.netlink4j.core.NotSupportedException in a build without macvtap, or on another system than Linux
     * @throws IOException if another process has the journal, the namespace cannot be entered or the kernel gives no socket
     */
    public static DirectInterfaces open(NetworkNamespace namespace, VsiAssociator associator, Path journal) throws IOException {
        MacvtapBuild.require();
        return open(namespace, associator, Optional.of(FileJournal.open(journal)), Steps.UNOBSERVED);
    }

    static DirectInterfaces open(
            NetworkNamespace namespace, VsiAssociator associator, Optional<FileJournal> journal, Steps steps)
            throws IOException {
        MacvtapBuild.require();
        Objects.requireNonNull(associator);
        NetworkNamespace own = NetworkNamespace.ofPath(namespace.path());
        try {
            Host host = new Host(
                    NetlinkClient.open(Rtnetlink.PROTOCOL, namespace),
                    new NameGenerator(),
                    associator,
                    (device, index, options) -> TapQueue.open(own, device, index, options),
                    journal.map(Journal.class::cast).orElse(Journal.NONE),
                    steps,
                    device -> own.callWithSysfs(() -> new CardPorts.Sysfs(Path.of("/sys/class/net")).function(device)),
                    new Host.Settings(PortRules.CURRENT, HostId.read(), Host.anyGroup()),
                    new InterfaceState.Place(Files.readString(BOOT_ID).strip(), namespace.inode()));
            return new DirectInterfaces(own, host, journal);
        } catch (IOException e) {
            own.close();
            if (journal.isPresent()) {
                journal.get().close();
            }
            throw e;
        }
    }

    /**
     * An associator for machines without port profiles.
     *
     * @return one that asks nobody and never agrees
     */
    public static VsiAssociator nobody() {
        return _ -> new VsiOutcome.NotRunning();
    }

    /**
     * Makes an interface: the device, which stays down, what the switch is told, and the queues.
     *
     * @param spec what is wanted
     * @param operation why: {@link VmOperation#CREATE}, {@link VmOperation#RESTORE}, or {@link VmOperation#MIGRATE_IN_START}, of
     *     which the switch is only told to keep the profile in mind
     * @return the interface
     * @throws AssociationException if the switch, or who talks to it, does not agree
     * @throws org.netlink4j.core.SystemCallException in passthru mode, if a VLAN is wanted of what is no virtual function
     *     ({@code EOPNOTSUPP}), the physical function is down ({@code ENETDOWN}), or {@code CAP_SYS_ADMIN} is missing, by which a
     *     network card's functions are found ({@code EPERM})
     * @throws org.netlink4j.core.KernelException as {@link org.netlink4j.macvtap.Macvtaps#create}
     * @throws org.netlink4j.core.NotSupportedException if the kernel has no macvtap
     * @throws IOException if anything else fails
     */
    public DirectInterface create(DirectInterfaceSpec spec, VmOperation operation) throws IOException {
        requireMaking(operation);
        DirectInterface made = new DirectInterface(this, new Creation(host, spec, operation).run());
        interfaces.add(made);
        return made;
    }

    /**
     * Makes an interface and lets frames flow. If they cannot, the interface is removed again.
     *
     * @param spec what is wanted
     * @param operation as {@link #create}
     * @return the interface
     * @throws org.netlink4j.core.KernelException as {@link #create}, and {@code EADDRINUSE} (older kernels {@code EBUSY}) if a device
     *     with the same MAC address is up on the lower device, which stays as it is
     * @throws IOException as {@link #create}
     */
    public DirectInterface createStarted(DirectInterfaceSpec spec, VmOperation operation) throws IOException {
        DirectInterface made = create(spec, operation);
        try {
            made.start();
            return made;
        } catch (Throwable t) {
            Failures failures = new Failures();
            Failures.uninterrupted(() -> failures.attempt(() -> made.delete(operation)));
            failures.suppressUnder(t);
            throw t;
        }
    }

    /**
     * Makes many interfaces, all or none: the devices in one batch of requests, then what the switch is told and the queues of one
     * after the other. Takes much less time than one by one, and so does undoing it if one fails.
     *
     * @param specs what is wanted
     * @param operation as {@link #create}
     * @return the interfaces, in the order of their specs
     * @throws IOException as {@link #create}, for the first that fails; none is left then
     */
    public List<DirectInterface> createAll(List<DirectInterfaceSpec> specs, VmOperation operation) throws IOException {
        requireMaking(operation);
        List<DirectInterface> made = new BatchCreation(host, specs, operation)
                .run().stream().map(session -> new DirectInterface(this, session)).toList();
        interfaces.addAll(made);
        return made;
    }

    private static void requireMaking(VmOperation operation) {
        if (!MAKING.contains(operation)) {
            throw new IllegalArgumentException("no interface is made to " + operation.words());
        }
    }

    /** {@return the interfaces that were made or kept and not deleted} */
    public List<DirectInterface> interfaces() {
        return List.copyOf(interfaces);
    }

    /**
     * Removes all interfaces: the switch forgets one after the other, then the kernel deletes all devices at once, by their link
     * group, with a request for each batch that they were made in. If a stranger's device is in a group, ours are deleted one by one.
     * Everything is tried, whatever fails.
     *
     * @param operation why, for example {@link VmOperation#DESTROY}; with {@link VmOperation#NO_OP} nothing is done
     * @throws IOException the first failure, others suppressed under it
     */
    public void deleteAll(VmOperation operation) throws IOException {
        if (operation == VmOperation.NO_OP) {
            return;
        }
        List<DirectInterface> all = interfaces();
        Failures failures = new Failures();
        all.forEach(each -> failures.attempt(() -> each.prepareToDelete(operation)));
        failures.attempt(() -> BulkDeletion.run(host, all.stream().map(DirectInterface::session).toList()));
        all.forEach(each -> failures.attempt(() -> each.delete(operation)));
        failures.throwFirst();
    }

    void forget(DirectInterface gone) {
        interfaces.remove(gone);
    }

    /** What to do with interfaces that are complete. */
    public enum Complete {
        /** Their machine may still run: they stay. */
        KEEP,
        /** Their machine is gone: they are removed. */
        REMOVE
    }

    /**
     * Finishes or undoes what processes before left in the journal: an interface that was not complete is removed, and what was
     * interrupted is finished or taken back. Interfaces of this process are not touched.
     *
     * @param complete what to do with interfaces that are complete
     * @return what became of each
     * @throws IOException if the journal cannot be read
     */
    public List<Recovered> recover(Complete complete) throws IOException {
        if (journal.isEmpty()) {
            return List.of();
        }
        FileJournal.Contents contents = journal.get().read();
        List<Recovered> outcomes = new ArrayList<>();
        for (InterfaceState state : contents.states()) {
            if (interfaces.stream().noneMatch(known -> known.state().id().equals(state.id()))) {
                outcomes.add(new Recovery(host, state, complete).run(kept -> keep(kept)));
            }
        }
        contents.damaged().forEach(damaged -> outcomes.add(new Recovered(
                damaged.file().toString(), Recovered.Outcome.FAILED, damaged.why().getMessage())));
        return List.copyOf(outcomes);
    }

    private void keep(Session session) {
        host.names().reserve(MacvtapSpec.DEFAULT_NAME, session.state().device().name());
        interfaces.add(new DirectInterface(this, session));
    }

    /** {@return the network namespace, open until {@link #close}} */
    NetworkNamespace namespace() {
        return namespace;
    }

    Host host() {
        return host;
    }

    /**
     * Closes the socket, the journal and all queues of this process. Devices stay as they are, and so does what the switch knows.
     * May be called again.
     */
    @Override
    public void close() {
        interfaces.forEach(DirectInterface::close);
        host.client().close();
        journal.ifPresent(FileJournal::close);
        namespace.close();
    }
}
