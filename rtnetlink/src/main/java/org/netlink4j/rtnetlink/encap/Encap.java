package org.netlink4j.rtnetlink.encap;

import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/**
 * How a route or a next hop wraps what takes it, or else treats it: a lightweight tunnel. An encapsulation is a value over its
 * attributes; those that its record does not name are kept.
 */
public sealed interface Encap permits TypedEncap, UnknownEncap {
    /** {@return the type; {@link LwtunnelEncap}, u16} */
    int type();

    /** {@return the attributes, of a table of this package if the type is known} */
    Attributes data();

    /**
     * The table of a type, for the tables of routes and next hops.
     *
     * @param type {@link LwtunnelEncap}
     * @return the table; empty if the type is not known
     */
    static Optional<AttributeSet> table(long type) {
        return EncapType.find(type).map(EncapType::table);
    }

    /**
     * Takes the encapsulation out of the attributes of a route or a next hop.
     *
     * @param among the attributes
     * @param type the number of the one that holds the type, a u16
     * @param data the number of the nest
     * @return the encapsulation; empty if there is none
     */
    static Optional<Encap> of(Attributes among, int type, int data) {
        return among.integer(type).stream()
                .mapToObj(value -> EncapType.decode(value, among.nest(data)))
                .findFirst();
    }

    /**
     * Puts the encapsulation into the attributes of a route or a next hop, in place of another one.
     *
     * @param among the attributes
     * @param type the number of the one that holds the type, a u16
     * @param data the number of the nest
     * @return the attributes with it
     */
    default Attributes into(Attributes among, int type, int data) {
        return among.without(type).without(data).with(data, data()).with(type, type());
    }
}
