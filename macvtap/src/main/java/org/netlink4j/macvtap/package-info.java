/**
 * macvtap devices and their tap queues: create a device on a lower one, open its queues, exchange Ethernet frames, delete it.
 *
 * {@snippet file="org/netlink4j/macvtap/examples/FirstFrame.java" region="example"}
 */
package org.netlink4j.macvtap;
