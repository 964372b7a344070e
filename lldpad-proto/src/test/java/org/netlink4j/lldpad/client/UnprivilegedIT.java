package org.netlink4j.lldpad.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netlink4j.core.Errno;
import org.netlink4j.core.socket.NetlinkSocket;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.lab.FakeLldpad;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.testkit.ChildJvm;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** What a user who may not administer the network is told. */
@KernelTest
@NeedsCommand({"nsenter", "unshare"})
class UnprivilegedIT {
    @TempDir
    private Path directory;

    /** Row 76: the kernel takes neither a request of his own nor one to lldpad. */
    @Test
    void isRefusedByTheKernel() throws Exception {
        Path pidFile = directory.resolve("lldpad.pid");
        try (NetworkNamespace namespace = NetworkNamespace.createAnonymous();
                FakeLldpad _ = new FakeLldpad(namespace, pidFile)) {
            List<String> command = new ArrayList<>(List.of("nsenter", "--net=" + namespace.path(), "unshare", "--user"));
            command.addAll(ChildJvm.command(
                    List.of(), UnprivilegedProbe.class, VdpGeneration.class, Rtnetlink.class, NetlinkSocket.class));
            command.add(pidFile.toString());
            String said = Commands.here().within(Duration.ofMinutes(1)).run(command.toArray(String[]::new));
            assertEquals(List.of(Integer.toString(Errno.EPERM), new VsiOutcome.NoPermission().toString()), said.lines().toList());
        }
    }
}
