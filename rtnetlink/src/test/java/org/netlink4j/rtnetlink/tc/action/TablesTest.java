package org.netlink4j.rtnetlink.tc.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.testkit.CodecProperties;
import org.netlink4j.testkit.HeaderConstants;
import org.netlink4j.testkit.Tables;

class TablesTest {
    private static final String[] KINDS = ActionKindType.ALL.stream().map(ActionKindType::name).toArray(String[]::new);

    private static final String[] HEADERS = {
        "linux/rtnetlink.h", "linux/gen_stats.h", "linux/pkt_cls.h", "linux/ife.h", "linux/tc_act/tc_bpf.h", "linux/tc_act/tc_connmark.h",
        "linux/tc_act/tc_csum.h", "linux/tc_act/tc_ct.h", "linux/tc_act/tc_ctinfo.h", "linux/tc_act/tc_defact.h",
        "linux/tc_act/tc_gact.h", "linux/tc_act/tc_gate.h", "linux/tc_act/tc_ife.h", "linux/tc_act/tc_mirred.h",
        "linux/tc_act/tc_mpls.h", "linux/tc_act/tc_nat.h", "linux/tc_act/tc_pedit.h", "linux/tc_act/tc_sample.h",
        "linux/tc_act/tc_skbedit.h", "linux/tc_act/tc_skbmod.h", "linux/tc_act/tc_tunnel_key.h", "linux/tc_act/tc_vlan.h"
    };

    static Stream<AttributeSet> tables() {
        return Tables.reachable(TcaRoot.ATTRIBUTES, KINDS).stream();
    }

    static Stream<AttributeSet> kindTables() {
        return ActionKindType.ALL.stream().map(ActionKindType::data);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void tablesSurviveAnyBytes(AttributeSet table) {
        CodecProperties.hold(table, KINDS);
    }

    @ParameterizedTest
    @ValueSource(classes = {
        TcAct.class, TcaAct.class, TcaActBpf.class, TcaConnmark.class, TcaCsum.class, TcaCt.class, TcaCtinfo.class, TcaDef.class,
        TcaGact.class, TcaGate.class, TcaIfe.class, TcaMirred.class, TcaMpls.class, TcaNat.class, TcaPedit.class, TcaPolice.class,
        TcaRoot.class, TcaSample.class, TcaSkbedit.class, TcaSkbmod.class, TcaTunnelKey.class, TcaVlan.class
    })
    void numbersAreThoseOfTheHeaders(Class<?> holder) {
        HeaderConstants.assertHolder(holder, HEADERS);
    }

    @Test
    void tablesAreThoseOfTheHeaders() {
        HeaderConstants.assertTables(tables().toList(), HEADERS);
    }

    /** Sizes and offsets of all structures that these tables know, as the C compiler has them. */
    @Test
    void structuresAreThoseOfTheHeaders() {
        Map<String, Long> ours = new TreeMap<>();
        tables().flatMap(table -> table.specs().stream())
                .filter(spec -> spec.type() == AttributeType.STRUCT)
                .map(AttributeSpec::struct)
                .forEach(struct -> add(struct.orElseThrow(), ours));
        add(TcaPedit.PEDIT_KEY, ours);
        add(TcaRoot.TCAMSG, ours);
        HeaderConstants.assertAgree(ours, HEADERS);
    }

    private static void add(StructSpec struct, Map<String, Long> ours) {
        ours.put("sizeof(struct " + struct.name() + ")", (long) struct.size());
        for (StructSpec.Field field : struct.fields()) {
            ours.put("offsetof(struct " + struct.name() + ", " + field.name() + ")", (long) field.offset());
        }
    }

    /** The header of a newer kernel may have more, and then its number is to be named here. */
    @Test
    void noTableHasAGapNorEndsBeforeTheHeaderDoes() {
        Map<String, Integer> largest = new TreeMap<>();
        tables().filter(table -> !table.specs().isEmpty()).forEach(table -> {
            List<Integer> numbers = table.specs().stream().map(AttributeSpec::number).sorted().toList();
            if (!table.name().equals("TCA_PEDIT_KEYS_EX")) { // its only attribute has the number of those around it
                assertEquals(IntStream.rangeClosed(1, numbers.size()).boxed().toList(), numbers, table.name());
            }
            largest.put(table.name() + "_MAX", numbers.getLast());
        });
        largest.put("TCA_ACT_MAX", largest.get("TCA_ACT_MAX") + 1); // which the header gives one more
        largest.put("TCA_PEDIT_MAX", largest.get("TCA_PEDIT_KEYS_EX_MAX"));
        Map<String, Long> theirs = HeaderConstants.values(List.of(HEADERS), largest.keySet());
        assertTrue(theirs.size() > 20, theirs::toString);
        theirs.forEach((name, number) -> assertTrue(number <= largest.get(name), () -> name + " is " + number));
    }
}
