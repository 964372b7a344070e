package org.netlink4j.macvtap.vm;

/** A step of what is done with an interface. Whatever a step does is undone if a later one fails. */
public enum InterfaceStep {
    /** Write into the journal what is about to be done, or was done. */
    RECORD("write to the journal"),
    /** Look at the lower device. */
    LOOK_UP_LOWER("look up the lower device"),
    /** Give the lower device the MAC address of the guest, in passthru mode. */
    SET_LOWER_ADDRESS("give the lower device the guest's MAC address"),
    /** Tell the network card the guest's MAC address and VLAN, if the lower device is a virtual function, in passthru mode. */
    SET_FUNCTION("tell the network card the guest's MAC address and VLAN"),
    /** Make the macvtap, which is down. */
    CREATE_DEVICE("create the macvtap"),
    /** Ask the switch to keep the port profile in mind, or to put it in force. */
    ASSOCIATE("negotiate the port profile with the switch"),
    /** Open the tap queues. */
    OPEN_QUEUES("open the tap queues"),
    /** Bring the lower device up. */
    BRING_LOWER_UP("bring the lower device up"),
    /** Bring the macvtap up. */
    BRING_UP("bring the macvtap up"),
    /** Bring the macvtap down. */
    BRING_DOWN("bring the macvtap down"),
    /** Bring the lower device down. */
    BRING_LOWER_DOWN("bring the lower device down"),
    /** Ask the switch to forget the port profile. */
    DISASSOCIATE("tell the switch to forget the port profile"),
    /** Close the tap queues. */
    CLOSE_QUEUES("close the tap queues"),
    /** Delete the macvtap. */
    DELETE_DEVICE("delete the macvtap"),
    /** Give the virtual function its own VLAN again, and let it choose its MAC address. */
    RELEASE_FUNCTION("give the virtual function its own VLAN again and let it choose its MAC address"),
    /** Give the lower device its own MAC address again, in passthru mode. */
    RESTORE_LOWER_ADDRESS("give the lower device its own MAC address again"),
    /** Tell the network card the MAC address that the virtual function had before. */
    RESTORE_FUNCTION("tell the network card the virtual function's own MAC address"),
    /** Take the interface out of the journal. */
    FORGET("remove it from the journal");

    private final String words;

    InterfaceStep(String words) {
        this.words = words;
    }

    /** {@return the step in words} */
    public String words() {
        return words;
    }
}
