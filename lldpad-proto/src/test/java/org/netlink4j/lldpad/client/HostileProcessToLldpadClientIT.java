package org.netlink4j.lldpad.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.socket.NetlinkSocket;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.lldpad.lab.FakeLldpad;
import org.netlink4j.testkit.BesideHostileProcess;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** Another process of the same namespace, with CAP_NET_ADMIN, sends to both sockets of a client of lldpad. */
@KernelTest
@NeedsCommand({"nsenter", "python3"})
@Timeout(60)
class HostileProcessToLldpadClientIT extends BesideHostileProcess {
    @TempDir
    private Path directory;

    private NetlinkSocket socket() throws Exception {
        return NetlinkSocket.open(0, SocketOptions.DEFAULT, namespace);
    }

    /** Before each request, forged answers with its sequence number, and what is none, are in both receive buffers. */
    @Test
    void whatLldpadDidNotSayIsNoAnswer() throws Exception {
        Path pidFile = directory.resolve("lldpad.pid");
        try (FakeLldpad _ = new FakeLldpad(namespace, pidFile);
                NetlinkSocket notices = socket();
                NetlinkSocket requests = socket();
                NoticeSocket hearing = new NoticeSocket(notices, pidFile);
                LldpadSocket channel = new LldpadSocket(requests, pidFile, notices.portId())) {
            QbgProfile profile = new QbgProfile(11, 1, 1, UUID.randomUUID());
            VsiRequest associate =
                    new VsiRequest(PortRequest.ASSOCIATE, profile, "lo", 1, MacAddress.parse("52:54:00:c7:3e:ce"), 0);
            int sequence = 0;
            for (int i = 0; i < 10; i++) {
                for (NetlinkSocket socket : List.of(requests, notices)) {
                    attacker.forge(socket.portId(), sequence + 1);
                    attacker.forge(socket.portId(), sequence + 2);
                }
                assertEquals(0, channel.set(associate).errno());
                assertEquals(1, channel.get(1).entries().size());
                hearing.collect();
                assertEquals(Optional.empty(), hearing.next(Duration.ZERO));
                sequence += 2;
            }
        }
    }

    /** lldpad says nothing, and the attacker never stops. */
    @Test
    void aFloodEndsNoWaitLater() throws Exception {
        try (NetlinkSocket silent = socket();
                NetlinkSocket notices = socket();
                NetlinkSocket requests = socket()) {
            Path pidFile = Files.writeString(directory.resolve("lldpad.pid"), Integer.toUnsignedString(silent.portId()) + "\n");
            try (NoticeSocket hearing = new NoticeSocket(notices, pidFile);
                    LldpadSocket channel = new LldpadSocket(requests, pidFile, notices.portId())) {
                attacker.flood(notices.portId());
                hearing.collect();
                assertEquals(Optional.empty(), hearing.next(Duration.ofMillis(300)));
                attacker.stop();
                attacker.flood(requests.portId());
                assertThrows(TimedOutException.class, () -> channel.get(1));
            }
        }
    }
}
