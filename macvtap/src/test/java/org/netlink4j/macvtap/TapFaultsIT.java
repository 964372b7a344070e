package org.netlink4j.macvtap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.netlink4j.testkit.FaultMatrix;
import org.netlink4j.testkit.Faults;
import org.netlink4j.testkit.InFaultyWorld;
import org.netlink4j.testkit.RootTest;

/** Every system call between the name of a macvtap and its frames fails in every plausible way; see {@link FaultMatrix}. */
@RootTest
@InFaultyWorld
@EnabledIf(BuiltWith.MACVTAP)
@Timeout(120)
class TapFaultsIT {
    private static final TapOptions AT_ONCE = TapOptions.DEFAULT.nodeTimeout(Duration.ZERO);

    @Test
    void openReadWrite(TestReporter reporter) throws Exception {
        Lab lab = new Lab();
        try {
            MacvtapDevice device = lab.macvtaps.createUp(lab.spec());
            MemorySegment out = lab.frame(lab.farAddress, Lab.VM, (byte) 1);
            MemorySegment in = lab.frame(Lab.VM, lab.farAddress, (byte) 2);
            MemorySegment room = lab.arena.allocate(2000);
            FaultMatrix.Report report = FaultMatrix.run(new FaultMatrix.Operation<TapQueue>() {
                @Override
                public TapQueue open() throws IOException {
                    return device.openQueues(AT_ONCE).getFirst();
                }

                @Override
                public void use(TapQueue queue) throws Exception {
                    queue.setVnetHeaderSize(queue.vnetHeaderSize());
                    assertEquals(device.link().name(), queue.deviceName());
                    while (queue.write(out) == TapQueue.WOULD_BLOCK) {}
                    Faults.without(() -> lab.far.write(in));
                    int length;
                    do { // the kernel sends frames of its own
                        length = queue.read(room, System.nanoTime() + Duration.ofSeconds(2).toNanos());
                        assertTrue(length > 0, "no frame came");
                    } while (in.mismatch(room.asSlice(0, length)) >= 0);
                }
            });
            reporter.publishEntry("faults", report.tried() + ", survived " + report.survived());
            assertTrue(report.tried() >= 80, report::toString);
            assertTrue(!report.errors().isEmpty(), report::toString);
        } finally {
            lab.close();
        }
    }
}
