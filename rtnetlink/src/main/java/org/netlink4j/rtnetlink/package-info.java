/**
 * The network configuration of Linux: one {@link org.netlink4j.rtnetlink.Rtnetlink} is one network namespace, seen through one
 * socket; its services are the kinds of objects in it.
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/LinkExample.java" region="list"}
 */
package org.netlink4j.rtnetlink;
