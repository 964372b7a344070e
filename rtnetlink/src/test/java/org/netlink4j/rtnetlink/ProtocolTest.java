package org.netlink4j.rtnetlink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.MessageSpec;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.core.wire.Nlmsg;
import org.netlink4j.rtnetlink.address.Ifa;
import org.netlink4j.rtnetlink.address.Ifal;
import org.netlink4j.rtnetlink.address.PrefixAttribute;
import org.netlink4j.rtnetlink.bridge.BridgeVlandb;
import org.netlink4j.rtnetlink.bridge.Mdba;
import org.netlink4j.rtnetlink.link.Ifla;
import org.netlink4j.rtnetlink.link.VxlanVnifilter;
import org.netlink4j.rtnetlink.neighbour.Nda;
import org.netlink4j.rtnetlink.neighbour.Ndta;
import org.netlink4j.rtnetlink.neighbour.Nduseropt;
import org.netlink4j.rtnetlink.netconf.Netconfa;
import org.netlink4j.rtnetlink.nexthop.Nha;
import org.netlink4j.rtnetlink.nsid.Netnsa;
import org.netlink4j.rtnetlink.route.Ip6mra;
import org.netlink4j.rtnetlink.route.Ipmra;
import org.netlink4j.rtnetlink.route.Rta;
import org.netlink4j.rtnetlink.route.Rtax;
import org.netlink4j.rtnetlink.rule.Fra;
import org.netlink4j.rtnetlink.stats.IflaStats;
import org.netlink4j.rtnetlink.tc.Tca;
import org.netlink4j.testkit.HeaderConstants;
import org.netlink4j.testkit.Tables;

class ProtocolTest {
    private static final String[] HEADERS = {
        "linux/if_addr.h", "linux/rtnetlink.h", "linux/neighbour.h", "linux/fib_rules.h", "linux/nexthop.h", "linux/net_namespace.h",
        "linux/gen_stats.h", "linux/pkt_sched.h", "linux/if_bridge.h", "linux/netconf.h", "linux/if_addrlabel.h", "linux/if_link.h",
        "linux/if_bonding.h", "linux/mpls.h", "linux/dcbnl.h", "linux/mroute.h", "linux/mroute6.h", "sys/socket.h"
    };

    static Stream<AttributeSet> tables() {
        return Stream.of(
                Ifa.ATTRIBUTES, Rta.ATTRIBUTES, Nda.ATTRIBUTES, Fra.ATTRIBUTES, Tca.ATTRIBUTES, Nha.ATTRIBUTES, Netnsa.ATTRIBUTES,
                Ndta.ATTRIBUTES, Nduseropt.ATTRIBUTES, Netconfa.ATTRIBUTES, Ifal.ATTRIBUTES, PrefixAttribute.ATTRIBUTES, IflaStats.ATTRIBUTES,
                IflaStats.REQUESTS, Ipmra.REPORT, Ipmra.TABLE, Ip6mra.REPORT, VxlanVnifilter.ATTRIBUTES);
    }

    @ParameterizedTest
    @ValueSource(classes = {Rtnlgrp.class, Ifa.class, Rta.class, Rtax.class, Nda.class, Fra.class, Tca.class, Nha.class, Netnsa.class, Ndta.class,
        Nduseropt.class, Netconfa.class, Ifal.class, PrefixAttribute.class, IflaStats.class, Ipmra.class, Ip6mra.class, VxlanVnifilter.class})
    void numbersAreThoseOfTheHeaders(Class<?> holder) {
        HeaderConstants.assertHolder(holder, HEADERS);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void tablesAreThoseOfTheHeaders(AttributeSet table) {
        HeaderConstants.assertTables(Tables.reachable(table), HEADERS);
    }

    @Test
    void messagesAreThoseOfTheHeader() {
        Map<String, Long> types =
                Rtnetlink.PROTOCOL.messages().stream().collect(Collectors.toMap(MessageSpec::name, spec -> (long) spec.type()));
        HeaderConstants.assertAgree(types, HEADERS);
        assertEquals(HeaderConstants.constants(Rtm.class), new TreeMap<>(types));
    }

    /** What the type alone does not say: the family of the bridge, and which way a message goes. */
    @Test
    void messagesHaveTheTableOfTheirFamilyAndDirection() throws MalformedMessageException {
        assertEquals(Ifla.BRIDGE_ATTRIBUTES, table(Rtm.RTM_NEWLINK, 0, Ifla.AF_BRIDGE));
        assertEquals(Ifla.ATTRIBUTES, table(Rtm.RTM_NEWLINK, 0, 0));
        assertEquals(Ifla.MULTICAST_ROUTING_ATTRIBUTES, table(Rtm.RTM_NEWLINK, 0, IpFamily.RTNL_FAMILY_IPMR));
        assertEquals(Ipmra.REPORT, table(Rtm.RTM_NEWCACHEREPORT, 0, IpFamily.RTNL_FAMILY_IPMR));
        assertEquals(Ip6mra.REPORT, table(Rtm.RTM_NEWCACHEREPORT, 0, IpFamily.RTNL_FAMILY_IP6MR));
        assertEquals(Mdba.ATTRIBUTES, table(Rtm.RTM_NEWMDB, 0, Ifla.AF_BRIDGE));
        assertEquals(Mdba.SET_ATTRIBUTES, table(Rtm.RTM_NEWMDB, Nlmsg.NLM_F_REQUEST, Ifla.AF_BRIDGE));
        assertEquals(Mdba.GET_ATTRIBUTES, table(Rtm.RTM_GETMDB, Nlmsg.NLM_F_REQUEST, Ifla.AF_BRIDGE));
        assertEquals(BridgeVlandb.DUMP_ATTRIBUTES, table(Rtm.RTM_GETVLAN, Nlmsg.NLM_F_REQUEST, Ifla.AF_BRIDGE));
        assertEquals(BridgeVlandb.ATTRIBUTES, table(Rtm.RTM_NEWVLAN, Nlmsg.NLM_F_REQUEST, Ifla.AF_BRIDGE));
    }

    private static AttributeSet table(int type, int flags, int family) throws MalformedMessageException {
        byte[] bytes = new byte[64];
        MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(bytes), 0, bytes.length).begin(type, flags, 0, 0);
        out.u8(family).zeros(15);
        MessageReader message = new MessageReader().over(MemorySegment.ofArray(bytes), 0, out.end());
        message.next();
        return Rtnetlink.PROTOCOL.message(message).orElseThrow().attributes();
    }

    /** Sizes and offsets of all structures that these tables know, as the C compiler has them. */
    @Test
    void structuresAreThoseOfTheHeaders() {
        Map<String, Long> ours = new TreeMap<>();
        Rtnetlink.PROTOCOL.messages().forEach(message -> add(message.header(), ours));
        tables().flatMap(table -> Tables.reachable(table).stream())
                .flatMap(table -> table.specs().stream())
                .filter(spec -> spec.type() == AttributeType.STRUCT)
                .map(AttributeSpec::struct)
                .forEach(struct -> add(struct.orElseThrow(), ours));
        HeaderConstants.assertAgree(ours, HEADERS);
    }

    private static void add(StructSpec struct, Map<String, Long> ours) {
        ours.put("sizeof(struct " + struct.name() + ")", (long) struct.size());
        for (StructSpec.Field field : struct.fields()) {
            ours.put("offsetof(struct " + struct.name() + ", " + field.name() + ")", (long) field.offset());
        }
    }
}
