/**
 * Neighbours and forwarding entries: so far their messages as tables.
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/TablesExample.java" region="neighbour"}
 */
package org.netlink4j.rtnetlink.neighbour;
