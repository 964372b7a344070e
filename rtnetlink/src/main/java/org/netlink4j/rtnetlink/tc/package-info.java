/**
 * Traffic control: what queueing disciplines, classes, filters and actions have in common, their header, handles, counters and rates.
 * {@link org.netlink4j.rtnetlink.tc.Tca} has the attributes of their messages, and {@link org.netlink4j.rtnetlink.tc.TcTables} what only
 * one kind has; the objects themselves are in the packages below.
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/TablesExample.java" region="tc"}
 */
package org.netlink4j.rtnetlink.tc;
