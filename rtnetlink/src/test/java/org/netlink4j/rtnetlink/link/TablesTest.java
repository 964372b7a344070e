package org.netlink4j.rtnetlink.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.rtnetlink.Rtm;
import org.netlink4j.testkit.CodecProperties;
import org.netlink4j.testkit.HeaderConstants;
import org.netlink4j.testkit.Tables;

class TablesTest {
    private static final String[] KINDS = {"bridge", "dummy", "macvlan", "macvtap", "veth"};

    @Test
    void tablesSurviveAnyBytes() {
        CodecProperties.hold(Ifla.ATTRIBUTES, KINDS);
        CodecProperties.hold(Ifla.BRIDGE_ATTRIBUTES, KINDS);
        CodecProperties.hold(IflaInfo.ATTRIBUTES, KINDS);
    }

    @ParameterizedTest
    @ValueSource(classes = {
        Ifla.class, IflaInfo.class, IflaMacvlan.class, IflaBr.class, IflaBrport.class, IflaVf.class, IflaPort.class,
        IflaXdp.class, IflaInet.class, VethInfo.class, Iff.class, Rtext.class, Rtm.class
    })
    void numbersAreThoseOfTheHeaders(Class<?> holder) {
        HeaderConstants.assertHolder(
                holder, "linux/if.h", "linux/if_link.h", "linux/if_bridge.h", "linux/rtnetlink.h", "linux/veth.h");
    }

    @Test
    void tablesAreThoseOfTheHeaders() {
        Collection<AttributeSet> tables = Tables.reachable(Ifla.ATTRIBUTES, KINDS);
        HeaderConstants.assertTables(tables, "sys/socket.h", "linux/if_link.h", "linux/veth.h");
    }

    @Test
    void everyNumberOfALinkIsInItsTable() {
        Set<Integer> known = Ifla.ATTRIBUTES.specs().stream()
                .map(AttributeSpec::number).collect(Collectors.toCollection(TreeSet::new));
        for (int number = 1; number <= Ifla.IFLA_TAILROOM; number++) {
            assertEquals(true, known.contains(number), "IFLA number " + number);
        }
        assertEquals(Ifla.IFLA_TAILROOM, known.size());
    }
}
