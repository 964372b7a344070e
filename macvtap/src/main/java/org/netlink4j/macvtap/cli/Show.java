package org.netlink4j.macvtap.cli;

import java.io.PrintStream;
import java.util.Map;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.core.cli.Command;
import org.netlink4j.core.cli.Program;
import org.netlink4j.macvtap.Macvtaps;

/** {@code macvtapctl show}. */
final class Show implements Command {
    @Override
    public String help() {
        return """
                show NAME [--json]

                  NAME    the name of a macvtap
                """;
    }

    @Override
    public int run(Arguments arguments, PrintStream out) throws NetlinkException {
        String name = arguments.operand("name");
        try (Macvtaps macvtaps = Macvtaps.open()) {
            Map<String, Object> view = DeviceView.of(macvtaps, macvtaps.get(name));
            if (arguments.has(JSON)) {
                Command.printJson(out, view);
            } else {
                view.forEach((key, value) -> out.printf("%-12s %s%n", key, value));
            }
        }
        return Program.DONE;
    }
}
