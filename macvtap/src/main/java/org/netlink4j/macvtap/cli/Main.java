package org.netlink4j.macvtap.cli;

import static java.util.Map.entry;
import static org.netlink4j.lldpad.PortRequest.ASSOCIATE;
import static org.netlink4j.lldpad.PortRequest.DISASSOCIATE;
import static org.netlink4j.lldpad.PortRequest.PREASSOCIATE;

import java.time.Clock;
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
              graph     draws them
              watch     shows what happens to them
              plan      prints what would be done for a libvirt domain
              native    prints QEMU's arguments for a libvirt domain
              recover   finishes or undoes what a killed process left
              probe     tells what this system can do

              vsi associate | preassociate | disassociate
                        asks the switch about a VSI, by way of lldpad or of the built-in station
              vsi status | watch
                        the VSIs of a switch port
              evb show  what edge virtual bridging the other end of a cable offers
              evb bridge | station
                        plays one end of it

              --json    the result, or the error, as one line of JSON
              --help    this text, or that of a command

            exit status: 0 done, 1 refused, 2 wrong usage
            """;

    static final Program PROGRAM =
            new Program(
                    "macvtapctl",
                    () -> HELP,
                    Map.ofEntries(
                            entry("demo", Demo::new),
                            entry("create", Create::new),
                            entry("delete", Delete::new),
                            entry("list", ListDevices::new),
                            entry("show", Show::new),
                            entry("graph", Graph::new),
                            entry("watch", () -> new WatchDevices(Clock.systemUTC())),
                            entry("plan", Plan::new),
                            entry("native", Native::new),
                            entry("recover", Recover::new),
                            entry("probe", Probe::new),
                            entry("vsi associate", () -> new VsiAsk("associate", ASSOCIATE, "puts a port profile in force")),
                            entry("vsi preassociate", () -> new VsiAsk("preassociate", PREASSOCIATE, "lets the switch check a profile")),
                            entry("vsi disassociate", () -> new VsiAsk("disassociate", DISASSOCIATE, "ends a VSI")),
                            entry("vsi status", () -> new VsiStatus(false)),
                            entry("vsi watch", () -> new VsiStatus(true)),
                            entry("evb show", EvbShow::new),
                            entry("evb bridge", () -> new EvbEnd(true)),
                            entry("evb station", () -> new EvbEnd(false))));

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
