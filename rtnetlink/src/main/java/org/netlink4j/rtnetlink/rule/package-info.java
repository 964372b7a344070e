/**
 * Routing rules: so far their messages as tables.
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/TablesExample.java" region="rule"}
 */
package org.netlink4j.rtnetlink.rule;
