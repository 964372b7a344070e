package org.netlink4j.macvtap.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.core.cli.Command;
import org.netlink4j.core.cli.Program;
import org.netlink4j.lldpad.PortParameter;
import org.netlink4j.lldpad.PortProfileSpec;
import org.netlink4j.lldpad.PortProfileType;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.lldpad.backend.EndedVsi;
import org.netlink4j.lldpad.backend.VsiBackend;
import org.netlink4j.lldpad.client.LldpadConfig;
import org.netlink4j.lldpad.client.VsiOutcome;

/** {@code macvtapctl vsi associate}, {@code preassociate} and {@code disassociate}. */
final class VsiAsk implements Command {
    private static final String MANAGER = "--manager-id";
    private static final String TYPE = "--type-id";
    private static final String VERSION = "--type-version";
    private static final String INSTANCE = "--instance-id";
    private static final String MAC = "--mac";
    private static final String VLAN = "--vlan";
    private static final String RESERVE = "--reserve";

    private static final Map<String, PortParameter> PARAMETERS = Map.of(
            MANAGER, PortParameter.MANAGER_ID,
            TYPE, PortParameter.TYPE_ID,
            VERSION, PortParameter.TYPE_ID_VERSION,
            INSTANCE, PortParameter.INSTANCE_ID);

    private final String word;
    private final PortRequest request;
    private final String does;

    VsiAsk(String word, PortRequest request, String does) {
        this.word = word;
        this.request = request;
        this.does = does;
    }

    @Override
    public String help() {
        return """
                vsi %s DEVICE --manager-id N --type-id N --type-version N [--instance-id UUID] [--mac MAC] [--vlan VID] [OPTION...]

                  %s
                  DEVICE        a macvtap, or the device beneath: the switch port is that of the physical device
                  --manager-id, --type-id, --type-version
                                the VSI type: 0 to 255, 0 to 0xffffff, 0 to 255
                  --instance-id the VSI (default for a new one: a random UUID, which is printed)
                  --mac         MAC address of the machine (default: the device's)
                  --vlan        VLAN id, 0 to let the switch choose (default: that of a VLAN device on the way down, else 0)
                %s%s
                  The built-in station keeps the VSI in force as long as this command runs: it goes on until it is interrupted,
                  and ends the VSI then. The station of another process, as "evb station" has one, keeps it without this command.
                """.formatted(word, does,
                        request == PortRequest.PREASSOCIATE ? "  --reserve     with reservation of resources\n" : "",
                        VsiPort.HELP);
    }

    @Override
    public Set<String> switches() {
        return request == PortRequest.PREASSOCIATE ? Set.of(RESERVE) : Set.of();
    }

    @Override
    public Set<String> options() {
        Set<String> options = new HashSet<>(VsiPort.OPTIONS);
        options.addAll(PARAMETERS.keySet());
        options.addAll(Set.of(MAC, VLAN));
        return options;
    }

    @Override
    public int run(Arguments arguments, PrintStream out) throws IOException {
        QbgProfile profile = profile(arguments);
        VsiPort port = VsiPort.of(arguments);
        VsiRequest wanted = request(arguments, profile, port);
        LldpadConfig config = port.config(arguments);
        try (VsiBackend backend = port.backend(arguments, config);
                Running running = new Running(arguments)) {
            VsiOutcome outcome = ask(backend, wanted, config);
            print(arguments, out, view(wanted, backend, outcome));
            if (!outcome.isDone()) {
                return Program.REFUSED;
            }
            boolean holds = backend.kind() == VsiBackend.Kind.BUILT_IN && wanted.request() != PortRequest.DISASSOCIATE;
            return holds ? hold(backend, wanted, running, arguments, out) : Program.DONE;
        }
    }

    private static VsiOutcome ask(VsiBackend backend, VsiRequest request, LldpadConfig config) throws NetlinkException {
        try (Progress _ = new Progress(System.err, "waiting for the switch", config.timeout())) {
            return backend.request(request);
        }
    }

    private QbgProfile profile(Arguments arguments) {
        PortProfileSpec spec = PortProfileSpec.of(PortProfileType.QBG);
        for (Map.Entry<String, PortParameter> one : PARAMETERS.entrySet()) {
            Optional<String> value = arguments.value(one.getKey());
            if (value.isPresent()) {
                spec = spec.with(one.getValue(), value.get());
            } else if (one.getKey().equals(INSTANCE) && request == PortRequest.DISASSOCIATE) {
                throw new IllegalArgumentException("want --instance-id: which VSI is to end?");
            }
        }
        return (QbgProfile) spec.complete();
    }

    private VsiRequest request(Arguments arguments, QbgProfile profile, VsiPort port) {
        MacAddress address = arguments.value(MAC)
                .map(MacAddress::parse)
                .or(() -> port.device().address())
                .orElseThrow(() -> new IllegalArgumentException("the device has no MAC address: want --mac"));
        PortRequest wanted = arguments.has(RESERVE) ? PortRequest.PREASSOCIATE_RR : request;
        int vlan = arguments.value(VLAN).map(VsiAsk::number).orElse(port.root().vlan());
        return new VsiRequest(wanted, profile, port.name(), port.index(), address, vlan);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a VLAN id: " + text, e);
        }
    }

    // ---- the built-in station goes on

    private static int hold(
            VsiBackend backend, VsiRequest wanted, Running running, Arguments arguments, PrintStream out)
            throws NetlinkException {
        UUID instance = wanted.profile().instanceId();
        if (!arguments.has(JSON)) {
            out.println("kept in force by this process; interrupt it to end the VSI");
            out.flush();
        }
        while (running.goesOn()) {
            Optional<EndedVsi> ended = backend.ended(running.step());
            if (ended.filter(end -> end.instanceId().equals(instance)).isPresent()) {
                print(arguments, out, Map.of("ended", instance.toString(), "words", ended.get().reason().words()));
                return Program.REFUSED;
            }
        }
        VsiRequest end = wanted.with(PortRequest.DISASSOCIATE);
        VsiOutcome outcome = backend.request(end);
        print(arguments, out, view(end, backend, outcome));
        return outcome.isDone() ? Program.DONE : Program.REFUSED;
    }

    // ---- what is printed

    private static Map<String, Object> view(VsiRequest request, VsiBackend backend, VsiOutcome outcome) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("done", outcome.isDone());
        view.put("words", outcome.words());
        view.put("outcome", outcome.getClass().getSimpleName());
        view.put("request", request.request().words());
        view.put("backend", backend.kind().word());
        view.put("device", request.device());
        view.put("instance_id", request.profile().instanceId().toString());
        view.put("mac", request.address().toString());
        view.put("vlan", request.vlan());
        return view;
    }

    private static void print(Arguments arguments, PrintStream out, Map<String, Object> view) {
        if (arguments.has(JSON)) {
            Command.printJson(out, view);
        } else if (view.containsKey("ended")) {
            out.println("ended: " + view.get("words"));
        } else {
            out.println(view.get("words"));
            out.println("  VSI " + view.get("instance_id") + " on " + view.get("device") + ", MAC " + view.get("mac") + ", VLAN "
                    + view.get("vlan") + ", by way of " + view.get("backend"));
        }
        out.flush();
    }
}
