package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_KIND;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_OPTIONS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.tc.TcTables;

/**
 * The registration of kinds.
 *
 * @param <K> what they have in common
 */
final class KindTypes<K> {
    /** The queueing disciplines that are typed. */
    static final KindTypes<QdiscKind> QDISCS = new KindTypes<>(List.of(
            of(TcaFifo.BFIFO, Bfifo::new),
            of(TcaCake.QDISC, Cake::new),
            of(TcaCbs.QDISC, Cbs::new),
            of(TcaChoke.QDISC, Choke::new),
            of(none(Clsact.KIND), Clsact::new),
            of(TcaCodel.QDISC, Codel::new),
            of(none(Drr.KIND), Drr::new),
            of(TcaDualpi2.QDISC, Dualpi2::new),
            of(TcaEtf.QDISC, Etf::new),
            of(TcaEts.QDISC, Ets::new),
            of(TcaFq.QDISC, Fq::new),
            of(TcaFqCodel.QDISC, FqCodel::new),
            of(TcaFqPie.QDISC, FqPie::new),
            of(TcaGred.QDISC, Gred::new),
            of(TcaHfsc.QDISC, Hfsc::new),
            of(TcaHhf.QDISC, Hhf::new),
            of(TcaHtb.QDISC, Htb::new),
            of(none(Ingress.KIND), Ingress::new),
            of(none(Mq.KIND), Mq::new),
            of(TcaMqprio.QDISC, Mqprio::new),
            of(TcaMultiq.QDISC, Multiq::new),
            of(TcaNetem.QDISC, Netem::new),
            of(none(Noqueue.KIND), Noqueue::new),
            of(TcaFifo.PFIFO, Pfifo::new),
            of(TcaPrio.FAST, PfifoFast::new),
            of(TcaFifo.HEAD_DROP, PfifoHeadDrop::new),
            of(TcaPie.QDISC, Pie::new),
            of(TcaPlug.QDISC, Plug::new),
            of(TcaPrio.QDISC, Prio::new),
            of(none(Qfq.KIND), Qfq::new),
            of(TcaRed.QDISC, Red::new),
            of(TcaSfb.QDISC, Sfb::new),
            of(TcaSfq.QDISC, Sfq::new),
            of(TcaFifo.SKBPRIO, Skbprio::new),
            of(TcaTaprio.QDISC, Taprio::new),
            of(TcaTbf.QDISC, Tbf::new)), List.of());

    /** The classes that are typed, and those that only have counters. */
    static final KindTypes<ClassKind> CLASSES = new KindTypes<>(List.of(
            of(TcaDrr.CLASS, DrrClass::new),
            of(TcaEts.CLASS, EtsClass::new),
            of(TcaHfsc.CLASS, HfscClass::new),
            of(TcaHtb.CLASS, HtbClass::new),
            of(TcaQfq.CLASS, QfqClass::new)), ClassCounters.TABLES);

    private final List<TcTables> tables;
    private final Map<String, Type<? extends K>> byName;

    /** A kind that is typed. */
    private record Type<K>(TcTables tables, Function<Attributes, K> create) {}

    private KindTypes(List<Type<? extends K>> types, List<TcTables> others) {
        tables = Stream.concat(types.stream().map(Type::tables), others.stream()).toList();
        byName = types.stream().collect(Collectors.toUnmodifiableMap(type -> type.tables.kind(), Function.identity()));
    }

    private static <K> Type<K> of(TcTables tables, Function<Attributes, K> create) {
        return new Type<>(tables, create);
    }

    /** A kind without options; some kernels send an empty nest. */
    private static TcTables none(String kind) {
        return TcTables.of(kind, nest(TCA_OPTIONS, "TCA_OPTIONS", () -> AttributeSet.UNKNOWN).unmarked().shown((_, _) -> Optional.of(Map.of())));
    }

    /** Refuses attributes with a table. */
    static void requireNone(Attributes data) {
        if (data.set() != AttributeSet.UNKNOWN) {
            throw new IllegalArgumentException("the kind has no options, and no " + data.set());
        }
    }

    /** The message with a kind that is not typed. */
    static Attributes unknown(Attributes message, String kind, Attributes data) {
        Attributes named = message.without(TCA_OPTIONS).with(TCA_KIND, kind);
        return data.isEmpty() ? named : named.with(TCA_OPTIONS, data);
    }

    /** The tables of all kinds. */
    List<TcTables> tables() {
        return tables;
    }

    /** The tables of a kind that is typed. */
    TcTables tables(String kind) {
        return byName.get(kind).tables;
    }

    /** The value of a kind that is typed. */
    Optional<K> decode(String kind, Attributes message) {
        return Optional.ofNullable(byName.get(kind)).map(type -> type.create.apply(type.tables.read(message)));
    }
}
