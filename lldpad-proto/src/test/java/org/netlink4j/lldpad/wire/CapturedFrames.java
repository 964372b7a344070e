package org.netlink4j.lldpad.wire;

import java.util.ArrayList;
import java.util.List;
import org.netlink4j.core.Octets;

/** The frames of a capture file as values, for tests of other packages. */
public final class CapturedFrames {
    /** Those of lldpad, and of a switch that makes mistakes. */
    public static final List<String> FILES = List.of(
            "2012-lldpad-bridge.pcap", "2012-sim-errors.pcap", "2012-startup-assoc.pcap", "draft02-sim-errors.pcap", "draft02-sim.pcap");

    private CapturedFrames() {}

    public static List<EthernetFrame> of(String file) throws Exception {
        List<EthernetFrame> frames = new ArrayList<>();
        for (Octets octets : Pcap.frames(file)) {
            frames.add(EthernetFrame.decode(octets));
        }
        return frames;
    }
}
