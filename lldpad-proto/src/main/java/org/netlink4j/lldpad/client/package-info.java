/**
 * Asks a running lldpad to negotiate VSIs with the switch, and waits for what the switch says.
 *
 * {@snippet class="org.netlink4j.lldpad.examples.ClientExample" region="client"}
 */
package org.netlink4j.lldpad.client;
