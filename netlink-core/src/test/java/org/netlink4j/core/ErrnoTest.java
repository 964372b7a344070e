package org.netlink4j.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.netlink4j.testkit.HeaderConstants;

class ErrnoTest {
    @Test
    void constantsAgreeWithTheHeaders() {
        assertEquals(Set.of(), HeaderConstants.assertHolder(Errno.class, "errno.h"));
    }

    @Test
    void everyNameIsTheHeadersName() {
        TreeMap<String, Long> names = new TreeMap<>();
        IntStream.range(1, 134).filter(n -> n != 41 && n != 58).forEach(n -> names.put(Errno.name(n), (long) n)); // gaps of Linux
        assertEquals(131, names.size());
        assertEquals(Set.of(), HeaderConstants.assertAgree(names, "errno.h"));
    }

    @Test
    void describesWhatItKnowsAndWhatNot() {
        assertEquals("EINVAL (Invalid argument)", Errno.describe(Errno.EINVAL));
        for (int errno : new int[] {0, 41, 58, 134, 4711, -1, Integer.MIN_VALUE}) {
            assertEquals("errno " + errno, Errno.name(errno));
            assertEquals("errno " + errno, Errno.describe(errno));
        }
    }
}
