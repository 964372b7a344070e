/**
 * Both ends of edge virtual bridging as state machines, both generations: {@link org.netlink4j.lldpad.evb.EvbStation} asks,
 * {@link org.netlink4j.lldpad.evb.EvbBridge} answers. They open no socket and read no clock: whoever drives them hands in frames
 * and the time, and takes frames and events out.
 *
 * {@snippet class="org.netlink4j.lldpad.examples.EvbExample" region="evb"}
 */
package org.netlink4j.lldpad.evb;
