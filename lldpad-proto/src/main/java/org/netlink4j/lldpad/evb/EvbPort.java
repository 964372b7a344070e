package org.netlink4j.lldpad.evb;

import java.util.List;
import org.netlink4j.lldpad.wire.EthernetFrame;

/**
 * One end of edge virtual bridging. Time is in nanoseconds from any beginning, as {@link System#nanoTime} gives it, and never goes
 * back. For one thread at a time.
 */
public sealed interface EvbPort permits EvbStation, EvbBridge {
    /**
     * Takes a frame from the wire. Frames of other protocols and malformed ones are ignored.
     *
     * @param frame the frame
     * @param now the time
     */
    void receive(EthernetFrame frame, long now);

    /**
     * Does what is due.
     *
     * @param now the time
     */
    void advance(long now);

    /**
     * When {@link #advance} is to be called next.
     *
     * @return the time; {@link Long#MAX_VALUE} if nothing will be due
     */
    long nextTimer();

    /** {@return the frames to be sent, in order; each is returned once} */
    List<EthernetFrame> takeFrames();

    /** {@return how many frames were malformed} */
    long malformedFrames();
}
