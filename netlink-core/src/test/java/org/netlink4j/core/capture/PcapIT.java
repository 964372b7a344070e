package org.netlink4j.core.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.SharedNetlinkClient;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.NetlinkSocket;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.NeedsCommand;

class PcapIT {
    private static final NetlinkProtocol ROUTE = NetlinkProtocol.of(0, "NETLINK_ROUTE");
    private static final Request RTM_GETLINK = Request.of(18, out -> out.zeros(16));
    private static final Request RTM_GETADDR = Request.of(22, out -> out.zeros(8));
    private static final Request NO_DEVICE = Request.of(18, out -> out.zeros(4).u32(Integer.MAX_VALUE).zeros(8));

    @TempDir
    private Path directory;

    private Path capture() throws IOException {
        Path file = directory.resolve("capture.pcap");
        try (PcapWriter writer = PcapWriter.create(file);
                NetlinkClient client =
                        NetlinkClient.over(ROUTE, writer.capture(NetlinkSocket.open(0, SocketOptions.DEFAULT), 0))) {
            client.dump(RTM_GETLINK, _ -> {});
            client.dump(RTM_GETADDR, _ -> {});
            assertThrows(KernelException.class, () -> client.execute(NO_DEVICE));
        }
        return file;
    }

    private static List<CapturedDatagram> read(Path file) throws IOException {
        List<CapturedDatagram> datagrams = new ArrayList<>();
        try (PcapReader reader = PcapReader.open(file)) {
            for (Optional<CapturedDatagram> next = reader.next(); next.isPresent(); next = reader.next()) {
                datagrams.add(next.get());
            }
        }
        return datagrams;
    }

    @NeedsCommand("tshark")
    @Test
    void tsharkReadsWhatIsWritten() throws IOException {
        Path file = capture();
        List<String> types = Commands.here()
                .run("tshark", "-r", file.toString(), "-T", "fields",
                        "-e", "netlink.family", "-e", "netlink-route.nltype", "-e", "netlink.hdr_type")
                .lines()
                .toList();
        assertEquals(read(file).size(), types.size());
        assertTrue(types.stream().allMatch(line -> line.startsWith("0x0000\t")), types::toString);
        List<String> requests = types.stream().filter(line -> line.matches("0x0000\t(18|22)\t?")).toList();
        assertEquals(List.of("18", "22", "18"), requests.stream().map(line -> line.split("\t")[1]).toList());
        assertTrue(types.stream().anyMatch(line -> line.matches("0x0000\t16(,16)*\t?")), types::toString);
        assertEquals("", Commands.here().run("tshark", "-r", file.toString(), "-Y", "_ws.malformed || _ws.expert.severity == error"));
    }

    @Test
    void timeGoesOnAndDirectionsAreRight() throws IOException {
        List<CapturedDatagram> datagrams = read(capture());
        assertEquals(3, datagrams.stream().filter(d -> d.direction() == Direction.TO_KERNEL).count());
        assertEquals(Direction.TO_KERNEL, datagrams.getFirst().direction());
        assertEquals(Direction.TO_USER, datagrams.getLast().direction());
        for (int i = 1; i < datagrams.size(); i++) {
            assertFalse(datagrams.get(i).time().isBefore(datagrams.get(i - 1).time()));
        }
    }

    @Test
    void severalClientsShareAFile() throws Exception {
        Path file = directory.resolve("shared.pcap");
        try (PcapWriter writer = PcapWriter.create(file);
                NetlinkClient one =
                        NetlinkClient.over(ROUTE, writer.capture(NetlinkSocket.open(0, SocketOptions.DEFAULT), 0));
                SharedNetlinkClient other =
                        SharedNetlinkClient.over(ROUTE, writer.capture(NetlinkSocket.open(0, SocketOptions.DEFAULT), 0))) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                boolean shared = i % 2 == 0;
                threads.add(Thread.ofPlatform().start(() -> assertThrows(KernelException.class,
                        () -> refused(shared, one, other))));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        List<CapturedDatagram> datagrams = read(file);
        assertEquals(8, messages(datagrams, Direction.TO_KERNEL));
        assertEquals(8, messages(datagrams, Direction.TO_USER));
    }

    private static int messages(List<CapturedDatagram> datagrams, Direction direction) throws NetlinkException {
        int count = 0;
        for (CapturedDatagram datagram : datagrams) {
            MessageReader messages = datagram.messages();
            while (datagram.direction() == direction && messages.next()) {
                count++;
            }
        }
        return count;
    }

    private static void refused(boolean shared, NetlinkClient one, SharedNetlinkClient other) throws NetlinkException {
        if (shared) {
            other.execute(NO_DEVICE);
        } else {
            one.execute(NO_DEVICE);
        }
    }
}
