/**
 * Routes: {@link org.netlink4j.rtnetlink.route.Route} is what the kernel says of one,
 * {@link org.netlink4j.rtnetlink.route.RouteSpec} what somebody wants of one, and {@link org.netlink4j.rtnetlink.route.Routes} asks
 * and changes.
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/RouteExample.java" region="route"}
 */
package org.netlink4j.rtnetlink.route;
