package org.netlink4j.core.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DatagramTest {
    /** A hostile sender makes each of its datagrams a little longer; memory of an arena comes back only at its end. */
    @Test
    void memoryGrowsByDoubling() {
        try (Arena arena = Arena.ofConfined()) {
            Datagram datagram = new Datagram(arena, 1024);
            Set<MemorySegment> all = new HashSet<>();
            for (int size = 1025; size <= 8192; size++) {
                datagram.truncated(size, 7, 0);
                assertTrue(datagram.memory().byteSize() >= size);
                all.add(datagram.memory());
            }
            assertEquals(3, all.size());
            assertEquals(8192, datagram.memory().byteSize());
        }
    }
}
