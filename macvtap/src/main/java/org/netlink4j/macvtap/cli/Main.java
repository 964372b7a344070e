package org.netlink4j.macvtap.cli;

import java.util.Map;
import org.netlink4j.core.cli.Program;

/** The {@code macvtapctl} command. */
public final class Main {
    private static final String HELP =
            """
            usage: macvtapctl COMMAND [ARGUMENT...]

              demo      shows a macvtap at work, in network namespaces of its own
              create    makes a device
              delete    deletes one, by name
              list      lists the devices of this network namespace
              show      shows one of them
              plan      prints what would be done for a libvirt domain
              native    prints QEMU's arguments for a libvirt domain
              recover   finishes or undoes what a killed process left
              probe     tells what this system can do

              --json    the result, or the error, as one line of JSON
              --help    this text, or that of a command

            exit status: 0 done, 1 refused, 2 wrong usage
            """;

    static final Program PROGRAM =
            new Program(
                    "macvtapctl",
                    HELP,
                    Map.of(
                            "demo", new Demo(),
                            "create", new Create(),
                            "delete", new Delete(),
                            "list", new ListDevices(),
                            "show", new Show(),
                            "plan", new Plan(),
                            "native", new Native(),
                            "recover", new Recover(),
                            "probe", new Probe()));

    private Main() {}

    /**
     * Runs the command and exits.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        PROGRAM.main(arguments);
    }
}
