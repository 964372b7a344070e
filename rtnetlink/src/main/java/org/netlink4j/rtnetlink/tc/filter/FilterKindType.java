package org.netlink4j.rtnetlink.tc.filter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.tc.TcTables;
import org.netlink4j.rtnetlink.tc.Tca;

/**
 * How a kind of filter is decoded.
 *
 * @param name {@code TCA_KIND}
 * @param data the table of {@code TCA_OPTIONS}
 * @param create makes the value out of its attributes
 * @param classId the number of the attribute with the class
 * @param actions the number of the list of actions
 * @param flags the number of the attribute with the flags
 */
record FilterKindType(
        String name,
        AttributeSet data,
        Function<Attributes, FilterKind<?>> create,
        OptionalInt classId,
        OptionalInt actions,
        OptionalInt flags) {
    /** The registration of all kinds that are known. */
    static final List<FilterKindType> ALL = List.of(
            of(Basic.KIND, TcaBasic.ATTRIBUTES, Basic::new, TcaBasic.TCA_BASIC_CLASSID, TcaBasic.TCA_BASIC_ACT),
            of(Bpf.KIND, TcaBpf.ATTRIBUTES, Bpf::new, TcaBpf.TCA_BPF_CLASSID, TcaBpf.TCA_BPF_ACT)
                    .flags(TcaBpf.TCA_BPF_FLAGS_GEN),
            of(Flower.KIND, TcaFlower.ATTRIBUTES, Flower::new, TcaFlower.TCA_FLOWER_CLASSID, TcaFlower.TCA_FLOWER_ACT)
                    .flags(TcaFlower.TCA_FLOWER_FLAGS),
            of(Matchall.KIND, TcaMatchall.ATTRIBUTES, Matchall::new, TcaMatchall.TCA_MATCHALL_CLASSID, TcaMatchall.TCA_MATCHALL_ACT)
                    .flags(TcaMatchall.TCA_MATCHALL_FLAGS),
            of(U32.KIND, TcaU32.ATTRIBUTES, U32::new, TcaU32.TCA_U32_CLASSID, TcaU32.TCA_U32_ACT).flags(TcaU32.TCA_U32_FLAGS),
            new FilterKindType("cgroup", TcaCgroup.ATTRIBUTES, data -> new OtherFilter("cgroup", data), OptionalInt.empty(),
                    OptionalInt.of(TcaCgroup.TCA_CGROUP_ACT), OptionalInt.empty()),
            other("flow", TcaFlow.ATTRIBUTES, TcaFlow.TCA_FLOW_BASECLASS, TcaFlow.TCA_FLOW_ACT),
            other("fw", TcaFw.ATTRIBUTES, TcaFw.TCA_FW_CLASSID, TcaFw.TCA_FW_ACT),
            other("route", TcaRoute4.ATTRIBUTES, TcaRoute4.TCA_ROUTE4_CLASSID, TcaRoute4.TCA_ROUTE4_ACT));

    private static final Map<String, FilterKindType> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(FilterKindType::name, Function.identity()));

    private static FilterKindType of(
            String name, AttributeSet data, Function<Attributes, FilterKind<?>> create, int classId, int actions) {
        return new FilterKindType(name, data, create, OptionalInt.of(classId), OptionalInt.of(actions), OptionalInt.empty());
    }

    /** A kind with a table and without a type. */
    private static FilterKindType other(String name, AttributeSet data, int classId, int actions) {
        return of(name, data, attributes -> new OtherFilter(name, attributes), classId, actions);
    }

    private FilterKindType flags(int number) {
        return new FilterKindType(name, data, create, classId, actions, OptionalInt.of(number));
    }

    static List<TcTables> tables() {
        return ALL.stream().map(type -> TcTables.of(type.name, type.data)).toList();
    }

    static Optional<FilterKindType> find(String kind) {
        return Optional.ofNullable(BY_NAME.get(kind));
    }

    static AttributeSet table(String kind) {
        return find(kind).map(FilterKindType::data).orElse(AttributeSet.UNKNOWN);
    }

    /** The value of the kind that a message says, typed or not. */
    static FilterKind<?> decode(String kind, FilterObject object) {
        Attributes data = object.attributes().nest(Tca.TCA_OPTIONS).orElseGet(() -> Attributes.none(table(kind)));
        return find(kind).filter(type -> type.data == data.set())
                .<FilterKind<?>>map(type -> type.create.apply(data))
                .orElseGet(() -> new OtherFilter(kind, data));
    }

    /** Refuses attributes of another table. */
    static void require(AttributeSet table, Attributes data) {
        if (data.set() != table) {
            throw new IllegalArgumentException(table + " attributes wanted, not " + data.set());
        }
    }
}
