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

/** Makes an interface. If it fails, all is as before. */
final class Creation {
    /** The first half of addresses that QEMU's guests have by custom; locally administered. */
    private static final long PREFIX = 0x5254_0000_0000L;

    private static final DriverRequest.Port ANY_PORT = new DriverRequest.Port(0, -1);

    private final Host host;
    private final DirectInterfaceSpec spec;
    private final VmOperation operation;

    Creation(Host host, DirectInterfaceSpec spec, VmOperation operation) {
        this.host = host;
        this.spec = spec;
        this.operation = operation;
    }

    Session run() throws IOException {
        Optional<PortProfile> profile = spec.completeProfile();
        Link lower = lookUpLower();
        Session session = new Session(host, initial(lower));
        try {
            session.record(session.state());
            new LowerLoan(session).lend(lower, spec);
            Link device = createDevice(session);
            if (profile.isPresent()) {
                session.record(session.state().port(port(session, device, profile.get())));
            }
            new Negotiation(session).associate(operation);
            openQueues(session);
            session.record(session.state().phase(Phase.READY));
            return session;
        } catch (Throwable t) {
            new Teardown(session, operation).undo(t);
            throw t;
        }
    }

    private Link lookUpLower() throws IOException {
        host.steps().before(LOOK_UP_LOWER);
        Links links = host.links();
        Link lower = switch (spec.device().lower()) {
            case MacvtapSpec.Lower.Named(String name) -> links.get(name);
            case MacvtapSpec.Lower.Indexed(int index) -> links.get(index);
        };
        host.steps().after(LOOK_UP_LOWER);
        return lower;
    }

    private InterfaceState initial(Link lower) {
        boolean exclusive = spec.device().kind().mode().filter(MacvlanMode.PASSTHRU::equals).isPresent();
        MacAddress own = lower.address().orElse(new MacAddress(0));
        MacAddress address = spec.address().orElseGet(() -> exclusive ? own : anyAddress());
        return new InterfaceState(
                new UUID(ThreadLocalRandom.current().nextLong(), ThreadLocalRandom.current().nextLong()),
                Phase.CREATING,
                host.place(),
                new InterfaceState.Device("", 0, host.settings().group(), address),
                new InterfaceState.Lower(lower.name(), lower.index(), own, exclusive, false, false, LentFunction.None.NONE),
                Vsi.NONE,
                ProfilePort.None.NONE);
    }

    /** We choose it and not the kernel, for the journal and the switch are told before and after. */
    private static MacAddress anyAddress() {
        return new MacAddress(PREFIX | ThreadLocalRandom.current().nextInt(1 << 24));
    }

    private Link createDevice(Session session) throws IOException {
        InterfaceState state = session.state();
        LinkSpec wanted = spec.device()
                .address(state.device().address())
                .link()
                .lower(state.lower().index())
                .kind(spec.device().kind());
        LinkSpec grouped = state.device().group() == 0 ? wanted : wanted.group(state.device().group());
        String name = host.names().firstFree(spec.device().name(), candidate -> {
            LinkSpec named = grouped.name(candidate);
            session.record(session.state().device(state.device().named(candidate)));
            session.step(CREATE_DEVICE, () -> create(session, named));
            return candidate;
        });
        Link device = session.links().get(name);
        if (!session.isOurs(device) || !session.isOfOurGroup(device)) {
            throw new SystemCallException("creating " + name + ": it was replaced meanwhile", Errno.ENODEV);
        }
        session.record(session.state().device(session.state().device().indexed(device.index())));
        return device;
    }

    private static void create(Session session, LinkSpec wanted) throws NetlinkException {
        try {
            session.links().create(wanted);
        } catch (KernelException e) {
            session.note(session.state().device(session.state().device().gone())); // a refusal makes nothing
            if (e.errno() == Errno.EOPNOTSUPP) {
                throw MacvtapBuild.refused(e);
            }
            throw e;
        }
    }

    private ProfilePort port(Session session, Link device, PortProfile profile) throws NetlinkException {
        return switch (profile) {
            case QbgProfile qbg -> {
                RootDevice root = RootDevice.below(device, session.links()::get);
                yield new ProfilePort.Qbg(qbg, root.link().name(), root.link().index(), root.vlan());
            }
            case QbhProfile qbh -> new ProfilePort.Qbh(qbh, cardPort(session), spec.machine().id());
        };
    }

    private DriverRequest.Port cardPort(Session session) throws NetlinkException {
        Optional<CardPorts.Function> function = host.ports().function(session.state().lower().name());
        return function.isPresent()
                ? new DriverRequest.Port(session.links().get(function.get().physical()).index(), function.get().number())
                : new DriverRequest.Port(session.state().lower().index(), ANY_PORT.function());
    }

    private void openQueues(Session session) throws IOException {
        if (spec.opensQueues()) {
            InterfaceState.Device device = session.state().device();
            session.step(
                    OPEN_QUEUES,
                    () -> session.opened(host.taps().open(device.name(), device.index(), spec.taps())));
        }
    }
}
