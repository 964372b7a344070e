package org.netlink4j.rtnetlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.Errno;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.testkit.Attempt;
import org.netlink4j.testkit.ChildJvm;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** A process with one capability, or none, can do what {@link PrivilegedOperation} says, and nothing else. */
@KernelTest
@NeedsCommand({"nsenter", "setpriv"})
@Timeout(60)
class LeastPrivilegeIT {
    @ParameterizedTest
    @ValueSource(strings = {"", "CAP_NET_ADMIN", "CAP_NET_BROADCAST", "CAP_NET_RAW", "CAP_SYS_ADMIN"})
    void suffices(String capability) throws NetlinkException {
        try (NetworkNamespace here = NetworkNamespace.createAnonymous();
                NetworkNamespace other = NetworkNamespace.createAnonymous()) {
            String sets = "-all" + (capability.isEmpty() ? "" : ",+" + capability.substring("CAP_".length()).toLowerCase());
            // Without capabilities, /proc/PID/fd of another process is closed to it: the other namespace comes as a descriptor.
            List<String> command = new ArrayList<>(List.of(
                    "sh", "-c", "other=$1; shift; exec \"$@\" 9<\"$other\"", "sh", other.path().toString(),
                    "setpriv", "--inh-caps", sets, "--bounding-set", sets));
            command.addAll(ChildJvm.command(
                    List.of("-Xshare:auto"), PrivilegedOperation.class, Rtnetlink.class, NetlinkClient.class, Attempt.class));
            command.add("/proc/self/fd/9");
            List<String> outcomes = Commands.inside(here.path().toString()).run(command.toArray(String[]::new)).lines().toList();
            assertEquals(PrivilegedOperation.values().length, outcomes.size(), outcomes::toString);
            for (PrivilegedOperation one : PrivilegedOperation.values()) {
                String outcome = outcomes.get(one.ordinal());
                if (one.capability.isEmpty() || one.capability.equals(capability)) {
                    assertEquals("done", outcome, one.words);
                } else {
                    assertTrue(outcome.startsWith(Errno.EPERM + " ") && outcome.contains(Errno.describe(Errno.EPERM)), () -> one + ": " + outcome);
                }
            }
        }
    }
}
