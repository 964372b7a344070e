package org.netlink4j.rtnetlink.link;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/**
 * How a kind of device is decoded.
 *
 * @param name {@code IFLA_INFO_KIND}
 * @param data the table of {@code IFLA_INFO_DATA}
 * @param port the table of {@code IFLA_INFO_SLAVE_DATA} of the devices that are its ports; {@link AttributeSet#UNKNOWN} if it
 *     has none
 * @param create makes the value out of its attributes
 */
record LinkKindType(String name, AttributeSet data, AttributeSet port, Function<Attributes, LinkKind> create) {
    /** The registration of all kinds that are typed. */
    private static final List<LinkKindType> ALL = List.of(
            new LinkKindType(Bridge.KIND, IflaBr.ATTRIBUTES, IflaBrport.ATTRIBUTES, Bridge::new),
            new LinkKindType(Dummy.KIND, AttributeSet.UNKNOWN, AttributeSet.UNKNOWN, Dummy::new),
            new LinkKindType(Macvlan.KIND, IflaMacvlan.ATTRIBUTES, AttributeSet.UNKNOWN, Macvlan::new),
            new LinkKindType(Macvtap.KIND, IflaMacvlan.ATTRIBUTES, AttributeSet.UNKNOWN, Macvtap::new),
            new LinkKindType(Veth.KIND, VethInfo.ATTRIBUTES, AttributeSet.UNKNOWN, Veth::new));

    private static final Map<String, LinkKindType> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(LinkKindType::name, Function.identity()));

    private static Optional<LinkKindType> find(String kind) {
        return Optional.ofNullable(BY_NAME.get(kind));
    }

    static Optional<AttributeSet> dataTable(String kind) {
        return find(kind).map(LinkKindType::data);
    }

    static Optional<AttributeSet> portTable(String kind) {
        return find(kind).map(LinkKindType::port);
    }

    /** The value of a kind, typed or not. */
    static LinkKind decode(String kind, Optional<Attributes> data) {
        Optional<LinkKindType> type = find(kind);
        Attributes attributes =
                data.orElseGet(() -> Attributes.none(type.map(LinkKindType::data).orElse(AttributeSet.UNKNOWN)));
        return type.isPresent() ? type.get().create.apply(attributes) : new UnknownLinkKind(kind, attributes);
    }

    /** Refuses attributes of another table. */
    static void require(AttributeSet table, Attributes data) {
        if (data.set() != table) {
            throw new IllegalArgumentException(table + " attributes wanted, not " + data.set());
        }
    }
}
