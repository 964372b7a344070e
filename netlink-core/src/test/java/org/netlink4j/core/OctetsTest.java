package org.netlink4j.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OctetsTest {
    @Property
    void textIsReadBack(@ForAll byte[] bytes) {
        Octets octets = Octets.of(bytes);
        assertEquals(octets, Octets.parse(octets.toString()));
        assertEquals(octets.hashCode(), Octets.parse(octets.toString()).hashCode());
        assertEquals(bytes.length, octets.length());
    }

    @Test
    void keepsACopy() {
        byte[] bytes = {1, (byte) 0xff};
        Octets octets = Octets.of(bytes);
        bytes[0] = 9;
        octets.toArray()[0] = 9;
        assertEquals("01ff", octets.toString());
        assertEquals(255, octets.get(1));
        assertNotEquals(octets, Octets.of((byte) 1));
    }

    @Test
    void slicesAreParts() {
        Octets octets = Octets.parse("0a0b0c");
        assertEquals(Octets.parse("0b"), octets.slice(1, 2));
        assertEquals(Octets.EMPTY, octets.slice(3, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> octets.slice(2, 4));
        assertThrows(IndexOutOfBoundsException.class, () -> octets.slice(2, 1));
        assertEquals(octets.slice(0, 0), Octets.zeros(0));
    }
}
