/**
 * Next-hop objects: {@link org.netlink4j.rtnetlink.nexthop.NextHopObject} is what the kernel says of one, a way or a group of ways,
 * and {@link org.netlink4j.rtnetlink.nexthop.NextHops} asks and changes. Routes refer to them by their id.
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/NextHopExample.java" region="nexthop"}
 */
package org.netlink4j.rtnetlink.nexthop;
