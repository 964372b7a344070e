package org.netlink4j.lldpad.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.netlink4j.core.Octets;

/** The frames of a capture file among the test resources. */
final class Pcap {
    private static final int MICROSECONDS = 0xa1b2c3d4;
    private static final int NANOSECONDS = 0xa1b23c4d;
    private static final int FILE_HEADER = 24;
    private static final int ETHERNET = 1;

    private Pcap() {}

    static List<Octets> frames(String name) throws IOException {
        ByteBuffer in;
        try (InputStream file = Pcap.class.getResourceAsStream(name)) {
            in = ByteBuffer.wrap(file.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        }
        int magic = in.getInt(0);
        if (magic != MICROSECONDS && magic != NANOSECONDS || in.getInt(20) != ETHERNET) {
            throw new IOException(name + " is no little-endian capture of Ethernet");
        }
        in.position(FILE_HEADER);
        List<Octets> frames = new ArrayList<>();
        while (in.hasRemaining()) {
            in.getLong(); // when it was captured
            byte[] frame = new byte[in.getInt()];
            if (in.getInt() != frame.length) {
                throw new IOException(name + " has a frame that was cut off");
            }
            in.get(frame);
            frames.add(Octets.of(frame));
        }
        return frames;
    }
}
