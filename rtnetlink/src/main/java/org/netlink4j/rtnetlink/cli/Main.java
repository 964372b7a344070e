package org.netlink4j.rtnetlink.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import org.netlink4j.core.NetlinkException;

/** The {@code rtnl} command: what stands on its command line, and what it answers to the shell. */
public final class Main {
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int WRONG_USAGE = 2;

    private static final String HELP =
            """
            usage: rtnl link list [[dev] NAME] [--json]
                   rtnl decode FILE.pcap|HEX [--json]

              link list          the links of this network namespace, one line each
              link list NAME     one of them; "dev" before a name that reads like a word of ours
              decode FILE.pcap   the messages of a capture of netlink; "./abc" if the name of the file is all hexadecimal
              decode HEX         the messages of a datagram of NETLINK_ROUTE, from its nlmsghdr on
              --json             of links, the keys and values of "ip -json -details link show"; of a kind that is not
                                 known here, the data stand under "info_data_hex" as they came;
                                 of messages, all that is in them by the kernel's names
              --help             this text

            exit status: 0 done, 1 refused, 2 wrong usage
            """;

    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the command and exits.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        int status = new Main(out, err).run(Arrays.asList(arguments));
        out.flush();
        err.flush();
        System.exit(status);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /** Runs the command and says how it went. */
    int run(List<String> arguments) {
        try {
            if (arguments.contains("--help") || arguments.contains("-h")) {
                out.print(HELP);
            } else if (DecodeCommand.isMeant(arguments)) {
                DecodeCommand.parse(arguments).run(out);
            } else {
                LinkCommand.parse(arguments).run(out);
            }
            return DONE;
        } catch (NetlinkException e) {
            err.println("rtnl: " + e.getMessage());
            return REFUSED;
        } catch (NoSuchFileException e) {
            err.println("rtnl: no such file: " + e.getMessage());
            return REFUSED;
        } catch (IOException e) {
            err.println("rtnl: " + e);
            return REFUSED;
        } catch (IllegalArgumentException e) {
            err.println("rtnl: " + e.getMessage());
            err.println("\"rtnl --help\" tells more");
            return WRONG_USAGE;
        }
    }
}
