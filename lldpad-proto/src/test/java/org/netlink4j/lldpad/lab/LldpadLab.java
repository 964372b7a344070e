package org.netlink4j.lldpad.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.client.LldpadClient;
import org.netlink4j.lldpad.client.LldpadConfig;
import org.netlink4j.lldpad.daemon.LldpadDaemon;
import org.netlink4j.lldpad.daemon.LldpadSetup;
import org.netlink4j.lldpad.runner.EvbBridgeRunner;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.testkit.Commands;

/**
 * A cable with a real lldpad at one end or both, or with the programmable simulator as bridge. Each lldpad is given more time for
 * acknowledgements than the 2.6 ms that it has unless told otherwise: on a busy machine it would lose requests.
 */
public final class LldpadLab implements AutoCloseable {
    public static final String STATION = EvbCable.STATION;

    /** What lldpad logs when the offer of the bridge has come; see {@code evb22_rchange} there. */
    private static final Pattern HEARD = Pattern.compile("evb22_rchange:sta0 .* received tlv");

    /**
     * The same of a real bridge, once VDP has begun there: until then it knows no time between keep-alives, and ends every VSI as soon
     * as it has it.
     */
    private static final Pattern BRIDGE_READY = Pattern.compile("(?s)vdp22_start:brg0 .*vdp22_notify:brg0 [^\\n]*data_type:2");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final VdpGeneration generation;
    private final EvbCable cable = new EvbCable();
    private final Path directory = Files.createTempDirectory("lldpad-lab");
    private Optional<LldpadDaemon> station = Optional.empty();
    private Optional<LldpadDaemon> bridge = Optional.empty();
    private Optional<Process> simulator = Optional.empty();

    public LldpadLab(VdpGeneration generation) throws IOException {
        this.generation = generation;
    }

    public EvbCable cable() {
        return cable;
    }

    public NetworkNamespace namespace() {
        return cable.near();
    }

    public int index() {
        return cable.stationIndex();
    }

    /** A name that leads to the pid file of the present daemon, if there is one. */
    public Path pidFile() {
        return directory.resolve("lldpad.pid");
    }

    public LldpadDaemon station() {
        return station.orElseThrow();
    }

    public LldpadDaemon bridge() {
        return bridge.orElseThrow();
    }

    // ---- daemons

    public LldpadLab startStation() throws IOException {
        return startStation(new LldpadSetup(STATION, generation, false, EvbTimers.UNHURRIED));
    }

    public LldpadLab startStation(LldpadSetup setup) throws IOException {
        station = Optional.of(LldpadDaemon.start(cable.near(), setup));
        Files.deleteIfExists(pidFile());
        Files.createSymbolicLink(pidFile(), station().pidFile());
        awaitSocket();
        if (generation == VdpGeneration.RATIFIED && (bridge.isPresent() || simulator.isPresent())) {
            awaitBridge();
        }
        return this;
    }

    private interface Check {
        boolean isSo() throws IOException;
    }

    private void await(String what, Check check) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!check.isSo()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IOException(what + " did not happen: " + station().log());
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    /** Until it answers at all; when it takes requests is for the client to find out. */
    private void awaitSocket() throws IOException {
        try (LldpadClient client = LldpadClient.open(new LldpadConfig(generation).pidFile(pidFile()), cable.near())) {
            await("an answer of lldpad", () -> {
                try {
                    client.status(index());
                    return true;
                } catch (NetlinkException _) {
                    return false;
                }
            });
        }
    }

    /** Until a ratified station has heard its bridge: before that it accepts requests which nobody answers. */
    public void awaitBridge() throws IOException {
        await("an offer of the bridge", () -> HEARD.matcher(station().log()).find());
        if (bridge.isPresent()) {
            await("an offer of the station", () -> BRIDGE_READY.matcher(bridge().log()).find());
        }
    }

    public LldpadLab startRealBridge() throws IOException {
        bridge = Optional.of(LldpadDaemon.start(cable.far(), new LldpadSetup(EvbCable.BRIDGE, generation, true, EvbTimers.UNHURRIED)));
        return this;
    }

    public EvbBridgeRunner openBridge() throws IOException {
        return EvbBridgeRunner.open(cable.far(), EvbCable.BRIDGE, generation, EvbTimers.UNHURRIED);
    }

    public LldpadLab startSimulator() throws IOException {
        Path script = directory.resolve("evb_bridge_sim.py");
        try (InputStream in = LldpadLab.class.getResourceAsStream("evb_bridge_sim.py")) {
            Files.copy(in, script);
        }
        String protocol = generation == VdpGeneration.DRAFT ? "draft02" : "2012";
        simulator = Optional.of(new ProcessBuilder(
                        "nsenter", "--net=" + cable.far().path(), "python3", script.toString(), "--if", EvbCable.BRIDGE,
                        "--proto", protocol, "--control", control().toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("sim.log").toFile())
                .start());
        return this;
    }

    private Path control() {
        return directory.resolve("control");
    }

    /** Tells the simulator how to behave. */
    public void simulator(String command) {
        Commands.here().run("python3", directory.resolve("evb_bridge_sim.py").toString(), "--control", control().toString(),
                "--send", command);
    }

    /** What the simulator has received and sent, one JSON object a line. */
    public List<String> simulatorLog() throws IOException {
        return Files.readAllLines(directory.resolve("sim.log"));
    }

    /** Kills it; what it wrote is gone, but its pid file is left behind. */
    public void killStation() throws IOException {
        station().kill();
        Files.deleteIfExists(pidFile());
        Files.copy(station().pidFile(), pidFile());
        station().close();
        station = Optional.empty();
    }

    @Override
    public void close() throws IOException {
        if (station.isPresent()) {
            station().close();
        }
        if (bridge.isPresent()) {
            bridge().close();
        }
        simulator.ifPresent(process -> process.destroyForcibly().onExit().join());
        cable.close();
        for (String left : List.of("lldpad.pid", "evb_bridge_sim.py", "control", "sim.log", "")) {
            Files.deleteIfExists(directory.resolve(left));
        }
    }
}
