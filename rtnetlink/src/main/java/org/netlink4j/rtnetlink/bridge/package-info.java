/**
 * What bridges and VXLANs know beyond their links: {@link org.netlink4j.rtnetlink.bridge.Fdb} asks for and changes forwarding
 * entries, {@link org.netlink4j.rtnetlink.bridge.Mdb} multicast groups, {@link org.netlink4j.rtnetlink.bridge.BridgeVlans} VLANs, and
 * {@link org.netlink4j.rtnetlink.bridge.BridgeLinks} ports. What the kernel says of one is a record, what somebody wants of one a
 * {@code Spec}, and a {@code Flush} says which are to be deleted at once.
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/BridgeExample.java" region="fdb"}
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/BridgeExample.java" region="mdb"}
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/BridgeExample.java" region="vlan"}
 */
package org.netlink4j.rtnetlink.bridge;
