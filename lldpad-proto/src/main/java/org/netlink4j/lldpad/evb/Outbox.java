package org.netlink4j.lldpad.evb;

import java.util.ArrayList;
import java.util.List;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.Octets;
import org.netlink4j.lldpad.wire.EthernetFrame;

/** The frames that wait to be sent. */
final class Outbox {
    private final MacAddress source;
    private List<EthernetFrame> frames = new ArrayList<>();

    Outbox(MacAddress source) {
        this.source = source;
    }

    MacAddress source() {
        return source;
    }

    void add(MacAddress destination, int etherType, Octets payload) {
        frames.add(new EthernetFrame(destination, source, etherType, payload));
    }

    void addPadded(MacAddress destination, int etherType, Octets payload) {
        frames.add(new EthernetFrame(destination, source, etherType, payload).padded());
    }

    List<EthernetFrame> take() {
        List<EthernetFrame> taken = List.copyOf(frames);
        frames = new ArrayList<>();
        return taken;
    }
}
