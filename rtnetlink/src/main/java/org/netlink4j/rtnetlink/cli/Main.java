package org.netlink4j.rtnetlink.cli;

import java.util.Map;
import org.netlink4j.core.cli.Program;

/** The {@code rtnl} command: it looks, and changes nothing. */
public final class Main {
    private static final String HELP =
            """
            usage: rtnl COMMAND [ARGUMENT...]

              link list       the links of this network namespace
              addr list       their addresses
              neigh list      their neighbours
              rule list       the routing rules
              fdb list        the forwarding entries of bridges and other devices
              decode          the messages of a capture, or of a datagram in hexadecimal

              --json          the result, or the error, as JSON
              --help          this text, or that of a command

            exit status: 0 done, 1 refused, 2 wrong usage
            """;

    static final Program PROGRAM =
            new Program("rtnl", HELP, Map.of(
                    "link list", new LinkList(),
                    "addr list", AddressJson.COMMAND,
                    "neigh list", NeighbourJson.COMMAND,
                    "rule list", RuleJson.COMMAND,
                    "fdb list", FdbJson.COMMAND,
                    "decode", new Decode()));

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
