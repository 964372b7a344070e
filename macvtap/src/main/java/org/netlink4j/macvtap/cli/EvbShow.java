package org.netlink4j.macvtap.cli;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.Octets;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.core.cli.Command;
import org.netlink4j.core.cli.Program;
import org.netlink4j.core.io.FrameFile;
import org.netlink4j.core.io.PacketSocket;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.control.LldpadControl;
import org.netlink4j.lldpad.wire.EthernetFrame;
import org.netlink4j.lldpad.wire.EvbDraftTlv;
import org.netlink4j.lldpad.wire.EvbTlv;
import org.netlink4j.lldpad.wire.TlvSequence;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Link;

/** {@code macvtapctl evb show}. */
final class EvbShow implements Command {
    /** LLDP is said every thirty seconds. */
    private static final Duration LONGEST = Duration.ofSeconds(31);

    private static final long LONGEST_FRAME = 16 * 1024;

    @Override
    public String help() {
        return """
                evb show DEVICE [--for SECONDS] [--json]

                  listens on a device, says nothing itself, and prints what edge virtual bridging the other end offers, and whether
                  lldpad runs here; ends with the first offer, or after 31 seconds
                """;
    }

    @Override
    public Set<String> options() {
        return Set.of(VsiPort.FOR);
    }

    @Override
    public int run(Arguments arguments, PrintStream out) throws NetlinkException {
        Duration wait = VsiPort.seconds(arguments, VsiPort.FOR).orElse(LONGEST);
        Map<String, Object> view = new LinkedHashMap<>();
        try (Rtnetlink rtnetlink = Rtnetlink.open();
                NetworkNamespace here = NetworkNamespace.current()) {
            Link device = rtnetlink.links().get(arguments.operand("device"));
            view.put("device", device.name());
            view.put("lldpad_runs", LldpadControl.isRunning(here));
            view.put("offers", listen(here, device.index(), wait));
        }
        print(arguments, out, view);
        return Program.DONE;
    }

    private static List<Map<String, Object>> listen(NetworkNamespace here, int index, Duration wait) throws NetlinkException {
        long deadline = System.nanoTime() + wait.toNanos();
        try (FrameFile file = PacketSocket.open(
                        here, index, Set.of(EthernetFrame.LLDP), Set.of(EthernetFrame.NEAREST_CUSTOMER_BRIDGE));
                Arena arena = Arena.ofShared();
                Progress _ = new Progress(System.err, "listening", wait)) {
            MemorySegment room = arena.allocate(LONGEST_FRAME);
            while (true) {
                int length = file.read(room, deadline, () -> {});
                if (length == FrameFile.WOULD_BLOCK) {
                    return List.of();
                }
                List<Map<String, Object>> offers = offers(Octets.of(room.asSlice(0, length).toArray(JAVA_BYTE)));
                if (!offers.isEmpty()) {
                    return offers;
                }
            }
        }
    }

    private static List<Map<String, Object>> offers(Octets bytes) {
        List<Map<String, Object>> offers = new ArrayList<>();
        try {
            EthernetFrame frame = EthernetFrame.decode(bytes);
            TlvSequence tlvs = TlvSequence.decode(frame.payload());
            tlvs.find(EvbTlv.class).ifPresent(tlv -> offers.add(view(frame, tlv)));
            tlvs.find(EvbDraftTlv.class).ifPresent(tlv -> offers.add(view(frame, tlv)));
        } catch (MalformedMessageException _) {
            // the next may be better
        }
        return offers;
    }

    private static Map<String, Object> view(EthernetFrame frame, EvbTlv tlv) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("from", frame.source().toString());
        view.put("generation", "ratified");
        view.put("role", tlv.mode() == EvbTlv.BRIDGE ? "bridge" : "station");
        view.put("reflective_relay", (tlv.bridgeStatus() & EvbTlv.REFLECTIVE_RELAY) != 0);
        view.put("ecp_wait_ms", tlv.timers().retransmission().toMillis());
        view.put("ecp_retries", tlv.timers().retries());
        view.put("answer_wait_ms", tlv.timers().acknowledgement().toMillis());
        view.put("keep_alive_ms", tlv.timers().keepAlive().toMillis());
        return view;
    }

    private static Map<String, Object> view(EthernetFrame frame, EvbDraftTlv tlv) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("from", frame.source().toString());
        view.put("generation", "draft");
        view.put("reflective_relay", (tlv.configuredMode() & EvbDraftTlv.REFLECTIVE_RELAY) != 0);
        view.put("offers_ecp", (tlv.supportedCapabilities() & EvbDraftTlv.ECP) != 0);
        view.put("offers_vdp", (tlv.supportedCapabilities() & EvbDraftTlv.VDP) != 0);
        view.put("vsis_supported", tlv.supportedVsis());
        view.put("vsis_configured", tlv.configuredVsis());
        return view;
    }

    private static void print(Arguments arguments, PrintStream out, Map<String, Object> view) {
        if (arguments.has(JSON)) {
            Command.printJson(out, view);
            return;
        }
        out.println(view.get("device") + ": lldpad " + (view.get("lldpad_runs").equals(true) ? "runs" : "does not run") + " here");
        List<?> offers = (List<?>) view.get("offers");
        if (offers.isEmpty()) {
            out.println("no offer of edge virtual bridging was heard; does the switch port speak LLDP to nearest customer bridges?");
        }
        for (Object offer : offers) {
            ((Map<?, ?>) offer).forEach((key, value) -> out.println("  " + key + " " + value));
        }
    }
}
