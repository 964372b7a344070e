package org.netlink4j.macvtap.cli;

import java.io.PrintStream;
import java.util.Map;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.core.cli.Command;
import org.netlink4j.core.cli.Program;
import org.netlink4j.macvtap.Macvtaps;

/** {@code macvtapctl delete}. */
final class Delete implements Command {
    @Override
    public String help() {
        return """
                delete NAME [--json]

                  NAME    the name of a macvtap; anything else is not deleted
                """;
    }

    @Override
    public int run(Arguments arguments, PrintStream out) throws NetlinkException {
        String name = arguments.operand("name");
        try (Macvtaps macvtaps = Macvtaps.open()) {
            macvtaps.delete(name);
        }
        if (arguments.has(JSON)) {
            Command.printJson(out, Map.of("deleted", name));
        } else {
            out.println("deleted " + name);
        }
        return Program.DONE;
    }
}
