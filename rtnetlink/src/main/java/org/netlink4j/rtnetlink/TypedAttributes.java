package org.netlink4j.rtnetlink;

import java.util.Optional;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.schema.Attributes;

/**
 * A typed view of attributes: of a kind of link, qdisc, filter or action. What its record does not name is set and read by its
 * number; the table checks it.
 *
 * {@snippet :
 * new Vxlan().id(42).port(4789).with(IflaVxlan.IFLA_VXLAN_LIMIT, 100)
 * }
 *
 * @param <K> the kind itself
 */
public interface TypedAttributes<K extends TypedAttributes<K>> {
    /** {@return the attributes} */
    Attributes data();

    /**
     * The same kind over other attributes.
     *
     * @param data attributes of the same table
     * @return the kind
     */
    K over(Attributes data);

    /**
     * Sets a number.
     *
     * @param number the attribute's number
     * @param value the number
     * @return the kind with it
     */
    default K with(int number, long value) {
        return over(data().with(number, value));
    }

    /**
     * Sets a truth value: 1 or 0.
     *
     * @param number the number of an attribute that is a number
     * @param value the value
     * @return the kind with it
     */
    default K with(int number, boolean value) {
        return with(number, value ? 1 : 0);
    }

    /**
     * Sets an IP address.
     *
     * @param number the attribute's number
     * @param address the address
     * @return the kind with it
     */
    default K with(int number, IpAddress address) {
        return over(data().with(number, address));
    }

    /**
     * Sets a MAC address.
     *
     * @param number the attribute's number
     * @param address the address
     * @return the kind with it
     */
    default K with(int number, MacAddress address) {
        return over(data().with(number, address));
    }

    /**
     * Sets a text.
     *
     * @param number the attribute's number
     * @param text the text
     * @return the kind with it
     */
    default K with(int number, String text) {
        return over(data().with(number, text));
    }

    /**
     * Sets or removes a flag: an attribute that only is there or not.
     *
     * @param number the attribute's number
     * @param on whether it is to be there
     * @return the kind with or without it
     */
    default K flag(int number, boolean on) {
        return over(on ? data().withFlag(number) : data().without(number));
    }

    /**
     * Sets a structure, or one field of it; the fields that are not there yet are zero.
     *
     * @param number the attribute's number
     * @param field the name of the field
     * @param value its value
     * @return the kind with it
     */
    default K withField(int number, String field, long value) {
        return over(data().withField(number, field, value));
    }

    /**
     * A number as a truth value.
     *
     * @param number the attribute's number
     * @return whether it is not zero; empty if the attribute is not there
     */
    default Optional<Boolean> truth(int number) {
        return data().integer(number).stream().mapToObj(value -> value != 0).findFirst();
    }
}
