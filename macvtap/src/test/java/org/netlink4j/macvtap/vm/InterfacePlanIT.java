package org.netlink4j.macvtap.vm;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.socket.Datagram;
import org.netlink4j.core.socket.NetlinkSocket;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.socket.ObservedTransport;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.macvtap.io.Cable;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.MacvlanMode;
import org.netlink4j.testkit.KernelTest;

/** What a plan says is what is sent: byte by byte, in order, but for sequence number and port id. */
@KernelTest
@EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
class InterfacePlanIT {
    private final List<String> sent = new ArrayList<>();

    private final class Noting implements ObservedTransport.Observer {
        @Override
        public void sending(MemorySegment memory, long length, int destinationPort) {
            byte[] message = memory.asSlice(0, length).toArray(JAVA_BYTE);
            Arrays.fill(message, 8, 16, (byte) 0);
            sent.add(HexFormat.of().formatHex(message));
        }

        @Override
        public void received(Datagram datagram) {}
    }

    private DirectInterfaces observed(VmLab lab) throws IOException {
        Host host = lab.interfaces.host();
        NetlinkClient client = NetlinkClient.over(
                Rtnetlink.PROTOCOL,
                new ObservedTransport(
                        NetlinkSocket.open(Rtnetlink.PROTOCOL.number(), SocketOptions.DEFAULT, lab.cable.near()), new Noting()));
        return new DirectInterfaces(
                NetworkNamespace.ofPath(lab.cable.near().path()),
                new Host(
                        client, host.names(), host.associator(), host.taps(), Journal.NONE, host.steps(), host.ports(),
                        host.settings(), host.place()),
                Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "MIGRATE_IN_START", "MIGRATE_IN_FINISH", "DESTROY"})
    void planIsWhatIsSent(VmOperation operation, @TempDir Path directory) throws Exception {
        DirectInterfaceSpec spec = VmLab.spec(MacvlanMode.VEPA);
        try (VmLab lab = new VmLab(directory);
                DirectInterfaces interfaces = observed(lab)) {
            Map<String, Integer> indexes = switch (operation) {
                case CREATE -> Map.of(Cable.LOWER, lab.lower().index(), "macvtap0", interfaces.createStarted(spec, operation).index());
                case MIGRATE_IN_START -> Map.of(Cable.LOWER, lab.lower().index(), "macvtap0", interfaces.create(spec, operation).index());
                case MIGRATE_IN_FINISH -> {
                    DirectInterface made = interfaces.create(spec, VmOperation.MIGRATE_IN_START);
                    sent.clear();
                    made.associate(operation);
                    made.start();
                    yield Map.of(Cable.LOWER, lab.lower().index(), "macvtap0", made.index());
                }
                default -> {
                    DirectInterface made = interfaces.createStarted(spec, VmOperation.CREATE);
                    Map<String, Integer> known = Map.of(Cable.LOWER, lab.lower().index(), "macvtap0", made.index());
                    sent.clear();
                    made.stop();
                    made.delete(operation);
                    yield known;
                }
            };
            InterfacePlan plan =
                    InterfacePlan.of(spec, operation, new InterfacePlan.Given(indexes, interfaces.host().settings().group()));
            List<String> planned = plan.steps().stream()
                    .flatMap(step -> step.messages().stream())
                    .filter(message -> message.receiver() == InterfacePlan.Receiver.KERNEL)
                    .map(message -> message.bytes().toString())
                    .toList();
            assertFalse(planned.isEmpty());
            assertEquals(planned, sent);
        }
    }
}
