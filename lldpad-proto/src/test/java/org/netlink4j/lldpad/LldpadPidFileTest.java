package org.netlink4j.lldpad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.MalformedMessageException;

/** Rows 54 and 79. */
class LldpadPidFileTest {
    private static byte[] file(String text, int length) {
        return Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), length);
    }

    @ParameterizedTest
    @CsvSource({"7684, 7684", "1, 1", "0012, 12", "2934509017, 2934509017", "4294967295, 4294967295"})
    void readsThePortId(String text, long expected) throws Exception {
        assertEquals(expected, LldpadPidFile.parse(file(text + "\n", 32)));
        assertEquals(expected, LldpadPidFile.parse(file(text, 32)));
        assertEquals(expected, LldpadPidFile.parse(file(text, text.length())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12x", "0", "", "-1", " 12", "4294967296", "99999999999999999999999999999999", "\n"})
    void refusesWhatIsNoPortId(String text) {
        assertThrows(MalformedMessageException.class, () -> LldpadPidFile.parse(file(text, text.length())));
        assertThrows(MalformedMessageException.class, () -> LldpadPidFile.parse(file(text, 32)));
    }
}
