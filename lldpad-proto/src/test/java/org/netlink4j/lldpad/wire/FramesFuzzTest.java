package org.netlink4j.lldpad.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.netlink4j.core.Octets;
import org.netlink4j.testkit.Accessors;
import org.netlink4j.testkit.FuzzTarget;

/** Frames of LLDP, of ECP and of VDP in both generations: what is decoded is encoded as it was. */
class FramesFuzzTest extends FuzzTarget {
    private static final List<Integer> TYPES = List.of(EthernetFrame.LLDP, EthernetFrame.ECP, EthernetFrame.ECP_DRAFT);

    @Override
    protected List<byte[]> seeds() throws IOException {
        List<byte[]> frames = new ArrayList<>();
        for (String file : CapturedFrames.FILES) {
            Pcap.frames(file).forEach(frame -> frames.add(frame.toArray()));
        }
        return frames;
    }

    @Override
    protected void run(byte[] bytes) throws IOException {
        Octets frame = Octets.of(bytes);
        EthernetFrame decoded = EthernetFrame.decode(frame);
        Accessors.answer(decoded);
        if (TYPES.contains(decoded.etherType())) {
            Accessors.answer(CaptureTest.roundTrip(frame));
        }
    }
}
