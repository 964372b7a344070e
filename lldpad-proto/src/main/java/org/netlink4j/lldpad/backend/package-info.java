/**
 * Port profiles of 802.1Qbg by way of lldpad or of the station that is built in: the same requests and outcomes, whoever speaks with
 * the switch.
 *
 * {@snippet class="org.netlink4j.lldpad.examples.BackendExample" region="backend"}
 */
package org.netlink4j.lldpad.backend;
