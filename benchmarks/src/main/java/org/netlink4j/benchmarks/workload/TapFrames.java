package org.netlink4j.benchmarks.workload;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.macvtap.TapOptions;
import org.netlink4j.macvtap.TapQueue;

/** W10: bursts of frames that are written to one tap and read from another. */
final class TapFrames implements Subject {
    private final TapQueue from;
    private final TapQueue to;
    private final MemorySegment frame;
    private final MemorySegment in = Arena.global().allocate(2048, 8);
    private final int count;
    private final int burst;

    private TapFrames(TapQueue from, TapQueue to, Parameters parameters) {
        this.from = from;
        this.to = to;
        frame = Arena.global().allocate(parameters.number("size"), 8);
        frame.copyFrom(MemorySegment.ofArray(HexFormat.of().parseHex(parameters.text("addresses") + "88b5")));
        count = parameters.number("count");
        burst = parameters.number("burst");
    }

    static Subject prepare(Parameters parameters) throws NetlinkException {
        return new TapFrames(open(parameters.text("from")), open(parameters.text("to")), parameters);
    }

    /** Opens a queue of "NAME:INDEX". */
    private static TapQueue open(String device) throws NetlinkException {
        String[] parts = device.split(":");
        try (NetworkNamespace here = NetworkNamespace.current()) {
            return TapQueue.open(here, parts[0], Integer.parseInt(parts[1]), TapOptions.DEFAULT).getFirst();
        }
    }

    @Override
    public String round() throws NetlinkException {
        long start = System.nanoTime();
        long sum = 0;
        for (int i = 0; i < count; i += burst) {
            writeBurst();
            sum += readBurst();
        }
        return "nanos=%d count=%d sum=%d".formatted(System.nanoTime() - start, count, sum);
    }

    private void writeBurst() throws NetlinkException {
        for (int i = 0; i < burst; i++) {
            if (from.write(frame) != frame.byteSize()) {
                throw new IllegalStateException("no room");
            }
        }
    }

    private long readBurst() throws NetlinkException {
        long sum = 0;
        for (int i = 0; i < burst; ) {
            int length = to.read(in);
            if (length != TapQueue.WOULD_BLOCK) {
                sum += length;
                i++;
            }
        }
        return sum;
    }
}
