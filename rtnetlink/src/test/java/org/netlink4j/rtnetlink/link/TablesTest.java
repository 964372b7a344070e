package org.netlink4j.rtnetlink.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    private static final String[] KINDS = LinkKindType.Known.ALL.stream().map(LinkKindType::name).toArray(String[]::new);

    private static final String[] HEADERS = {
        "sys/socket.h", "linux/if.h", "linux/if_link.h", "linux/if_bridge.h", "linux/rtnetlink.h", "linux/veth.h",
        "linux/if_tunnel.h", "linux/ip6_tunnel.h", "linux/if_vlan.h", "linux/if_bonding.h", "linux/if_macsec.h",
        "linux/can/netlink.h", "linux/can/vxcan.h", "linux/amt.h", "linux/batman_adv.h"
    };

    static Stream<AttributeSet> kindTables() {
        return LinkKindType.Known.ALL.stream()
                .flatMap(type -> Stream.of(type.data(), type.port()))
                .filter(table -> table != AttributeSet.UNKNOWN)
                .distinct();
    }

    @Test
    void tablesSurviveAnyBytes() {
        CodecProperties.hold(Ifla.ATTRIBUTES, KINDS);
        CodecProperties.hold(Ifla.BRIDGE_ATTRIBUTES, KINDS);
        CodecProperties.hold(Ifla.MULTICAST_ROUTING_ATTRIBUTES, KINDS);
        CodecProperties.hold(IflaInfo.ATTRIBUTES, KINDS);
        CodecProperties.hold(IflaVf.LIST);
        CodecProperties.hold(IflaPort.LIST);
        CodecProperties.hold(IflaXdp.ATTRIBUTES);
        CodecProperties.hold(IflaInet.INET);
        CodecProperties.hold(IflaInet.INET6);
        CodecProperties.hold(IflaBridge.ATTRIBUTES);
    }

    @ParameterizedTest
    @ValueSource(classes = {
        Ifla.class, IflaInfo.class, IflaMacvlan.class, IflaBr.class, IflaBrport.class, IflaVf.class, IflaPort.class,
        IflaXdp.class, IflaBridge.class, IflaInet.class, VethInfo.class, Iff.class, Rtext.class, Rtm.class, IflaVlan.class, IflaIpvlan.class,
        IflaVxlan.class, IflaGeneve.class, IflaBareudp.class, IflaGre.class, IflaIptun.class, IflaVti.class, IflaXfrm.class,
        IflaVrf.class, IflaVrfPort.class, IflaBond.class, IflaBondSlave.class, IflaTun.class, IflaMacsec.class, IflaHsr.class,
        IflaCan.class, VxcanInfo.class, IflaIpoib.class, IflaAmt.class, IflaGtp.class, IflaBatadv.class
    })
    void numbersAreThoseOfTheHeaders(Class<?> holder) {
        HeaderConstants.assertHolder(holder, HEADERS);
    }

    @Test
    void tablesAreThoseOfTheHeaders() {
        HeaderConstants.assertTables(Tables.reachable(Ifla.ATTRIBUTES, KINDS), HEADERS);
        HeaderConstants.assertTables(Tables.reachable(IflaBridge.ATTRIBUTES), HEADERS);
    }

    /** The header of a newer kernel may have more, and then its number is to be named here. */
    @Test
    void noTableHasAGapNorEndsBeforeTheHeaderDoes() {
        Map<String, Integer> largest = new TreeMap<>();
        Stream.concat(kindTables(), Stream.of(Ifla.ATTRIBUTES, IflaInfo.ATTRIBUTES, IflaVf.ATTRIBUTES, IflaPort.ATTRIBUTES,
                        IflaXdp.ATTRIBUTES, IflaInet.INET, IflaInet.INET6))
                .forEach(table -> {
                    List<Integer> numbers = table.specs().stream().map(AttributeSpec::number).sorted().toList();
                    assertEquals(IntStream.rangeClosed(1, numbers.size()).boxed().toList(), numbers, table.name());
                    largest.put(table.name() + "_MAX", numbers.size());
                });
        Map<String, Long> theirs = HeaderConstants.values(List.of(HEADERS), largest.keySet());
        assertTrue(theirs.size() > 20, theirs::toString);
        theirs.forEach((name, number) -> assertTrue(number <= largest.get(name), () -> name + " is " + number));
    }
}
