package org.netlink4j.macvtap.vm;

import java.io.IOException;
import java.time.Duration;
import org.netlink4j.core.MacAddress;

/** What happened to a direct interface without its owner having done it. */
public sealed interface InterfaceEvent {
    /** {@return the interface} */
    DirectInterface subject();

    /** {@return what happened, in words} */
    String words();

    /**
     * Somebody deleted the device, or moved it to another namespace.
     *
     * @param subject the interface, to be deleted
     */
    record DeviceGone(DirectInterface subject) implements InterfaceEvent {
        @Override
        public String words() {
            return "the device was deleted";
        }
    }

    /**
     * The lower device is gone, and the macvtap with it.
     *
     * @param subject the interface, to be deleted
     */
    record LowerGone(DirectInterface subject) implements InterfaceEvent {
        @Override
        public String words() {
            return "the lower device " + subject.lower() + " is gone, and the device with it";
        }
    }

    /**
     * Somebody, perhaps the guest, changed the MAC address.
     *
     * @param subject the interface
     * @param address the address that the device has now
     */
    record AddressChanged(DirectInterface subject, MacAddress address) implements InterfaceEvent {
        @Override
        public String words() {
            return "the MAC address is " + address + " now and not " + subject.address();
        }
    }

    /**
     * The switch ended the association, or who talks to it was started anew and has forgotten it.
     *
     * @param subject the interface
     * @param why why it is known, in words
     * @param retry how long until the switch is asked again
     */
    record AssociationEnded(DirectInterface subject, String why, Duration retry) implements InterfaceEvent {
        @Override
        public String words() {
            return why + "; the switch is asked again in " + retry.toSeconds() + " s";
        }
    }

    /**
     * The switch agreed again.
     *
     * @param subject the interface
     */
    record Reassociated(DirectInterface subject) implements InterfaceEvent {
        @Override
        public String words() {
            return "the switch agreed again";
        }
    }

    /**
     * The switch did not agree again.
     *
     * @param subject the interface
     * @param failure why
     * @param retry how long until it is asked again
     */
    record ReassociationFailed(DirectInterface subject, IOException failure, Duration retry) implements InterfaceEvent {
        @Override
        public String words() {
            return "asking the switch again failed, next in " + retry.toSeconds() + " s: " + failure.getMessage();
        }
    }
}
