package org.netlink4j.macvtap.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.core.cli.Command;
import org.netlink4j.core.cli.Program;
import org.netlink4j.macvtap.MacvtapDevice;
import org.netlink4j.macvtap.MacvtapSpec;
import org.netlink4j.macvtap.Macvtaps;
import org.netlink4j.rtnetlink.link.MacvlanMode;

/** {@code macvtapctl create}. */
final class Create implements Command {
    private static final String UP = "--up";
    private static final String NAME = "--name";
    private static final String MODE = "--mode";
    private static final String MAC = "--mac";
    private static final String MTU = "--mtu";

    @Override
    public String help() {
        return """
                create LOWER [--name NAME] [--mode MODE] [--mac MAC] [--mtu BYTES] [--up] [--json]

                  LOWER     the name of the lower device
                  --name    NAME is taken as it is; or has one %d, for which a free number is put (default: macvtap%d)
                  --mode    vepa (default), bridge, private, passthru or source
                  --mac     the MAC address (default: a random one)
                  --mtu     the MTU (default: that of the lower device)
                  --up      bring it up; if it does not come up, it is deleted again
                """;
    }

    @Override
    public Set<String> switches() {
        return Set.of(UP);
    }

    @Override
    public Set<String> options() {
        return Set.of(NAME, MODE, MAC, MTU);
    }

    @Override
    public int run(Arguments arguments, PrintStream out) throws NetlinkException {
        MacvtapSpec spec = spec(arguments);
        try (Macvtaps macvtaps = Macvtaps.open()) {
            MacvtapDevice device =
                    arguments.has(UP) ? macvtaps.createUp(spec).refresh() : macvtaps.create(spec);
            Map<String, Object> view = DeviceView.of(macvtaps, device);
            if (arguments.has(JSON)) {
                Command.printJson(out, view);
            } else {
                out.println(DeviceView.line(view));
            }
        }
        return Program.DONE;
    }

    private static MacvtapSpec spec(Arguments arguments) {
        MacvtapSpec spec = MacvtapSpec.on(arguments.operand("lower device"));
        Optional<String> name = arguments.value(NAME);
        if (name.isPresent()) {
            spec = spec.name(name.get());
        }
        Optional<String> mode = arguments.value(MODE);
        if (mode.isPresent()) {
            spec = spec.mode(MacvlanMode.parse(mode.get()));
        }
        Optional<String> mac = arguments.value(MAC);
        if (mac.isPresent()) {
            spec = spec.address(MacAddress.parse(mac.get()));
        }
        Optional<String> mtu = arguments.value(MTU);
        if (mtu.isPresent()) {
            spec = spec.mtu(number(mtu.get()));
        }
        return spec;
    }

    private static long number(String text) {
        try {
            return Integer.parseUnsignedInt(text) & 0xffff_ffffL;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a number of bytes: " + text, e);
        }
    }
}
