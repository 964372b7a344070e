package org.netlink4j.rtnetlink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.MessageSpec;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.address.Ifa;
import org.netlink4j.rtnetlink.neighbour.Nda;
import org.netlink4j.rtnetlink.nexthop.Nha;
import org.netlink4j.rtnetlink.nsid.Netnsa;
import org.netlink4j.rtnetlink.route.Rta;
import org.netlink4j.rtnetlink.route.Rtax;
import org.netlink4j.rtnetlink.rule.Fra;
import org.netlink4j.rtnetlink.tc.Tca;
import org.netlink4j.testkit.CodecProperties;
import org.netlink4j.testkit.HeaderConstants;
import org.netlink4j.testkit.Tables;

class ProtocolTest {
    private static final String[] HEADERS = {
        "linux/if_addr.h", "linux/rtnetlink.h", "linux/neighbour.h", "linux/fib_rules.h", "linux/nexthop.h", "linux/net_namespace.h",
        "linux/gen_stats.h", "linux/pkt_sched.h"
    };

    static Stream<AttributeSet> tables() {
        return Stream.of(
                Ifa.ATTRIBUTES, Rta.ATTRIBUTES, Nda.ATTRIBUTES, Fra.ATTRIBUTES, Tca.ATTRIBUTES, Nha.ATTRIBUTES, Netnsa.ATTRIBUTES);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void tablesSurviveAnyBytes(AttributeSet table) {
        CodecProperties.hold(table);
    }

    @ParameterizedTest
    @ValueSource(classes = {Ifa.class, Rta.class, Rtax.class, Nda.class, Fra.class, Tca.class, Nha.class, Netnsa.class})
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
