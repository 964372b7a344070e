package org.netlink4j.macvtap.vm;

import static org.netlink4j.macvtap.vm.InterfaceStep.CREATE_DEVICE;
import static org.netlink4j.macvtap.vm.InterfaceStep.LOOK_UP_LOWER;
import static org.netlink4j.macvtap.vm.InterfaceStep.OPEN_QUEUES;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.lldpad.DriverRequest;
import org.netlink4j.lldpad.PortProfile;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.QbhProfile;
import org.netlink4j.lldpad.RootDevice;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.macvtap.MacvtapSpec;
import org.netlink4j.macvtap.io.MacvtapBuild;
import org.netlink4j.macvtap.vm.InterfaceState.Phase;
import org.netlink4j.macvtap.vm.InterfaceState.Vsi;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Links;
import org.netlink4j.rtnetlink.link.MacvlanMode;

/** Makes an interface, alone or along with others. If it fails, all is as before. */
final class Creation {
    /** The first half of addresses that QEMU's guests have by custom; locally administered. */
    private static final long PREFIX = 0x5254_0000_0000L;

    private static final DriverRequest.Port ANY_PORT = new DriverRequest.Port(0, -1);

    private final Host host;
    private final DirectInterfaceSpec spec;
    private final VmOperation operation;
    private final long group;
    private final Optional<PortProfile> profile;
    private final Link lower;
    private final Session session;

    /** Of an interface that is made alone. */
    Creation(Host host, DirectInterfaceSpec spec, VmOperation operation) throws IOException {
        this(host, spec, operation, host.settings().group());
    }

    /** Looks at the lower device and changes nothing. */
    Creation(Host host, DirectInterfaceSpec spec, VmOperation operation, long group) throws IOException {
        this.host = host;
        this.group = group;
        this.spec = spec;
        this.operation = operation;
        profile = spec.completeProfile();
        lower = lookUpLower();
        session = new Session(host, initial());
    }

    Session run() throws IOException {
        try {
            prepare();
            createDevice();
            Link device = session.links().get(session.state().device().name());
            session.record(found(device));
            complete(device);
            return session;
        } catch (Throwable t) {
            Teardown undoing = teardown();
            Failures.uninterrupted(undoing::attemptAll);
            undoing.suppressUnder(t);
            throw t;
        }
    }

    /** Does what comes before the device is made. */
    void prepare() throws IOException {
        new LowerLoan(session).lend(lower, spec);
    }

    /** Does what comes after the device was made and found. */
    void complete(Link device) throws IOException {
        if (profile.isPresent()) {
            session.record(session.state().port(port(device, profile.get())));
        }
        new Negotiation(session).associate(operation);
        openQueues();
        session.record(session.state().phase(Phase.READY));
    }

    /** Undoes what was done. */
    Teardown teardown() {
        return new Teardown(session, operation);
    }

    Session session() {
        return session;
    }

    /** The name that is wanted, or its template. */
    String name() {
        return spec.device().name();
    }

    private Link lookUpLower() throws IOException {
        host.steps().before(LOOK_UP_LOWER);
        Links links = host.links();
        Link found = switch (spec.device().lower()) {
            case MacvtapSpec.Lower.Named(String name) -> links.get(name);
            case MacvtapSpec.Lower.Indexed(int index) -> links.get(index);
        };
        host.steps().after(LOOK_UP_LOWER);
        return found;
    }

    private InterfaceState initial() {
        boolean exclusive = spec.device().kind().mode().filter(MacvlanMode.PASSTHRU::equals).isPresent();
        MacAddress own = lower.address().orElse(new MacAddress(0));
        MacAddress address = spec.address().orElseGet(() -> exclusive ? own : anyAddress());
        return new InterfaceState(
                new UUID(ThreadLocalRandom.current().nextLong(), ThreadLocalRandom.current().nextLong()),
                Phase.CREATING,
                host.place(),
                new InterfaceState.Device("", 0, group, address),
                new InterfaceState.Lower(lower.name(), lower.index(), own, exclusive, false, false, LentFunction.None.NONE),
                Vsi.NONE,
                ProfilePort.None.NONE);
    }

    /** We choose it and not the kernel, for the journal and the switch are told before and after. */
    private static MacAddress anyAddress() {
        return new MacAddress(PREFIX | ThreadLocalRandom.current().nextInt(1 << 24));
    }

    /** Makes the device under the first name that is free. */
    void createDevice() throws IOException {
        host.names().firstFree(name(), candidate -> {
            session.record(named(candidate));
            session.step(CREATE_DEVICE, this::create);
            return candidate;
        });
    }

    /** What is known once the device is to have a name. */
    InterfaceState named(String name) {
        return session.state().device(session.state().device().named(name));
    }

    /** What the kernel is asked for. */
    LinkSpec wanted() {
        InterfaceState.Device device = session.state().device();
        LinkSpec wanted = spec.device()
                .address(device.address())
                .link()
                .lower(session.state().lower().index())
                .kind(spec.device().kind())
                .name(device.name());
        return device.group() == 0 ? wanted : wanted.group(device.group());
    }

    private void create() throws NetlinkException {
        try {
            session.links().create(wanted());
        } catch (KernelException e) {
            throw refused(e);
        }
    }

    /** A refusal makes nothing. */
    NetlinkException refused(KernelException why) {
        session.note(session.state().device(session.state().device().gone()));
        return MacvtapBuild.refused(why);
    }

    /** What is known once something was found under the name of the new device. */
    InterfaceState found(Link device) throws SystemCallException {
        if (!session.isOurs(device) || !session.isOfOurGroup(device)) {
            throw new SystemCallException("creating " + device.name() + ": it was replaced meanwhile", Errno.ENODEV);
        }
        return session.state().device(session.state().device().indexed(device.index()));
    }

    private ProfilePort port(Link device, PortProfile wanted) throws NetlinkException {
        return switch (wanted) {
            case QbgProfile qbg -> {
                RootDevice root = RootDevice.below(device, session.links()::get);
                yield new ProfilePort.Qbg(qbg, root.link().name(), root.link().index(), root.vlan());
            }
            case QbhProfile qbh -> new ProfilePort.Qbh(qbh, cardPort(), spec.machine().id());
        };
    }

    private DriverRequest.Port cardPort() throws NetlinkException {
        Optional<CardPorts.Function> function = host.ports().function(session.state().lower().name());
        return function.isPresent()
                ? new DriverRequest.Port(session.links().get(function.get().physical()).index(), function.get().number())
                : new DriverRequest.Port(session.state().lower().index(), ANY_PORT.function());
    }

    private void openQueues() throws IOException {
        if (spec.opensQueues()) {
            InterfaceState.Device device = session.state().device();
            session.step(
                    OPEN_QUEUES,
                    () -> session.opened(host.taps().open(device.name(), device.index(), spec.taps())));
        }
    }
}
