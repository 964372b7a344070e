package org.netlink4j.macvtap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceNumberTest {
    @Test
    void whatTheKernelShows() throws Exception {
        assertEquals(DeviceNumber.of(1, 3), new DeviceNumber((Long) Files.getAttribute(Path.of("/dev/null"), "unix:rdev")));
        assertEquals(DeviceNumber.of(246, 2), DeviceNumber.parse("246:2\n"));
        assertEquals(0xf602, DeviceNumber.of(246, 2).bits());
    }

    @Property
    void textAndBitsRoundTrip(
            @ForAll @LongRange(max = 0xffff_ffffL) long major, @ForAll @LongRange(max = 0xffff_ffffL) long minor) {
        DeviceNumber number = DeviceNumber.of(major, minor);
        assertEquals(major, number.major());
        assertEquals(minor, number.minor());
        assertEquals(number, DeviceNumber.parse(number.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "246", ":", "246:", "-1:2", "1:2:3", "1:x", "99999999999:1", "4294967296:0"})
    void whatIsNoNumber(String text) {
        assertThrows(IllegalArgumentException.class, () -> DeviceNumber.parse(text));
    }
}
