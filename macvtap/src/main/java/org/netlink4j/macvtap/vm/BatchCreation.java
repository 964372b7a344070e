package org.netlink4j.macvtap.vm;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_EXCL;
import static org.netlink4j.macvtap.vm.InterfaceStep.CREATE_DEVICE;
import static org.netlink4j.macvtap.vm.InterfaceStep.RECORD;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINK;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.client.BatchPolicy;
import org.netlink4j.core.client.BatchResult;
import org.netlink4j.core.client.Request;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.macvtap.io.NameGenerator;
import org.netlink4j.rtnetlink.link.Link;

/** Makes many interfaces, all or none: their devices in one batch of requests, and everything else of one after the other. */
final class BatchCreation {
    private final Host host;
    private final List<Creation> all = new ArrayList<>();

    BatchCreation(Host host, List<DirectInterfaceSpec> specs, VmOperation operation) throws IOException {
        this.host = host;
        long group = Host.anyGroup(); // nobody else's, so that all can be deleted at once while others are made
        for (DirectInterfaceSpec spec : specs) {
            all.add(new Creation(host, spec, operation, group));
        }
    }

    List<Session> run() throws IOException {
        try {
            for (Creation each : all) {
                each.prepare();
            }
            createDevices();
            List<Link> devices = find();
            for (int i = 0; i < devices.size(); i++) {
                all.get(i).complete(devices.get(i));
            }
            return all.stream().map(Creation::session).toList();
        } catch (Throwable t) {
            Failures.uninterrupted(() -> undo(t));
            throw t;
        }
    }

    /** The switch forgets one after the other, and the kernel deletes all devices at once. */
    private void undo(Throwable why) {
        List<Teardown> undoing = all.stream().map(Creation::teardown).toList();
        undoing.forEach(Teardown::attemptFirst);
        Failures failures = new Failures();
        failures.attempt(() -> BulkDeletion.run(host, all.stream().map(Creation::session).toList()));
        undoing.forEach(Teardown::attemptRest);
        failures.suppressUnder(why);
        undoing.forEach(each -> each.suppressUnder(why));
    }

    private void createDevices() throws IOException {
        for (Creation each : all) {
            String name = each.name();
            each.session().note(each.named(NameGenerator.isTemplate(name) ? host.names().next(name) : name));
        }
        recordAll();
        host.steps().before(CREATE_DEVICE);
        List<Creation> again = send();
        host.steps().after(CREATE_DEVICE);
        for (Creation each : again) {
            each.createDevice();
        }
    }

    private void recordAll() throws IOException {
        host.steps().before(RECORD);
        host.journal().saveAll(all.stream().map(each -> each.session().state()).toList());
        host.steps().after(RECORD);
    }

    /** Those whose name, which was generated, is taken. */
    private List<Creation> send() throws IOException {
        List<BatchResult> results = host.client().batch(
                all.stream()
                        .map(each -> Request.of(RTM_NEWLINK, each.wanted()).flags(NLM_F_CREATE | NLM_F_EXCL))
                        .toList(),
                BatchPolicy.CONTINUE);
        List<Creation> again = new ArrayList<>();
        Failures failures = new Failures();
        for (int i = 0; i < all.size(); i++) {
            Creation each = all.get(i);
            BatchResult result = results.get(i);
            failures.attempt(() -> {
                if (!isMade(each, result)) {
                    again.add(each);
                }
            });
        }
        failures.throwFirst();
        return again;
    }

    private static boolean isMade(Creation each, BatchResult result) throws NetlinkException {
        return switch (result) {
            case BatchResult.Done _ -> true;
            case BatchResult.Refused(KernelException why) -> {
                NetlinkException refusal = each.refused(why);
                if (why.errno() == Errno.EEXIST && NameGenerator.isTemplate(each.name())) {
                    yield false;
                }
                throw refusal;
            }
            case BatchResult.Unknown(NetlinkException why) -> throw why; // undoing looks whether it is there
            case BatchResult.NotSent _ -> throw new AssertionError("only a batch that stops leaves requests out");
        };
    }

    /** The new devices, of which all is recorded then. */
    private List<Link> find() throws IOException {
        Map<String, Link> links = host.links().list().stream().collect(Collectors.toMap(Link::name, Function.identity()));
        List<Link> devices = new ArrayList<>();
        for (Creation each : all) {
            Link device = Optional.ofNullable(links.get(each.session().state().device().name())).orElseThrow(
                    () -> new SystemCallException("looking up " + each.session().state(), Errno.ENODEV));
            each.session().note(each.found(device));
            devices.add(device);
        }
        recordAll();
        return devices;
    }
}
