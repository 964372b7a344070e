/**
 * Encapsulations of routes and next hops, the lightweight tunnels of {@code linux/lwtunnel.h}: an
 * {@link org.netlink4j.rtnetlink.encap.Encap} is a typed value over its attributes. Routes and next hops carry them as links carry
 * their kinds.
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/RouteExample.java" region="encap"}
 */
package org.netlink4j.rtnetlink.encap;
