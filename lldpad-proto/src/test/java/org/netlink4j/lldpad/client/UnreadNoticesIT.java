package org.netlink4j.lldpad.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_DONE;
import static org.netlink4j.rtnetlink.Rtm.RTM_SETLINK;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.socket.Datagram;
import org.netlink4j.core.socket.NetlinkSocket;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.lldpad.PortStatus;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.testkit.KernelTest;

/** The real lldpad stood still for ever after 460 lives of a VSI, because nobody had read what it said of their ends. */
@KernelTest
class UnreadNoticesIT {
    private static final int MORE_THAN_FIT = 1000;
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    /** Says a thing of its own, with the number of the notice as index, before each answer, as a ratified lldpad does. */
    private static void answer(NetlinkSocket socket) {
        try (Arena arena = Arena.ofConfined()) {
            Datagram in = new Datagram(arena, 8192);
            MemorySegment out = arena.allocate(8192, 8);
            int notices = 0;
            while (socket.receive(in, System.nanoTime() + LONG.toNanos())) {
                MessageReader question = new MessageReader().over(in.memory(), 0, in.length());
                question.next();
                say(socket, out, RTM_SETLINK, question, ++notices, question.portId());
                say(socket, out, NLMSG_DONE, question, 1, in.senderPort());
            }
        } catch (ClosedException _) {
            // the test is over
        } catch (NetlinkException e) {
            throw new AssertionError(e);
        }
    }

    private static void say(NetlinkSocket socket, MemorySegment out, int type, MessageReader question, int index, int port)
            throws NetlinkException {
        MessageWriter writer =
                new MessageWriter().over(out, 0, out.byteSize()).begin(type, 0, question.sequence(), socket.portId());
        MessageBody body = LinkSpec.indexed(index);
        body.write(writer);
        socket.send(out, writer.end(), port);
    }

    @Test
    void doNotStopLldpad() throws Exception {
        Path pidFile = directory.resolve("lldpad.pid");
        Thread daemon;
        try (NetworkNamespace namespace = NetworkNamespace.createAnonymous();
                NetlinkSocket lldpad = NetlinkSocket.open(0, SocketOptions.DEFAULT, namespace);
                LldpadClient client =
                        LldpadClient.open(new LldpadConfig(VdpGeneration.RATIFIED).pidFile(pidFile), namespace)) {
            Files.writeString(pidFile, Integer.toUnsignedString(lldpad.portId()) + "\n");
            daemon = Thread.ofPlatform().daemon().start(() -> answer(lldpad));
            for (int i = 0; i < MORE_THAN_FIT; i++) {
                assertEquals(new PortStatus(1, List.of()), client.status(1));
            }
            for (int i = 1; i <= MORE_THAN_FIT; i++) {
                assertEquals(i, client.notice(LONG).orElseThrow().index());
            }
            assertEquals(Optional.empty(), client.notice(Duration.ZERO));
        }
        daemon.join();
    }
}
