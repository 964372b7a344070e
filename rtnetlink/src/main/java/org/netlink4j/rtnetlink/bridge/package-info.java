/**
 * What bridges and VXLANs know beyond their links: {@link org.netlink4j.rtnetlink.bridge.Fdb} asks for and changes forwarding
 * entries, {@link org.netlink4j.rtnetlink.bridge.Mdb} multicast groups. An {@code Entry} is what the kernel says of one, a
 * {@code Spec} what somebody wants of one, and a {@code Flush} says which are to be deleted at once.
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/BridgeExample.java" region="fdb"}
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/BridgeExample.java" region="mdb"}
 */
package org.netlink4j.rtnetlink.bridge;
