package org.netlink4j.macvtap.examples;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.macvtap.MacvtapDevice;
import org.netlink4j.macvtap.MacvtapSpec;
import org.netlink4j.macvtap.Macvtaps;
import org.netlink4j.macvtap.TapQueue;
import org.netlink4j.rtnetlink.link.MacvlanMode;

/** Waits for the first frame that comes to a new macvtap. */
final class FirstFrame {
    private FirstFrame() {}

    static int lengthOf(NetworkNamespace namespace, String lower) throws NetlinkException {
        // @start region="example"
        try (Macvtaps macvtaps = Macvtaps.open(namespace); Arena arena = Arena.ofConfined()) {
            MacvtapDevice device = macvtaps.createUp(MacvtapSpec.on(lower).mode(MacvlanMode.BRIDGE));
            try (TapQueue queue = device.openQueue()) {
                MemorySegment frame = arena.allocate(2048);
                return queue.read(frame, System.nanoTime() + TimeUnit.SECONDS.toNanos(10));
            } finally {
                device.delete();
            }
        }
        // @end
    }
}
