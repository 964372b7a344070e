package org.netlink4j.macvtap.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.KernelException;

class NameGeneratorTest {
    private final NameGenerator names = new NameGenerator();

    @Test
    void countsByTemplate() {
        assertEquals("macvtap0", names.next("macvtap%d"));
        assertEquals("macvtap1", names.next("macvtap%d"));
        assertEquals("vm0-tap", names.next("vm%d-tap"));
        assertEquals("macvtap2", names.next("macvtap%d"));
    }

    @Test
    void beginsAgainWhenNamesGetTooLong() {
        String template = "fourteen-chars%d";
        for (int i = 0; i < 10; i++) {
            assertEquals("fourteen-chars" + i, names.next(template));
        }
        assertEquals("fourteen-chars0", names.next(template));
    }

    @Test
    void row09_onlyOnePlaceMakesATemplate() {
        assertTrue(NameGenerator.isTemplate("macvtap%d"));
        assertTrue(NameGenerator.isTemplate("%d"));
        assertTrue(NameGenerator.isTemplate("a%db"));
        assertFalse(NameGenerator.isTemplate("foo%dbar%d"));
        assertFalse(NameGenerator.isTemplate("foo%x%d"));
        assertFalse(NameGenerator.isTemplate("foo"));
        assertFalse(NameGenerator.isTemplate("foo%"));
        assertFalse(NameGenerator.isTemplate(""));
    }

    @Property
    void neverTooLong(@ForAll @AlphaChars @StringLength(max = 14) String prefix) {
        for (int i = 0; i < 25; i++) {
            assertTrue(names.next(prefix + "%d").length() <= 15);
        }
    }

    @Test
    void manyThreadsGetDifferentNames() {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 1000).parallel().forEach(_ -> seen.add(names.next("macvtap%d")));
        assertEquals(1000, seen.size());
    }

    @Test
    void row08_namesInUseRaiseTheCounter() {
        for (int i = 0; i < 7; i++) {
            names.next("macvtap%d");
        }
        names.reserve("macvtap%d", "macvtap12");
        assertEquals("macvtap13", names.next("macvtap%d"));
        for (String other : List.of("macvtap3", "macvtap", "macvtap012", "macvtap99999999999", "eth20", "macvtapx", "mac")) {
            names.reserve("macvtap%d", other);
        }
        assertEquals("macvtap14", names.next("macvtap%d"));
        names.reserve("vm%d-tap", "vm4-tap");
        assertEquals("vm5-tap", names.next("vm%d-tap"));
    }

    @Test
    void row07_onlyNumberedNamesAreTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        NameGenerator.Attempt<String, KernelException> taken = name -> {
            tries.incrementAndGet();
            throw new KernelException("RTM_NEWLINK", 17, ExtendedAck.NONE);
        };
        assertThrows(KernelException.class, () -> names.firstFree("macvtap%d", taken));
        assertEquals(10_000, tries.getAndSet(0));
        assertThrows(KernelException.class, () -> names.firstFree("macvtap0", taken));
        assertEquals(1, tries.get());
    }
}
