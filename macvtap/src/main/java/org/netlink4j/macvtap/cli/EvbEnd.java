package org.netlink4j.macvtap.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.core.cli.Command;
import org.netlink4j.core.cli.Program;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.evb.BridgeAnswer;
import org.netlink4j.lldpad.evb.BridgePolicy;
import org.netlink4j.lldpad.evb.BridgeRequest;
import org.netlink4j.lldpad.evb.EvbBridge;
import org.netlink4j.lldpad.evb.StationEvent;
import org.netlink4j.lldpad.evb.VsiKey;
import org.netlink4j.lldpad.runner.EvbBridgeRunner;
import org.netlink4j.lldpad.runner.EvbStationRunner;
import org.netlink4j.lldpad.runner.StationEvents;

/** {@code macvtapctl evb bridge} and {@code evb station}. */
final class EvbEnd implements Command {
    private static final String ANSWER = "--answer";
    private static final String DELAY = "--delay";
    private static final String VLAN = "--vlan";
    private static final Set<String> BRIDGE_OPTIONS = Set.of(ANSWER, DELAY, VLAN, VsiPort.GENERATION, VsiPort.FOR);
    private static final Set<String> STATION_OPTIONS = Set.of(VsiPort.GENERATION, VsiPort.FOR);

    /** How long the switch may take to agree that all ends. */
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final boolean bridge;

    EvbEnd(boolean bridge) {
        this.bridge = bridge;
    }

    @Override
    public String help() {
        return bridge
                ? """
                  evb bridge DEVICE [--generation draft|ratified] [--answer WHAT] [--delay MS] [--vlan VID] [--for SECONDS] [--json]

                    plays the switch on a device, for stations to be tried with: prints who is heard, what is asked and answered,
                    and the VSIs that end, until it is interrupted
                    --answer  agree (default), silent, or the number of a refusal, 1 to 63
                    --delay   milliseconds before an answer
                    --vlan    VLAN id for stations that leave it to the switch
                  """
                : """
                  evb station DEVICE [--generation draft|ratified] [--for SECONDS] [--json]

                    plays the station on a device: prints whether a switch is heard, and whether both agree on the times. What the
                    commands "vsi" of this user and of root ask for, it asks the switch for, and keeps in force until it is interrupted;
                    then it ends all that it has.
                  """;
    }

    @Override
    public Set<String> options() {
        return bridge ? BRIDGE_OPTIONS : STATION_OPTIONS;
    }

    @Override
    public int run(Arguments arguments, PrintStream out) throws NetlinkException {
        String device = arguments.operand("device");
        VdpGeneration generation = VsiPort.generation(arguments);
        try (Running running = new Running(arguments)) {
            Report report = new Report(out, arguments.has(JSON));
            if (bridge) {
                runBridge(device, generation, policy(arguments, report), running, report);
            } else {
                runStation(device, generation, running, report);
            }
        }
        return Program.DONE;
    }

    /** Prints what happens, from any thread. */
    private record Report(PrintStream out, boolean json) {
        synchronized void say(String event, Map<String, Object> details) {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("event", event);
            view.putAll(details);
            if (json) {
                Command.printJson(out, view);
            } else {
                StringBuilder line = new StringBuilder(event);
                details.forEach((key, value) -> line.append(' ').append(key).append(' ').append(value));
                out.println(line);
            }
            out.flush();
        }
    }

    // ---- the bridge

    private static BridgePolicy policy(Arguments arguments, Report report) {
        BridgeAnswer answer = answer(arguments);
        return request -> {
            report.say(request.request().words(), details(request, answer));
            return answer;
        };
    }

    private static BridgeAnswer answer(Arguments arguments) {
        String word = arguments.value(ANSWER).orElse("agree");
        int status = word.equals("agree") || word.equals("silent") ? 0 : number(word);
        return word.equals("silent")
                ? new BridgeAnswer.Silence()
                : new BridgeAnswer.Reply(
                        status,
                        Duration.ofMillis(arguments.value(DELAY).map(EvbEnd::number).orElse(0)),
                        arguments.value(VLAN).map(EvbEnd::number).orElse(0));
    }

    private static int number(String text) {
        try {
            return Integer.decode(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a number: " + text, e);
        }
    }

    private static Map<String, Object> details(BridgeRequest request, BridgeAnswer answer) {
        Map<String, Object> details = key(request.key());
        details.put("filters", request.filters().toString());
        details.put("answer", switch (answer) {
            case BridgeAnswer.Silence _ -> "silent";
            case BridgeAnswer.Reply reply -> reply.status() == 0 ? "agree" : "refuse " + reply.status();
        });
        return details;
    }

    private static Map<String, Object> key(VsiKey key) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("instance_id", key.uuid().toString());
        details.put("type_id", key.typeId());
        details.put("version", key.version());
        return details;
    }

    private static void runBridge(
            String device, VdpGeneration generation, BridgePolicy policy, Running running, Report report)
            throws NetlinkException {
        try (EvbBridgeRunner port = EvbBridgeRunner.open(device, generation)) {
            port.answers(policy);
            report.say("bridge", Map.of("device", device));
            Map<String, Object> before = new HashMap<>();
            Set<VsiKey> known = new HashSet<>();
            while (running.goesOn()) {
                told(report, before, "station_heard", port.hasStation());
                List<VsiKey> now = port.vsis().stream().map(EvbBridge.Vsi::key).toList();
                for (VsiKey gone : Set.copyOf(known)) {
                    if (!now.contains(gone)) {
                        report.say("ended", key(gone));
                        known.remove(gone);
                    }
                }
                known.addAll(now);
                port.awaitVsis(vsis -> !vsis.stream().map(EvbBridge.Vsi::key).toList().equals(now), running.step());
            }
        }
    }

    // ---- the station

    private static void runStation(String device, VdpGeneration generation, Running running, Report report)
            throws NetlinkException {
        try (EvbStationRunner port = EvbStationRunner.open(device, generation);
                StationEvents events = port.events()) {
            report.say("station", Map.of("device", device));
            Map<String, Object> before = new HashMap<>();
            while (running.goesOn()) {
                told(report, before, "bridge_heard", port.hasBridge());
                told(report, before, "ready", port.isReady());
                told(report, before, "agreed", port.awaitAgreement(Duration.ZERO));
                events.next(running.step()).ifPresent(event -> report(report, event));
            }
            if (!port.disassociateAll(FAREWELL)) {
                report.say("left", Map.of("vsis", port.vsis().size()));
            }
        }
    }

    private static void report(Report report, StationEvent event) {
        Map<String, Object> details = key(event.key());
        switch (event) {
            case StationEvent.Agreed yes -> report.say(yes.request().words(), details);
            case StationEvent.Refused no -> {
                details.put("request", no.request().words());
                details.put("response", no.response().value());
                report.say("refused", details);
            }
            case StationEvent.TimedOut late -> {
                details.put("request", late.request().words());
                report.say("timed_out", details);
            }
            case StationEvent.Ended end -> {
                details.put("reason", end.reason().name().toLowerCase(Locale.ROOT));
                report.say("ended", details);
            }
        }
    }

    private static void told(Report report, Map<String, Object> before, String what, boolean now) {
        if (!Boolean.valueOf(now).equals(before.put(what, now))) {
            report.say(what, Map.of("is", now));
        }
    }
}
