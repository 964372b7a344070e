package org.netlink4j.macvtap;

import java.util.List;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.control.LldpadControl;
import org.netlink4j.macvtap.MacvtapSupport.Answer;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Ifla;
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

    /** It is set for each port, and asking lldpad by a request would leave an entry behind. */
    static Answer vdpGeneration() {
        return Answer.unknown("it is configured for each port: see lldptool -T -i PORT -V evb and evb22");
    }

    static Answer functionPorts() {
        try (Rtnetlink rtnetlink = Rtnetlink.open()) {
            List<String> cards = rtnetlink.links().list().stream()
                    .filter(link -> link.attributes().integer(Ifla.IFLA_NUM_VF).orElse(0) > 0)
                    .map(Link::name)
                    .toList();
            return Answer.of(!cards.isEmpty(), cards.isEmpty() ? "no device has virtual functions" : String.join(", ", cards));
        } catch (NetlinkException e) {
            return Answer.unknown(e.getMessage());
        }
    }
}
