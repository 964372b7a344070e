package org.netlink4j.lldpad.evb;

/** What can happen to a VSI at the station. */
enum VsiInput {
    /** The user asks for a pre-association, with reservation or without. */
    PREASSOCIATE,
    /** The user asks for an association. */
    ASSOCIATE,
    /** The user asks for the end. */
    DISASSOCIATE,
    /** The switch agreed to what was asked. */
    AGREED,
    /** The switch refused what was asked. */
    REFUSED,
    /** The switch refused, but keeps what was in force. */
    REFUSED_KEPT,
    /** The switch took too long to answer. */
    TIMED_OUT,
    /** Nobody acknowledged what was asked. */
    NOT_DELIVERED,
    /** It is time to ask again for what there is. */
    KEEP_ALIVE,
    /** The switch ended it. */
    SWITCH_ENDED
}
