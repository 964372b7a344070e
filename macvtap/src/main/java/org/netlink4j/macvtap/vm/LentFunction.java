package org.netlink4j.macvtap.vm;

import java.util.Objects;
import org.netlink4j.core.MacAddress;

/** What is to be undone at the network card because the lower device is one of its virtual functions. */
sealed interface LentFunction {
    /** Nothing: the lower device is no virtual function, or the card was told nothing. */
    enum None implements LentFunction {
        /** The only one. */
        NONE
    }

    /**
     * The card was told of the guest, or is about to be.
     *
     * @param physical name of the physical function's device
     * @param index its index
     * @param number the number of the virtual function
     * @param address the function's MAC address before, as the card said; 0 if it had none
     * @param fixed whether somebody had fixed that address, so that the function could not change it
     * @param before the function's VLAN before
     * @param lent its VLAN for the guest
     */
    record Card(String physical, int index, int number, MacAddress address, boolean fixed, Vlan before, Vlan lent)
            implements LentFunction {
        public Card {
            Objects.requireNonNull(physical);
            Objects.requireNonNull(address);
            Objects.requireNonNull(before);
            Objects.requireNonNull(lent);
        }

        Card asFixed() {
            return new Card(physical, index, number, address, true, before, lent);
        }
    }

    /**
     * The VLAN of a function's frames.
     *
     * @param id 0 to 4095, 0 for none
     * @param priority 0 to 7
     */
    record Vlan(int id, int priority) {}
}
