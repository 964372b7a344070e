/**
 * Next hop objects: so far their messages as tables.
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/TablesExample.java" region="nexthop"}
 */
package org.netlink4j.rtnetlink.nexthop;
