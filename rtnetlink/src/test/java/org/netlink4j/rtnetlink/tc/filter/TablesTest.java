package org.netlink4j.rtnetlink.tc.filter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.rtnetlink.tc.Tca;
import org.netlink4j.rtnetlink.tc.TcTableChecks;
import org.netlink4j.testkit.CodecProperties;
import org.netlink4j.testkit.HeaderConstants;
import org.netlink4j.testkit.Tables;

class TablesTest {
    private static final String[] KINDS = FilterKindType.ALL.stream().map(FilterKindType::name).toArray(String[]::new);

    private static final String[] HEADERS = {
        "linux/rtnetlink.h", "linux/gen_stats.h", "linux/pkt_cls.h", "linux/tc_ematch/tc_em_meta.h", "linux/tc_ematch/tc_em_ipt.h"
    };

    /** Those of actions are looked at where they are. */
    static Stream<AttributeSet> tables() {
        return Stream.concat(
                Tables.reachable(TcaFilter.ATTRIBUTES, KINDS).stream()
                        .filter(table -> !table.name().equals("TCA_ACT_TAB") && !table.name().equals("TCA_ACT")),
                Stream.of(TcaEmMeta.ATTRIBUTES, TcaEmIpt.ATTRIBUTES));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void tablesSurviveAnyBytes(AttributeSet table) {
        CodecProperties.hold(table, KINDS);
    }

    @ParameterizedTest
    @ValueSource(classes = {
        TcaBasic.class, TcaBpf.class, TcaCgroup.class, TcaClsFlags.class, TcaEmIpt.class, TcaEmMeta.class, TcaEmatchTree.class,
        TcaFilter.class, TcaFlow.class, TcaFlower.class, TcaFw.class, TcaMatchall.class, TcaRoute4.class, TcaU32.class
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
        TcTableChecks.structuresAgree(tables().toList(), List.of(TcaU32.KEY, TcaEmatchTree.MATCH), HEADERS);
    }

    @Test
    void noTableHasAGapNorEndsBeforeTheHeaderDoes() {
        TcTableChecks.nothingIsMissing(tables().toList(), Set.of(), Map.of("TCA_MAX", Tca.TCA_EXT_WARN_MSG), HEADERS);
    }
}
