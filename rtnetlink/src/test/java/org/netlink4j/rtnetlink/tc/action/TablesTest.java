package org.netlink4j.rtnetlink.tc.action;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.rtnetlink.tc.TcTableChecks;
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

    @Test
    void structuresAreThoseOfTheHeaders() {
        TcTableChecks.structuresAgree(tables().toList(), List.of(TcaPedit.PEDIT_KEY, TcaRoot.TCAMSG), HEADERS);
    }

    @Test
    void noTableHasAGapNorEndsBeforeTheHeaderDoes() {
        TcTableChecks.nothingIsMissing(tables().toList(),
                Set.of("TCA_PEDIT_KEYS_EX"), // its only attribute has the number of those around it
                Map.of("TCA_ACT_MAX", TcaAct.TCA_ACT_IN_HW_COUNT + 1, // which the header gives one more
                        "TCA_PEDIT_MAX", TcaPedit.TCA_PEDIT_KEY_EX),
                HEADERS);
    }
}
