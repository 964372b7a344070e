package org.netlink4j.rtnetlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.IpAddress;

class IpPrefixTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "192.0.2.1/24", "192.0.2.1", "::/0", "2001:db8::1/64", "::1"})
    void readsWhatItWrites(String text) {
        assertEquals(text, IpPrefix.parse(text).toString());
    }

    @Test
    void ofFullLengthIsAnAddress() {
        assertEquals(IpPrefix.of(IpAddress.parse("192.0.2.1")), IpPrefix.parse("192.0.2.1/32"));
        assertEquals(IpFamily.AF_INET6, IpPrefix.parse("::/0").family());
        assertEquals(IpFamily.AF_INET, IpPrefix.parse("0.0.0.0/0").family());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "192.0.2.1/", "192.0.2.1/33", "192.0.2.1/-1", "::/129", "host/1"})
    void refuses(String text) {
        assertThrows(IllegalArgumentException.class, () -> IpPrefix.parse(text));
    }
}
