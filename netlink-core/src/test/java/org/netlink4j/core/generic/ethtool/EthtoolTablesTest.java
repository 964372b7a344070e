package org.netlink4j.core.generic.ethtool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.testkit.HeaderConstants;
import org.netlink4j.testkit.Tables;

class EthtoolTablesTest {
    private static final String HEADER = "linux/ethtool_netlink.h";

    @ParameterizedTest
    @ValueSource(classes = {
        EthtoolHeader.class, EthtoolBitset.class, EthtoolStrset.class, EthtoolLinkinfo.class, EthtoolLinkmodes.class,
        EthtoolLinkstate.class, EthtoolFeatures.class, EthtoolRings.class, EthtoolChannels.class, EthtoolStats.class,
        EthtoolMsg.class, EthSs.class
    })
    void numbersAreThoseOfTheHeaders(Class<?> holder) {
        HeaderConstants.assertHolder(holder, HEADER);
    }

    @Test
    void tablesAreThoseOfTheHeaders() {
        for (Kind<?> kind : Kinds.ALL) {
            Set<AttributeSet> reachable = Tables.reachable(kind.table());
            reachable.remove(EthtoolStats.COUNTER);
            HeaderConstants.assertTables(reachable, HEADER);
        }
    }

    @Test
    void tablesAreComplete() {
        for (Kind<?> kind : Kinds.ALL) {
            String name = kind.table().name();
            long largest = HeaderConstants.values(List.of(HEADER), List.of(name + "_MAX")).get(name + "_MAX");
            for (int number = 1; number <= largest; number++) {
                assertTrue(kind.table().find(number).isPresent(), name + " number " + number);
            }
        }
    }

    @Test
    void everyCommandIsInTheFamilyUnderItsName() {
        Set<String> named = new TreeSet<>();
        for (int number = 0; number < 256; number++) {
            named.add(EthtoolMsg.FAMILY.request(number).name());
            named.add(EthtoolMsg.FAMILY.answer(number).name());
        }
        HeaderConstants.constants(EthtoolMsg.class).forEach((name, number) -> {
            boolean answer = name.endsWith("_REPLY") || name.endsWith("_NTF");
            int command = number.intValue();
            assertEquals(name, (answer ? EthtoolMsg.FAMILY.answer(command) : EthtoolMsg.FAMILY.request(command)).name());
            named.remove(name);
        });
        named.removeIf(name -> name.startsWith("ethtool("));
        assertEquals(Set.of(), named);
    }
}
