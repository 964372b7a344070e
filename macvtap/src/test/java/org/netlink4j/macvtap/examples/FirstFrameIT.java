package org.netlink4j.macvtap.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.netlink4j.core.io.FrameFile;
import org.netlink4j.core.io.PacketSocket;
import org.netlink4j.macvtap.io.Cable;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.testkit.RootTest;

@RootTest
@EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
class FirstFrameIT {
    private static final byte[] EVERYBODY = {-1, -1, -1, -1, -1, -1};

    @Test
    void seesABroadcast() throws Exception {
        try (Cable cable = new Cable();
                Arena arena = Arena.ofConfined();
                Rtnetlink rtnetlink = Rtnetlink.open(cable.near())) {
            cable.connect(rtnetlink);
            FutureTask<Integer> length = new FutureTask<>(() -> FirstFrame.lengthOf(cable.near(), Cable.LOWER));
            Thread.ofPlatform().start(length);
            byte[] source = cable.farEnd().address().orElseThrow().octets();
            try (FrameFile far = cable.openFarEnd(0x88b5)) {
                while (!length.isDone()) {
                    far.write(PacketSocket.frame(arena, EVERYBODY, source, 0x88b5, new byte[46]));
                    Thread.sleep(10);
                }
            }
            assertTrue(length.get() >= 14);
        }
    }
}
