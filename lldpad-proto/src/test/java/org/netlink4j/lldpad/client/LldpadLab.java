package org.netlink4j.lldpad.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.testkit.Commands;

/**
 * A real lldpad as station in one network namespace, and a bridge in another: a second lldpad, or the programmable simulator. Each
 * lldpad has a {@code /run} and a {@code /dev/shm} of its own.
 */
final class LldpadLab implements AutoCloseable {
    static final String STATION = "sta0";
    private static final String BRIDGE = "brg0";

    /** What lldpad logs when the offer of the bridge has come; see {@code evb22_rchange} there. */
    private static final Pattern HEARD = Pattern.compile("evb22_rchange:sta0 .* received tlv");

    private final VdpGeneration generation;
    private final Path directory;
    private final NetworkNamespace station = NetworkNamespace.createAnonymous();
    private final NetworkNamespace bridge = NetworkNamespace.createAnonymous();
    private Optional<Process> stationDaemon = Optional.empty();
    private Optional<Process> bridgeDaemon = Optional.empty();
    private final int stationIndex;

    LldpadLab(VdpGeneration generation) throws IOException {
        this.generation = generation;
        directory = Files.createTempDirectory("lldpad-lab");
        try (Rtnetlink there = Rtnetlink.open(bridge);
                Rtnetlink here = Rtnetlink.open(station)) {
            here.links().create(LinkSpec.named(STATION)
                    .address(MacAddress.parse("52:54:00:0a:00:01"))
                    .kind(Veth.withPeer(LinkSpec.named(BRIDGE).address(MacAddress.parse("52:54:00:0b:00:01")))));
            here.links().moveTo(here.links().get(BRIDGE).index(), bridge);
            stationIndex = here.links().get(STATION).index();
            here.links().setUp(stationIndex);
            there.links().setUp(there.links().get(BRIDGE).index());
        }
    }

    NetworkNamespace namespace() {
        return station;
    }

    int index() {
        return stationIndex;
    }

    Path pidFile() {
        return directory.resolve("sta/run/lldpad.pid");
    }

    Process stationDaemon() {
        return stationDaemon.orElseThrow();
    }

    // ---- daemons

    LldpadLab startStation() throws IOException {
        stationDaemon = Optional.of(lldpad(station, "sta", STATION, "station"));
        awaitSocket();
        awaitBridge();
        return this;
    }

    /** Until it answers at all; when it takes requests is for the client to find out. */
    private void awaitSocket() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        try (LldpadClient client = LldpadClient.open(new LldpadConfig(generation).pidFile(pidFile()), station)) {
            while (true) {
                try {
                    client.status(stationIndex);
                    return;
                } catch (NetlinkException e) {
                    if (System.nanoTime() - deadline > 0) {
                        throw e;
                    }
                    TimeUnit.MILLISECONDS.sleep(20);
                }
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** Until a ratified station has heard its bridge: before that it accepts requests which nobody answers. */
    private void awaitBridge() throws IOException {
        Path log = directory.resolve("sta.log");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (bridgeDaemon.isPresent() && generation == VdpGeneration.RATIFIED && !HEARD.matcher(Files.readString(log)).find()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IOException("no offer of the bridge arrived: " + Files.readString(log));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    LldpadLab startRealBridge() throws IOException {
        bridgeDaemon = Optional.of(lldpad(bridge, "brg", BRIDGE, "bridge"));
        return this;
    }

    LldpadLab startSimulator() throws IOException {
        Path script = directory.resolve("evb_bridge_sim.py");
        try (InputStream in = LldpadLab.class.getResourceAsStream("evb_bridge_sim.py")) {
            Files.copy(in, script);
        }
        String protocol = generation == VdpGeneration.DRAFT ? "draft02" : "2012";
        bridgeDaemon = Optional.of(start(
                "sim",
                List.of("nsenter", "--net=" + bridge.path(), "python3", script.toString(), "--if", BRIDGE, "--proto", protocol,
                        "--control", control().toString())));
        return this;
    }

    private Path control() {
        return directory.resolve("control");
    }

    /** Tells the simulator how to behave. */
    void simulator(String command) {
        Commands.here().run("python3", directory.resolve("evb_bridge_sim.py").toString(), "--control", control().toString(),
                "--send", command);
    }

    /** What the simulator has received and sent, one JSON object a line. */
    List<String> simulatorLog() throws IOException {
        return Files.readAllLines(directory.resolve("sim.log"));
    }

    private Process lldpad(NetworkNamespace where, String side, String device, String role) throws IOException {
        Path own = directory.resolve(side);
        Files.createDirectories(own.resolve("run"));
        Files.createDirectories(own.resolve("shm"));
        // what a killed one left behind would keep the next from starting
        Files.deleteIfExists(own.resolve("run/lldpad.pid"));
        Files.deleteIfExists(own.resolve("shm/lldpad.state"));
        Path configuration = own.resolve("lldpad.conf");
        Files.writeString(configuration, configuration(device, role));
        return start(side, List.of(
                "nsenter", "--net=" + where.path(), "unshare", "--mount", "sh", "-c",
                "mount --bind \"$1/run\" /run && mount --bind \"$1/shm\" /dev/shm && exec stdbuf -oL lldpad -V7 -f \"$1/lldpad.conf\"",
                "sh", own.toString()));
    }

    private String configuration(String device, String role) {
        String protocol = generation == VdpGeneration.DRAFT
                ? """
                  tlvid001b3f00 : { enableTx = true; fmode = "reflectiverelay"; capabilities = "rte,ecp,vdp"; vsis = "3295"; rte = "8"; };
                  vdp : { enableTx = true; role = "%s"; };
                  """.formatted(role)
                : """
                  tlvid0080c20d : { enableTx = true; evbmode = "%s"; evbrrreq = true; evbrrcap = true; evbgpid = false;
                    ecpretries = 3; ecprte = 8; vdprwd = 20; vdprka = 20; };
                  """.formatted(role);
        return "nearest_customer_bridge : { " + device + " : { adminStatus = 3;\n" + protocol + "}; };\n";
    }

    private Process start(String name, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(name + ".log").toFile())
                .start();
    }

    private static void end(Process process) {
        process.destroyForcibly();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                throw new AssertionError("a daemon does not die");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    void killStation() {
        end(stationDaemon.orElseThrow());
    }

    void killBridge() {
        end(bridgeDaemon.orElseThrow());
    }

    @Override
    public void close() throws IOException {
        stationDaemon.ifPresent(LldpadLab::end);
        bridgeDaemon.ifPresent(LldpadLab::end);
        station.close();
        bridge.close();
        List<Path> left = new ArrayList<>();
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).forEach(left::add);
        }
        for (Path path : left) {
            Files.delete(path);
        }
    }
}
