/**
 * Filters of traffic control and their chains: {@link org.netlink4j.rtnetlink.tc.filter.Filter} is what the kernel says of one,
 * {@link org.netlink4j.rtnetlink.tc.filter.FilterSpec} what somebody wants of one, and {@link org.netlink4j.rtnetlink.tc.filter.Filters}
 * and {@link org.netlink4j.rtnetlink.tc.filter.Chains} ask and change. {@link org.netlink4j.rtnetlink.tc.filter.FilterKind} is what only
 * one kind has.
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/TrafficControlExample.java" region="filter"}
 */
package org.netlink4j.rtnetlink.tc.filter;
