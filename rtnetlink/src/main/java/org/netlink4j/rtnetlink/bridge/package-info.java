/**
 * What bridges and VXLANs know beyond their links: the forwarding database.
 * {@link org.netlink4j.rtnetlink.bridge.FdbEntry} is what the kernel says of a forwarding entry,
 * {@link org.netlink4j.rtnetlink.bridge.FdbSpec} what somebody wants of one, and {@link org.netlink4j.rtnetlink.bridge.Fdb} asks and
 * changes.
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/BridgeExample.java" region="fdb"}
 */
package org.netlink4j.rtnetlink.bridge;
