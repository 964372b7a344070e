package org.netlink4j.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AttributePolicyTest {
    private static final OptionalLong NONE = OptionalLong.empty();
    private static final OptionalInt NO_LENGTH = OptionalInt.empty();

    private static String range(int type, long minimum, long maximum) {
        return new AttributePolicy(type, OptionalLong.of(minimum), OptionalLong.of(maximum), NONE, NO_LENGTH, NO_LENGTH, NO_LENGTH, NO_LENGTH).inWords();
    }

    private static String length(OptionalInt minimum, OptionalInt maximum) {
        return new AttributePolicy(10, NONE, NONE, NONE, minimum, maximum, NO_LENGTH, NO_LENGTH).inWords();
    }

    @Test
    void saysWhichNumbersAreAllowed() {
        assertEquals("1..16", range(4, 1, 16));
        assertEquals("0..18446744073709551614", range(5, 0, -2));
        assertEquals("-1..127", range(6, -1, 127));
        assertEquals("-5..-1", range(16, -5, -1));
        assertEquals("0..18446744073709551615", range(17, 0, -1));
        assertEquals("1..", new AttributePolicy(4, OptionalLong.of(1), NONE, NONE, NO_LENGTH, NO_LENGTH, NO_LENGTH, NO_LENGTH).inWords());
        assertEquals("..-2", new AttributePolicy(8, NONE, OptionalLong.of(-2), NONE, NO_LENGTH, NO_LENGTH, NO_LENGTH, NO_LENGTH).inWords());
    }

    @Test
    void theBoundsOfATypeAreNoRestriction() {
        assertEquals("any u8", range(2, 0, 255));
        assertEquals("any u16", range(3, 0, 65535));
        assertEquals("any u32", range(4, 0, 0xffff_ffffL));
        assertEquals("any u64", range(5, 0, -1));
        assertEquals("any s8", range(6, -128, 127));
        assertEquals("any s64", range(9, Long.MIN_VALUE, Long.MAX_VALUE));
        assertEquals("0..255", range(3, 0, 255));
        assertEquals("-1..127", range(6, -1, 127));
    }

    @Test
    void saysWhichLengthsAreAllowed() {
        assertEquals("at most 15 bytes", length(NO_LENGTH, OptionalInt.of(15)));
        assertEquals("at least 1 byte", length(OptionalInt.of(1), NO_LENGTH));
        assertEquals("exactly 6 bytes", length(OptionalInt.of(6), OptionalInt.of(6)));
        assertEquals("4 to 4294967295 bytes", length(OptionalInt.of(4), OptionalInt.of(-1)));
        assertEquals("any binary", length(NO_LENGTH, NO_LENGTH));
    }

    @Test
    void saysWhichBitsAreAllowed() {
        assertEquals("the bits 0x3", new AttributePolicy(15, NONE, NONE, OptionalLong.of(3), NO_LENGTH, NO_LENGTH, NO_LENGTH, NO_LENGTH).inWords());
    }

    @Test
    void aTypeOfANewerKernelHasANumber() {
        assertEquals("any type 18", new AttributePolicy(18, NONE, NONE, NONE, NO_LENGTH, NO_LENGTH, NO_LENGTH, NO_LENGTH).inWords());
        assertEquals("any type 4294967295", new AttributePolicy(-1, NONE, NONE, NONE, NO_LENGTH, NO_LENGTH, NO_LENGTH, NO_LENGTH).inWords());
        assertEquals("any nest", new AttributePolicy(13, NONE, NONE, NONE, NO_LENGTH, NO_LENGTH, NO_LENGTH, NO_LENGTH).inWords());
    }

    @Test
    void holdsNoNull() {
        assertThrows(NullPointerException.class, () -> new AttributePolicy(4, null, NONE, NONE, NO_LENGTH, NO_LENGTH, NO_LENGTH, NO_LENGTH));
        assertThrows(NullPointerException.class, () -> new AttributePolicy(4, NONE, NONE, NONE, NO_LENGTH, null, NO_LENGTH, NO_LENGTH));
    }
}
