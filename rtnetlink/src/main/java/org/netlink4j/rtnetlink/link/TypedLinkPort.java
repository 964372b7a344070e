package org.netlink4j.rtnetlink.link;

import java.util.Optional;
import org.netlink4j.core.schema.Attributes;

/**
 * A port of a kind that this library knows. What its record does not name is set and read by its number; the table checks it.
 *
 * @param <P> the port itself
 */
public sealed interface TypedLinkPort<P extends TypedLinkPort<P>> extends LinkPort permits BondPort, BridgePort, VrfPort {
    /**
     * The same port over other attributes.
     *
     * @param data attributes of the same table
     * @return the port
     */
    P over(Attributes data);

    /**
     * Sets a number.
     *
     * @param number the attribute's number
     * @param value the number
     * @return the port with it
     */
    default P with(int number, long value) {
        return over(data().with(number, value));
    }

    /**
     * Sets a truth value: 1 or 0.
     *
     * @param number the number of an attribute that is a number
     * @param value the value
     * @return the port with it
     */
    default P with(int number, boolean value) {
        return with(number, value ? 1 : 0);
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
