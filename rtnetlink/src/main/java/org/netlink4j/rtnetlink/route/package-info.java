/**
 * Routes: so far their messages as tables.
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/TablesExample.java" region="route"}
 */
package org.netlink4j.rtnetlink.route;
