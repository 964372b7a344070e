package org.netlink4j.macvtap.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.core.cli.Command;
import org.netlink4j.core.cli.Program;
import org.netlink4j.macvtap.MacvtapDevice;
import org.netlink4j.macvtap.Macvtaps;

/** {@code macvtapctl list}. */
final class ListDevices implements Command {
    @Override
    public String help() {
        return """
                list [--json]

                  the macvtaps of this network namespace, one line each
                """;
    }

    @Override
    public int run(Arguments arguments, PrintStream out) throws NetlinkException {
        arguments.noOperands();
        List<Map<String, Object>> views = new ArrayList<>();
        try (Macvtaps macvtaps = Macvtaps.open()) {
            for (MacvtapDevice device : macvtaps.list()) {
                views.add(DeviceView.of(macvtaps, device));
            }
        }
        if (arguments.has(JSON)) {
            Command.printJson(out, views);
        } else {
            views.forEach(view -> out.println(DeviceView.line(view)));
        }
        return Program.DONE;
    }
}
