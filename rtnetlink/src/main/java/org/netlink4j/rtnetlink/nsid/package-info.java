/**
 * The ids that a network namespace has for others: so far their messages as tables.
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/TablesExample.java" region="nsid"}
 */
package org.netlink4j.rtnetlink.nsid;
