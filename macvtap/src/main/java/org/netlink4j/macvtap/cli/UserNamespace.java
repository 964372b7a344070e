package org.netlink4j.macvtap.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.netlink4j.core.NotSupportedException;

/** Runs this very command line again where an ordinary user is root: in a user namespace of his own. */
final class UserNamespace {
    private static final String INSIDE = "MACVTAPCTL_IN_USER_NAMESPACE";

    private UserNamespace() {}

    /** Whether this process is the second one. */
    static boolean isInside() {
        return System.getenv(INSIDE) != null;
    }

    /** Runs it there, with our standard streams, and returns its exit status. */
    static int runAgain() throws NotSupportedException {
        ProcessHandle.Info own = ProcessHandle.current().info();
        List<String> command = new ArrayList<>(List.of("unshare", "--user", "--map-root-user", "--net", "--mount"));
        // Also if this process is killed; from inside, because the kernel forgets such a wish when a process enters a user namespace.
        command.addAll(List.of("setpriv", "--pdeathsig", "KILL"));
        command.add(own.command().orElseThrow());
        command.addAll(List.of(own.arguments().orElseThrow()));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put(INSIDE, "yes");
        try {
            Process process = builder.start();
            // A signal to this process alone must not leave the other behind.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return process.waitFor();
        } catch (IOException e) {
            throw new NotSupportedException(
                    "not supported: an ordinary user needs the commands unshare and setpriv of util-linux: " + e.getMessage());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the main thread", e);
        }
    }
}
