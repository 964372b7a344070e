package org.netlink4j.macvtap;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Arrays;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.io.FrameFile;
import org.netlink4j.core.io.PacketSocket;
import org.netlink4j.macvtap.io.Cable;
import org.netlink4j.rtnetlink.link.Links;

/** A lower device in a namespace of its own, with a packet socket at the other end of its cable. */
final class Lab implements AutoCloseable {
    /** IEEE 802 local experimental Ethernet type: nothing else in the namespaces sends it. */
    static final int ETHERTYPE = 0x88b5;

    static final MacAddress VM = MacAddress.parse("52:54:00:c7:3e:ce");
    static final Duration PATIENCE = Duration.ofSeconds(5);

    final Arena arena = Arena.ofShared();
    final Cable cable = new Cable();
    final Macvtaps macvtaps = Macvtaps.open(cable.near());
    final FrameFile far;
    final MacAddress farAddress;

    Lab() throws NetlinkException {
        cable.connect(macvtaps.rtnetlink());
        far = cable.openFarEnd(ETHERTYPE);
        farAddress = cable.farEnd().address().orElseThrow();
    }

    Links links() {
        return macvtaps.rtnetlink().links();
    }

    MacvtapSpec spec() {
        return MacvtapSpec.on(Cable.LOWER).address(VM);
    }

    MemorySegment frame(MacAddress to, MacAddress from, byte... payload) {
        return PacketSocket.frame(arena, to.octets(), from.octets(), ETHERTYPE, Arrays.copyOf(payload, 46));
    }

    static long soon() {
        return System.nanoTime() + PATIENCE.toNanos();
    }

    byte[] readFar() throws NetlinkException {
        MemorySegment buffer = arena.allocate(2000);
        return bytes(buffer, far.read(buffer, soon(), () -> {}));
    }

    /** The next frame of our Ethernet type; the namespaces have noise of their own. */
    byte[] read(TapQueue queue, int headerSize) throws NetlinkException {
        MemorySegment buffer = arena.allocate(2000);
        while (true) {
            int length = queue.read(buffer, soon());
            if (length == TapQueue.WOULD_BLOCK) {
                throw new AssertionError("no frame came within " + PATIENCE);
            }
            byte[] frame = bytes(buffer, length);
            if (frame[headerSize + 12] == (byte) (ETHERTYPE >> 8) && frame[headerSize + 13] == (byte) ETHERTYPE) {
                return frame;
            }
        }
    }

    static byte[] bytes(MemorySegment buffer, int length) {
        if (length < 0) {
            throw new AssertionError("no frame came within " + PATIENCE);
        }
        return buffer.asSlice(0, length).toArray(JAVA_BYTE);
    }

    @Override
    public void close() {
        far.close();
        macvtaps.close();
        cable.close();
        arena.close();
    }
}
