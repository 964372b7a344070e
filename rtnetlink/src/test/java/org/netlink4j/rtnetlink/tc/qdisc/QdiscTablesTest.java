package org.netlink4j.rtnetlink.tc.qdisc;

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
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.rtnetlink.tc.TcTables;
import org.netlink4j.testkit.CodecProperties;
import org.netlink4j.testkit.HeaderConstants;
import org.netlink4j.testkit.Tables;

class QdiscTablesTest {
    private static final String[] HEADERS = {"linux/types.h", "linux/rtnetlink.h", "linux/gen_stats.h", "linux/pkt_sched.h"};

    private static Stream<TcTables> kinds() {
        return Stream.concat(KindTypes.QDISCS.tables().stream(), KindTypes.CLASSES.tables().stream());
    }

    static Stream<AttributeSet> tables() {
        return kinds().flatMap(kind -> Stream.concat(
                        Stream.of(kind.data()), kind.counters().stream().map(AttributeSpec::nest)))
                .flatMap(table -> Tables.reachable(table).stream())
                .filter(table -> table != AttributeSet.UNKNOWN)
                .distinct();
    }

    @Test
    void tablesSurviveAnyBytes() {
        String[] names = kinds().map(TcTables::kind).distinct().toArray(String[]::new);
        CodecProperties.hold(TcaQdisc.ATTRIBUTES, names);
        CodecProperties.hold(TcaClass.ATTRIBUTES, names);
    }

    @ParameterizedTest
    @ValueSource(classes = {
        TcaCake.class, TcaCbs.class, TcaChoke.class, TcaCodel.class, TcaDrr.class, TcaEtf.class, TcaEts.class, TcaFq.class,
        TcaFqCodel.class, TcaFqPie.class, TcaGred.class, TcaHfsc.class, TcaHhf.class, TcaHtb.class, TcaMqprio.class, TcaNetem.class,
        TcaPie.class, TcaPlug.class, TcaQfq.class, TcaRed.class, TcaSfb.class, TcaTaprio.class, TcaTbf.class
    })
    void numbersAreThoseOfTheHeaders(Class<?> holder) {
        HeaderConstants.assertHolder(holder, HEADERS);
    }

    @Test
    void tablesAreThoseOfTheHeaders() {
        HeaderConstants.assertTables(tables().filter(table -> table != TcaQdisc.ATTRIBUTES).toList(), HEADERS);
    }

    /** Sizes and offsets as the C compiler has them; headers older than Linux 6.7 have shorter ones of fq. */
    @Test
    void structuresAreThoseOfTheHeaders() {
        Map<String, Long> ours = new TreeMap<>();
        Stream.concat(
                        tables().flatMap(table -> table.specs().stream()),
                        kinds().flatMap(kind -> Stream.concat(Stream.of(kind.options()), kind.counters().stream())))
                .flatMap(spec -> spec.struct().stream())
                .filter(struct -> !struct.name().equals("tc_mqprio_qopt"))
                .forEach(struct -> add(struct, ours));
        add(TcaMqprio.TC_MQPRIO_QOPT, ours);
        ours.remove("sizeof(struct tc_fq_qd_stats)");
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
        tables().filter(table -> !table.name().equals("TCA") && !table.name().equals("TCA_ETS")).forEach(table -> {
            List<Integer> numbers = table.specs().stream().map(AttributeSpec::number).sorted().toList();
            if (numbers.equals(IntStream.rangeClosed(1, numbers.size()).boxed().toList())) {
                largest.merge(table.name() + "_MAX", numbers.size(), Math::max);
            } else {
                assertEquals("TCA_MQPRIO", table.name(), numbers::toString); // a nest in which one number is repeated
            }
        });
        Map<String, Long> theirs = HeaderConstants.values(List.of(HEADERS), largest.keySet());
        assertTrue(theirs.size() > 20, theirs::toString);
        theirs.forEach((name, number) -> assertTrue(number <= largest.get(name), () -> name + " is " + number));
    }
}
