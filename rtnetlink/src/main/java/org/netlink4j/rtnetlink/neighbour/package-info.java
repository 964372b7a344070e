/**
 * Neighbours, proxy entries, and forwarding entries. {@link org.netlink4j.rtnetlink.neighbour.Neighbour} is what the kernel says of one,
 * {@link org.netlink4j.rtnetlink.neighbour.NeighbourSpec} what somebody wants of one, and
 * {@link org.netlink4j.rtnetlink.neighbour.Neighbours} asks and changes. Forwarding entries are in {@code org.netlink4j.rtnetlink.bridge}.
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/ObjectsExample.java" region="neighbour"}
 */
package org.netlink4j.rtnetlink.neighbour;
