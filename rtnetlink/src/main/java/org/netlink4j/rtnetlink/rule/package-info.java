/**
 * Routing rules: {@link org.netlink4j.rtnetlink.rule.Rule} is what the kernel says of one,
 * {@link org.netlink4j.rtnetlink.rule.RuleSpec} what somebody wants of one, and {@link org.netlink4j.rtnetlink.rule.Rules} asks and
 * changes.
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/ObjectsExample.java" region="rule"}
 */
package org.netlink4j.rtnetlink.rule;
