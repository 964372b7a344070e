/**
 * lldpad's control socket, which {@code lldptool} and {@code vdptool} talk to: set up EVB and VDP on a port, read the VSI table of the
 * ratified generation, hear of its changes.
 *
 * {@snippet class="org.netlink4j.lldpad.examples.ControlExample" region="control"}
 */
package org.netlink4j.lldpad.control;
