package org.netlink4j.macvtap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.control.ControlRefusedException;
import org.netlink4j.lldpad.control.LldpadControl;
import org.netlink4j.macvtap.MacvtapSupport.Answer;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Link;

/** What there is beside macvtap, in the namespace of the calling thread. Looking changes nothing. */
final class Surroundings {
    private Surroundings() {}

    static Answer lldpad() {
        try (NetworkNamespace here = NetworkNamespace.current()) {
            return LldpadControl.isRunning(here)
                    ? Answer.of(true, "its control socket is there")
                    : Answer.of(false, "nobody has its control socket in this network namespace");
        } catch (NetlinkException e) {
            return Answer.unknown(e.getMessage());
        }
    }

    /**
     * It is configured for each port, and its control socket tells: a request about a VSI would leave an entry behind in a draft
     * lldpad.
     */
    static Answer vdpGeneration() {
        try (NetworkNamespace here = NetworkNamespace.current()) {
            if (!LldpadControl.isRunning(here)) {
                return Answer.of(false, "no lldpad runs in this network namespace");
            }
            try (Rtnetlink rtnetlink = Rtnetlink.open();
                    LldpadControl control = LldpadControl.open(here)) {
                List<String> ports = new ArrayList<>();
                for (Link link : rtnetlink.links().list()) {
                    generation(control, link.name()).ifPresent(word -> ports.add(link.name() + " " + word));
                }
                return ports.isEmpty()
                        ? Answer.unknown("lldpad knows no device of this network namespace")
                        : Answer.of(true, String.join(", ", ports));
            }
        } catch (IOException e) {
            return Answer.unknown(e.getMessage());
        }
    }

    /** Empty for a device that lldpad does not serve. */
    private static Optional<String> generation(LldpadControl control, String device) throws IOException {
        try {
            return Optional.of(control.generation(device).name().toLowerCase(Locale.ROOT));
        } catch (ControlRefusedException _) {
            return Optional.empty();
        }
    }

    static Answer functionPorts() {
        try (Rtnetlink rtnetlink = Rtnetlink.open()) {
            List<String> cards = rtnetlink.links().list().stream()
                    .filter(link -> link.functionCount().orElse(0) > 0)
                    .map(Link::name)
                    .toList();
            return Answer.of(!cards.isEmpty(), cards.isEmpty() ? "no device has virtual functions" : String.join(", ", cards));
        } catch (NetlinkException e) {
            return Answer.unknown(e.getMessage());
        }
    }
}
