/**
 * Actions of traffic control: {@link org.netlink4j.rtnetlink.tc.action.Action} is one, which stands alone or in the list of a filter,
 * {@link org.netlink4j.rtnetlink.tc.action.ActionKind} what only its kind has. {@link org.netlink4j.rtnetlink.tc.action.Actions} asks for
 * those that stand alone and changes them.
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/TrafficControlExample.java" region="action"}
 */
package org.netlink4j.rtnetlink.tc.action;
