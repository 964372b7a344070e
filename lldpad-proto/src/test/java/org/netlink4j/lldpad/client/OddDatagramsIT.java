package org.netlink4j.lldpad.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REQUEST;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_VFINFO_LIST;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_VF_PORTS;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netlink4j.core.Errno;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.socket.Datagram;
import org.netlink4j.core.socket.NetlinkSocket;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.lldpad.LldpadReply;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.lldpad.backend.VsiBackend;
import org.netlink4j.lldpad.lab.LldpadLab;
import org.netlink4j.lldpad.runner.EvbBridgeRunner;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.rtnetlink.link.IflaPort;
import org.netlink4j.rtnetlink.link.IflaVf;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** What no client of ours sends, and what no lldpad sends. */
@KernelTest
@NeedsCommand({"lldpad", "nsenter", "stdbuf", "unshare"})
class OddDatagramsIT {
    private static final int RTM_NEWLINK = 16;
    private static final int RTM_SETLINK = 19;
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final MacAddress MACHINE = MacAddress.parse("52:54:00:c7:3e:ce");
    private static final QbgProfile PROFILE = new QbgProfile(11, 0x123456, 2, UUID.randomUUID());

    private static NetlinkSocket socket(LldpadLab lab) throws IOException {
        return NetlinkSocket.open(0, SocketOptions.DEFAULT, lab.namespace());
    }

    private static void send(NetlinkSocket socket, int port, int type, MessageBody body) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(8192, 8);
            MessageWriter writer = new MessageWriter().over(out, 0, out.byteSize()).begin(type, NLM_F_REQUEST, 7, 0);
            body.write(writer);
            socket.send(out, writer.end(), port);
        }
    }

    /** lldpad's error number; empty if it says nothing. */
    private static Optional<Integer> ask(LldpadLab lab, int type, MessageBody body, Duration wait) throws IOException {
        try (NetlinkSocket socket = socket(lab);
                Arena arena = Arena.ofShared()) {
            send(socket, LldpadSocket.portId(lab.pidFile()), type, body);
            Datagram in = new Datagram(arena, 8192);
            if (!socket.receive(in, System.nanoTime() + wait.toNanos())) {
                return Optional.empty();
            }
            MessageReader message = new MessageReader().over(in.memory(), 0, in.length());
            message.next();
            return Optional.of(LldpadReply.decode(message).errno());
        }
    }

    private static VsiRequest request(LldpadLab lab, PortRequest request) {
        return new VsiRequest(request, PROFILE, LldpadLab.STATION, lab.index(), MACHINE, 0);
    }

    /** Rows 42 and 52: what is missing is EINVAL, and an unknown message no answer at all. */
    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void incompleteRequests(VdpGeneration generation) throws Exception {
        try (LldpadLab lab = new LldpadLab(generation);
                EvbBridgeRunner bridge = lab.openBridge()) {
            lab.startStation();
            bridge.awaitAgreement(LONG);
            try (LldpadClient client = LldpadClient.open(new LldpadConfig(generation).pidFile(lab.pidFile()), lab.namespace())) {
                client.request(request(lab, PortRequest.PREASSOCIATE)); // VDP has started then
            }
            Attributes macOnly = Attributes.none(IflaVf.LIST)
                    .plus(IflaVf.IFLA_VF_INFO, Attributes.none(IflaVf.ATTRIBUTES).with(IflaVf.IFLA_VF_MAC, mac()));
            Attributes ports = Attributes.none(IflaPort.LIST)
                    .plus(IflaPort.IFLA_VF_PORT, Attributes.none(IflaPort.ATTRIBUTES).with(IflaPort.IFLA_PORT_REQUEST, 0));
            LinkSpec link = LinkSpec.indexed(lab.index()).name(LldpadLab.STATION);
            List<MessageBody> incomplete = List.of(
                    link.with(all -> all.with(IFLA_VF_PORTS, ports)),
                    link.with(all -> all.with(IFLA_VFINFO_LIST, macOnly).with(IFLA_VF_PORTS, ports)),
                    link);
            for (MessageBody body : incomplete) {
                assertEquals(Optional.of(Errno.EINVAL), ask(lab, RTM_SETLINK, body, LONG), body::toString);
            }
            assertEquals(Optional.empty(), ask(lab, RTM_NEWLINK, link, Duration.ofMillis(300)));
        }
    }

    /** {@code struct ifla_vf_mac}: u32 function, 32 bytes address. */
    private static byte[] mac() {
        byte[] bytes = new byte[36];
        Arrays.fill(bytes, 0, 4, (byte) 0xff);
        System.arraycopy(MACHINE.octets(), 0, bytes, 4, MacAddress.LENGTH);
        return bytes;
    }

    /** Row 58: a notice from another socket than lldpad's is none, whatever it says. */
    @Test
    void aNoticeOfSomebodyElseIsIgnored() throws Exception {
        try (LldpadLab lab = new LldpadLab(VdpGeneration.RATIFIED);
                EvbBridgeRunner bridge = lab.openBridge()) {
            lab.startStation();
            bridge.awaitAgreement(LONG);
            LldpadConfig config = new LldpadConfig(VdpGeneration.RATIFIED).pidFile(lab.pidFile()).timers(EvbTimers.UNHURRIED);
            try (VsiBackend backend = VsiBackend.automatic(lab.namespace(), config);
                    NetlinkSocket stranger = socket(lab)) {
                assertEquals(
                        new VsiOutcome.Done(PortRequest.ASSOCIATE), backend.request(request(lab, PortRequest.ASSOCIATE)));
                int heard = 0;
                for (int port : ports(lab)) {
                    try {
                        send(stranger, port, RTM_SETLINK, request(lab, PortRequest.DISASSOCIATE));
                        heard++;
                    } catch (SystemCallException e) { // a socket that talks with the kernel alone
                        assertEquals(Errno.ECONNREFUSED, e.errno());
                    }
                }
                assertTrue(heard >= 2, "nobody was there to be fooled");
                assertEquals(Optional.empty(), backend.ended(Duration.ofMillis(300)));
                assertEquals(1, bridge.vsis().size());
            }
        }
    }

    /** The port ids of all sockets of NETLINK_ROUTE in the namespace, but for lldpad's own. */
    private static List<Integer> ports(LldpadLab lab) throws Exception {
        String table = lab.namespace().call(() -> {
            try {
                return Files.readString(Path.of("/proc/thread-self/net/netlink"));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        int lldpad = LldpadSocket.portId(lab.pidFile());
        return table.lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns[1].equals("0"))
                .map(columns -> Integer.parseUnsignedInt(columns[2]))
                .filter(port -> port != 0 && port != lldpad)
                .toList();
    }
}
