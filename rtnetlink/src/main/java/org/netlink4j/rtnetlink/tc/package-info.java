/**
 * Traffic control: so far its messages as tables.
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/TablesExample.java" region="tc"}
 */
package org.netlink4j.rtnetlink.tc;
