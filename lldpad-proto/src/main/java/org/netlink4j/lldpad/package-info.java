/**
 * Port profiles and their netlink messages: to lldpad and its answers, and to the driver of a network card.
 *
 * {@snippet class="org.netlink4j.lldpad.examples.ProfileExample" region="profile"}
 */
package org.netlink4j.lldpad;
