package org.netlink4j.macvtap.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.netlink4j.core.Errno;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.core.cli.Command;
import org.netlink4j.core.cli.Program;
import org.netlink4j.lldpad.backend.ListedVsi;
import org.netlink4j.lldpad.backend.VsiBackend;

/** {@code macvtapctl vsi status} and {@code vsi watch}. */
final class VsiStatus implements Command {
    private final boolean watches;

    VsiStatus(boolean watches) {
        this.watches = watches;
    }

    @Override
    public String help() {
        return """
                vsi %s DEVICE [OPTION...]

                  %s
                  Of lldpad, or of the process that keeps a station on the port: root and its own user may ask.
                  lldpad forgets a VSI that failed once somebody has read of it.

                %s""".formatted(watches ? "watch" : "status",
                        watches
                                ? "the VSIs of a switch port, then what changes, until it is interrupted"
                                : "the VSIs of a switch port, the newest first",
                        VsiPort.HELP);
    }

    @Override
    public Set<String> options() {
        return VsiPort.OPTIONS;
    }

    @Override
    public int run(Arguments arguments, PrintStream out) throws IOException {
        VsiPort port = VsiPort.of(arguments);
        try (VsiBackend backend = port.backend(arguments, port.config(arguments))) {
            if (backend.kind() == VsiBackend.Kind.BUILT_IN) {
                throw new SystemCallException("asking for the VSIs of " + port.name() + ": neither lldpad nor a station that you may ask"
                        + " runs here; start lldpad, or macvtapctl evb station " + port.name(), Errno.ECONNREFUSED);
            }
            return watches ? watch(backend, port, arguments, out) : once(backend, port, arguments, out);
        }
    }

    private static int once(VsiBackend backend, VsiPort port, Arguments arguments, PrintStream out) throws NetlinkException {
        List<ListedVsi> vsis = backend.status(port.name(), port.index());
        if (arguments.has(JSON)) {
            Command.printJson(out, Map.of("device", port.name(), "vsis", vsis.stream().map(VsiStatus::view).toList()));
        } else if (vsis.isEmpty()) {
            out.println("no VSI on " + port.name());
        } else {
            vsis.forEach(vsi -> out.println(vsi.instanceId() + " " + vsi.words()));
        }
        return Program.DONE;
    }

    private static Map<String, Object> view(ListedVsi vsi) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("instance_id", vsi.instanceId().toString());
        view.put("stage", vsi.stage().name().toLowerCase(Locale.ROOT));
        view.put("words", vsi.words());
        return view;
    }

    // ---- watching

    private static int watch(VsiBackend backend, VsiPort port, Arguments arguments, PrintStream out) throws NetlinkException {
        Map<String, String> before = Map.of();
        try (Running running = new Running(arguments)) {
            while (running.goesOn()) {
                Map<String, String> now = look(backend, port);
                for (Map.Entry<String, String> one : now.entrySet()) {
                    if (!one.getValue().equals(before.get(one.getKey()))) {
                        print(arguments, out, one.getKey(), one.getValue());
                    }
                }
                for (String instance : before.keySet()) {
                    if (!now.containsKey(instance)) {
                        print(arguments, out, instance, "gone");
                    }
                }
                before = now;
                backend.ended(running.step());
            }
        }
        return Program.DONE;
    }

    /** lldpad leaves out the VSI after one that it forgets, so one that is missing is looked for again. */
    private static Map<String, String> look(VsiBackend backend, VsiPort port) throws NetlinkException {
        Map<String, String> found = new LinkedHashMap<>();
        try {
            for (int i = 0; i < 2; i++) {
                backend.status(port.name(), port.index())
                        .forEach(vsi -> found.put(vsi.instanceId().toString(), vsi.words()));
            }
        } catch (SystemCallException e) {
            if (e.errno() != Errno.ECONNREFUSED) {
                throw e;
            }
            return Map.of(); // lldpad or the station has gone, and its VSIs with it
        }
        return found;
    }

    private static void print(Arguments arguments, PrintStream out, String instance, String words) {
        if (arguments.has(JSON)) {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("instance_id", instance);
            view.put("words", words);
            Command.printJson(out, view);
        } else {
            out.println(instance + " " + words);
        }
        out.flush();
    }
}
