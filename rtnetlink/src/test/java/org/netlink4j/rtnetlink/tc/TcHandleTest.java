package org.netlink4j.rtnetlink.tc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.testkit.HeaderConstants;

class TcHandleTest {
    @ParameterizedTest
    @CsvSource({
        "none, 0", "root, ffffffff", "1:, 10000", ":1, 1", "1:10, 10010", "8001:, 80010000", "ffff:fff1, fffffff1", "ffff:, ffff0000"
    })
    void isWrittenAndReadAsTcDoes(String text, String bits) {
        TcHandle handle = TcHandle.parse(text);
        assertEquals(Integer.parseUnsignedInt(bits, 16), handle.value());
        assertEquals(text, handle.toString());
    }

    @Test
    void readsTheWordsThatAreOnlyRead() {
        assertEquals(new TcHandle(0xffff_fff1), TcHandle.parse("ingress"));
        assertEquals(TcHandle.INGRESS, TcHandle.parse("clsact"));
        assertEquals("ffff:fff2", TcHandle.CLSACT_INGRESS.toString());
        assertEquals("ffff:fff3", TcHandle.CLSACT_EGRESS.toString());
    }

    @Test
    void hasTwoHalves() {
        TcHandle handle = TcHandle.of(0x8001, 0xffff);
        assertEquals(0x8001, handle.major());
        assertEquals(0xffff, handle.minor());
        assertEquals(TcHandle.parse("7:"), TcHandle.qdisc(7));
        assertThrows(IllegalArgumentException.class, () -> TcHandle.of(0x10000, 0));
        assertThrows(IllegalArgumentException.class, () -> TcHandle.of(0, -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "1", "10000:", "1:10000", "x:", "1:1:1", "-1:", "1:+2", "rootx"})
    void refusesWhatIsNoHandle(String text) {
        assertThrows(IllegalArgumentException.class, () -> TcHandle.parse(text));
    }

    @Test
    void numbersAreThoseOfTheHeader() {
        HeaderConstants.assertHolder(TcH.class, "linux/types.h", "linux/pkt_sched.h");
    }
}
