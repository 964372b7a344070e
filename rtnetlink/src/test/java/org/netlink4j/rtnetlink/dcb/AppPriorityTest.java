package org.netlink4j.rtnetlink.dcb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.testkit.AttributeArbitraries;

class AppPriorityTest {
    @Provide
    static Arbitrary<List<AppPriority>> entries() {
        Arbitrary<Integer> u8 = Arbitraries.integers().between(0, 0xff);
        return Combinators.combine(u8, u8, Arbitraries.integers().between(0, 0xffff)).as(AppPriority::new).list().ofMaxSize(9);
    }

    @Provide
    static Arbitrary<Attributes> tables() {
        return AttributeArbitraries.valid(DcbAttr.APPLICATIONS);
    }

    @Property
    void entriesComeBackAsTheyWere(@ForAll("entries") List<AppPriority> entries) {
        assertEquals(entries, AppPriority.decode(AppPriority.encode(entries)));
    }

    /** Shorter structures of older kernels, and what newer ones may add, included. */
    @Property
    void anyTableIsAListOfEntries(@ForAll("tables") Attributes table) {
        List<AppPriority> entries = AppPriority.decode(table);
        assertEquals(entries, AppPriority.decode(AppPriority.encode(entries)));
    }
}
