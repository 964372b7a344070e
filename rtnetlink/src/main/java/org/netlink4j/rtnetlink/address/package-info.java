/**
 * Addresses of devices: so far their messages as tables.
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/TablesExample.java" region="address"}
 */
package org.netlink4j.rtnetlink.address;
