package org.netlink4j.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MacAddressTest {
    @Property(tries = 300)
    void everyNotationComesBack(@ForAll @LongRange(max = 0xffff_ffff_ffffL) long bits) {
        MacAddress address = new MacAddress(bits);
        assertEquals(address, MacAddress.of(address.octets()));
        assertEquals(address, MacAddress.parse(address.toString()));
        assertEquals(address, MacAddress.parse(address.toString().toUpperCase(java.util.Locale.ROOT)));
        assertEquals(17, address.toString().length());
    }

    @Test
    void keepsTheOrderOfTheOctets() {
        MacAddress address = MacAddress.parse("52:54:00:c7:3e:ce");
        assertEquals(0x525400c73eceL, address.bits());
        assertArrayEquals(new byte[] {0x52, 0x54, 0, (byte) 0xc7, 0x3e, (byte) 0xce}, address.octets());
        assertEquals("52:54:00:c7:3e:ce", address.toString());
    }

    @Test
    void refusesWhatIsNoAddress() {
        for (String text : new String[] {"", "52", "52:54:00:c7:3e", "52:54:00:c7:3e:ce:00", "52-54-00-c7-3e-ce", "5:54:00:c7:3e:ce",
            "52:54:00:c7:3e:cg", "525400c73ece", " 52:54:00:c7:3e:ce", "52:54:00:c7:3e:ce:"}) {
            String message = assertThrows(IllegalArgumentException.class, () -> MacAddress.parse(text)).getMessage();
            assertTrue(message.endsWith(": " + text), message);
        }
        assertThrows(IllegalArgumentException.class, () -> MacAddress.of(new byte[5]));
        assertThrows(IllegalArgumentException.class, () -> new MacAddress(1L << 48));
        assertThrows(IllegalArgumentException.class, () -> new MacAddress(-1));
    }

    @Test
    void knowsGroupAddresses() {
        assertTrue(MacAddress.BROADCAST.isMulticast());
        assertTrue(MacAddress.parse("01:80:c2:00:00:0e").isMulticast());
        assertFalse(MacAddress.parse("52:54:00:c7:3e:ce").isMulticast());
    }

    @Test
    void sortsByOctets() {
        assertTrue(MacAddress.parse("00:00:00:00:00:ff").compareTo(MacAddress.parse("00:00:00:00:01:00")) < 0);
        assertTrue(MacAddress.BROADCAST.compareTo(MacAddress.parse("7f:00:00:00:00:00")) > 0);
    }
}
