/**
 * Statistics of links beyond their 64-bit counters: of bridges, bonds, their ports, the hardware and MPLS.
 * {@link org.netlink4j.rtnetlink.stats.LinkReport} is what the kernel says of one link,
 * {@link org.netlink4j.rtnetlink.stats.LinkReports} asks.
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/ObjectsExample.java" region="stats"}
 */
package org.netlink4j.rtnetlink.stats;
