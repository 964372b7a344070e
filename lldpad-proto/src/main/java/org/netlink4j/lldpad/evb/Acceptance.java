package org.netlink4j.lldpad.evb;

/** What a station says at once to a request. */
public enum Acceptance {
    /** The switch is asked; an event will tell what it says. */
    ACCEPTED,
    /** The switch does not offer VDP, at least not yet; ask again. */
    NOT_READY,
    /** The request before has no answer yet; ask again. */
    BUSY,
    /** There is no such VSI to disassociate. */
    UNKNOWN,
    /** An association cannot become a pre-association in the ratified generation. */
    BACKWARDS,
    /** The VSI has other filters; disassociate it first. */
    OTHER_FILTERS,
    /** The ratified generation allows neither VLAN 1 nor 4095, nor an address that is zero or of many. */
    FORBIDDEN_FILTERS
}
