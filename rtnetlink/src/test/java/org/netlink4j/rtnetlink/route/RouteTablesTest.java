package org.netlink4j.rtnetlink.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.IpFamily;
import org.netlink4j.rtnetlink.encap.LwtunnelEncap;
import org.netlink4j.rtnetlink.encap.Seg6Local;
import org.netlink4j.rtnetlink.nexthop.Nha;
import org.netlink4j.testkit.HeaderConstants;
import org.netlink4j.testkit.Tables;

/** The header of a newer kernel may have more numbers, and then they are to be named. */
class RouteTablesTest {
    private static final String[] HEADERS = {
        "linux/rtnetlink.h", "linux/nexthop.h", "linux/lwtunnel.h", "linux/mpls_iptunnel.h", "linux/seg6_iptunnel.h",
        "linux/seg6_local.h", "linux/rpl_iptunnel.h", "linux/ioam6.h", "linux/ioam6_iptunnel.h", "linux/ila.h"
    };

    private static final String[] ENCAPS =
            IntStream.rangeClosed(1, LwtunnelEncap.LWTUNNEL_ENCAP_XFRM).mapToObj(Integer::toString).toArray(String[]::new);

    @Test
    void noTableHasAGapNorEndsBeforeTheHeaderDoes() {
        Map<String, Integer> largest = new TreeMap<>();
        Stream.of(Rta.ATTRIBUTES, Nha.ATTRIBUTES).flatMap(table -> Tables.reachable(table, ENCAPS).stream())
                .filter(table -> !table.specs().isEmpty())
                .forEach(table -> largest.put(table.name() + "_MAX", lastOf(table)));
        largest.put("LWTUNNEL_ENCAP_MAX", LwtunnelEncap.LWTUNNEL_ENCAP_XFRM);
        largest.put("SEG6_LOCAL_ACTION_MAX", Seg6Local.SEG6_LOCAL_ACTION_END_DT46);
        largest.put("SEG6_LOCAL_FLV_OP_MAX", Seg6Local.SEG6_LOCAL_FLV_OP_NEXT_CSID);
        largest.put("NEXTHOP_GRP_TYPE_MAX", Nha.NEXTHOP_GRP_TYPE_RES);
        Map<String, Long> theirs = HeaderConstants.values(List.of(HEADERS), largest.keySet());
        assertTrue(theirs.size() > 22, theirs::toString);
        theirs.forEach((name, number) -> assertTrue(number <= largest.get(name), () -> name + " is " + number));
    }

    @Test
    void theWaysOfARouteAreDescribed() {
        NextHop first = NextHop.of(3).gateway(IpFamily.AF_INET, IpAddress.parse("10.0.0.2")).weight(5);
        Attributes attributes =
                Attributes.none(Rta.ATTRIBUTES).with(Rta.RTA_MULTIPATH, List.of(first.encode(), NextHop.of(4).flags(4).encode()));
        assertEquals(
                "{RTA_MULTIPATH [rtnh_len 16 rtnh_flags 0 rtnh_hops 4 rtnh_ifindex 3 {RTA_GATEWAY 10.0.0.2}, "
                        + "rtnh_len 8 rtnh_flags 4 rtnh_hops 0 rtnh_ifindex 4 {}]}",
                attributes.toString());
    }

    /** Some begin with padding where others have nothing. */
    private static int lastOf(AttributeSet table) {
        List<Integer> numbers = table.specs().stream().map(AttributeSpec::number).sorted().toList();
        assertEquals(IntStream.rangeClosed(numbers.getFirst(), numbers.getLast()).boxed().toList(), numbers, table.name());
        assertTrue(numbers.getFirst() <= 1, table.name());
        return numbers.getLast();
    }
}
