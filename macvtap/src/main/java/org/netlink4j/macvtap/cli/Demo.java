package org.netlink4j.macvtap.cli;

import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.NotSupportedException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.core.cli.Command;
import org.netlink4j.core.cli.ErrorTree;
import org.netlink4j.core.cli.Program;
import org.netlink4j.core.io.PacketSocket;
import org.netlink4j.macvtap.MacvtapDevice;
import org.netlink4j.macvtap.MacvtapSpec;
import org.netlink4j.macvtap.Macvtaps;
import org.netlink4j.macvtap.io.Cable;
import org.netlink4j.rtnetlink.link.MacvlanMode;

/** {@code macvtapctl demo}. */
final class Demo implements Command {
    private static final String VERBOSE = "--verbose";

    /** IEEE 802 local experimental Ethernet type 1: nothing else in the namespaces sends it. */
    private static final int ETHERTYPE = 0x88b5;

    private static final MacAddress VM = MacAddress.parse("52:54:00:c7:3e:ce");
    private static final int SHORTEST_PAYLOAD = 46;

    @Override
    public String help() {
        return """
                demo [--verbose] [--json]

                  makes two network namespaces with a cable between them and a macvtap on one end; lets frames go both ways
                  through its tap; shows that a second device with the same MAC address is refused and the first one left
                  alone; associates its VSI with a switch at the far end, by way of the built-in station and, where it is installed,
                  of a real lldpad; deletes the device by name. Touches nothing of this machine and leaves nothing behind. An ordinary
                  user gets a user namespace of his own, where all works but the tap, whose node belongs to root.

                  --verbose    the netlink messages, too
                """;
    }

    @Override
    public Set<String> switches() {
        return Set.of(VERBOSE);
    }

    @Override
    public int run(Arguments arguments, PrintStream out) throws NetlinkException {
        arguments.noOperands();
        Steps steps = new Steps(out, arguments.has(JSON), arguments.has(VERBOSE));
        try (Cable cable = new Cable()) {
            return arguments.has(JSON) ? runForJson(cable, steps, out) : runIn(cable, steps);
        } catch (SystemCallException e) {
            if (e.errno() != Errno.EPERM || UserNamespace.isInside()) {
                throw e;
            }
        }
        return UserNamespace.runAgain();
    }

    private static int runForJson(Cable cable, Steps steps, PrintStream out) {
        Map<String, Object> tree = new LinkedHashMap<>();
        int status;
        try {
            status = runIn(cable, steps);
        } catch (NetlinkException e) {
            tree.put("error", ErrorTree.of(e));
            status = Program.REFUSED;
        }
        tree.put("steps", steps.tree());
        Command.printJson(out, tree);
        return status;
    }

    private static int runIn(Cable cable, Steps steps) throws NetlinkException {
        steps.begin("two network namespaces of our own");
        steps.result("near " + cable.near() + ", far " + cable.far());
        if (UserNamespace.isInside()) {
            steps.result("in a user namespace, because an ordinary user may not make them outside");
        }
        try (Macvtaps macvtaps = Macvtaps.open(cable.near(), steps)) {
            steps.begin("a cable between them: a veth pair, both ends up");
            cable.connect(macvtaps.rtnetlink());
            steps.result(Cable.LOWER + " in the near one, " + Cable.FAR + " in the far one");

            steps.begin("a macvtap on " + Cable.LOWER + " in VEPA mode, up");
            MacvtapDevice device = macvtaps.createUp(spec());
            steps.result(device + " with MAC address " + VM);

            try (Port vm = openPort(cable, device, steps);
                    Port far = Port.of(cable.openFarEnd(ETHERTYPE))) {
                MacAddress farAddress = cable.farEnd().address().orElse(MacAddress.BROADCAST);
                steps.begin("frames both ways");
                exchange(vm, far, farAddress, steps);

                steps.begin("a second device with the same MAC address");
                refuseSecond(macvtaps, device, steps);
                exchange(vm, far, farAddress, steps);
            }
            new VsiDemo(cable, macvtaps.rtnetlink().links().get(Cable.LOWER), VM, steps).run();
            steps.begin("deleting " + device.name() + " by its name");
            macvtaps.delete(device.name());
            steps.result("macvtaps that are left: " + macvtaps.list().size());
        }
        return Program.DONE;
    }

    private static MacvtapSpec spec() {
        return MacvtapSpec.on(Cable.LOWER).mode(MacvlanMode.VEPA).address(VM);
    }

    private static Port openPort(Cable cable, MacvtapDevice device, Steps steps) throws NetlinkException {
        steps.begin("its tap");
        try {
            Port port = Port.of(device.openQueue());
            steps.result("opened a queue of " + device.name());
            return port;
        } catch (SystemCallException e) {
            if (e.errno() != Errno.EACCES && e.errno() != Errno.EPERM) {
                throw e;
            }
            steps.cannot("the node of a tap is root's, also in a user namespace: " + e.getMessage());
            steps.result("frames go through a packet socket on " + device.name() + " instead");
            return Port.of(PacketSocket.open(cable.near(), device.index(), ETHERTYPE));
        }
    }

    private static void exchange(Port vm, Port far, MacAddress farAddress, Steps steps) throws NetlinkException {
        carry(vm, far, VM, farAddress, "from the macvtap to " + Cable.FAR, steps);
        carry(far, vm, farAddress, VM, "from " + Cable.FAR + " to the macvtap", steps);
    }

    private static void carry(Port from, Port to, MacAddress source, MacAddress destination, String way, Steps steps)
            throws NetlinkException {
        try (Arena arena = Arena.ofConfined()) {
            byte[] text = way.getBytes(StandardCharsets.US_ASCII);
            byte[] payload = Arrays.copyOf(text, Math.max(text.length, SHORTEST_PAYLOAD));
            MemorySegment frame = PacketSocket.frame(arena, destination.octets(), source.octets(), ETHERTYPE, payload);
            from.write(frame);
            to.await(frame);
            steps.result(frame.byteSize() + " bytes " + way + ": " + source + " > " + destination);
        }
    }

    private static void refuseSecond(Macvtaps macvtaps, MacvtapDevice first, Steps steps) throws NetlinkException {
        try {
            macvtaps.createUp(spec());
        } catch (KernelException e) {
            if (e.errno() != Errno.EADDRINUSE && e.errno() != Errno.EBUSY) {
                throw e;
            }
            steps.result("came not up, and is deleted again: " + e.getMessage());
            steps.result(first.name() + " is " + (first.refresh().link().isUp() ? "still up" : "down"));
            return;
        }
        throw new NotSupportedException("not supported: this kernel lets two devices with one MAC address be up");
    }
}
