package org.netlink4j.rtnetlink.tc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class PschedTest {
    @Test
    void isTheSameInAllKernels() throws IOException {
        Assumptions.assumeTrue(Files.isReadable(Path.of("/proc/net/psched")), "this kernel has no traffic control");
        assertEquals(Psched.KERNEL, Psched.ofSystem());
    }

    @Test
    void readsFourHexadecimalNumbers() {
        assertEquals(Psched.KERNEL, Psched.parse("000003e8 00000040 000f4240 3b9aca00\n"));
        assertEquals(new Psched(1, 2, 3, 0xffff_ffffL), Psched.parse("1 2 3 ffffffff"));
        for (String wrong : new String[] {"", "1 2 3", "1 2 3 4 5", "1 2 3 x", "1 0 3 4", "1 2 3 100000000"}) {
            assertThrows(IllegalArgumentException.class, () -> Psched.parse(wrong), wrong);
        }
    }

    @Test
    void aTickIs64Nanoseconds() {
        assertEquals(1_000_000, Psched.KERNEL.ticks(64_000));
        assertEquals(15, Psched.KERNEL.ticks(1));
        assertEquals(64_000, Psched.KERNEL.microseconds(1_000_000));
        assertEquals(200_000, Psched.KERNEL.transmission(125_000, 1600));
        assertEquals(0, Psched.KERNEL.transmission(-1, 1 << 20), "2^64 bytes per second");
        assertEquals(1600, Psched.KERNEL.bytes(125_000, 200_000));
        assertEquals(2_000_000, new Psched(1000, 500, 1_000_000, 1).ticks(1_000_000));
    }

    @Property(tries = 200)
    void bytesComeBackButForTheClocksRounding(@ForAll @LongRange(min = 1000, max = 1L << 40) long rate, @ForAll @IntRange(max = 1 << 20) int bytes) {
        long back = Psched.KERNEL.bytes(rate, Psched.KERNEL.transmission(rate, bytes));
        assertTrue(back <= bytes && bytes - back <= 2 + 2 * (rate / 1_000_000 + 1), () -> back + " of " + bytes);
    }

    private static int time(TcRate rate, int index) {
        return ByteBuffer.wrap(rate.table()).order(ByteOrder.nativeOrder()).getInt(4 * index);
    }

    @Test
    void tablesHaveTheTimeOfTheLongestSizeOfEachEntry() {
        TcRate rate = TcRate.of(125_000, 0);
        assertEquals(3, rate.cellLog());
        assertEquals(1024, rate.table().length);
        assertEquals(Psched.KERNEL.transmission(125_000, 8), time(rate, 0));
        assertEquals(Psched.KERNEL.transmission(125_000, 2048), time(rate, 255));
        assertEquals(Psched.KERNEL.transmission(125_000, 64), time(rate.minimum(64), 0));
        assertEquals(Psched.KERNEL.transmission(125_000, 53), time(rate.linkLayer(TcRate.TC_LINKLAYER_ATM), 0));
        assertEquals(Psched.KERNEL.transmission(125_000, 106), time(rate.linkLayer(TcRate.TC_LINKLAYER_ATM), 6));
        assertEquals(0, TcRate.of(1, 255).cellLog());
        assertEquals(1, TcRate.of(1, 256).cellLog());
        assertEquals(6, TcRate.of(1, 9000).cellLog());
    }

    @Test
    void saysLargeRatesTwice() {
        assertEquals(false, TcRate.of(0xffff_ffffL, 0).isWide());
        assertEquals(true, TcRate.of(0x1_0000_0000L, 0).isWide());
        assertEquals(0xffff_ffffL, TcRate.of(0x1_0000_0000L, 0).narrow());
        assertEquals(7, TcRate.of(1, 0).overhead(7).overhead());
        assertThrows(IllegalArgumentException.class, () -> TcRate.of(0, 0));
    }
}
