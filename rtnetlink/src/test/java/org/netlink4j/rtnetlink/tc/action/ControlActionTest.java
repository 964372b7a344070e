package org.netlink4j.rtnetlink.tc.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ControlActionTest {
    @Test
    void hasTheWordsOfTc() {
        assertEquals("drop", ControlAction.DROP.toString());
        assertEquals("continue", ControlAction.CONTINUE.toString());
        assertEquals("goto chain 5", ControlAction.gotoChain(5).toString());
        assertEquals("jump 2", ControlAction.jump(2).toString());
        assertEquals("99", new ControlAction(99).toString());
    }

    @Test
    void carriesNumbersOf28Bits() {
        assertEquals(OptionalInt.of(0x0fff_ffff), ControlAction.gotoChain(0x0fff_ffff).chain());
        assertEquals(OptionalInt.empty(), ControlAction.gotoChain(1).skipped());
        assertEquals(OptionalInt.of(1), ControlAction.jump(1).skipped());
        assertEquals(OptionalInt.empty(), ControlAction.CONTINUE.chain());
        assertThrows(IllegalArgumentException.class, () -> ControlAction.jump(-1));
        assertThrows(IllegalArgumentException.class, () -> ControlAction.gotoChain(0x1000_0000));
    }
}
