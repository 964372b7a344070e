package org.netlink4j.macvtap.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.RootDevice;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.backend.VsiBackend;
import org.netlink4j.lldpad.client.LldpadConfig;
import org.netlink4j.lldpad.control.ControlRefusedException;
import org.netlink4j.lldpad.control.LldpadControl;
import org.netlink4j.lldpad.runner.PortPeer;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Link;

/**
 * The device that a command is about, and who speaks for it.
 *
 * @param device the device that was named
 * @param root the physical device beneath it, and the VLAN between
 */
record VsiPort(Link device, RootDevice root) {
    static final String GENERATION = "--generation";
    static final String BACKEND = "--backend";
    static final String PID_FILE = "--pid-file";
    static final String TIMEOUT = "--timeout";
    static final String FOR = "--for";

    static final Set<String> OPTIONS = Set.of(GENERATION, BACKEND, PID_FILE, TIMEOUT, FOR);

    static final String HELP =
            """
              --generation  draft or ratified: what the switch speaks (default: what lldpad says, else ratified)
              --backend     lldpad; station, that of another process of this user; built-in, that of this command; or auto (default):
                            the first of these that there is
              --pid-file    lldpad's pid file (default: /run/lldpad.pid)
              --timeout     how many seconds to wait for the switch (default: as long as the protocol does)
              --for         ends by itself after that many seconds
              --json        the result, and every event, as one line of JSON
            """;

    private static final Map<String, VdpGeneration> GENERATIONS =
            Map.of("draft", VdpGeneration.DRAFT, "ratified", VdpGeneration.RATIFIED);

    static VsiPort of(Arguments arguments) throws NetlinkException {
        try (Rtnetlink rtnetlink = Rtnetlink.open()) {
            Link device = rtnetlink.links().get(arguments.operand("device"));
            return new VsiPort(device, RootDevice.below(device, rtnetlink.links()::get));
        }
    }

    String name() {
        return root.link().name();
    }

    int index() {
        return root.link().index();
    }

    static VdpGeneration generation(Arguments arguments) {
        String word = arguments.value(GENERATION).orElse("ratified");
        return Optional.ofNullable(GENERATIONS.get(word))
                .orElseThrow(() -> new IllegalArgumentException("want draft or ratified, not " + word));
    }

    /** What lldpad speaks on the port, unless we are told. */
    private VdpGeneration foundOut(Arguments arguments) throws IOException {
        try (NetworkNamespace here = NetworkNamespace.current()) {
            if (arguments.value(GENERATION).isEmpty() && LldpadControl.isRunning(here)) {
                try (LldpadControl control = LldpadControl.open(here)) {
                    return control.generation(name());
                } catch (ControlRefusedException _) {
                    return VdpGeneration.RATIFIED; // a port that lldpad does not know: it will say so
                }
            }
        }
        return generation(arguments);
    }

    LldpadConfig config(Arguments arguments) throws IOException {
        LldpadConfig config = new LldpadConfig(foundOut(arguments)).timers(EvbTimers.UNHURRIED);
        Optional<String> file = arguments.value(PID_FILE);
        if (file.isPresent()) {
            config = config.pidFile(Path.of(file.get()));
        }
        Optional<Duration> timeout = seconds(arguments, TIMEOUT);
        return timeout.isPresent() ? config.timeout(timeout.get()) : config;
    }

    VsiBackend backend(Arguments arguments, LldpadConfig config) throws NetlinkException {
        String word = arguments.value(BACKEND).orElse("auto");
        try (NetworkNamespace here = NetworkNamespace.current()) {
            VsiBackend.Kind kind = word.equals("auto") ? first(here) : kind(word);
            return VsiBackend.open(kind, here, config);
        }
    }

    private static VsiBackend.Kind kind(String word) {
        return Stream.of(VsiBackend.Kind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("want auto, lldpad, station or built-in, not " + word));
    }

    private VsiBackend.Kind first(NetworkNamespace here) throws NetlinkException {
        if (LldpadControl.isRunning(here)) {
            return VsiBackend.Kind.LLDPAD;
        }
        return PortPeer.of(here, index()).isThere() ? VsiBackend.Kind.STATION : VsiBackend.Kind.BUILT_IN;
    }

    static Optional<Duration> seconds(Arguments arguments, String option) {
        return arguments.value(option).map(text -> {
            try {
                return Duration.ofMillis(Math.round(1000 * Double.parseDouble(text)));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("not a number of seconds: " + text, e);
            }
        });
    }
}
